"""收支情况: what comes in and what must go out in a month, what else is owed, and what there is."""

from typing import Annotated

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.marks import LENDER, TEXT
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.plain import Evidence, Flag, Ordinal
from negotiation_docs.facts.values.prose import Line, Name


class Income(Facts):
    """收入, one line: 元 a month; ``regular`` is None when the file does not say."""

    name: Annotated[Name, TEXT] = Field(title="项目")
    amount: Money = Field(title="金额")
    regular: Flag | None = Field(None, title="稳定")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class Expense(Facts):
    """必要支出, one line: 元 a month; what is not ``fixed`` is flexible."""

    name: Annotated[Name, TEXT] = Field(title="项目")
    amount: Money = Field(title="金额")
    fixed: Flag = Field(False, title="固定")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class OtherDebt(Facts):
    """其他债务: paid as agreed and not negotiated here; ``monthly`` is always deducted."""

    creditor: Annotated[Name, LENDER] = Field(title="债权人或种类", json_schema_extra={"also": ["债权人"]})
    balance: Money | None = Field(None, title="余额")
    monthly: Money = Field(title="月还款")
    priority: Flag = Field(False, title="优先")
    overdue: Flag = Field(False, title="逾期")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class Asset(Facts):
    """资产, one line: its value in 元 may be left out."""

    name: Annotated[Name, TEXT] = Field(title="名称")
    amount: Money | None = Field(None, title="金额")
    realisable: Flag = Field(False, title="可变现")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class Finances(Facts):
    """收支情况, a month. ``income`` is None when it was not stated and ``()`` when there is none; so are the others."""

    as_of: Day | None = Field(None, title="截至日期")
    household_size: Ordinal | None = Field(None, title="家庭人口")
    income: tuple[Income, ...] | None = Field(None, title="收入")
    essentials: tuple[Expense, ...] | None = Field(None, title="必要支出")
    other_debts: tuple[OtherDebt, ...] = Field((), title="其他债务")
    assets: tuple[Asset, ...] | None = Field(None, title="资产")
