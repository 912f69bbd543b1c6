"""The steps of one debt: each event with the paper that answers it, and every other paper that is of use, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from negotiation_docs.catalogue.kinds import called
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Contact, Debt, Outcome
from negotiation_docs.law.limitation import RAISED
from negotiation_docs.law.limitation import RULE as LIMITATION
from negotiation_docs.names import Stop
from negotiation_docs.outlook import Outlook, mailing, outlook
from negotiation_docs.standing.events import Event, Urgency, events
from negotiation_docs.standing.events.talks import mark
from negotiation_docs.standing.occasions import words
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.steps.making import WRONG, answering, awaiting, enclosed, of_event, optional, sentences
from negotiation_docs.steps.step import Step

if TYPE_CHECKING:
    from negotiation_docs.catalogue.kind import Kind

_TOLD_APART: Final = frozenset({LIMITATION, RAISED, "litigation", "court.unanswered", "creditor.platform"})
"""Stops that have steps of their own: until they are dealt with nothing else is asked for that they stop."""
_LAST: Final = 3
_RANK: Final = tuple(Urgency)
_AWAITED_IN: Final = frozenset({"answer", "silence", "long_silence"})


class _Matter(Struct, frozen=True):
    """One debt with its papers of use, the last talk in which each was handed in, and what is wrong in the file."""

    case: Case
    debt: Debt
    papers: Sequence[Outlook]
    sent: Mapping[str, Contact]
    wrong: Collection[Problem]
    events: Sequence[Event]

    def why_not(self, paper: Outlook, *, brief: bool = False) -> str:
        """What stops a paper; of what is wrong in the file, which has steps of its own, only that something is."""
        hard = [stop for stop in paper.stops if not stop.absent]
        own = [stop for stop in hard if stop not in self.wrong]
        return sentences(own[:1] if brief else own, brief=brief) if own else WRONG if hard else ""


def steps_of(  # noqa: PLR0913, PLR0917 - what a list has worked out for all its debts
    case: Case,
    debt: Debt,
    known: Sequence[Kind],
    acknowledge: Collection[Stop],
    wrong: Collection[Problem],
    more: Sequence[Event] = (),
) -> Iterator[Step]:
    """Every step of one debt; each paper of use belongs to exactly one.

    ``wrong`` is what is told in steps apart, ``more`` are events beside those that the debt itself tells.
    """
    papers = outlook(case, debt.id, known, acknowledge=acknowledge)
    due = [one for one in papers if not one.idle]
    matter = _Matter(case, debt, due, _handed_in(case, debt, known), wrong, (*events(case, debt), *more))
    found = tuple(_asked(matter))
    yield from found
    yield from _others(matter, found, papers)


def _asked(matter: _Matter) -> Iterator[Step]:
    """The steps of the events, the most urgent first choosing its paper."""
    used, awaited = set[str](), set[str]()
    for event in sorted(matter.events, key=lambda one: _RANK.index(one.urgency)):
        if event.form in _AWAITED_IN and event.mark in awaited:
            continue  # the answer to a paper is waited for once
        paper = _answer(matter, event, used)
        if paper is None or (_hindered(paper) == _LAST and not event.alone):
            if paper is None and event.alone:
                yield of_event(matter.case, matter.debt, event)
            continue
        sent = matter.sent.get(paper.kind.name)
        if sent is None or (event.since is not None and sent.day < event.since):
            used.add(paper.kind.name)
            yield answering(matter.case, matter.debt, event, paper, matter.why_not(paper))
        elif sent.outcome not in (Outcome.ACCEPTED, Outcome.REFUSED) and words()[event.form].answer_days is not None:
            used.add(paper.kind.name)
            awaited.add(mark(sent))
            yield awaiting(matter.case, matter.debt, event, paper, sent)
        elif event.alone:
            yield of_event(matter.case, matter.debt, event)


def _answer(matter: _Matter, event: Event, used: Collection[str]) -> Outlook | None:
    """The paper for an event: one that can be made before one that waits for facts, that before one that is stopped."""
    fit = [one for one in matter.papers if event.called in one.kind.occasions and one.kind.name not in used]
    return min(fit, key=_hindered, default=None)


def _hindered(paper: Outlook) -> int:
    hard = [stop.rule for stop in paper.stops if not stop.absent]
    return _LAST if _TOLD_APART.intersection(hard) else 2 if hard else 1 if paper.stops else 0


def _others(matter: _Matter, found: Sequence[Step], papers: Sequence[Outlook]) -> Iterator[Step]:
    """What is enclosed in a letter of the steps ``found``, and the papers that nothing asks for."""
    by_name = {one.kind.name: one for one in papers}
    covers: dict[str, tuple[Step, str]] = {}
    for step in found:
        cover = by_name.get(step.paper or "")
        if cover is not None and cover.wanted and step.urgency is not Urgency.WAITING:
            going = (*mailing(cover.kind, papers), *_held_back(cover, papers))
            covers.update({name: (step, cover.kind.spoken) for name in going if name not in covers})
    told = {step.paper for step in found}
    for paper in matter.papers:
        name = paper.kind.name
        if name in told:
            continue
        if name in covers:
            yield enclosed(matter.case, matter.debt, paper, covers[name], matter.why_not(paper))
        else:
            stop = matter.why_not(paper, brief=True)
            yield optional(matter.case, matter.debt, paper, matter.sent.get(name), stop)


def _held_back(cover: Outlook, papers: Sequence[Outlook]) -> list[str]:
    """What a letter would enclose but for something wrong, such as a plan beyond what is left."""
    due = {one.kind.name: one for one in papers if not one.idle}
    return [name for name in cover.kind.encloses if name in due and _hindered(due[name]) == 2]


def _handed_in(case: Case, debt: Debt, known: Sequence[Kind]) -> dict[str, Contact]:
    """The last talk up to the day in which each paper was handed in, by its kind."""
    found: dict[str, Contact] = {}
    for talk in held(case, debt):
        for name in talk.sent:
            kind = called(name, known)
            if kind is not None:
                found[kind.name] = talk
    return found
