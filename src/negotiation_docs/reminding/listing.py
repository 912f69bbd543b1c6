"""``reminders``: the days ahead of a case, worded and named for a calendar."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from hashlib import pbkdf2_hmac, sha256
from itertools import chain
from typing import Final

from negotiation_docs.arguments import told
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.names import Stop
from negotiation_docs.question import question
from negotiation_docs.reminding.days import NOT_ADVICE, after_settlement, of_complaint, of_steps, reviews
from negotiation_docs.reminding.instalments import instalments
from negotiation_docs.reminding.noted import Noted
from negotiation_docs.reminding.reminder import Reminder, Reminders
from negotiation_docs.reminding.wording import sort
from negotiation_docs.steps.listing import next_steps
from negotiation_docs.writers.calendar import DOMAIN

_ROUNDS: Final = 20_000  # so that a name is not found by trying names


@told
@question
@in_our_context
def reminders(
    case: Case,
    debt: str | None = None,
    *,
    on: date | None = None,
    discreet: bool = False,
    acknowledge: Collection[Stop] = (),
) -> Reminders:
    """Every day ahead of ``case`` as of its ``dated``, or as of the day ``on``, for a calendar.

    Instalments that are not recorded as paid (of a plan that is not confirmed in writing as 拟还款), promises of both
    sides, answers awaited, evidence to be handed in, days of courts and of complaints (as advice), a review of the
    budget each quarter (``finances.review``, else three months after ``finances.as_of``) and the credit report once a
    year (征信业管理条例第十七条: two are free). ``discreet`` names neither lender nor what was said, for a calendar
    that others see. ``acknowledge`` is as for ``check``. With a ``debt`` (its id) only the days of that one are told.
    Raises FactsError if there is no such debt.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.reminders(case, discreet=True).save("还款.ics").name
    '还款.ics'
    """
    seen = case.as_of(on)
    steps = next_steps(seen, acknowledge=acknowledge)
    key = _key(seen)
    found: list[tuple[Debt | None, Noted]] = []
    for owed in seen.debts if debt is None else (seen.debt(debt),):
        own = (
            instalments(seen, owed),
            of_steps(steps, owed.id),
            of_complaint(seen, owed),
            after_settlement(seen, owed),
        )
        found += ((owed, one) for one in chain(*own))
    if debt is None:
        found += [(None, one) for one in of_steps(steps, None)]
        found += [(None, one) for one in reviews(seen, [one for _, one in found])]
    found.sort(key=lambda each: each[1].day)
    return Reminders(seen.dated, tuple(_named(seen, owed, one, key, discreet=discreet) for owed, one in found))


def _named(case: Case, debt: Debt | None, one: Noted, key: bytes, *, discreet: bool) -> Reminder:
    name = ".".join(part for part in (debt.id if debt else "case", one.kind, one.mark) if part)
    about = "。".join(_about(one, discreet=discreet))
    return Reminder(
        id=name,
        kind=one.kind,
        debt=debt.id if debt else None,
        day=one.day,
        title=_quiet(case, debt, one) if discreet else f"{debt.creditor.name} {one.title}" if debt else one.title,
        about=about,
        uid=f"{sha256(key + _matter(name, one.kind).encode()).hexdigest()[:32]}{DOMAIN}",
        alarms=sort(one.kind).alarms,
        proposed=one.proposed,
        advice=one.advice,
    )


def _about(one: Noted, *, discreet: bool) -> Iterator[str]:
    if not discreet:
        yield one.about
        return
    yield "详细内容见案件文件"
    if one.advice:
        yield NOT_ADVICE


def _quiet(case: Case, debt: Debt | None, one: Noted) -> str:
    """The title without a lender: 还款提醒 第3期; of several debts their place in the file."""
    which = f"（第{debt_number(case, debt) + 1}笔）" if debt and len(case.debts) > 1 else ""
    return f"{sort(one.kind).quiet}{f' {one.quiet}' if one.quiet else ''}{which}"


def _matter(name: str, kind: str) -> str:
    """What stays the same of an instalment when its plan is confirmed: the event is updated and not doubled."""
    return name.replace(".proposed.", ".instalment.", 1) if kind == "proposed" else name


def _key(case: Case) -> bytes:
    """Tells the calendars of two people apart, without telling who they are."""
    who = f"{case.borrower.name}\n{case.borrower.id_number or ''}"
    return pbkdf2_hmac("sha256", who.encode(), b"negotiation_docs reminders", _ROUNDS)
