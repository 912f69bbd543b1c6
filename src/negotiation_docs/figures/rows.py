"""A computed schedule: its rows, its totals, and the runs of equal payments that sentences speak of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from msgspec import Struct, field

from negotiation_docs.arguments import told
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.methods import LABELS
from negotiation_docs.lazy import lazy
from negotiation_docs.notebook import Axes, frame


class Row(Struct, frozen=True, gc=False):
    """One payment in 元: ``payment = principal + interest + charges``; ``balance`` is the principal left after it.

    ``period`` counts from 1; 0 is the down payment. ``charges`` are outstanding interest, penalty and fees that the
    plan itself promises to pay (none by default).

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> row = nd.schedule(case).rows[0]
    >>> row.period, row.due.isoformat(), row.payment
    (1, '2026-12-25', Decimal('1440.35'))
    """

    period: int
    due: date
    payment: Decimal
    principal: Decimal
    interest: Decimal
    balance: Decimal
    charges: Decimal = ZERO


class Group(Struct, frozen=True, gc=False):
    """Periods ``first`` to ``last`` (inclusive) that all pay ``payment`` 元.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> first, last, payment = nd.schedule(case).groups[0]
    >>> first, last, payment
    (1, 59, Decimal('1440.35'))
    """

    first: int
    last: int
    payment: Decimal

    def __iter__(self) -> Iterator[int | Decimal]:
        return iter((self.first, self.last, self.payment))

    @property
    def periods(self) -> int:
        """How many payments the run has."""
        return self.last - self.first + 1


class Schedule(Struct, frozen=True, dict=True):
    """A repayment schedule: iterable rows in order of date, down payment first; all totals in 元, exact.

    ``gap_interest`` is what the first instalment bears beyond a period's interest because it falls due late;
    ``every`` is the interval of the instalments in months.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> plan = nd.schedule(case)
    >>> plan.periods, plan.first, plan.last, plan.total
    (60, Decimal('1440.35'), Decimal('1440.72'), Decimal('86421.37'))
    """

    rows: tuple[Row, ...]
    method: str
    annual_rate: Decimal = field(default=ZERO)
    gap_interest: Decimal = field(default=ZERO)
    every: int = 1

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Schedule {self.method} {self.periods} periods, total {self.total}>"

    @lazy
    def instalments(self) -> tuple[Row, ...]:
        """The rows without the down payment."""
        return tuple(row for row in self.rows if row.period)

    @lazy
    def down_payment(self) -> Row | None:
        """The down payment's row, if there is one."""
        return self.rows[0] if self.rows[0].period == 0 else None

    @lazy
    def periods(self) -> int:
        """The number of instalments."""
        return len(self.instalments)

    @lazy
    def label(self) -> str:
        """The method's Chinese name."""
        return LABELS[self.method]

    @lazy
    def total(self) -> Decimal:
        """还款总额: every payment, the down payment included."""
        return total(row.payment for row in self.rows)

    @lazy
    def principal(self) -> Decimal:
        """The principal repaid."""
        return total(row.principal for row in self.rows)

    @lazy
    def interest(self) -> Decimal:
        """The interest that the plan itself bears."""
        return total(row.interest for row in self.rows)

    @lazy
    def charges(self) -> Decimal:
        """Outstanding interest, penalty and fees paid through the plan."""
        return total(row.charges for row in self.rows)

    @lazy
    def first(self) -> Decimal:
        """The first instalment."""
        return self.instalments[0].payment

    @lazy
    def last(self) -> Decimal:
        """The last instalment."""
        return self.instalments[-1].payment

    @lazy
    def largest(self) -> Decimal:
        """The largest instalment."""
        return max(row.payment for row in self.instalments)

    @lazy
    def first_due(self) -> date:
        """The due date of the first instalment."""
        return self.instalments[0].due

    @lazy
    def last_due(self) -> date:
        """结清日: the due date of the last instalment."""
        return self.rows[-1].due

    @lazy
    def groups(self) -> tuple[Group, ...]:
        """Runs of equal instalments, as in 第1至59期每期1,440.35元，第60期1,440.72元."""
        runs = (tuple(run) for _, run in groupby(self.instalments, key=lambda row: row.payment))
        return tuple(Group(run[0].period, run[-1].period, run[0].payment) for run in runs)

    def to_frame(self) -> Any:  # noqa: ANN401 - pandas is the host's, and no dependency
        """The rows as a pandas DataFrame, a column each, with exact Decimals; ModuleNotFoundError without pandas."""
        return frame({name: [getattr(row, name) for row in self.rows] for name in Row.__struct_fields__}, "period")

    @told
    def plot(self, ax: Axes | None = None) -> Any:  # noqa: ANN401 - matplotlib's own
        """Bars of what each payment is made of, on matplotlib's ``ax`` or axes of its own; needs the extra ``plot``."""
        from negotiation_docs.figures.plots import plot_schedule  # noqa: PLC0415  # only a notebook needs it

        return plot_schedule(self, ax)

    def _repr_html_(self) -> str:
        """A small table for notebooks; a long schedule shows its first eight and last four rows."""
        from negotiation_docs.figures.shown import schedule_table  # noqa: PLC0415  # only a notebook needs it

        return schedule_table(self)
