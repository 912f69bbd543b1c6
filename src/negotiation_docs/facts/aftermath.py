"""What follows an agreement or a refusal: payments, a deferral, a change, a step up, and the credit report."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.plan import PartialPlan
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.marks import NUMBER, QUOTED, SPOKEN, TEXT, THIRD
from negotiation_docs.facts.values.money import PositiveMoney
from negotiation_docs.facts.values.plain import Evidence, Periods
from negotiation_docs.facts.values.prose import Line, Name, Prose
from negotiation_docs.facts.values.terms import DisputeKind, GapInterest, Level


class Payment(Facts):
    """已还款, after the day of the balance: 元."""

    date: Day = Field(title="日期")
    amount: PositiveMoney = Field(title="金额")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="编号")
    evidence: Evidence = Field((), title="证据")


class Deferral(Facts):
    """延期申请: one instalment, from its day (``from`` in the file, ``start`` here) ``to`` another."""

    instalment: Periods | None = Field(None, title="期次")
    amount: PositiveMoney | None = Field(None, title="该期金额")
    start: Day = Field(alias="from", title="原还款日")
    to: Day = Field(title="延至")
    reason: Annotated[Line, TEXT] = Field(title="理由")
    gap_interest: GapInterest = Field(GapInterest.CONTRACT, title="延期利息")
    evidence: Evidence = Field((), title="证据")

    def faults(self) -> Iterator[Problem]:
        """A deferral goes forward."""
        if self.to <= self.start:
            yield fault(("to",), "deferral_order", "延至的日期不晚于原还款日", "请核对这两个日期", (("from",),))


class Change(PartialPlan):
    """变更申请: what differs from the agreed plan from one instalment on."""

    from_instalment: Periods | None = Field(None, title="起始期次")


class Escalation(Facts):
    """升级处理: None as level means the first step not yet tried."""

    level: Level | None = Field(None, title="受理层级")
    addressee: Annotated[Name | None, THIRD] = Field(None, title="收件单位")

    def faults(self) -> Iterator[Problem]:
        """Outside the creditor's own house the addressee has to be named."""
        outside = (Level.HEAD_OFFICE, Level.MEDIATION, Level.REGULATOR)
        if self.level in outside and self.addressee is None:
            message = f"升级到{self.level.label}时缺少收件单位"
            yield fault(("addressee",), "addressee", message, "请写收件单位的全称", (("level",),), absent=True)


class Dispute(Facts):
    """征信异议: what the report shows and what is true; with ``kind: statement`` the borrower's own note."""

    kind: DisputeKind = Field(DisputeKind.ERROR, title="种类")
    report: Annotated[Name | None, NUMBER] = Field(None, title="报告编号")
    queried: Day | None = Field(None, title="查询日期")
    shown: Annotated[Line, QUOTED] = Field(title="报告记载")
    actual: Annotated[Prose, SPOKEN] = Field(title="实际情况")
    evidence: Evidence = Field((), title="证据")
