"""欠款: what is owed on a day, by kind, from a named source, and what of it is in dispute."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault, refusal
from negotiation_docs.facts.values.marks import CREDITOR, LABEL, TEXT
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.plain import Flag, parse_flag
from negotiation_docs.facts.values.prose import Line, Name
from negotiation_docs.facts.values.terms import ChargeKind, Currency, DebtPart

_OWN = re.compile("^(?:本人|自己|我|自行)")


class Charge(Facts):
    """息费明细, one line: 元 of one kind for one period, under one clause of the contract.

    Both ``start`` (``from`` in the file) and ``to`` count; ``start`` is the day after the due day.
    """

    kind: ChargeKind = Field(title="种类")
    name: Annotated[Name | None, LABEL] = Field(None, title="名称")
    amount: Money = Field(title="金额")
    start: Day | None = Field(None, alias="from", title="起")
    to: Day | None = Field(None, title="止")
    period: Annotated[Name | None, LABEL] = Field(None, title="期间")
    clause: Annotated[Name | None, LABEL] = Field(None, title="条款")
    payee: Annotated[Name | None, CREDITOR] = Field(None, title="收取主体")

    def faults(self) -> Iterator[Problem]:
        """A period ends no earlier than it begins."""
        if self.start is not None and self.to is not None and self.to < self.start:
            yield fault(("to",), "charge_period", "息费期间的止日早于起日", "请核对这两个日期", (("from",),))


class ForeignAmount(Facts):
    """外币欠款: in units of its currency, printed as stated, never converted, no part of the plan.

    What is ``disputed``, or where the principal of the debt is, is told as what the lender books and is not admitted.
    """

    currency: Currency = Field(title="币种")
    amount: Money = Field(title="金额")
    disputed: Flag = Field(False, title="有争议")


def _disputed_parts(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value
    try:
        return tuple(DebtPart) if parse_flag(value) else ()
    except ValueError:
        hint = "全部有争议写 true，没有争议写 false，部分有争议写列表，如 [penalty, fees]"
        raise refusal("disputed", "应写“是”“否”，或者列出有争议的部分", hint) from None


_DISPUTED = BeforeValidator(_disputed_parts, json_schema_input_type=bool | tuple[DebtPart, ...])


class Balance(Facts):
    """欠款 in 元. A part left out is None, not known (待核对); 0.00 says that there is none.

    ``disputed`` holds the parts in dispute; ``true`` in the file means all four.
    """

    as_of: Day | None = Field(None, title="截至日期")
    principal: Money | None = Field(None, title="本金")
    interest: Money | None = Field(None, title="利息")
    penalty: Money | None = Field(None, title="违约金", json_schema_extra={"also": ["罚息"]})
    fees: Money | None = Field(None, title="其他费用")
    past_due: Money | None = Field(None, title="其中已逾期")
    foreign: tuple[ForeignAmount, ...] = Field((), title="外币欠款")
    source: Annotated[Line | None, TEXT] = Field(None, title="数据来源")
    disputed: Annotated[tuple[DebtPart, ...], _DISPUTED] = Field((), title="有争议")
    charges: tuple[Charge, ...] = Field((), title="息费明细")

    def part(self, kind: DebtPart | ChargeKind) -> Decimal | None:
        """One part in 元; None when it is not known."""
        amount: Decimal | None = getattr(self, kind.value)
        return amount

    @property
    def reckoned(self) -> bool:
        """Whether the borrower worked it out: then it is no paper of the lender's, and lists nothing against it."""
        return _OWN.search(self.source or "") is not None

    def is_disputed(self, kind: DebtPart | ChargeKind) -> bool:
        """Whether letters must not admit this part."""
        return kind.value in self.disputed

    def faults(self) -> Iterator[Problem]:
        """The lines of each kind add up to the amount above them."""
        for kind in ChargeKind:
            lines = [charge.amount for charge in self.charges if charge.kind is kind]
            stated, total = self.part(kind), sum(lines, Decimal(0))
            if not lines or stated == total:
                continue
            reads = ((kind.value,), ("charges",))
            if stated is None:
                message = f"明细里有{kind.label}{total:,}元，但没有写{kind.label}合计"
                yield fault((kind.value,), "charges_total", message, f"请按账单填写{kind.label}，或者删去明细", reads)
            else:
                message = f"{kind.label}明细合计{total:,}元，与上面的{stated:,}元相差{abs(total - stated):,}元"
                yield fault(("charges",), "charges_total", message, "请对照账单核对明细和合计", reads)
