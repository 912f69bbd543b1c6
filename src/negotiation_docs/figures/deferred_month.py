"""Whether a deferred instalment can be paid on its new day: the month of that day, over all debts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Method
from negotiation_docs.figures.beside import months_beside
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.deferral import Deferred, deferred
from negotiation_docs.figures.fen import ZERO, add, subtract, to_fen, to_yuan, total
from negotiation_docs.figures.governing import Instalment, governing, plan_in_force, unpaid
from negotiation_docs.figures.kept import unsettled
from negotiation_docs.figures.pledges import Pledge
from negotiation_docs.figures.promised import held_to, paid_by_another, pledged
from negotiation_docs.question import worked_out_once


class DeferredMonth(Struct, frozen=True):
    """元 in the month of the new day: the deferred ``sum`` with interest, what is due ``besides``, what is there."""

    day: date
    sum: Decimal
    besides: Decimal
    disposable: Decimal

    @property
    def together(self) -> Decimal:
        """All that the month has to pay."""
        return total((self.sum, self.besides))

    @property
    def payable(self) -> bool:
        """Whether the month has it."""
        return to_fen(self.together) <= to_fen(self.disposable)


def deferred_month(case: Case, debt: Debt) -> DeferredMonth | None:
    """The month in which ``debt`` would pay what it defers; None for a holiday, or where no sum follows.

    None also where somebody else pays, for one sum that savings pay, and for instalments of a longer interval, which
    are laid by over its months. Income that was not stated is a FactsError.
    """
    put = deferred(case, debt)
    if put is None or put.holiday or not put.amount or debt.settled_by(case.dated):
        return None
    if _out_of_savings(case, debt, put) or _paid_by_another(case, debt, put):
        return None
    besides = total((*_own(case, debt, put), *_others(case, debt, put.to)))
    return DeferredMonth(put.to, _sum(put), besides, budget(case, debt.id).disposable)


def _paid_by_another(case: Case, debt: Debt, put: Deferred) -> bool:
    plan = held_to(case, debt)
    return put.planned and plan is not None and paid_by_another(debt, plan)


def _out_of_savings(case: Case, debt: Debt, put: Deferred) -> bool:
    """Whether the instalment that is put off is no, or not only a, payment of one month."""
    schedule = plan_in_force(case, debt)
    if schedule is None:
        rows, method = governing(case, debt).rows, debt.contract.method
        last = bool(rows) and rows[-1].due == put.start
        return method is Method.BULLET or len(rows) == 1 or (last and method is Method.INTEREST_FIRST)
    lumps = Pledge(debt.id, schedule, schedule.first_due).lumps()
    return schedule.every > 1 or any(_same_month(lump.due, put.start) for lump in lumps if not lump.gap)


def _sum(put: Deferred) -> Decimal:
    return put.together if put.together is not None else put.amount or ZERO


def _own(case: Case, debt: Debt, put: Deferred) -> Iterator[Decimal]:
    """The other instalments of the month by the terms that govern, as these stay as they are."""
    number = debt.deferral.instalment if debt.deferral else None
    rest = [each for each in unpaid(case, debt) if each.period != number and each.due != put.start]
    lumps = _lumps(case, debt)
    yield from (to_yuan(max(0, to_fen(each.open) - lumps.get(each.due, 0))) for each in _due(rest, put.to))


def _lumps(case: Case, debt: Debt) -> dict[date, int]:
    """分 of each day that no month's income has to bear: a down payment, the principal at the end."""
    schedule = plan_in_force(case, debt)
    lumps = Pledge(debt.id, schedule, schedule.first_due).lumps() if schedule else ()
    return {lump.due: to_fen(lump.amount) for lump in lumps}


def _due(rows: list[Instalment], day: date) -> Iterator[Instalment]:
    yield from (each for each in rows if _same_month(each.due, day))


def _others(case: Case, debt: Debt, day: date) -> Iterator[Decimal]:
    """What is pledged on the other debts; of one that defers its contract's payment, and what it puts off to then."""
    month = (day.year, day.month)
    yield months_beside(case, debt.id).get(month, ZERO)
    put_off = _put_off(case).get(month, {})
    yield subtract(total(put_off.values()), put_off.get(debt.id, ZERO))


@worked_out_once
def _put_off(case: Case) -> Mapping[tuple[int, int], Mapping[str, Decimal]]:
    """(year, month) → {debt id: 元} of the debts that defer, beside what is pledged on them."""
    months: dict[tuple[int, int], dict[str, Decimal]] = defaultdict(dict)
    counted = {each.debt for each in pledged(case)}
    for debt in unsettled(case):
        put = deferred(case, debt)
        if put is None or put.holiday:
            continue
        sums = []
        if not (debt.id in counted and _same_month(put.start, put.to)):
            sums.append((put.to, _sum(put)))
        if debt.id not in counted:
            sums += [(each.due, each.open) for each in unpaid(case, debt) if each.due != put.start]
        for day, sum_ in sums:
            month = months[day.year, day.month]
            month[debt.id] = add(month.get(debt.id, ZERO), sum_)
    return months


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)
