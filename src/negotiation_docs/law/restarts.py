"""When the limitation period (诉讼时效) of a debt began for the last time, and when it ends.

民法典188 three years · 189 a debt in instalments: from the end of the last one · 192 who agrees to perform afterwards
has no defence any more · 195 a demand, an admission, a suit or the like begin it anew, and so do, by 诉讼时效规定,
demands that should have arrived (8), the filing of a suit (10), payment orders, arbitration and preservation (11),
mediation (12), requests for instalments, part payments and plans (14), the notice of a transfer (17).
What the creditor does works only while the period runs (8); what the debtor does always works (192, 诉讼时效规定19).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Stage
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.schedule import agreed_schedule
from negotiation_docs.law.demands import is_demand, is_offer

MONTHS = 36
"""民法典188: three years."""
DECIDED = frozenset({Stage.JUDGMENT, Stage.ENFORCEMENT})
"""Stages at which a court has spoken: what runs from then on is the time for enforcement, not limitation."""


class Restart(Struct, frozen=True, order=True):
    """Something done on ``day``; the period runs anew from ``since``, which may be later (an agreed last instalment).

    What was ``done`` by the debtor always works, what the creditor did only while the period ran. So it is with what
    was only spoken of, or is only logged: after its end a letter would first give the proof.
    """

    day: date
    since: date
    reason: str
    done: Literal["debtor", "creditor", "spoken"]


class Period(Struct, frozen=True):
    """The period that runs: from ``start`` because of ``reason`` until the end of the day ``end``.

    ``in_vain`` are acts of the creditor after the end of an earlier day, which began nothing.
    """

    start: date
    reason: str
    in_vain: tuple[Restart, ...] = ()

    @property
    def end(self) -> date:
        """The last day on which the creditor is in time."""
        return add_months(self.start, MONTHS)


def period(case: Case, debt: Debt) -> Period | None:
    """The limitation period of ``debt`` on the day of the letters; None while no day is known from which it runs."""
    running = _first(debt)
    in_vain: list[Restart] = []
    for act in sorted(_restarts(case, debt)):
        if running is None:
            if act.done == "debtor":
                running = Period(act.since, act.reason)
        elif act.done != "debtor" and act.day > running.end:
            in_vain += [act] if act.done == "creditor" else []
        elif act.since > running.start:
            running = Period(act.since, act.reason)
            in_vain.clear()
    return Period(running.start, running.reason, tuple(in_vain)) if running else None


def _first(debt: Debt) -> Period | None:
    """From when it runs by the contract: the whole debt called in, the last instalment, or the due day."""
    contract = debt.contract
    if contract.accelerated:
        return Period(contract.accelerated, "宣布提前到期")
    last = add_months(contract.first_due, contract.periods - 1) if contract.first_due and contract.periods else None
    ends = None if debt.creditor.is_card else contract.ends
    days = ((debt.due, "最早逾期还款日"), (last, "合同最后一期到期"), (ends, "合同到期"))
    known = [Period(day, reason) for day, reason in days if day]
    return max(known, key=lambda one: one.start, default=None)


def _restarts(case: Case, debt: Debt) -> Iterator[Restart]:
    """Every act up to the day of the letters that may begin the period anew."""
    for act in (*_own(case, debt), *_of_the_creditor(case, debt)):
        if act.day <= case.dated:
            yield act


def _own(case: Case, debt: Debt) -> Iterator[Restart]:
    if debt.last_acknowledged:
        yield Restart(debt.last_acknowledged, debt.last_acknowledged, "最近一次还款或承认债务", "debtor")
    for payment in debt.payments:
        yield Restart(payment.date, payment.date, "最近一次还款", "debtor")
    for contact in debt.contacts:
        if is_offer(contact):
            yield Restart(contact.day, contact.day, "本人提出还款或请求分期", "spoken")
    if debt.agreement is None:
        return
    yield Restart(debt.agreement.day, debt.agreement.day, "协商还款", "spoken")
    if debt.agreement.confirmed:
        day = debt.agreement.confirmed.date
        yield Restart(day, max(day, _last_agreed(case, debt) or day), "书面确认的方案最后一期到期", "debtor")


def _last_agreed(case: Case, debt: Debt) -> date | None:
    """民法典189 for the agreed plan; None where it cannot be computed."""
    try:
        return agreed_schedule(case, debt.id).last_due
    except FactsError:
        return None


def _of_the_creditor(case: Case, debt: Debt) -> Iterator[Restart]:
    if debt.last_demanded:
        yield Restart(debt.last_demanded, debt.last_demanded, "最近一次催收", "creditor")
    for contact in debt.contacts:
        if is_demand(contact):
            yield Restart(contact.day, contact.day, "最近一次催收", "creditor")
    seller, suit = debt.creditor.transferred_from, debt.litigation
    if seller and seller.notice:
        yield Restart(seller.notice, seller.notice, "收到债权转让通知", "creditor")
    if suit:  # 民法典195: it runs anew only when the proceeding is over
        yield Restart(suit.received or case.dated, case.dated, "收到法律文书", "creditor")
