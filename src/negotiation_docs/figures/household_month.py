"""The household's month: income less essentials, what other debts take as agreed and the reserve."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.facts import Case, Earner
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan, total
from negotiation_docs.figures.household import monthly
from negotiation_docs.figures.wording import amount
from negotiation_docs.notebook import Axes, frame, table
from negotiation_docs.question import worked_out_once


class Budget(Struct, frozen=True):
    """元 a month, except ``realisable`` (元 that assets would bring once).

    ``essentials`` = ``fixed`` + ``flexible``; ``priority_debts`` is the part of ``other_debts`` that comes first;
    ``reserve`` is kept back for what nobody foresees; ``own_income`` is what the borrower earns of ``income``.
    ``disposable`` = ``income`` − ``essentials`` − ``other_debts`` − ``reserve`` and may be negative.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> month = nd.budget(case)
    >>> month.essentials, month.disposable
    (Decimal('4650.00'), Decimal('2350.00'))
    """

    income: Decimal
    regular_income: Decimal
    fixed: Decimal
    flexible: Decimal
    other_debts: Decimal
    priority_debts: Decimal
    realisable: Decimal = ZERO
    irregular_income: Decimal = ZERO
    reserve: Decimal = ZERO
    own_income: Decimal = ZERO

    @property
    def essentials(self) -> Decimal:
        """必要支出, fixed and flexible."""
        return total((self.fixed, self.flexible))

    @property
    def disposable(self) -> Decimal:
        """可用于偿还."""
        return to_yuan(to_fen(self.income) - sum(map(to_fen, (self.essentials, self.other_debts, self.reserve))))

    @property
    def regular_disposable(self) -> Decimal:
        """What 稳定 income alone would leave; what the file does not call irregular counts as regular."""
        return to_yuan(to_fen(self.disposable) - to_fen(self.irregular_income))

    @property
    def own_disposable(self) -> Decimal:
        """What the borrower's own income alone would leave."""
        return to_yuan(to_fen(self.disposable) - to_fen(self.income) + to_fen(self.own_income))

    @property
    def nothing_left(self) -> bool:
        """Whether no plan may be offered out of income."""
        return self.disposable <= 0

    def to_frame(self) -> Any:  # noqa: ANN401 - pandas is the host's, and no dependency
        """元 a month as a pandas DataFrame, a line each, with exact Decimals; ModuleNotFoundError without pandas."""
        lines = (*self.__struct_fields__, "essentials", "disposable")
        return frame({"line": lines, "amount": [getattr(self, name) for name in lines]}, "line")

    @told
    def plot(self, ax: Axes | None = None) -> Any:  # noqa: ANN401 - matplotlib's own
        """Steps from the income down to what is left, on matplotlib's ``ax`` or its own; needs the extra ``plot``."""
        from negotiation_docs.figures.plots import plot_budget  # noqa: PLC0415  # only a notebook needs it

        return plot_budget(self, ax)

    def _repr_html_(self) -> str:
        lines = {
            "收入": self.income,
            "必要支出": self.essentials,
            "其他债务": self.other_debts,
            **({"备用金": self.reserve} if self.reserve else {}),
            "可用于偿还": self.disposable,
        }
        rows = [(label, amount(sum_)) for label, sum_ in lines.items()]
        return table("lr", (), rows, caption="每月收支（元）", total=True)


@worked_out_once
def household_month(case: Case) -> Budget | None:
    """The month before any debt of the case is paid; None while income or essentials are not stated."""
    finances = case.finances
    if finances is None or finances.income is None or finances.essentials is None:
        return None
    essentials, debts = finances.essentials, finances.other_debts
    return Budget(
        income=total(monthly(line) for line in finances.income),
        regular_income=total(monthly(line) for line in finances.income if line.regular),
        fixed=total(monthly(line) for line in essentials if line.fixed),
        flexible=total(monthly(line) for line in essentials if not line.fixed),
        other_debts=total(other.monthly for other in debts),
        priority_debts=total(other.monthly for other in debts if other.priority),
        realisable=total(asset.amount or ZERO for asset in finances.assets or () if asset.realisable),
        irregular_income=total(monthly(line) for line in finances.income if line.regular is False),
        reserve=finances.reserve or ZERO,
        own_income=total(monthly(line) for line in finances.income if line.earner is Earner.SELF),
    )
