"""The pieces of a plan: steps, waivers, a down payment, a settlement, and the days of its year."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.facts.values.money import Money, PositiveMoney
from negotiation_docs.facts.values.plain import Periods
from negotiation_docs.facts.values.terms import ChargeKind, DebtPart


class Step(Facts):
    """阶梯, one step: how many instalments of how much; the last may leave its amount open and levels out."""

    periods: Periods = Field(title="期数")
    payment: PositiveMoney | None = Field(None, title="每期金额")


class Waiver(Facts):
    """减免 in 元, by kind; None and 0.00 both mean that nothing is asked for."""

    principal: Money | None = Field(None, title="本金")
    interest: Money | None = Field(None, title="利息")
    penalty: Money | None = Field(None, title="违约金", json_schema_extra={"also": ["罚息"]})
    fees: Money | None = Field(None, title="其他费用")

    def part(self, kind: DebtPart | ChargeKind) -> Decimal:
        """What is asked for of one kind, 0 if nothing."""
        amount: Decimal | None = getattr(self, kind.value)
        return amount or Decimal(0)

    @property
    def total(self) -> Decimal:
        """All kinds together, in 元."""
        return sum((self.part(kind) for kind in DebtPart), Decimal(0))


class DownPayment(Facts):
    """首付款: taken off the principal first."""

    amount: PositiveMoney = Field(title="金额")
    date: Day = Field(title="日期")


class Settlement(Facts):
    """一次性结清: the amount is computed, balance less waiver."""

    pay_by: Day = Field(title="付款期限")


def _day_count(value: object) -> int:
    if not isinstance(value, bool) and str(value).strip() in ("360", "365"):
        return int(str(value))
    raise refusal("day_count", f"计息天数只能是360或365，现在是“{echo(value)}”", "请按合同约定写 360 或 365")


DayCount = Annotated[Literal[360, 365], Door(_day_count, {"enum": [360, 365, "360", "365"]})]
"""Days of a year for daily interest."""
