"""The borrower: who writes, what only they may decide, and why they cannot pay as agreed."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.persons import Agent, IdDocument
from negotiation_docs.facts.values.choices import Cause, Commitment, Reveal
from negotiation_docs.facts.values.days import Day, Since, Until
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.folding import fold
from negotiation_docs.facts.values.identifiers import Email, IdNumber, Phone, Postcode, born_and_male
from negotiation_docs.facts.values.marks import BORROWER, CLAUSE, LABEL, OWN_ADDRESS, OWN_NUMBER, TEXT, THIRD
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.persons import Sex
from negotiation_docs.facts.values.plain import Evidence, Flag
from negotiation_docs.facts.values.prose import Line, Name, Prose
from negotiation_docs.facts.values.terms import Channel


class Borrower(Facts):
    """借款人: the one person who signs. ``sex`` and ``born`` are for those whose document does not tell.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> case.borrower.contact_times
    '工作日18时至20时'
    """

    name: Annotated[Name, BORROWER] = Field(title="姓名")
    id_number: IdNumber | None = Field(None, title="公民身份号码", examples=["110101199001011237"])
    phone: Phone | None = Field(None, title="手机号码", json_schema_extra={"also": ["联系电话"]})
    email: Annotated[Email | None, OWN_NUMBER] = Field(None, title="电子邮箱")
    address: Annotated[Line | None, OWN_ADDRESS] = Field(None, title="通讯地址")
    contact_by: tuple[Channel, ...] = Field((), title="联系途径")
    contact_times: Annotated[Line | None, TEXT] = Field(None, title="方便时间")
    id_document: IdDocument | None = Field(None, title="其他证件")
    sex: Sex | None = Field(None, title="性别")
    born: Day | None = Field(None, title="出生日期")
    ethnicity: Annotated[Name | None, LABEL] = Field(None, title="民族")
    registered_address: Annotated[Line | None, OWN_ADDRESS] = Field(None, title="户籍地址")
    occupation: Annotated[Name | None, LABEL] = Field(None, title="职业")
    position: Annotated[Name | None, LABEL] = Field(None, title="职务")
    employer: Annotated[Name | None, THIRD] = Field(None, title="工作单位")
    wechat: Annotated[Name | None, OWN_NUMBER] = Field(None, title="微信号")
    postcode: Postcode | None = Field(None, title="邮政编码")
    service_address: Annotated[Line | None, OWN_ADDRESS] = Field(None, title="送达地址")
    agent: Agent | None = Field(None, title="代理人")

    @property
    def held(self) -> tuple[date, bool] | None:
        """The day of birth and whether male, as the number of the document holds them; None where it holds none."""
        return born_and_male(self.id_document.number if self.id_document else self.id_number or "")

    @property
    def service_postcode(self) -> str:
        """The postcode of the address for service: ``postcode`` is that of the postal address, and of no other."""
        elsewhere = self.service_address and self.address and fold(self.service_address) != fold(self.address)
        return "" if elsewhere else self.postcode or ""

    def faults(self) -> Iterator[Problem]:
        """One document identifies the borrower."""
        if self.id_number is not None and self.id_document is not None:
            hint = "有居民身份证的只写公民身份号码；没有的，只写其他证件"
            message = "公民身份号码和其他证件只写一种"
            yield fault(("id_document",), "id_document", message, hint, (("id_number",),))


class Choices(Facts):
    """本人选择: what nobody decides for the borrower."""

    reveal: tuple[Reveal, ...] = Field((), title="完整显示")
    apology: Flag = Field(True, title="致歉")
    commitments: tuple[Commitment, ...] = Field((), title="承诺")


class Hardship(Facts):
    """困难情况, one cause; ``statement`` continues 本人, ``income_before`` is what the borrower earned, 元 a month."""

    cause: Cause = Field(title="原因")
    since: Since | None = Field(None, title="发生日期")
    until: Until | None = Field(None, title="结束日期")
    income_before: Money | None = Field(None, title="此前月收入")
    statement: Annotated[Prose | None, CLAUSE] = Field(None, title="情况说明")
    medical_detail: Annotated[Line | None, TEXT] = Field(None, title="医疗信息")
    evidence: Evidence = Field((), title="证据")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The statement, a paragraph each."""
        return tuple(self.statement.split("\n")) if self.statement else ()


class Update(Facts):
    """近期变化: what changed of late; every letter that tells how things stand tells it."""

    date: Since = Field(title="日期")
    statement: Annotated[Prose, CLAUSE] = Field(title="情况说明")
    evidence: Evidence = Field((), title="证据")
