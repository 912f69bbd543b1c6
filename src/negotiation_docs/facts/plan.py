"""还款方案: what the borrower proposes; an alternative, an agreed plan and a change say only what differs from it."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.plan_parts import DayCount, DownPayment, Settlement, Step, Waiver
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.marks import CLAUSE, TEXT
from negotiation_docs.facts.values.plain import Flag, Periods
from negotiation_docs.facts.values.prose import Line
from negotiation_docs.facts.values.rate import Rate
from negotiation_docs.facts.values.terms import HolidayShift, Interval, Method, Remainder, RemainingCharges


class PartialPlan(Facts):
    """Terms of a plan; None is inherited from the plan it differs from."""

    method: Method | None = Field(None, title="还款方式")
    annual_rate: Rate | None = Field(None, title="年利率")
    periods: Periods | None = Field(None, title="期数")
    every: Interval | None = Field(None, title="还款间隔")
    payment_account: Annotated[Line | None, TEXT] = Field(None, title="还款账户")
    steps: tuple[Step, ...] | None = Field(None, title="阶梯")
    first_due: Day | None = Field(None, title="首期还款日")
    pay_day_reason: Annotated[Line | None, CLAUSE] = Field(None, title="还款日理由")
    funds: Annotated[Line | None, TEXT] = Field(None, title="还款来源")
    pause_charges: Flag | None = Field(None, title="暂停计收息费")
    waive: Waiver | None = Field(None, title="减免")
    remaining_charges: RemainingCharges | None = Field(None, title="未减免息费")
    valid_until: Day | None = Field(None, title="建议有效期")
    other: Annotated[tuple[Line, ...] | None, TEXT] = Field(None, title="其他请求")
    down_payment: DownPayment | None = Field(None, title="首付款")
    settlement: Settlement | None = Field(None, title="一次性结清")
    remainder: Remainder | None = Field(None, title="余数")
    day_count: DayCount | None = Field(None, title="计息天数")
    holiday_shift: HolidayShift | None = Field(None, title="遇节假日")

    @property
    def paid_at_once(self) -> bool:
        """Whether it is one payment: a settlement, or a plan of one instalment."""
        return self.settlement is not None or self.periods == 1

    def faults(self) -> Iterator[Problem]:
        """Steps belong to a stepped plan, and only the last of them may leave its amount open."""
        steps = self.steps or ()
        if steps and self.method not in (None, Method.STEPPED):
            hint = "还款方式改为“阶梯还款”，或者删去阶梯"
            yield fault(("steps",), "steps_method", "只有阶梯还款才写阶梯", hint, (("method",),))
        for position, step in enumerate(steps[:-1]):
            if step.payment is None:
                message = "只有最后一个阶梯可以不写每期金额"
                yield fault(
                    ("steps", position, "payment"), "steps_open", message, "请写明这一阶梯每期还多少", (("steps",),)
                )
        periods = sum(step.periods for step in steps)
        if steps and self.periods is not None and periods != self.periods:
            message = f"各阶梯共{periods}期，与期数{self.periods}期不一致"
            yield fault(("steps",), "steps_periods", message, "请改正阶梯或期数", (("periods",),))


class Proposal(PartialPlan):
    """还款方案: repays the principal in monthly instalments, unless it is a settlement or a bullet payment."""

    every: Interval = Field(Interval.MONTH, title="还款间隔")
    remaining_charges: RemainingCharges = Field(RemainingCharges.TO_BE_AGREED, title="未减免息费")
    other: Annotated[tuple[Line, ...], TEXT] = Field((), title="其他请求")
    remainder: Remainder = Field(Remainder.LAST, title="余数")
    day_count: DayCount = Field(365, title="计息天数")
    holiday_shift: HolidayShift = Field(HolidayShift.NONE, title="遇节假日")
    alternative: PartialPlan | None = Field(None, title="备选方案")

    @property
    def pauses_charges(self) -> bool:
        """Whether interest and penalty are asked to stop: as stated, or by default with an interest-free plan."""
        return self.method is Method.INTEREST_FREE if self.pause_charges is None else self.pause_charges

    def with_changes(self, changes: PartialPlan) -> "Proposal":
        """This plan with what ``changes`` states in place of its own terms; the alternative falls away.

        New steps bring their own number of instalments; steps do not outlive the stepped method or another number.
        """
        stated = {name: getattr(changes, name) for name in changes.model_fields_set & PartialPlan.model_fields.keys()}
        steps = stated.setdefault("steps", self.steps) or ()
        if "periods" not in stated and changes.steps:
            stated["periods"] = _count(steps)
        stepped = stated.get("method", self.method) is Method.STEPPED
        if not stepped or stated.get("periods") not in (None, _count(steps)):
            stated["steps"] = None
        return self.model_copy(update={**stated, "alternative": None})

    def faults(self) -> Iterator[Problem]:
        """Steps and the stepped method go together, and only a settlement waives principal; so in the alternative."""
        yield from super().faults()
        if self.steps and self.method is None:
            message = "写了阶梯，但没有写还款方式"
            yield fault(("method",), "steps_method", message, "还款方式写“阶梯还款”", (("steps",),))
        if self.method is Method.STEPPED and not self.steps:
            hint = "请写明各阶梯的期数和每期金额，如 [{periods: 12, payment: 800.00}, {periods: 48}]"
            yield fault(("steps",), "steps_missing", "阶梯还款缺少阶梯", hint, (("method",),), absent=True)
        yield from _waives_principal(self.waive, self.settlement, ())
        if self.alternative is not None:
            settlement = self.with_changes(self.alternative).settlement
            yield from _waives_principal(self.alternative.waive, settlement, ("alternative",))


def _count(steps: Iterable[Step]) -> int | None:
    return sum(step.periods for step in steps) or None


def _waives_principal(waive: Waiver | None, settlement: Settlement | None, where: Place) -> Iterator[Problem]:
    if settlement is None and waive is not None and waive.principal:
        hint = "请改为减免利息、违约金或其他费用；一次性结清的，写明付款期限"
        reads = ((*where, "settlement"), ("settlement",))
        yield fault((*where, "waive", "principal"), "waive_principal", "只有一次性结清才能请求减免本金", hint, reads)
