"""``review``: what changed in a borrower's month, which plan it no longer carries or what more, and what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final, get_args

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.wording import amount
from negotiation_docs.names import Stop
from negotiation_docs.question import question
from negotiation_docs.reviews.record import Line, NewCause, PlanFit, Review, Shift
from negotiation_docs.standing.events import Event, Urgency
from negotiation_docs.standing.events.burden import measured
from negotiation_docs.steps.listing import listed

_OF_MEANS: Final = frozenset(
    {"too_dear", "new_cause", "news", "means_changed", "more_affordable", "nothing_left", "can_offer"}
)
"""Kinds of steps that follow from a borrower's means."""


@told
@question
@in_our_context
def review(
    before: Case, after: Case, *, acknowledge: Collection[Stop] = (), templates: str | Path | None = None
) -> Review:
    """Compare two cases of one borrower, the earlier first: what changed a month, and what is to be done about it.

    The money is 元 a month, as :func:`budget` has it. A plan is what was confirmed, else agreed to in a talk, else
    offered. A paper among the steps is one that the catalogue calls due, with the facts it still waits for.
    ``acknowledge`` and ``templates`` are as for ``check``. Raises FactsError where the cases are not of one borrower or
    stand in the wrong order, or where one of them states no income or no essential spending.

    >>> import negotiation_docs as nd
    >>> stories = "examples/stories"
    >>> told = nd.review(nd.load(f"{stories}/card-4-in-plan.yaml"), nd.load(f"{stories}/card-5-change.yaml"))
    >>> told.shift("disposable").more, told.too_dear, [step.paper for step in told.steps]
    (Decimal('-900.00'), (), ['plan_change_request'])
    """
    _same_borrower(before, after)
    months = _month(before, "前一份案件"), _month(after, "后一份案件")
    shifts = tuple(Shift(line, getattr(months[0], line), getattr(months[1], line)) for line in get_args(Line))
    plans = tuple(_plans(before, after))
    room = _room(months[1], plans)
    told = {"before": amount(months[0].disposable), "after": amount(months[1].disposable), "room": amount(room)}
    told["together"] = amount(max((plan.together for plan in plans), default=ZERO))
    events = _events(before, after, Review(before.dated, after.dated, shifts, (), plans, room, ()), told)
    steps = listed(after, acknowledge=acknowledge, templates=templates, more=events).steps
    causes = tuple(_new_causes(before, after))
    asked = {step.debt for step in steps if step.kind in ("new_cause", "too_dear")}
    kept = tuple(
        step for step in steps if step.kind in _OF_MEANS and not (step.kind == "means_changed" and step.debt in asked)
    )
    return Review(before.dated, after.dated, shifts, causes, plans, room, kept)


def _same_borrower(before: Case, after: Case) -> None:
    """By the number where both have one, else by the name; neither is told."""
    one, other = before.borrower, after.borrower
    numbers = one.id_number, other.id_number
    same = numbers[0] == numbers[1] if all(numbers) else one.name == other.name
    if not same:
        message, hint = "两份案件不是同一个借款人", "请给出同一个人先后两份案件文件"
        raise FactsError([Problem("error", ("borrower",), message, hint, "review.borrower")])
    if before.dated > after.dated:
        message, hint = "前一份案件的落款日期晚于后一份", "请把较早的一份放在前面"
        raise FactsError([Problem("error", ("dated",), message, hint, "review.order")])


def _month(case: Case, which: str) -> Budget:
    try:
        return budget(case)
    except FactsError as error:
        raise FactsError(replace(one, message=f"{which}{one.message}") for one in error.problems) from None


def _plans(before: Case, after: Case) -> Iterator[PlanFit]:
    earlier = {debt.id: debt for debt in before.debts}
    for debt in after.debts:
        now = measured(after, debt)
        then = measured(before, earlier[debt.id]) if debt.id in earlier else None
        if now is not None:
            fitted = None if then is None else then.affordable
            yield PlanFit(debt.id, now.monthly, now.together, now.budget.disposable, now.affordable, fitted)


def _room(month: Budget, plans: Sequence[PlanFit]) -> Decimal:
    """What the dearest month of all plans leaves."""
    if month.nothing_left or not all(plan.fits for plan in plans):
        return ZERO
    return to_yuan(to_fen(month.disposable) - max((to_fen(plan.together) for plan in plans), default=0))


def _new_causes(before: Case, after: Case) -> Iterator[NewCause]:
    known = {(cause.cause, cause.since) for cause in before.hardship}
    for cause in after.hardship:
        if (cause.cause, cause.since) not in known:
            yield NewCause(cause.cause.value, cause.cause.label, cause.since)


def _events(before: Case, after: Case, found: Review, told: Mapping[str, str]) -> dict[str | None, Sequence[Event]]:
    """What only the comparison tells: of the month as a whole, and of each confirmed plan that still fits."""
    left = found.shift("disposable")
    whole = []
    if left.before > 0 >= left.after:
        whole.append("nothing_left")
    elif left.before <= 0 < left.after and not found.plans:
        whole.append("can_offer")
    elif left.more > 0 and found.room and found.plans:
        whole.append("more_affordable")
    events: dict[str | None, Sequence[Event]] = {None: [_event(form, told) for form in whole]}
    news = any(before.dated < one.date <= after.dated for one in after.updates)
    fitting = {plan.debt for plan in found.plans if plan.fits}
    if found.changed and not news:  # news in the file are told as such
        for debt in after.debts:
            if debt.id in fitting and debt.confirmed_by(after.dated):
                events[debt.id] = [_event("means_changed", told)]
    return events


def _event(form: str, told: Mapping[str, str]) -> Event:
    places = (("updates",),) if form == "means_changed" else ()
    return Event(form=form, urgency=Urgency.COMING, values=dict(told), places=places)
