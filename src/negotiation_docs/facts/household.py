"""The household: who belongs to it, what it lives on, and what changed within a year."""

from typing import Annotated

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Since
from negotiation_docs.facts.values.marks import GIVER, LABEL, TEXT, THIRD
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.persons import ChangeKind
from negotiation_docs.facts.values.plain import Count, Evidence, Flag
from negotiation_docs.facts.values.prose import Line, Name


class Member(Facts):
    """家庭成员 besides the borrower; ``income`` is None when the file does not say whether there is any."""

    relation: Annotated[Name, LABEL] = Field(title="关系")
    age: Count | None = Field(None, title="年龄")
    income: Flag | None = Field(None, title="有收入")


class Support(Facts):
    """生活来源 while there is no income: 元 a month from somebody; no means to repay."""

    source: Annotated[Name, GIVER] = Field(alias="from", title="来源")
    amount: Money = Field(title="金额")


class PropertyChange(Facts):
    """近一年重大支出和财产变动, one of them: what left the household, for how much, to whom."""

    date: Since = Field(title="时间")
    kind: ChangeKind = Field(title="种类")
    what: Annotated[Line, TEXT] = Field(title="事项")
    amount: Money | None = Field(None, title="金额")
    to: Annotated[Name | None, THIRD] = Field(None, title="对象")
    evidence: Evidence = Field((), title="证据")
