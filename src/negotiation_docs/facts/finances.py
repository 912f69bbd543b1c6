"""收支情况: what comes in and what must go out, what else is owed, and what there is."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.household import Member, PropertyChange, Support
from negotiation_docs.facts.values.days import Day, Since
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.marks import LENDER, TEXT, THIRD
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.persons import AssetClass, Earner, Frequency
from negotiation_docs.facts.values.plain import Evidence, Flag, Ordinal
from negotiation_docs.facts.values.prose import Line, Name


class Actual(Facts):
    """各月实际: 元 of each month from ``start`` (``from`` in the file) on."""

    start: Since = Field(alias="from", title="起始月")
    amounts: tuple[Money, ...] = Field(title="各月金额")


class Income(Facts):
    """收入, one line: 元 every ``every``, or what the months really brought.

    ``regular`` is None when the file does not say. What it comes to a month is a figure (``figures.household``).
    """

    name: Annotated[Name, TEXT] = Field(title="项目")
    amount: Money | None = Field(None, title="金额")
    every: Frequency = Field(Frequency.MONTH, title="周期")
    actual: Actual | None = Field(None, title="各月实际")
    earner: Earner = Field(Earner.SELF, title="收入人")
    regular: Flag | None = Field(None, title="稳定")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")

    def faults(self) -> Iterator[Problem]:
        """An amount, or the months it is the average of."""
        reads = (("actual",), ("amount",))
        if self.amount is None and self.actual is None:
            hint = "请写每月金额；各月不同的，写各月实际：{from: 2026-08, amounts: [8000, 8600]}"
            yield fault(("amount",), "income_amount", "缺少金额", hint, reads, absent=True)
        elif self.actual is not None and (self.amount is not None or self.every is not Frequency.MONTH):
            hint = "写了各月实际的，金额由程序取平均，请删去金额和周期"
            yield fault(("actual",), "income_amount", "金额、周期与各月实际只写一种", hint, (*reads, ("every",)))
        elif self.actual is not None and not self.actual.amounts:
            yield fault(
                ("actual", "amounts"), "income_amount", "各月实际里没有金额", "请按月写，没有收入的月写 0", reads
            )


class Expense(Facts):
    """必要支出, one line: 元 every ``every``; what is not ``fixed`` is flexible."""

    name: Annotated[Name, TEXT] = Field(title="项目")
    amount: Money = Field(title="金额")
    every: Frequency = Field(Frequency.MONTH, title="周期")
    fixed: Flag = Field(False, title="固定")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class OtherDebt(Facts):
    """其他债务: paid as agreed and not negotiated here; ``monthly`` is always deducted."""

    creditor: Annotated[Name, LENDER] = Field(title="债权人或种类", json_schema_extra={"also": ["债权人"]})
    balance: Money | None = Field(None, title="余额")
    monthly: Money = Field(title="月还款")
    priority: Flag = Field(False, title="优先")
    overdue: Flag | None = Field(None, title="逾期")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class Asset(Facts):
    """资产, one line: its value in 元 may be left out; ``category`` (``class`` in the file) is for property reports."""

    name: Annotated[Name, TEXT] = Field(title="名称")
    amount: Money | None = Field(None, title="金额")
    realisable: Flag = Field(False, title="可变现")
    category: AssetClass | None = Field(None, alias="class", title="类别")
    basis: Annotated[Line | None, TEXT] = Field(None, title="估值依据")
    burden: Annotated[Line | None, TEXT] = Field(None, title="抵押查封")
    co_owner: Annotated[Name | None, THIRD] = Field(None, title="共有人")
    holder: Annotated[Name | None, THIRD] = Field(None, title="登记人")
    location: Annotated[Line | None, TEXT] = Field(None, title="所在地")
    note: Annotated[Line | None, TEXT] = Field(None, title="说明")
    evidence: Evidence = Field((), title="证据")


class Finances(Facts):
    """收支情况. ``income`` is None when it was not stated and ``()`` when there is none; so are the others."""

    as_of: Day | None = Field(None, title="截至日期")
    household_size: Ordinal | None = Field(None, title="家庭人口")
    household: tuple[Member, ...] | None = Field(None, title="家庭成员")
    review: Day | None = Field(None, title="复核日期")
    reserve: Money | None = Field(None, title="备用金")
    changes: tuple[PropertyChange, ...] = Field((), title="近一年重大支出和财产变动")
    support: tuple[Support, ...] = Field((), title="生活来源")
    income: tuple[Income, ...] | None = Field(None, title="收入")
    essentials: tuple[Expense, ...] | None = Field(None, title="必要支出")
    other_debts: tuple[OtherDebt, ...] = Field((), title="其他债务")
    assets: tuple[Asset, ...] | None = Field(None, title="资产")
    assets_none: tuple[AssetClass, ...] = Field((), title="没有的资产类别")

    @property
    def persons(self) -> int | None:
        """How many the household is, the borrower included; None when nothing is said of it."""
        return self.household_size or (None if self.household is None else len(self.household) + 1)

    def faults(self) -> Iterator[Problem]:
        """The household is its members and the borrower; no class of assets both is and is not there."""
        if self.household and self.household_size and self.household_size != len(self.household) + 1:
            message = f"家庭人口写了{self.household_size}人，家庭成员连本人是{len(self.household) + 1}人"
            yield fault(("household_size",), "household", message, "请核对；家庭成员里不写本人", (("household",),))
        there = {asset.category for asset in self.assets or ()}
        for place, category in enumerate(self.assets_none):
            if category in there:
                message = f"资产里有“{category.label}”，又写了没有"
                yield fault(("assets_none", place), "assets_none", message, "请删去其中一处", (("assets",),))
