"""The talks that count on the day of the paper."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from negotiation_docs.facts import Case, Contact, Debt, Direction, Level, Outcome
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.law.demands import demands_payment
from negotiation_docs.question import worked_out_once
from negotiation_docs.standing.ladder import OUTSIDE

ASK_AFTER: Final = 7
"""Days without an answer after which one asks how it stands."""
ESCALATE_AFTER: Final = 15
"""Days after which one asks for somebody who may decide."""
_ANSWERS: Final = frozenset({Outcome.ACCEPTED, Outcome.REFUSED})
_DESKS: Final = frozenset({Level.SERVICE, Level.SUPERVISOR})
_BODIES: Final = OUTSIDE - {Level.HEAD_OFFICE}
"""Mediators and authorities: nobody of the creditor's."""
_AN_ANSWER: Final = re.compile("答复|回复|回电|回话|反馈|审批|审核|审查|结果")
_IN_WRITING: Final = re.compile(
    "(?<!不接受)(?<!不需要)(?<!不用)(?<!无需)(?<!无须)书面[^，。；]{0,3}(?:申请|材料|说明)"
    "|(?<!不)(?<!无)(?:请|需要|须|要)[^，。；已]{0,4}(?:提交|递交|提供|补交|寄来)[^，。；]{0,10}(?:申请|材料|说明|证明)"
)
_RECORD_OFFICE: Final = re.compile("征信中心|人民银行")
_RECORD_PAPERS: Final = frozenset(
    {"credit_dispute", "征信异议申请", "credit_complaint", "征信投诉申请单", "credit_statement", "不良信息情况说明"}
)
_RECORD_WORDS: Final = re.compile("异议|更正|记载|记录|核查|核实|属实|征信.{0,8}(?:错|误|改|正确)")
_PLAN_WORDS: Final = re.compile("分期|期数|[0-9]期|方案|减免|延期|还款|结清|协商")
_FORM: Final = re.compile("(?:股份)?(?:有限)?(?:责任)?公司.*")


def held(case: Case, debt: Debt) -> tuple[Contact, ...]:
    """The talks up to the day of the paper, in order of time."""
    return tuple(sorted((one for one in debt.contacts if one.day <= case.dated), key=lambda one: one.moment))


@worked_out_once
def _last_under(case: Case, debt: Debt) -> Mapping[str, datetime]:
    """When something came last under each number."""
    return {one.ref: one.moment for one in held(case, debt) if one.ref and one.direction is Direction.INCOMING}


