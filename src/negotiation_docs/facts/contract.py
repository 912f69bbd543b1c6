"""原合同: what was once agreed, with what it is secured by and who else is bound."""

from typing import Annotated

from pydantic import Field

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choices import PartyRole
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.marks import EXTRACT, LABEL, NUMBER, TEXT, THIRD
from negotiation_docs.facts.values.money import PositiveMoney
from negotiation_docs.facts.values.plain import Evidence, Flag, Periods
from negotiation_docs.facts.values.prose import Line, Name, Quote
from negotiation_docs.facts.values.rate import Rate
from negotiation_docs.facts.values.terms import Method, SecurityKind


class Clause(Facts):
    """条款: words of the contract, with their number."""

    ref: Annotated[Name, LABEL] = Field(title="条号")
    text: Annotated[Quote, EXTRACT] = Field(title="原文")


class Security(Facts):
    """担保物: a thing that secures the debt."""

    what: Annotated[Line, TEXT] = Field(title="名称")
    kind: SecurityKind = Field(title="方式")


class Contract(Facts):
    """原合同: amounts in 元, rates a year. ``number`` is that of the contract where the account is called otherwise."""

    number: Annotated[Name | None, NUMBER] = Field(None, title="合同编号")
    signed: Day | None = Field(None, title="签订日期")
    opened: Day | None = Field(None, title="开户日期")
    paid_out: Day | None = Field(None, title="发放日期")
    ends: Day | None = Field(None, title="合同到期日")
    accelerated: Day | None = Field(None, title="宣布提前到期日")
    annual_rate: Rate | None = Field(None, title="年利率")
    overdue_rate: Rate | None = Field(None, title="逾期利率")
    clauses: tuple[Clause, ...] = Field((), title="条款")
    amount: PositiveMoney | None = Field(None, title="合同金额")
    credit_limit: PositiveMoney | None = Field(None, title="信用额度")
    received: PositiveMoney | None = Field(None, title="实际到账金额")
    security: tuple[Security, ...] = Field((), title="担保物")
    method: Method | None = Field(None, title="还款方式")
    periods: Periods | None = Field(None, title="期数")
    first_due: Day | None = Field(None, title="首期还款日")
    payment: PositiveMoney | None = Field(None, title="每期应还金额")
    lpr_1y: Rate | None = Field(None, title="签订时一年期LPR")
    lpr_1y_suit: Rate | None = Field(None, title="起诉时一年期LPR")


class Party(Facts):
    """其他当事人: who else owes, vouches or pays. ``consents``: they agree to this plan and sign that they do.

    A co-borrower signs unless the file says that they do not agree.
    """

    name: Annotated[Name, THIRD] = Field(title="姓名")
    role: PartyRole = Field(title="身份")
    consents: Flag | None = Field(None, title="同意本方案")
    evidence: Evidence = Field((), title="证据")
