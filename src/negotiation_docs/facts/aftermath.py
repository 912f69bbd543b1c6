"""What follows an agreement or a refusal: payments, a deferral, a change, a step up, and the credit report."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.plan import PartialPlan
from negotiation_docs.facts.values.days import Day, Since, Until
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import fault, refusal
from negotiation_docs.facts.values.marks import NUMBER, QUOTED, SPOKEN, TEXT, THIRD
from negotiation_docs.facts.values.money import PositiveMoney
from negotiation_docs.facts.values.plain import Evidence, Periods
from negotiation_docs.facts.values.prose import Line, Name, Prose
from negotiation_docs.facts.values.terms import DisputeAddressee, DisputeKind, GapInterest, Level


class Payment(Facts):
    """已还款, after the day of the balance: 元."""

    date: Day = Field(title="日期")
    amount: PositiveMoney = Field(title="金额")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="编号")
    evidence: Evidence = Field((), title="证据")


class PaymentHoliday(Facts):
    """暂缓期间: the months without instalments, both included."""

    start: Since = Field(alias="from", title="起")
    to: Until = Field(title="止")

    def faults(self) -> Iterator[Problem]:
        """A period ends no earlier than it begins."""
        if self.to < self.start:
            yield fault(("to",), "deferral_order", "暂缓期间的止日早于起日", "请核对这两个月份", (("from",),))


class Deferral(Facts):
    """延期申请: one instalment, from its day (``from`` in the file, ``start`` here) ``to`` another, or a holiday."""

    instalment: Periods | None = Field(None, title="期次")
    amount: PositiveMoney | None = Field(None, title="该期金额")
    start: Day | None = Field(None, alias="from", title="原还款日")
    to: Day | None = Field(None, title="延至")
    holiday: PaymentHoliday | None = Field(None, title="暂缓期间")
    reason: Annotated[Line, TEXT] = Field(title="理由")
    gap_interest: GapInterest = Field(GapInterest.CONTRACT, title="延期利息")
    evidence: Evidence = Field((), title="证据")

    def faults(self) -> Iterator[Problem]:
        """A deferral goes forward, of one instalment or over some months."""
        if self.start is not None and self.to is not None and self.to <= self.start:
            yield fault(("to",), "deferral_order", "延至的日期不晚于原还款日", "请核对这两个日期", (("from",),))
        if self.holiday is not None:
            if self.start is not None or self.to is not None or self.instalment is not None:
                hint = "延一期的写期次、原还款日和延至；连续几个月不还的，只写暂缓期间"
                yield fault(("holiday",), "deferral_holiday", "暂缓期间与延期一期只写一种", hint, (("from",), ("to",)))
            return
        for name, label in (("from", "原还款日"), ("to", "延至")):
            if (self.start if name == "from" else self.to) is None:
                hint = "如 2026-12-20；连续几个月不还的，改写暂缓期间"
                yield fault((name,), "missing", f"缺少{label}", hint, (("holiday",),), absent=True)


class MakeUp(Facts):
    """补交: a missed instalment is paid on its own, by a day."""

    pay_by: Day = Field(title="补交日期")


def _arrears(value: object, info: ValidationInfo) -> MakeUp | str:
    if isinstance(value, (Mapping, MakeUp)):
        return MakeUp.model_validate(value, context=info.context)
    if isinstance(value, str) and value.strip() in ("spread", "并入其后各期"):
        return "spread"
    hint = "并入其后各期写 spread；另行补交的写补交日期，如 {pay_by: 2027-07-10}"
    raise refusal("arrears", "欠付款的写法不对", hint)


_ARREARS_SCHEMA = {"anyOf": [{"enum": ["spread", "并入其后各期"]}, {"type": "object"}]}


class Change(PartialPlan):
    """变更申请: what differs from the agreed plan from one instalment on; None as arrears means spread."""

    from_instalment: Periods | None = Field(None, title="起始期次")
    arrears: Annotated[Literal["spread"] | MakeUp | None, Door(_arrears, _ARREARS_SCHEMA, informed=True)] = Field(
        None, title="欠付款"
    )


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
    """征信异议: what the report shows and what is true; with ``kind: statement`` the borrower's own note.

    ``branch`` of the People's Bank takes a complaint about how the objection was dealt with.
    """

    kind: DisputeKind = Field(DisputeKind.ERROR, title="种类")
    addressee: DisputeAddressee = Field(DisputeAddressee.LENDER, title="受理单位")
    item: Annotated[Line | None, SPOKEN] = Field(None, title="异议信息")
    report: Annotated[Name | None, NUMBER] = Field(None, title="报告编号")
    queried: Day | None = Field(None, title="查询日期")
    shown: Annotated[Line, QUOTED] = Field(title="报告记载")
    actual: Annotated[Prose | None, SPOKEN] = Field(None, title="实际情况")
    branch: Annotated[Name | None, THIRD] = Field(None, title="人民银行分支机构")
    evidence: Evidence = Field((), title="证据")

    def faults(self) -> Iterator[Problem]:
        """Who disputes a record says what is true; in a note of one's own the hardship stands in."""
        if self.kind is DisputeKind.ERROR and self.actual is None:
            hint = "请写实际情况，如“该期款项已于2026年3月18日足额偿还”"
            yield fault(("actual",), "missing", "缺少实际情况", hint, (("kind",),), absent=True)
