"""沟通记录: what has to be asked again, what was promised and is due, what a record lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Channel, Contact, Debt, Direction, Outcome
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing import State, standing
from negotiation_docs.standing.talks.latest import ASK_AFTER, ESCALATE_AFTER, waits_for_a_letter
from negotiation_docs.standing.talks.promises import promises_left, running_promise

_OWN_WORDS = re.compile(r"(?:本人|我)?(?:说明|提出|希望|申请|请求|恳请|解释|承诺|表示愿意|愿意)")
_SOUND = (".m4a", ".mp3", ".wav", ".aac", ".amr")


def _ended_in(case: Case, debt: Debt, *outcomes: Outcome) -> Iterator[tuple[int, Contact]]:
    """The last talk and its place in the file, if it ended so."""
    last = standing(case, debt).last_talk
    if last is not None and debt.contacts[last].outcome in outcomes:
        yield last, debt.contacts[last]


def _future(case: Case, debt: Debt) -> Iterator[Found]:
    for place, contact in enumerate(debt.contacts):
        if contact.day > case.dated:
            yield found("contacts", place, "at", day=chinese_date(contact.day), dated=chinese_date(case.dated))


def _promise_overdue(case: Case, debt: Debt) -> Iterator[Found]:
    if not standing(case, debt).settled:
        for place, due in promises_left(debt, case.dated):
            if due < case.dated:
                yield found("contacts", place, "promise_due", day=chinese_date(due), days=(case.dated - due).days)


def _promise_runs(case: Case, debt: Debt) -> Iterator[Found]:
    runs = running_promise(debt, case.dated)
    if runs and standing(case, debt).state is State.WAITING:
        place, due = runs
        yield found(
            "contacts", place, "promise_due", day=chinese_date(due), held=chinese_date(debt.contacts[place].day)
        )


def _waiting(case: Case, debt: Debt) -> Iterator[tuple[int, int]]:
    """The place of the last talk and the days since, while it has no clear answer; a demand waits for none.

    Nobody is sent to ask or to complain while what the other side promised by a day may still come.
    """
    found_ = standing(case, debt)
    if (
        running_promise(debt, case.dated) is None
        and found_.negotiating
        and found_.state not in (State.PRE_DUE, State.OVERDUE)
    ):
        for place, talk in _ended_in(case, debt, Outcome.PENDING, Outcome.UNCLEAR):
            if not waits_for_a_letter(case, debt, talk):
                yield place, (case.dated - talk.day).days


def _papers_asked(case: Case, debt: Debt) -> Iterator[Found]:
    """The other side waits for what it asked for, and nobody need ask it how things stand."""
    if standing(case, debt).negotiating:
        for place, talk in _ended_in(case, debt, Outcome.PENDING, Outcome.UNCLEAR):
            if waits_for_a_letter(case, debt, talk):
                yield found("contacts", place, day=chinese_date(talk.day))


def _ask(case: Case, debt: Debt) -> Iterator[Found]:
    for place, days in _waiting(case, debt):
        if ASK_AFTER <= days < ESCALATE_AFTER:
            day = chinese_date(debt.contacts[place].day)
            yield found("contacts", place, "outcome", day=day, days=days)


def _escalate(case: Case, debt: Debt) -> Iterator[Found]:
    for place, days in _waiting(case, debt):
        if days >= ESCALATE_AFTER:
            day = chinese_date(debt.contacts[place].day)
            yield found("contacts", place, "outcome", day=day, days=days)


def _refused(case: Case, debt: Debt) -> Iterator[Found]:
    """What to do about a refusal; beside an agreement that stands, the contradiction is told instead."""
    if standing(case, debt).negotiating and not (debt.agreed_in and debt.agreed_in.outcome is Outcome.ACCEPTED):
        for place, talk in _ended_in(case, debt, Outcome.REFUSED):
            yield found("contacts", place, "outcome", day=chinese_date(talk.day))


def _no_agreement(case: Case, debt: Debt) -> Iterator[Found]:
    if standing(case, debt).state is State.AGREED and debt.agreement is None:
        for place, _ in _ended_in(case, debt, Outcome.ACCEPTED):
            yield found("contacts", place, "outcome")


def _no_agent(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, contact in enumerate(debt.contacts):
        person = profile(debt.creditor.kind).person
        if contact.outcome is Outcome.ACCEPTED and not person and not (contact.agent or contact.ref):
            yield found("contacts", place, "agent")


def _recording(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, contact in enumerate(debt.contacts):
        recorded = any(name.lower().endswith(_SOUND) for name in contact.attachments)
        if recorded and not contact.recording_consent and contact.direction is Direction.OUTGOING:
            yield found("contacts", place, "recording_consent")


def _social(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, contact in enumerate(debt.contacts):
        if contact.channel is Channel.SOCIAL and contact.direction is Direction.OUTGOING:
            yield found("contacts", place, "channel")


def _own_words(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, contact in enumerate(debt.contacts):
        if contact.direction is Direction.INCOMING and _OWN_WORDS.match(contact.summary):
            yield found("contacts", place, "summary")


RULES: tuple[Rule, ...] = (
    DebtRule("contact.future", _future),
    DebtRule("contact.social", _social),
    DebtRule("contact.own_words", _own_words),
    DebtRule("contact.no_agent", _no_agent),
    DebtRule("contact.recording", _recording),
    DebtRule("contact.no_agreement", _no_agreement),
    DebtRule("contact.papers_asked", _papers_asked),
    DebtRule("contact.ask", _ask),
    DebtRule("contact.escalate", _escalate),
    DebtRule("contact.refused", _refused),
    DebtRule("contact.promise_runs", _promise_runs),
    DebtRule("contact.promise_overdue", _promise_overdue),
)