def came_back(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether something came later under the number that this one was given: it is answered, whatever by."""
    came = _last_under(case, debt).get(contact.ref or "")
    return came is not None and came > contact.moment


def taken_up(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether what was asked in ``contact`` is known to have arrived: an answer came back, or a promise of the lender.

    What an authority or a keeper of credit records was asked, no promise of the lender takes up.
    """
    if came_back(case, debt, contact):
        return True
    if contact.level in OUTSIDE or about_record(debt, contact):
        return False
    since = (one for one in held(case, debt) if one.moment > contact.moment and _sent(one) and one.promise)
    return any(one.level not in OUTSIDE and not by_others(debt, one) and not about_record(debt, one) for one in since)


def asks_nothing(contact: Contact) -> bool:
    """A call or message that came and settled nothing, as a demand: it is no answer and waits for none.

    A demand is none either where its outcome is called unclear; where something was promised with it, it is an answer.
    """
    if contact.promise is not None:
        return False
    if contact.outcome is Outcome.UNCLEAR:
        return demands_payment(contact)
    return _left_open(contact)


def latest(case: Case, debt: Debt) -> Contact | None:
    """The last talk that tells how things stand; the last of all where every one of them only came and asked.

    The lender's own answer stands until the lender answers anew, or is asked anew: that a collector or a law firm was
    in touch since and decided nothing takes no refusal and no consent back.
    """
    talks = tuple(one for one in held(case, debt) if not about_record(debt, one))
    told = [one for one in talks if not asks_nothing(one)]
    answer = next((one for one in reversed(told) if one.outcome in _ANSWERS and not by_others(debt, one)), None)

    def changes(one: Contact) -> bool:
        if answer is None or one.moment <= answer.moment:
            return True
        return not (_decides_nothing(debt, one) or _came_to_nothing(case, debt, one))

    return next((one for one in reversed(told) if changes(one)), talks[-1] if talks else None)


def answered(case: Case, debt: Debt) -> Contact | None:
    """The last talk with an answer, whatever it was; None without one."""
    told = (one for one in reversed(held(case, debt)) if not asks_nothing(one))
    settled = (one for one in told if one.outcome is not Outcome.PENDING)
    talks = (one for one in settled if not about_record(debt, one))
    return next((one for one in talks if not _decides_nothing(debt, one)), None)


def by_others(debt: Debt, contact: Contact) -> bool:
    """Whether somebody else spoke in the lender's name, as a collector or a law firm.

    Offices above the first desks, mediators and authorities are turned to for their own word.
    """
    name = contact.organisation
    return name is not None and contact.level in _DESKS and not _of_one_house(name, debt.creditor.name)


def somebody_else(debt: Debt, contact: Contact) -> str | None:
    """Who spoke, where it was another than the creditor of now: whom the file names, or who held the claim then."""
    if contact.organisation is None and contact.level not in OUTSIDE:
        return seller_on(debt, contact.day)
    return None if contact.organisation == debt.creditor.name else contact.organisation


def seller_on(debt: Debt, day: date) -> str | None:
    """The original creditor, who was the creditor until notice of the transfer came (民法典 546); None from then on."""
    seller = debt.creditor.transferred_from
    return seller.name if seller and seller.notice and day < seller.notice else None


def agreed_with_seller(debt: Debt) -> str | None:
    """The original creditor, where the agreement was confirmed (or, not confirmed, reached) before the transfer."""
    agreement, written = debt.agreement, confirmation(debt)
    if agreement is None:
        return None
    return seller_on(debt, written.date if written else agreement.day)


def unnamed_body(contact: Contact) -> Level | None:
    """The mediator or authority that was turned to, where the file does not name it."""
    return contact.level if contact.level in _BODIES and contact.organisation is None else None


def _came_to_nothing(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether they got in touch, left the matter open and did not do by its day what they promised."""
    return _left_open(contact) and promise_past(debt, contact, case.dated)


def _decides_nothing(debt: Debt, contact: Contact) -> bool:
    """Whether it came from another than the lender, be it a mediator, and left the matter open."""
    if contact.outcome in _ANSWERS:
        return False
    return by_others(debt, contact) or (_left_open(contact) and contact.level in _BODIES)


def _of_one_house(name: str, lender: str) -> bool:
    """Whether the one is the other, a branch or a centre of it."""
    first, second = (_FORM.sub("", each) for each in (name, lender))
    return first.startswith(second) or second.startswith(first)


def asked_about(case: Case, debt: Debt) -> Contact | None:
    """The last talk up to the day in which a paper was handed in or a number given; None without one.

    What a mediator, an authority or a keeper of credit records was given is not asked of the creditor.
    """
    talks = (one for one in reversed(held(case, debt)) if one.level not in OUTSIDE and not about_record(debt, one))
    return next((one for one in talks if one.sent or one.ref), None)


def waits_for_a_letter(case: Case, debt: Debt, talk: Contact) -> bool:
    """Whether the other side asked in ``talk`` for an application or papers, and none was ever handed in."""
    return bool(_IN_WRITING.search(talk.reply or "")) and not any(one.sent for one in held(case, debt))


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
    return any(day.date() <= until for days in came for day in days[bisect(days, talk.moment) :][:1])


@worked_out_once
def _told_under(debt: Debt) -> Mapping[str, list[datetime]]:
    """When the other side told something, and did more than ask for payment, under each number, in order."""
    came: dict[str, list[datetime]] = {}
    for one in sorted(debt.contacts, key=lambda one: one.moment):
        if one.ref and _sent(one) and not asks_nothing(one):
            came.setdefault(one.ref, []).append(one.moment)
    return came


@worked_out_once
def _decided(debt: Debt) -> Mapping[bool, list[datetime]]:
    """When consents and refusals that they sent came, in order: the lender's on repayment, anybody's on a record."""
    came: Mapping[bool, list[datetime]] = {False: [], True: []}
    for one in sorted(debt.contacts, key=lambda one: one.moment):
        if one.outcome is Outcome.ACCEPTED or (_sent(one) and one.outcome is Outcome.REFUSED):
            on_record = about_record(debt, one)
            if on_record or not by_others(debt, one):
                came[on_record].append(one.moment)
    return came


def _sent(contact: Contact) -> bool:
    return contact.direction is Direction.INCOMING


def _left_open(contact: Contact) -> bool:
    return _sent(contact) and contact.outcome is Outcome.PENDING


def about_record(debt: Debt, contact: Contact) -> bool:
    """Whether a talk was about a credit record alone: it is none about repayment, and its answer is no word on that.

    What came back on an objection is: under its number, or in words about a record and none about repayment.
    """
    if _RECORD_OFFICE.search(contact.organisation or "") or _on_record(contact):
        return True
    if contact.sent:
        return False
    made = [one for one in _objections(debt) if one.moment <= contact.moment]
    if contact.ref and any(contact.ref == one.ref for one in made):
        return True
    return bool(made) and _sent(contact) and words_on_record(contact) and not words_on_plan(contact)


@worked_out_once
def _objections(debt: Debt) -> tuple[Contact, ...]:
    return tuple(one for one in debt.contacts if _on_record(one))


def _on_record(contact: Contact) -> bool:
    return bool(contact.sent) and _RECORD_PAPERS.issuperset(contact.sent)


def words_on_record(contact: Contact) -> bool:
    """Whether what was said speaks of a record, of checking it or correcting it."""
    return bool(_RECORD_WORDS.search(_words(contact)))


def words_on_plan(contact: Contact) -> bool:
    """Whether what was said speaks of repayment."""
    return bool(_PLAN_WORDS.search(_words(contact)))


def _words(contact: Contact) -> str:
    return f"{contact.summary or ''}\n{contact.reply or ''}"


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


COMPLAINTS: Final = frozenset({Level.CONSUMER_PROTECTION, Level.HEAD_OFFICE, Level.REGULATOR})
"""Where a talk is a complaint."""


def complained(case: Case, debt: Debt) -> Contact | None:
    """The last complaint that was given a number; None without one."""
    own = (one for one in reversed(held(case, debt)) if one.direction is Direction.OUTGOING)
    return next((one for one in own if one.level in COMPLAINTS and one.ref), None)
