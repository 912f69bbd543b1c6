"""The borrower: who writes, what only they may decide, and why they cannot pay as agreed."""

from typing import Annotated

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choices import Cause, Commitment, Reveal
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.identifiers import Email, IdNumber, Phone
from negotiation_docs.facts.values.marks import BORROWER, CLAUSE, OWN_ADDRESS, OWN_NUMBER, TEXT
from negotiation_docs.facts.values.plain import Evidence, Flag
from negotiation_docs.facts.values.prose import Line, Name, Prose
from negotiation_docs.facts.values.terms import Channel


class Borrower(Facts):
    """借款人: the one person who signs."""

    name: Annotated[Name, BORROWER] = Field(title="姓名")
    id_number: IdNumber | None = Field(None, title="公民身份号码")
    phone: Phone | None = Field(None, title="手机号码")
    email: Annotated[Email | None, OWN_NUMBER] = Field(None, title="电子邮箱")
    address: Annotated[Line | None, OWN_ADDRESS] = Field(None, title="通讯地址")
    contact_by: tuple[Channel, ...] = Field((), title="联系途径")
    contact_times: Annotated[Line | None, TEXT] = Field(None, title="方便时间")


class Choices(Facts):
    """本人选择: what nobody decides for the borrower."""

    reveal: tuple[Reveal, ...] = Field((), title="完整显示")
    apology: Flag = Field(True, title="致歉")
    commitments: tuple[Commitment, ...] = Field((), title="承诺")


class Hardship(Facts):
    """困难情况, one cause of it; ``statement`` continues 本人."""

    cause: Cause = Field(title="原因")
    since: Day | None = Field(None, title="发生日期")
    until: Day | None = Field(None, title="结束日期")
    statement: Annotated[Prose | None, CLAUSE] = Field(None, title="情况说明")
    medical_detail: Annotated[Line | None, TEXT] = Field(None, title="医疗信息")
    evidence: Evidence = Field((), title="证据")

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The statement, a paragraph each."""
        return tuple(self.statement.split("\n")) if self.statement else ()


class Update(Facts):
    """近期变化: what changed since the agreement, for progress reports."""

    date: Day = Field(title="日期")
    statement: Annotated[Prose, CLAUSE] = Field(title="情况说明")
    evidence: Evidence = Field((), title="证据")
