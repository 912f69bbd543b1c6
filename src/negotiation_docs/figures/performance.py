"""What was paid on each instalment of a plan, by the payments recorded: the oldest instalment is served first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Payment
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan, total
from negotiation_docs.figures.granted import as_granted
from negotiation_docs.figures.proposals import agreed, compute
from negotiation_docs.figures.rows import Row, Schedule

Purse = deque[tuple[int, Payment]]
"""分 that no instalment has taken yet, with the payment they came with."""


class Performed(Struct, frozen=True):
    """One instalment (or the down payment) and what is recorded as paid on it, in 元.

    ``refs`` are the numbers of the vouchers, ``days`` the days of the payments, none where nothing is recorded, which
    does not say that nothing was paid.
    """

    row: Row
    paid: Decimal
    refs: tuple[str, ...] = ()
    days: tuple[date, ...] = ()

    @property
    def open(self) -> Decimal:
        """What is not recorded as paid."""
        return to_yuan(to_fen(self.row.payment) - to_fen(self.paid))

    @property
    def open_principal(self) -> Decimal:
        """What of the row's principal is not recorded as paid: a payment goes to interest and charges first."""
        return min(self.open, self.row.principal)

    @property
    def open_charges(self) -> Decimal:
        """What of the row's interest and charges is not recorded as paid."""
        return to_yuan(to_fen(self.open) - to_fen(self.open_principal))

    @property
    def met(self) -> bool:
        """Recorded as paid in full."""
        return not self.open

    @property
    def late(self) -> bool:
        """Recorded as paid in full, but not until after its day; the sum of a settlement may lose its reduction so."""
        return self.met and bool(self.days) and max(self.days) > self.row.due

    @property
    def short(self) -> bool:
        """Recorded as paid in part only."""
        return bool(self.paid) and not self.met


class Performance(Struct, frozen=True):
    """How a plan was kept until a day: its instalments that are over or on which something was paid, in order.

    ``coming`` is the first instalment that is neither over nor paid in full, None after the last; ``left`` is what
    the ``whole`` plan still takes beyond what was paid, in 元. ``ahead`` is what of ``paid`` came before the day of
    its instalment, told once that reaches beyond the next one.
    """

    rows: tuple[Performed, ...]
    paid: Decimal
    coming: Performed | None
    left: Decimal
    whole: Decimal
    ahead: Decimal


def performed(schedule: Schedule, payments: Iterable[Payment], today: date) -> Performance:
    """How ``schedule`` was kept by ``payments``; an instalment due today is over tomorrow."""
    known = tuple(payments)
    every = served(schedule, known)
    rows = tuple(each for each in every if each.paid or each.row.due < today)
    paid = total(each.amount for each in known)
    coming = next((each for each in every if each.row.due >= today and not each.met), None)
    left = to_yuan(max(0, to_fen(schedule.total) - to_fen(paid)))
    beyond = left and sum(each.row.due >= today for each in rows) > 1
    ahead = total(each.paid for each in rows if each.row.due > today) if beyond else ZERO
    return Performance(rows, paid, coming, left, schedule.total, ahead)


def served(schedule: Schedule, payments: Iterable[Payment]) -> tuple[Performed, ...]:
    """Every row of ``schedule`` with what ``payments`` paid on it, the earliest payment and the oldest row first."""
    known = sorted(payments, key=lambda each: each.date)
    purse: Purse = deque((to_fen(each.amount), each) for each in known)
    return tuple(_serve(row, purse) for row in schedule.rows)


def since_agreed(case: Case, debt: Debt) -> list[Payment]:
    """The payments that count towards the agreed plan: from the talk in which it was agreed to the day of the paper."""
    if debt.agreement is None:
        return []
    return [one for one in debt.payments if debt.agreement.day <= one.date <= case.dated]


def performance(case: Case, debt: Debt) -> Performance | None:
    """How the confirmed plan of ``debt`` was kept until the day of the paper; None without a plan that can be computed.

    Payments count from the talk on in which it was agreed.
    """
    plan = agreed(debt)
    if debt.agreement is None or plan is None:
        return None
    try:
        schedule = as_granted(compute(case, debt, plan), debt)
    except FactsError:  # what it lacks is told by the checks
        return None
    return performed(schedule, since_agreed(case, debt), case.dated)


def _serve(row: Row, purse: Purse) -> Performed:
    """Takes what ``row`` needs out of the payments, the earliest first."""
    need, used = to_fen(row.payment), []
    while need and purse:
        left, payment = purse.popleft()
        part = min(need, left)
        need -= part
        used.append(payment)
        if left > part:
            purse.appendleft((left - part, payment))
    refs = tuple(payment.ref for payment in used if payment.ref)
    return Performed(
        row, to_yuan(to_fen(row.payment) - need), refs, tuple(dict.fromkeys(payment.date for payment in used))
    )
