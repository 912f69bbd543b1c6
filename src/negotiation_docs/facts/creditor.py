"""债权人: whom the letter addresses, from whom it bought the debt, and who collects for it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choices import CreditorKind, Salutation
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.identifiers import Email, Hotline
from negotiation_docs.facts.values.marks import ADDRESS, CREDITOR
from negotiation_docs.facts.values.prose import Line, Name


class Transferor(Facts):
    """原债权人: who sold the claim, and when the borrower was told (民法典 546)."""

    name: Annotated[Name, CREDITOR] = Field(title="名称")
    kind: CreditorKind = Field(title="类型")
    notice: Day | None = Field(None, title="通知日期")


class Collector(Facts):
    """受托催收机构: who asks for the money in the creditor's name."""

    name: Annotated[Name, CREDITOR] = Field(title="名称")
    since: Day | None = Field(None, title="起始日期")


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
    collector: Collector | None = Field(None, title="受托催收机构")
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
