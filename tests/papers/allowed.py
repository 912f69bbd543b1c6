"""Every figure and date a paper may show: what the case file states, and what is computed from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from pydantic import BaseModel

import negotiation_docs as nd
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Debt, PartialPlan
from negotiation_docs.figures.allocation import month_to_share, sharing
from negotiation_docs.figures.bound import bound, principal_now
from negotiation_docs.figures.charges import waiver
from negotiation_docs.figures.claimed import beside as rate_beside
from negotiation_docs.figures.claimed import beside_24
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.deferral import deferred
from negotiation_docs.figures.proposals import agreed, changed, compute
from negotiation_docs.figures.schedule import changed_schedule
from negotiation_docs.figures.sued import beside
from negotiation_docs.law.lpr import cap
from negotiation_docs.views.court.parties import born

AMOUNT = re.compile(r"(?<![\d,.])-?\d{1,3}(?:,\d{3})*\.\d{2}(?![\d%])")
DATE_ZH = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
DATE_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATE_EN = re.compile(
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
PERCENT = re.compile(r"\d+(?:\.\d+)?%")


def facts(value: object) -> Iterator[object]:
    """Every scalar of the case, whatever its depth."""
    if isinstance(value, BaseModel):
        for _, inner in value:
            yield from facts(inner)
    elif isinstance(value, dict):
        yield from facts(tuple(value.values()))
    elif isinstance(value, tuple):
        for inner in value:
            yield from facts(inner)
    else:
        yield value


def schedules(case: nd.Case, debt: Debt) -> Iterator[nd.Schedule]:
    """The plan, its alternative and whatever else was agreed."""
    proposal = debt.proposal
    if proposal is None:
        return
    plans = [proposal]
    if proposal.alternative:
        plans.append(changed(proposal, proposal.alternative))
    if debt.agreement and isinstance(debt.agreement.terms.plan, PartialPlan):
        plans.append(changed(proposal, debt.agreement.terms.plan))
    if debt.agreement and debt.agreement.confirmed and (confirmed := agreed(debt)):
        plans.append(confirmed)
    plans += [changed(proposal, talk.offered) for talk in debt.contacts if talk.offered]
    for plan in plans:
        with suppress(FactsError):
            yield compute(case, debt, plan)
    with suppress(FactsError):
        yield changed_schedule(case, debt.id)


def amounts(case: nd.Case, debt: Debt) -> set[Decimal]:
    """Every amount in 元 that may appear, as stated or computed."""
    stated = {value for value in facts(case) if isinstance(value, Decimal)}
    words = " ".join(str(value) for value in facts(case) if isinstance(value, str))
    stated |= {Decimal(found.replace(",", "")) for found in AMOUNT.findall(words)}
    return stated | set(_computed(case, debt)) | {Decimal("0.00")}


def _at_court(case: nd.Case, debt: Debt) -> Iterator[Decimal]:
    """What the file tells beside the claims at court."""
    for claim in debt.litigation.claims if debt.litigation else ():
        told = beside(case, debt, claim)
        yield from (sum_ for sum_ in (told.rest, told.billed, told.over, told.paid, told.waived) if sum_ is not None)
    if (limit := cap(debt)) and (above := rate_beside(debt, limit.rate)):
        yield above.excess


def _paid_earlier(debt: Debt) -> Iterator[Decimal]:
    for one in debt.agreement.earlier if debt.agreement else ():
        yield sum((payment.amount for payment in one.payments), Decimal(0))


def _computed(case: nd.Case, debt: Debt) -> Iterator[Decimal]:
    balance = debt.balance
    parts = [value for value in (balance.principal, balance.interest, balance.penalty, balance.fees) if value]
    admitted = [part for part in parts if not any(getattr(balance, name.value) == part for name in balance.disputed)]
    yield sum(parts, Decimal(0))
    yield sum(admitted, Decimal(0))
    limits: list[Decimal] = []
    if case.finances and case.finances.income is not None and case.finances.essentials is not None:
        month = nd.budget(case)
        yield from (month.income, month.essentials, month.other_debts, month.disposable, -month.disposable)
        yield month.essentials + month.other_debts
        yield from (cause.income_before - month.own_income for cause in case.hardship if cause.income_before)
        yield from (month.own_income, month.fixed, month.flexible)
        yield sum((other.balance or Decimal(0) for other in case.finances.other_debts), Decimal(0))
        yield sum((asset.amount or Decimal(0) for asset in case.finances.assets or ()), Decimal(0))
        yield sum((other.balance.principal or Decimal(0) for other in case.debts), Decimal(0))
        limits = [month.disposable, *nd.allocation(case).values(), *nd.allocation(case, about=debt.id).values()]
        for about in (None, debt.id):
            left = month_to_share(case, about)
            yield from (left.other_debts, left.essentials + left.other_debts, left.disposable, -left.disposable)
            yield from bound(case, about).values()
            owed = [principal_now(case, other) or Decimal(0) for other in sharing(case, about)]
            yield from (sum(owed, Decimal(0)), *owed)
        yield from _divided(case, debt)
        yield from limits
    waive = debt.proposal.waive if debt.proposal else None
    for name in ("interest", "penalty", "fees"):
        yield (getattr(balance, name) or Decimal(0)) - ((getattr(waive, name) if waive else None) or Decimal(0))
    paid = sum((payment.amount for payment in debt.payments), Decimal(0))
    yield from (paid, *_paid_earlier(debt))
    due = [row.payment for plan in schedules(case, debt) for row in plan.instalments if row.due < case.dated]
    yield from (sum(due[:count], Decimal(0)) - paid for count in range(len(due) + 1))
    yield from _at_court(case, debt)
    if asked := waiver(debt):
        yield from (asked.saved, asked.owed, asked.owed - asked.saved)
    if compared := beside_24(debt):
        yield from (compared.limit, compared.excess, compared.claimed)
    if put_off := deferred(case, debt):
        yield from (
            sum_
            for sum_ in (put_off.amount, put_off.paid, put_off.principal, put_off.interest, put_off.together)
            if sum_
        )
        yield from (row.payment - row.paid for row in put_off.within)
        yield sum((row.payment - row.paid for row in put_off.within), Decimal(0))
    made = list(schedules(case, debt))
    yield from (abs(one.largest - other.largest) for one in made for other in made)
    yield from (abs(one.total - other.total) for one in made for other in made)
    for plan in made:
        yield plan.total - paid
        for row in plan:
            yield from (row.payment - payment.amount for payment in debt.payments)
        down = plan.down_payment.payment if plan.down_payment else Decimal(0)
        yield from (plan.total, plan.total - down, plan.principal, plan.principal - down, plan.interest, plan.charges)
        yield plan.interest + plan.charges
        for row in plan:
            yield from (row.payment, row.principal, row.interest, row.interest + row.charges, row.balance)
            monthly = (row.payment / plan.every).quantize(Decimal("0.01"), ROUND_CEILING)
            yield monthly
            yield from (abs(limit - monthly) for limit in limits)


def _divided(case: nd.Case, debt: Debt) -> Iterator[Decimal]:
    """What the others have of the principal and of the shares, and a share beside what its contract takes."""
    shares = nd.allocation(case)
    owed = {other.id: other.balance.principal or Decimal(0) for other in case.debts}
    yield sum(owed.values(), Decimal(0)) - owed[debt.id]
    yield sum(shares.values(), Decimal(0)) - shares[debt.id]
    for other in case.debts:
        if other.contract.payment is not None:
            yield shares[other.id] - other.contract.payment


def dates(case: nd.Case, debt: Debt) -> set[date]:
    """Every date that may appear."""
    found = {value.date() if isinstance(value, datetime) else value for value in facts(case) if isinstance(value, date)}
    words = " ".join(str(value) for value in facts(case) if isinstance(value, str))
    found |= {date(*map(int, match)) for match in DATE_ZH.findall(words)}
    put_off = deferred(case, debt)
    found |= {put_off.first.due} if put_off and put_off.first else set()
    found |= {case.dated + timedelta(30)}  # until when an account is checked
    served = [one.received for one in (debt.litigation, *debt.litigation.papers)] if debt.litigation else []
    found |= {add_months(day, -12) for day in served if day}  # since when changes of property are reported
    if day := born(case.borrower):  # in the number of the document
        found.add(day)
    return found | {row.due for plan in schedules(case, debt) for row in plan}


def shown_dates(text: str) -> set[date]:
    """Every date a paper shows in any of its three forms."""
    found = {date(*map(int, match)) for match in DATE_ZH.findall(text)}
    found |= {date.fromisoformat(match) for match in DATE_ISO.findall(text)}
    return found | {datetime.strptime(match, "%d %B %Y").date() for match in DATE_EN.findall(text)}  # noqa: DTZ007


def shown_amounts(text: str) -> set[Decimal]:
    """Every amount a paper shows."""
    return {Decimal(match.replace(",", "")) for match in AMOUNT.findall(text)}
