"""The contract: days and amounts that fit each other, and what the money really costs beside what it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Contract, Debt
from negotiation_docs.figures.original_contract import true_rate
from negotiation_docs.figures.wording import chinese_date, percent
from negotiation_docs.law.lpr import SINCE, TIMES, cap, governs, made_before
from negotiation_docs.law.pawn import term

_LEAST, _MOST = Decimal("0.01"), Decimal("0.36")  # a year; between them lie the rates of licensed lenders
_NOTABLE = Decimal("0.005")  # half a percentage point: less may be the rounding of instalments


def _signed_late(case: Case, debt: Debt) -> Iterator[Found]:
    signed = debt.contract.signed
    limit = min((day for day in (debt.due, debt.balance.as_of, case.dated) if day), default=case.dated)
    if signed and signed > limit:
        yield found("contract", "signed", signed=chinese_date(signed), limit=chinese_date(limit))


def _deducted(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    contract = debt.contract
    if contract.amount and contract.received and contract.received < contract.amount:
        yield found("contract", "received", less=f"{contract.amount - contract.received:,}")


def _dearer_than_stated(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    contract, found_rate = debt.contract, true_rate(debt.contract)
    if found_rate and (contract.annual_rate is None or found_rate[0] - contract.annual_rate > _NOTABLE):
        stated = f"合同写的是{percent(contract.annual_rate)}" if contract.annual_rate else "合同没有写年利率"
        yield found("contract", "annual_rate", rate=found_rate[1], stated=stated)


def _unusual_rate(case: Case, debt: Debt) -> Iterator[Found]:
    """A rate below 1 % or above 36 % a year: mostly a month's, a day's, or a sign left out."""
    del case
    plan = debt.proposal
    places = {
        ("contract", "annual_rate"): debt.contract.annual_rate,
        ("contract", "overdue_rate"): debt.contract.overdue_rate,
    }
    places[("proposal", "annual_rate")] = plan.annual_rate if plan else None
    for place, rate in places.items():
        if rate and not _LEAST <= rate <= _MOST:
            yield found(*place, rate=percent(rate))


def _over_lpr(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    limit = cap(debt)
    for name, rate in limit.over if limit else ():
        label = Contract.model_fields[name].title
        yield found("contract", name, label=label, rate=percent(rate), cap=percent(limit.rate if limit else rate))


def _lpr_unknown(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    contract = debt.contract
    if not governs(debt) or made_before(debt) or not (contract.annual_rate or contract.overdue_rate):
        return
    for name in ("lpr_1y", "signed"):
        if getattr(contract, name) is None:
            yield found("contract", name, label=Contract.model_fields[name].title)


def _lpr_split(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    contract = debt.contract
    if governs(debt) and made_before(debt) and (contract.annual_rate or contract.overdue_rate or contract.lpr_1y):
        suit = contract.lpr_1y_suit
        later = f"起诉时一年期LPR的四倍（{percent(suit * TIMES)}）" if suit else "起诉时一年期LPR的四倍"
        yield found("contract", "signed", since=chinese_date(SINCE), later=later)


def _pawn(case: Case, debt: Debt) -> Iterator[Found]:
    days = term(case, debt)
    if days and case.dated <= days[1]:
        yield found("contract", "ends", ends=chinese_date(days[0]), last=chinese_date(days[1]))


def _forfeited(case: Case, debt: Debt) -> Iterator[Found]:
    days = term(case, debt)
    if days and case.dated > days[1]:
        yield found("contract", "ends", last=chinese_date(days[1]))


def _received_more(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    contract = debt.contract
    if contract.amount and contract.received and contract.received > contract.amount:
        yield found("contract", "received")


RULES: tuple[Rule, ...] = (
    DebtRule("contract.unusual_rate", _unusual_rate),
    DebtRule("contract.signed_late", _signed_late),
    DebtRule("contract.received_more", _received_more),
    DebtRule("contract.deducted", _deducted),
    DebtRule("contract.dearer", _dearer_than_stated),
    DebtRule("contract.over_lpr", _over_lpr),
    DebtRule("contract.lpr_unknown", _lpr_unknown),
    DebtRule("contract.lpr_split", _lpr_split),
    DebtRule("contract.pawn_ends", _pawn),
    DebtRule("contract.forfeited", _forfeited),
)
