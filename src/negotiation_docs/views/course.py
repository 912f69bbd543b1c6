"""The course of a plan: what its schedule alone decides about the sentences and the table that tell it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from negotiation_docs.figures.fen import ZERO
from negotiation_docs.figures.rows import Group, Row, Schedule
from negotiation_docs.lazy import lazy

SAME_DAY_ALL_YEAR = 28  # from the 29th on, some months pay on their last day
LAST_DAY = 31
MONTHS = 12
DECLINING_FROM = 4  # so many different amounts are described by their course, not one by one


class Down(Struct, frozen=True):
    """首付款 in 元 and its day."""

    amount: Decimal
    date: date


class PlanRow(Struct, frozen=True):
    """One line of the table in 元: ``payment = principal + cost``; ``cost`` is interest and charges together."""

    period: int
    due: date
    payment: Decimal
    principal: Decimal
    cost: Decimal
    balance: Decimal


class Course(Struct, frozen=True, dict=True):
    """A schedule as papers speak of it; money in 元. ``anchor`` is the day of the month that the plan names.

    What is called principal and total counts the instalments; balance_principal and grand_total the down payment too.
    """

    schedule: Schedule
    anchor: date

    @lazy
    def instalments(self) -> tuple[Row, ...]:
        """The rows without the down payment."""
        return self.schedule.instalments

    @lazy
    def rows(self) -> tuple[PlanRow, ...]:
        """The lines of the table, for the paper that has one."""
        return tuple(
            PlanRow(row.period, row.due, row.payment, row.principal, row.interest + row.charges, row.balance)
            for row in self.instalments
        )

    @property
    def interval(self) -> int:
        """From one instalment to the next, in months."""
        return self.schedule.every

    @property
    def annual_rate(self) -> Decimal:
        """The interest the plan itself bears a year."""
        return self.schedule.annual_rate

    @property
    def periods(self) -> int:
        """The number of instalments."""
        return len(self.instalments)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Runs of equal instalments."""
        return self.schedule.groups

    @lazy
    def declining(self) -> bool:
        """Told as a falling course instead of amount by amount; charges that only the last bears are told beside it."""
        own = [row.payment for row in self.instalments]
        own[-1] -= self.last_charges
        return len(self.groups) >= DECLINING_FROM and all(later <= earlier for earlier, later in pairwise(own))

    @property
    def last_charges(self) -> Decimal:
        """Charges run up before that the last instalment alone bears."""
        first, last = self.instalments[0], self.instalments[-1]
        return last.charges - first.charges if last.charges > first.charges and not first.charges else ZERO

    @lazy
    def level(self) -> bool:
        """All instalments alike, but for the odd 分 in the first or last."""
        return len(self.groups) == 1 or (len(self.groups) == 2 and abs(self.first_payment - self.last_payment) < 1)

    @property
    def first_payment(self) -> Decimal:
        """The first instalment."""
        return self.schedule.first

    @property
    def last_payment(self) -> Decimal:
        """The last instalment."""
        return self.schedule.last

    @property
    def highest(self) -> Decimal:
        """The highest instalment."""
        return self.schedule.largest

    @lazy
    def usual(self) -> Decimal:
        """The most frequent instalment."""
        return Counter(row.payment for row in self.instalments).most_common(1)[0][0]

    @property
    def usual_is_highest(self) -> bool:
        """No instalment is higher than the most frequent one, but for the odd 分."""
        return self.highest - self.usual < 1

    @property
    def first_due(self) -> date:
        """The day of the first instalment."""
        return self.instalments[0].due

    @property
    def last_due(self) -> date:
        """The day of the last instalment."""
        return self.instalments[-1].due

    @property
    def pay_day(self) -> int:
        """The day of the month."""
        return self.anchor.day

    @property
    def month_end(self) -> bool:
        """Paid on the last day of each month."""
        return self.anchor.day == LAST_DAY

    @property
    def pay_months(self) -> tuple[int, ...]:
        """The months of the year in which an interval that divides it pays: quarterly from January on, 1, 4, 7, 10."""
        every = self.interval
        return () if MONTHS % every else tuple(range((self.anchor.month - 1) % every + 1, MONTHS + 1, every))

    @property
    def shortened(self) -> bool:
        """Some months lack the pay day (29th, 30th) and pay on their last: February, where it is among them."""
        february = not self.pay_months or 2 in self.pay_months
        return february and SAME_DAY_ALL_YEAR < self.anchor.day < LAST_DAY

    @lazy
    def down_payment(self) -> Down | None:
        """首付款, if there is one."""
        row = self.schedule.down_payment
        return Down(row.payment, row.due) if row else None

    @property
    def balance_principal(self) -> Decimal:
        """The principal repaid in all."""
        return self.schedule.principal

    @property
    def principal(self) -> Decimal:
        """The principal repaid in instalments."""
        return self.schedule.principal - (self.down_payment.amount if self.down_payment else 0)

    @property
    def interest(self) -> Decimal:
        """The interest the plan itself bears."""
        return self.schedule.interest

    @property
    def gap_interest(self) -> Decimal:
        """What the first instalment bears beyond a period's interest because it falls due late."""
        return self.schedule.gap_interest

    @property
    def charges(self) -> Decimal:
        """Charges already run up that the plan pays."""
        return self.schedule.charges

    @property
    def total(self) -> Decimal:
        """All instalments together."""
        return self.schedule.total - (self.down_payment.amount if self.down_payment else 0)

    @property
    def grand_total(self) -> Decimal:
        """Every payment."""
        return self.schedule.total

    @property
    def grand_interest(self) -> Decimal:
        """Interest and charges together."""
        return self.schedule.interest + self.schedule.charges
