"""Persons beside the borrower's name: another identity document, and who acts for the borrower."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.identifiers import DocumentNumber, IdNumber, Phone, is_id_number
from negotiation_docs.facts.values.marks import OWN_NUMBER, SPOKEN, THIRD
from negotiation_docs.facts.values.persons import AgentKind, IdDocumentKind, Powers
from negotiation_docs.facts.values.prose import Line, Name

_SHAPES: dict[IdDocumentKind, tuple[str, str]] = {
    IdDocumentKind.PASSPORT: (r"[A-Z0-9]{5,17}", "是5至17位字母和数字"),
    IdDocumentKind.PERMANENT_RESIDENCE: (r"[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]", "是3位字母加12位数字，或9开头的18位"),
    IdDocumentKind.HK_MACAU_PERMIT: (r"[HM][0-9]{8}(?:[0-9]{2})?", "是H或M加8位数字"),
    IdDocumentKind.TAIWAN_PERMIT: (r"[0-9]{8}|[0-9]{10}(?:[A-Z])?", "是8位数字"),
    IdDocumentKind.RESIDENCE_PERMIT: (r"8[123]0000[0-9]{11}[0-9X]", "是810000、820000或830000开头的18位"),
}


class IdDocument(Facts):
    """其他证件, instead of an identity card; letters are in capitals."""

    kind: IdDocumentKind = Field(title="种类")
    number: Annotated[DocumentNumber, OWN_NUMBER] = Field(title="号码")

    def faults(self) -> Iterator[Problem]:
        """The number has the form of its kind, and its check digit where there is one."""
        shape, told = _SHAPES[self.kind]
        hint = f"请对照证件逐位核对；{self.kind.label}的号码{told}"
        if not re.fullmatch(shape, self.number):
            yield fault(("number",), "id_document", f"不像是{self.kind.label}的号码", hint, (("kind",),))
        elif len(self.number) == 18 and not is_id_number(self.number):
            message = f"{self.kind.label}号码的出生日期或末位校验码不对，可能有一位写错"
            yield fault(("number",), "id_document", message, "请对照证件逐位核对", (("kind",),))


class Agent(Facts):
    """代理人: who acts for the borrower; special powers are named one by one (民事诉讼法62)."""

    name: Annotated[Name, THIRD] = Field(title="姓名")
    kind: AgentKind = Field(title="身份")
    organisation: Annotated[Name | None, THIRD] = Field(None, title="单位")
    phone: Phone | None = Field(None, title="电话")
    id_number: IdNumber | None = Field(None, title="公民身份号码")
    powers: Powers = Field(Powers.GENERAL, title="代理权限")
    special_powers: Annotated[tuple[Name, ...], SPOKEN] = Field((), title="特别授权事项")
    matters: Annotated[Line | None, SPOKEN] = Field(None, title="委托事项")
    until: Day | None = Field(None, title="期限")

    def faults(self) -> Iterator[Problem]:
        """Special powers are named, and only special powers are."""
        if self.powers is Powers.SPECIAL and not self.special_powers:
            hint = "请逐项写明，如 [代为承认部分或者全部诉讼请求, 代为和解]；只写“特别授权”不生效"
            reads = (("powers",),)
            yield fault(("special_powers",), "special_powers", "特别授权没有写明事项", hint, reads, absent=True)
        if self.powers is Powers.GENERAL and self.special_powers:
            hint = "代理权限改为“特别”，或者删去特别授权事项"
            yield fault(("special_powers",), "special_powers", "一般授权没有特别授权事项", hint, (("powers",),))
