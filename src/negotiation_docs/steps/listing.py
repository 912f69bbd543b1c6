"""``next_steps``: for every debt where it is and what is to be done, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.checks.run import check
from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.law.limitation import RAISED
from negotiation_docs.names import Stop
from negotiation_docs.question import question
from negotiation_docs.standing import standing
from negotiation_docs.standing.events import Event, Urgency, means
from negotiation_docs.steps.making import of_event
from negotiation_docs.steps.papers import steps_of
from negotiation_docs.steps.step import DebtState, NextSteps, Step

_RANK: Final = tuple(Urgency)
_NOTHING: Final[Mapping[str | None, Sequence[Event]]] = MappingProxyType({})


@told
@question
@in_our_context
def next_steps(
    case: Case,
    debt: str | None = None,
    *,
    on: date | None = None,
    acknowledge: Collection[Stop] = (),
    templates: str | Path | None = None,
) -> NextSteps:
    """What is to be done about ``case`` as of its ``dated``, or as of the day ``on``.

    Of every paper that the catalogue calls due there is exactly one step, which says what facts it waits for; the
    other steps come from days in the file: instalments, promises of both sides, answers, evidence, papers of a court.
    With ``debt`` (an id) only that debt's and those that concern all. ``acknowledge`` and ``templates`` are as for
    ``check``. Raises FactsError if there is no such debt.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> step = nd.next_steps(case).steps[0]
    >>> step.by, step.what
    (None, '写《协商结果书面确认申请》，请对方书面确认')
    """
    seen = case.as_of(on)
    return listed(seen, debt, acknowledge=acknowledge, templates=templates)


def listed(
    case: Case,
    debt: str | None = None,
    *,
    acknowledge: Collection[Stop] = (),
    templates: str | Path | None = None,
    more: Mapping[str | None, Sequence[Event]] = _NOTHING,
) -> NextSteps:
    """As :func:`next_steps`, with ``more`` events by the id of their debt, which only a second case tells."""
    chosen = case.debts if debt is None else (case.debt(debt),)
    known = kinds(None if templates is None else Path(templates))
    found = [of_event(case, None, event) for event in (*means(case), *more.get(None, ()))]
    wrong = errors(case)
    found += _corrections(case, wrong, chosen, every=debt is None)
    apart = frozenset(wrong)
    for one in chosen:
        found += steps_of(case, one, known, acknowledge, apart, more.get(one.id, ()))
    return NextSteps(case.dated, tuple(_state(case, one) for one in chosen), tuple(_in_order(case, found)))


def errors(case: Case) -> tuple[Problem, ...]:
    """What is wrong in the file, whatever paper is made of it; that limitation is raised is a decision."""
    found = check(case, acknowledge=("limitation", "litigation"))
    wrong = (one for one in found if one.severity == "error" and one.rule != RAISED)
    return tuple(one for one in wrong if not one.absent and not one.trait)


def _corrections(case: Case, wrong: Iterable[Problem], debts: Iterable[Debt], *, every: bool) -> Iterator[Step]:
    """Wrong facts come before everything that is written from them; what stops only some papers is told with those."""
    wanted: dict[Place, Debt] = {debt_place(case, debt): debt for debt in debts}
    told: dict[Place, list[Problem]] = {}
    for problem in wrong:
        place = problem.place[:2] if problem.place[:1] == ("debts",) else ()
        if place in wanted and wanted[place].vouched:
            continue  # a guarantee is no mistake of the file; its own step says what to do
        if place in wanted or not place or every:
            told.setdefault(place, []).append(problem)
    for place, problems in told.items():
        values = {"count": len(problems), "first": f"{problems[0].path}：{problems[0].message}"}
        yield of_event(case, wanted.get(place), Event(form="errors", urgency=Urgency.NOW, values=values))


def _in_order(case: Case, steps: Iterable[Step]) -> Iterator[Step]:
    """The most urgent first; within that what is said about law, then by day. Ids are told apart by a number."""
    places = {debt.id: place for place, debt in enumerate(case.debts)}
    counts: dict[str, int] = {}
    for step in sorted(
        steps,
        key=lambda one: (
            _RANK.index(one.urgency),
            not one.advice,
            one.kind != "errors" and not (one.goes_with and one.stopped_by),  # what is wrong is put right first
            one.by or (date.max if one.urgency is Urgency.COMING else case.dated),
            one.kind == "instalment",  # what is asked for before the day of an instalment comes before it
            places.get(one.debt or "", -1),
        ),
    ):
        counts[step.id] = counts.get(step.id, 0) + 1
        yield step if counts[step.id] == 1 else replace(step, id=f"{step.id}.{counts[step.id]}")


def _state(case: Case, debt: Debt) -> DebtState:
    found = standing(case, debt)
    return DebtState(
        debt=debt.id,
        lender=debt.creditor.kind.label,
        state=found.state,
        told=found.label,
        old=found.old,
        disputed=found.disputed,
        in_court=found.in_court,
    )
