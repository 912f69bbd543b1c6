"""Running the table: every finding at once, in the order of the case file, for a case or for one paper of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.traits import printed_by
from negotiation_docs.checks import merging
from negotiation_docs.checks.findings import Findings
from negotiation_docs.checks.glyphs import Undrawable, undrawable_characters
from negotiation_docs.checks.lapsed import lapsed_rules
from negotiation_docs.checks.look import Look
from negotiation_docs.checks.needs import missing_facts
from negotiation_docs.checks.places import place_in_file
from negotiation_docs.checks.rule import all_words
from negotiation_docs.checks.subjects import FIGURE_RULES, RULES
from negotiation_docs.errors import ArgumentError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.names import STOPS

ACKNOWLEDGEABLE = frozenset(STOPS)
"""Stops a person may take upon themselves; never a wrong figure, never forbidden words."""
_OF_ALL_DEBTS = frozenset({"plan.no_reserve", "plan.others_income"})


def check(
    case: Case,
    kind: Kind | None = None,
    debt: str | None = None,
    *,
    acknowledge: Collection[str] = (),
    undrawable: Undrawable | None = None,
) -> Findings:
    """Every finding about ``case``, in the order of the file.

    With ``debt`` (an id) only that debt's and the case's own; with ``kind`` only what concerns that paper, and what
    it still lacks. ``acknowledge`` takes stops upon oneself; ``undrawable`` tells which characters the fonts lack.
    Raises FactsError if there is no such debt, ValueError if there is no such stop.
    """
    wanted = case.debts if debt is None else (case.debt(debt),)
    problems = _gather(Look(case, wanted), kind, errors_only=False)
    if undrawable is not None:
        problems += undrawable_characters(case, undrawable)
    return Findings(_in_order(case, problems, acknowledge))


def readiness(
    case: Case,
    kind: Kind,
    debt: str | None = None,
    *,
    acknowledge: Collection[str] = (),
    draft: bool = False,
) -> tuple[Problem, ...]:
    """What stops a paper of ``kind`` for one debt: errors only, empty if it may be rendered.

    ``acknowledge={"limitation"}`` takes that stop; ``draft`` waives what is merely missing (ids ``missing.…``).
    """
    return _stopped(Look(case, (case.debt(debt),)), kind, acknowledge, draft=draft)


def readiness_of_all(
    case: Case, kinds: Iterable[Kind], debt: str, *, acknowledge: Collection[str] = ()
) -> Mapping[str, tuple[Problem, ...]]:
    """:func:`readiness` of every kind, by its name; what all of them ask is looked for once."""
    look = Look(case, (case.debt(debt),))
    return {kind.name: _stopped(look, kind, acknowledge) for kind in kinds}


def _stopped(look: Look, kind: Kind, acknowledge: Collection[str], *, draft: bool = False) -> tuple[Problem, ...]:
    problems = _gather(look, kind, errors_only=True)
    kept = (one for one in problems if one.severity == "error" and not (draft and one.absent))
    return tuple(_in_order(look.case, kept, acknowledge))


def _gather(look: Look, paper: Kind | None, *, errors_only: bool) -> list[Problem]:
    """The findings of all tables; where a fact is missing for the paper, nothing else is said about it."""
    problems = [*_found(look, paper, errors_only=errors_only), *_figured(look, paper)]
    problems += () if errors_only else lapsed_rules(look.case, look.debts, paper)
    if paper is None:
        return problems
    missing = [words.about(found) for debt in look.debts for words, found in missing_facts(look.case, debt, paper)]
    said = {problem.place for problem in missing}
    return [*(one for one in problems if one.severity != "error" or one.place not in said), *missing]


def _in_order(case: Case, problems: Iterable[Problem], acknowledge: Collection[str]) -> list[Problem]:
    """Each finding once, by its place in the file, without the stops that a person takes upon themselves.

    What is so of all debts together (no reserve, other people's income) is said with the first of them.
    """
    waived = _waived(acknowledge)
    kept = dict.fromkeys(problem for problem in problems if problem.rule not in waived)
    ordered = sorted(kept, key=lambda problem: place_in_file(case, problem.place))
    of_all_debts = {(one.rule, one.message): one for one in reversed(ordered) if one.rule in _OF_ALL_DEBTS}
    return [_as_written(case, one) for one in ordered if of_all_debts.get((one.rule, one.message), one) is one]


def _waived(acknowledge: Collection[str]) -> frozenset[str]:
    """The stops a person takes upon themselves. ValueError for what is none: nobody may believe that it was taken."""
    given = {acknowledge} if isinstance(acknowledge, str) else set(acknowledge)
    if isinstance(acknowledge, str) or not given <= ACKNOWLEDGEABLE:
        known, wrong = "、".join(sorted(ACKNOWLEDGEABLE)), "、".join(map(echo, sorted(given)))
        raise ArgumentError(f"acknowledge 应是列表，可以写的只有 {known}；现在是 {wrong}")
    return frozenset(given)


def _as_written(case: Case, problem: Problem) -> Problem:
    """The problem with its place in the words of the case file, and the line."""
    written, line, column = case.written(problem.place)
    return replace(problem, written=written, line=line, column=column)


def _concerns(paper: Kind | None, trait: str, place: Place) -> bool:
    """Whether a finding at ``place`` of a rule with ``trait`` is about something that the paper prints or does."""
    if paper is None:
        return True
    field = next((step for step in place if isinstance(step, str) and step != "debts"), "")
    traits = paper.traits if "unknown_lender" in paper.traits else {*paper.traits, "lender"}
    printing = frozenset[str]() if field in paper.needs else printed_by(field)
    return trait in ("", *traits) and (not printing or bool(printing & traits))


def _found(look: Look, paper: Kind | None, *, errors_only: bool) -> Iterator[Problem]:
    for rule in RULES:
        words = all_words()[rule.id]
        if errors_only and words.severity != "error":
            continue
        concerning = [finding for finding in look.found(rule) if _concerns(paper, words.trait, finding[0])]
        yield from merging.problems(words, concerning)


def _figured(look: Look, paper: Kind | None) -> Iterator[Problem]:
    for rule in FIGURE_RULES:
        if paper is not None and rule.traits and not rule.traits & paper.traits:
            continue
        for problem in look.figured(rule):
            if paper is None or problem.trait in ("", *paper.traits):
                yield problem
