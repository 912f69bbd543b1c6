"""``Review`` and its parts: what ``review`` gives; frozen, and silent about personal data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.figures.fen import to_fen, to_yuan
from negotiation_docs.figures.wording import amount
from negotiation_docs.notebook import table
from negotiation_docs.steps.step import Step

Line = Literal["income", "essentials", "other_debts", "reserve", "disposable"]
LABELS: dict[Line, str] = {
    "income": "收入",
    "essentials": "必要支出",
    "other_debts": "其他债务",
    "reserve": "备用金",
    "disposable": "可用于偿还",
}
"""The lines of a month in words."""


class Shift(Struct, frozen=True):
    """One line of the month, ``before`` and ``after``, in 元 a month.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.review(case, case).shift("income").more
    Decimal('0.00')
    """

    line: Line
    before: Decimal
    after: Decimal

    @property
    def label(self) -> str:
        """The line in Chinese."""
        return LABELS[self.line]

    @property
    def more(self) -> Decimal:
        """元 by which it rose; negative where it fell."""
        return to_yuan(to_fen(self.after) - to_fen(self.before))

    def __repr__(self) -> str:
        return f"Shift({self.line})"


class NewCause(Struct, frozen=True):
    """A cause of hardship that the first case does not have: its name in the case format, its label, since when.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [cause.label for cause in nd.review(case.replace(hardship=None), case).causes]
    ['失业']
    """

    cause: str
    label: str
    since: date | None

    def __repr__(self) -> str:
        return "NewCause()"


class PlanFit(Struct, frozen=True):
    """Whether the plan of one ``debt`` still fits the month, in 元.

    ``monthly`` is its dearest month from now on, ``together`` that of all debts, ``left`` what is disposable;
    ``fits`` is false as well where a lump sum has no source. ``fitted`` tells whether it did so before, None where
    there was no plan.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [(plan.debt, plan.fits) for plan in nd.review(case, case).plans]
    [('bank1', True)]
    """

    debt: str
    monthly: Decimal
    together: Decimal
    left: Decimal
    fits: bool
    fitted: bool | None

    def __repr__(self) -> str:
        return f"PlanFit({self.debt}, fits={self.fits})"


class Review(Struct, frozen=True):
    """The ``shifts`` of the month between two days, the causes that are new, how the ``plans`` fit, what to do.

    ``room`` is what is left each month beyond the dearest month of all plans, in 元; 0.00 where they do not fit.
    ``steps`` are those of the later case that follow from its means: a change to ask for, a report, a paper.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.review(case, case).changed
    False
    """

    before: date
    after: date
    shifts: tuple[Shift, ...]
    causes: tuple[NewCause, ...]
    plans: tuple[PlanFit, ...]
    room: Decimal
    steps: tuple[Step, ...]

    @property
    def changed(self) -> bool:
        """Whether any line of the month differs."""
        return any(shift.more for shift in self.shifts)

    @property
    def too_dear(self) -> tuple[str, ...]:
        """The debts, by id, whose plan no longer fits."""
        return tuple(plan.debt for plan in self.plans if not plan.fits)

    @told
    def shift(self, line: Line) -> Shift:
        """One line of the month."""
        return next(each for each in self.shifts if each.line == line)

    def _repr_html_(self) -> str:
        rows = [(each.label, amount(each.before), amount(each.after), amount(each.more)) for each in self.shifts]
        days = (self.before.isoformat(), self.after.isoformat())
        return table("lrrr", ("每月（元）", *days, "变化"), rows)
