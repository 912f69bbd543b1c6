"""债权人 and 原合同: whom the letter addresses, and what was once agreed."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choices import CreditorKind, PartyRole, Salutation, Stage
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.identifiers import Email, Hotline
from negotiation_docs.facts.values.marks import ADDRESS, CREDITOR, EXTRACT, LABEL, THIRD
from negotiation_docs.facts.values.money import PositiveMoney
from negotiation_docs.facts.values.plain import Evidence, Periods
from negotiation_docs.facts.values.prose import Line, Name, Quote
from negotiation_docs.facts.values.rate import Rate
from negotiation_docs.facts.values.terms import Method


class Transferor(Facts):
    """原债权人: who sold the claim, and when the borrower was told (民法典 546)."""

    name: Annotated[Name, CREDITOR] = Field(title="名称")
    kind: CreditorKind = Field(title="类型")
    notice: Day | None = Field(None, title="通知日期")


class Creditor(Facts):
    """债权人: the lender of the contract, in full."""

    name: Annotated[Name, CREDITOR] = Field(title="名称")
    kind: CreditorKind = Field(title="类型")
    address: Annotated[Line | None, ADDRESS] = Field(None, title="地址")
    email: Email | None = Field(None, title="电子邮箱")
    phone: Hotline | None = Field(None, title="客服电话")
    department: Annotated[Name | None, CREDITOR] = Field(None, title="部门")
    platform: Annotated[Name | None, CREDITOR] = Field(None, title="经办平台")
    salutation: Salutation | None = Field(None, title="称呼")
    transferred_from: Transferor | None = Field(None, title="原债权人")

    @property
    def is_card(self) -> bool:
        """Whether the debt comes from a credit card, also after it was sold."""
        origin = self.transferred_from.kind if self.transferred_from else self.kind
        return CreditorKind.BANK_CARD in (self.kind, origin)

    def faults(self) -> Iterator[Problem]:
        """A buyer of a claim has a seller; only a person is 先生 or 女士."""
        if self.kind is CreditorKind.TRANSFEREE and self.transferred_from is None:
            hint = "请写明原债权人的名称和类型，如 {name: 示例银行股份有限公司, kind: bank_card}"
            reads = (("kind",),)
            yield fault(("transferred_from",), "transferred_from", "债权受让方缺少原债权人", hint, reads, absent=True)
        if self.kind is not CreditorKind.TRANSFEREE and self.transferred_from is not None:
            hint = "债权已转让的，类型改为“债权受让方”；没有转让的，删去原债权人"
            yield fault(("transferred_from",), "transferred_from", "只有债权受让方才有原债权人", hint, (("kind",),))
        if self.salutation is not None and self.kind is not CreditorKind.PRIVATE:
            yield fault(("salutation",), "salutation", "称呼只用于民间出借人", "请删去称呼", (("kind",),))


class Clause(Facts):
    """条款: words of the contract, with their number."""

    ref: Annotated[Name, LABEL] = Field(title="条号")
    text: Annotated[Quote, EXTRACT] = Field(title="原文")


class Contract(Facts):
    """原合同: amounts in 元, rates a year."""

    signed: Day | None = Field(None, title="签订日期")
    annual_rate: Rate | None = Field(None, title="年利率")
    clauses: tuple[Clause, ...] = Field((), title="条款")
    amount: PositiveMoney | None = Field(None, title="合同金额")
    received: PositiveMoney | None = Field(None, title="实际到账金额")
    method: Method | None = Field(None, title="还款方式")
    periods: Periods | None = Field(None, title="期数")
    first_due: Day | None = Field(None, title="首期还款日")
    payment: PositiveMoney | None = Field(None, title="每期应还金额")
    lpr_1y: Rate | None = Field(None, title="签订时一年期LPR")


class Litigation(Facts):
    """诉讼: papers of a court or a mediator, and the day until which something must be done."""

    stage: Stage = Field(title="阶段")
    received: Day | None = Field(None, title="收到日期")
    deadline: Day | None = Field(None, title="期限")


class Party(Facts):
    """其他当事人: who else owes, vouches or pays."""

    name: Annotated[Name, THIRD] = Field(title="姓名")
    role: PartyRole = Field(title="身份")
    evidence: Evidence = Field((), title="证据")
