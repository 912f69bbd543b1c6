"""What was promised in talks by a day, and whether it was done."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from negotiation_docs.facts import Contact, Debt, Outcome
from negotiation_docs.question import worked_out_once
from negotiation_docs.standing.talks.heard import asks_nothing, came_in
from negotiation_docs.standing.talks.records import about_record
from negotiation_docs.standing.talks.speakers import by_others

_AN_ANSWER: Final = re.compile("答复|回复|回电|回话|反馈|审批|审核|审查|结果")


def promise_past(debt: Debt, talk: Contact, today: date) -> bool:
    """Whether the day of what the other side promised in ``talk`` is over, and it was not kept by then."""
    due = talk.promise_due
    return due is not None and due < today and not promise_met(debt, talk, due)


def promise_met(debt: Debt, talk: Contact, until: date) -> bool:
    """Whether what was promised in ``talk`` was done: as the file says, or, of an answer, because one had come.

    A consent answers, and a refusal that they sent; that a desk which was asked again would not decide is none. So does
    what they told, whatever it was, under the number that the promise was given.
    """
    if talk.promise_kept or talk.outcome is Outcome.ACCEPTED or not _AN_ANSWER.search(talk.promise or ""):
        return talk.promise_kept
    came = _decided(debt)[about_record(debt, talk)], _told_under(debt).get(talk.ref or "", [])
    firsts = (days[place] for days in came if (place := bisect(days, talk.moment)) < len(days))
    return any(first.date() <= until for first in firsts)


@worked_out_once
def _told_under(debt: Debt) -> Mapping[str, list[datetime]]:
    """When the other side told something, and did more than ask for payment, under each number, in order."""
    came: dict[str, list[datetime]] = {}
    for one in sorted(debt.contacts, key=lambda one: one.moment):
        if one.ref and came_in(one) and not asks_nothing(one):
            came.setdefault(one.ref, []).append(one.moment)
    return came


@worked_out_once
def _decided(debt: Debt) -> Mapping[bool, list[datetime]]:
    """When consents and refusals that they sent came, in order: the lender's on repayment, anybody's on a record."""
    came: Mapping[bool, list[datetime]] = {False: [], True: []}
    for one in sorted(debt.contacts, key=lambda one: one.moment):
        if one.outcome is Outcome.ACCEPTED or (came_in(one) and one.outcome is Outcome.REFUSED):
            on_record = about_record(debt, one)
            if on_record or not by_others(debt, one):
                came[on_record].append(one.moment)
    return came


def open_promises(debt: Debt, today: date) -> Iterator[tuple[int, date]]:
    """What the other side promised by a day and has not done yet: the place of the talk, and the day."""
    for place, talk in enumerate(debt.contacts):
        if talk.promise_due is not None and talk.day <= today and not promise_met(debt, talk, today):
            yield place, talk.promise_due


def promises_left(debt: Debt, today: date) -> Iterator[tuple[int, date]]:
    """The same, without what was said on the way to a confirmation in writing, which came in its place."""
    since = debt.agreement.confirmed.date if debt.agreement and debt.agreement.confirmed else today
    confirmed = debt.confirmed_by(today)
    yield from (one for one in open_promises(debt, today) if not confirmed or debt.contacts[one[0]].day > since)


def running_promise(debt: Debt, today: date) -> tuple[int, date] | None:
    """The promise about repayment whose day is not over, the last of them to fall due: until then one waits."""
    runs = [(due, place) for place, due in open_promises(debt, today) if due >= today]
    about = [one for one in runs if not about_record(debt, debt.contacts[one[1]])]
    due, place = max(about, default=(None, 0))
    return None if due is None else (place, due)


def own_promises(debt: Debt, today: date) -> Iterator[tuple[int, date]]:
    """What the borrower promised by a day and has not done yet, likewise."""
    for place, talk in enumerate(debt.contacts):
        if talk.own_promise_due is not None and not talk.own_promise_kept and talk.day <= today:
            yield place, talk.own_promise_due
