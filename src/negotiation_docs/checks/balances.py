"""欠款: of a day before the letter, in parts that fit each other and the contract."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Debt, DebtPart
from negotiation_docs.figures.allocation import known_balance
from negotiation_docs.figures.charges import bears_charges
from negotiation_docs.figures.fen import ZERO
from negotiation_docs.figures.governing import governing
from negotiation_docs.figures.kept import kept
from negotiation_docs.figures.promised import disputed_in_plan
from negotiation_docs.figures.wording import amount, chinese_date, minor_units
from negotiation_docs.law.creditors import lender_of

_STALE = 45  # days; a month's statement and two weeks to write


def _future(case: Case, debt: Debt) -> Iterator[Found]:
    if debt.balance.as_of and debt.balance.as_of > case.dated:
        yield found("balance", "as_of", as_of=chinese_date(debt.balance.as_of), dated=chinese_date(case.dated))


def _stale(case: Case, debt: Debt) -> Iterator[Found]:
    as_of = debt.balance.as_of
    if as_of and not debt.settled_by(case.dated) and not debt.payments and (days := (case.dated - as_of).days) > _STALE:
        yield found("balance", "as_of", days=days)


def _unknown(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    asked = DebtPart if not lender_of(debt.creditor).private or bears_charges(debt) else (DebtPart.PRINCIPAL,)
    labels = [part.label for part in asked if debt.balance.part(part) is None]
    if labels:
        yield found("balance", labels="、".join(labels))


def _nothing_owed(case: Case, debt: Debt) -> Iterator[Found]:
    if all(debt.balance.part(part) == 0 for part in DebtPart) and not debt.settled_by(case.dated):
        yield found("balance", "principal")


def _past_due_over(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    past, known = debt.balance.past_due, known_balance(debt)
    whole = all(debt.balance.part(part) is not None for part in DebtPart)
    if past is not None and whole and past > known:
        yield found("balance", "past_due", past=amount(past), total=amount(known))


def _past_due_ahead(case: Case, debt: Debt) -> Iterator[Found]:
    """A sum of whole instalments, some of which fell due after the day it is told for; accelerated, all are due."""
    past, as_of, terms = debt.balance.past_due, debt.balance.as_of, governing(case, debt)
    if past is None or as_of is None or debt.due is None or terms.planned or debt.contract.accelerated:
        return
    open_rows = [row for row in terms.rows if row.due >= debt.due]
    sums = list(accumulate(row.payment for row in open_rows))
    fell = sum(row.due <= as_of for row in open_rows)
    if past in sums[fell:]:
        row = open_rows[fell]
        yield found(
            "balance",
            "past_due",
            past=amount(past),
            told=sums.index(past) + 1,
            as_of=chinese_date(as_of),
            fell=fell,
            sum=amount(sums[fell - 1] if fell else ZERO),
            next=row.period,
            day=chinese_date(row.due),
        )


def _disputed_past_due(case: Case, debt: Debt) -> Iterator[Found]:
    """Nothing of a disputed principal is said to be due: that would admit it."""
    if debt.balance.past_due and debt.balance.is_disputed(DebtPart.PRINCIPAL) and not debt.settled_by(case.dated):
        yield found("balance", "past_due")


def _over_contract(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    principal, lent = debt.balance.principal, debt.contract.amount
    if principal is not None and lent is not None and principal > lent:
        yield found("balance", "principal", principal=amount(principal), lent=amount(lent))


def _over_received(case: Case, debt: Debt) -> Iterator[Found]:
    """民法典670: only what arrived is principal."""
    del case
    if _is_over_received(debt) and (principal := debt.balance.principal) and (received := debt.contract.received):
        yield found("balance", "principal", principal=amount(principal), received=amount(received))


def _is_over_received(debt: Debt) -> bool:
    principal, received = debt.balance.principal, debt.contract.received
    if principal is None or received is None or debt.balance.is_disputed(DebtPart.PRINCIPAL):
        return False
    return principal > received


def _maybe_not_received(debt: Debt) -> dict[str, str]:
    """What never arrived may be in the principal still after part of it was repaid; empty where nothing can be."""
    principal, received, lent = debt.balance.principal, debt.contract.received, debt.contract.amount
    if not principal or received is None or _is_over_received(debt):
        return {}
    less = min((lent if lent is not None else principal) - received, principal)
    return {"principal": amount(principal), "received": amount(received), "less": amount(less)} if less > 0 else {}


def _plan_over_received(case: Case, debt: Debt) -> Iterator[Found]:
    """Even while the principal is disputed: a plan counts from it."""
    told = _maybe_not_received(debt)
    if debt.proposal is not None and told and not debt.confirmed_by(case.dated):
        yield found("proposal", **told)


def _owned_over_received(case: Case, debt: Debt) -> Iterator[Found]:
    """Without a plan: a letter that names the principal without reserve owns to all of it."""
    told = _maybe_not_received(debt)
    if debt.proposal is None and told and not debt.balance.is_disputed(DebtPart.PRINCIPAL):
        yield found("balance", "principal", **told)


def _minor_unit(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, other in enumerate(debt.balance.foreign):
        if other.amount != round(other.amount, minor_units(other.currency)):
            stated, label = amount(other.amount), other.currency.label
            yield found("balance", "foreign", place, "amount", stated=stated, label=label)


def _not_due_yet(case: Case, debt: Debt) -> Iterator[Found]:
    if debt.due and debt.due >= case.dated and debt.balance.penalty:
        yield found("due", due=chinese_date(debt.due))


def _unlisted(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if debt.proposal and debt.proposal.waive and debt.proposal.waive.total and not debt.balance.charges:
        yield found("balance", "charges")


def _disputed_charges_waived(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    waive = debt.proposal.waive if debt.proposal else None
    for part in DebtPart if waive else ():
        if waive and waive.part(part) and debt.balance.is_disputed(part):
            yield found("proposal", "waive", part.value, label=part.label)


def _disputed_charges_paid(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if disputed := disputed_in_plan(debt):
        yield found("proposal", "remaining_charges", labels="、".join(part.label for part in disputed))


def _kept_untold(case: Case, debt: Debt) -> Iterator[Found]:
    """It shares nothing out and takes nothing, so the others are promised what it will need."""
    if debt.id in (months := kept(case)) and not months[debt.id]:
        yield found("contract", "payment", due=chinese_date(debt.due) if debt.due else "")


def _kept_late(case: Case, debt: Debt) -> Iterator[Found]:
    """Its contract goes on, and nothing is arranged for what was missed."""
    payment = kept(case).get(debt.id)
    if payment and debt.deferral is None and debt.due and debt.due < case.dated:
        yield found("proposal", due=chinese_date(debt.due), payment=amount(payment))


def _goes_on(case: Case, debt: Debt) -> Iterator[Found]:
    """A letter that pleads would announce that a debt will not be paid of which the file says that it goes on."""
    if debt.deferral is None and debt.due is not None and debt.due >= case.dated and debt.id in kept(case):
        yield found("proposal", due=chinese_date(debt.due))


RULES: tuple[Rule, ...] = (
    DebtRule("balance.not_due_yet", _not_due_yet),
    DebtRule("balance.unknown", _unknown),
    DebtRule("balance.future", _future),
    DebtRule("balance.stale", _stale),
    DebtRule("balance.nothing_owed", _nothing_owed),
    DebtRule("balance.over_contract", _over_contract),
    DebtRule("balance.over_received", _over_received),
    DebtRule("plan.over_received", _plan_over_received),
    DebtRule("balance.maybe_not_received", _owned_over_received),
    DebtRule("balance.past_due_over", _past_due_over),
    DebtRule("balance.past_due_ahead", _past_due_ahead),
    DebtRule("balance.disputed_past_due", _disputed_past_due),
    DebtRule("balance.minor_unit", _minor_unit),
    DebtRule("balance.unlisted", _unlisted),
    DebtRule("balance.disputed_waived", _disputed_charges_waived),
    DebtRule("debt.goes_on", _goes_on),
    DebtRule("debt.kept_untold", _kept_untold),
    DebtRule("debt.kept_late", _kept_late),
    DebtRule("balance.disputed_paid", _disputed_charges_paid),
)
