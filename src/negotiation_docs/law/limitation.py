"""诉讼时效 pre-flight: writing about an old debt can revive it, so the borrower must know before a paper is made.

民法典188 (three years), 189 (instalments: from the last one), 192, 195; 诉讼时效规定14, 19.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.figures.wording import chinese_date

OLD_MONTHS = 30  # two and a half years: half a year before the three of 民法典188 are over
RULE = "limitation"


def limitation(case: Case, debt: Debt) -> tuple[Problem, ...]:
    """An error when the last due date, payment or acknowledgement is more than 2.5 years before the letters' day.

    ``limitation_risk_accepted`` turns it into a warning; a debt without any such day gives a notice.
    """
    place = debt_place(case, debt)
    last = max(_days(debt), default=None)
    if last is None:
        message = "没有写到期日，无法核对诉讼时效"
        hint = "如果最近两年半内没有还过款，也没有联系过，写信前请先咨询12348法律援助"
        return (Problem("notice", (*place, "due"), message, hint, RULE, trait="admits"),)
    if add_months(last, OLD_MONTHS) >= case.dated:
        return ()
    message = (
        f"最近一次到期、还款或承认债务是{chinese_date(last)}，距今已超过两年半。诉讼时效一般为三年；"
        "承认债务、请求分期或延期，会使时效重新计算，已经届满的也可能不能再以时效抗辩"
    )
    if debt.limitation_risk_accepted:
        return (
            Problem(
                "warning", (*place, "limitation_risk_accepted"), message, "您已确认知悉这一风险", RULE, trait="admits"
            ),
        )
    hint = (
        "请先咨询律师或12348法律援助；此后还过款、承认过或被催收过的，填写最近承认日期（last_acknowledged）；"
        "知悉风险仍要出具的，“已知悉时效风险”写“是”（limitation_risk_accepted: true）"
    )
    return (Problem("error", (*place, "due"), message, hint, RULE, trait="admits"),)


def _days(debt: Debt) -> Iterator[date]:
    """Days from which the limitation period may run anew."""
    contract = debt.contract
    if contract.first_due and contract.periods:
        yield add_months(contract.first_due, contract.periods - 1)
    yield from (day for day in (debt.due, debt.last_acknowledged) if day)
    yield from (payment.date for payment in debt.payments)
    if debt.agreement and debt.agreement.confirmed:
        yield debt.agreement.confirmed.date
