"""还款分配: what is left each month, divided among the debts by one formula, with and without their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.allocation import allocated, month_to_share, sharing
from negotiation_docs.figures.beyond_share import beyond_share
from negotiation_docs.figures.bound import paid_first, principal_now
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.kept import deferring, unpriced
from negotiation_docs.figures.original_contract import payments_left
from negotiation_docs.figures.wording import percent
from negotiation_docs.law.creditors import lender_of
from negotiation_docs.words.voice import Voice


class Share(Struct, frozen=True):
    """One debt in 元: its principal as of a day, its part of all principal, and its share a month.

    ``contract`` is what the contract takes next, None where it does not tell or has ended; ``difference`` is the share
    less that. ``principal`` is None while it is not known: such a debt has no share yet.
    """

    name: str
    account: str
    as_of: date | None
    principal: Decimal | None
    part: str
    share: Decimal
    contract: Decimal | None
    difference: Decimal | None


class First(Struct, frozen=True):
    """What is paid before anything is divided, in 元 a month; ``priority`` where it comes first of all.

    ``account`` only for a debt of the case: its contract goes on, or its plan was confirmed. ``amount`` is None where
    the contract that goes on does not tell it. ``late`` where the file says that it is overdue, ``deferring`` where its
    lender is asked to put a payment off.
    """

    name: str
    amount: Decimal | None
    priority: bool
    account: str = ""
    late: bool = False
    deferring: bool = False


class Division(Struct, frozen=True):
    """``income`` less ``essentials``, ``other_debts`` and ``reserve`` leaves ``disposable``; ``shortfall`` below nil.

    ``shares`` one for each debt, ``mine`` that of the debt a paper is about, ``siblings`` its lender's other debts in
    one sum, ``others`` those of all other lenders, each with how many they are.

    ``above`` is what the plans of the debts other than ``mine`` take a month above their shares, ``above_count`` of how
    many; None where none does.

    ``principal`` and ``shared`` are the sums, ``unknown`` how many have no principal yet. ``odd`` counts the 分 that
    the formula left over; ``capped`` where some debt is smaller than its share. ``contracts`` where some contract tells
    what it takes. ``report`` is the day on which a credit report was queried, None where none is told.
    """

    as_of: date
    income: Decimal
    essentials: Decimal
    other_debts: Decimal
    reserve: Decimal
    disposable: Decimal
    shortfall: Decimal | None
    shares: tuple[Share, ...]
    first: tuple[First, ...]
    mine: Share | None
    siblings: Share
    siblings_count: int
    others: Share
    others_count: int
    above: Decimal | None
    above_count: int
    principal: Decimal
    shared: Decimal
    unknown: int
    odd: int
    capped: bool
    contracts: bool
    report: date | None


def division(case: Case, debt: Debt, voice: Voice, *, named: bool) -> Division | None:
    """The division of the month; None while the means are unknown.

    A paper with names is about all debts; one without is about ``debt``, which then shares whatever its contract says.
    """
    finances = case.finances
    if finances is None or finances.income is None or finances.essentials is None:
        return None
    about = None if named else debt.id
    given = allocated(case, about=about)
    first, among = paid_first(case, about), sharing(case, about)
    principals = {one.id: principal_now(case, one) for one in among}
    whole = total(principal or ZERO for principal in principals.values())
    rows = {one.id: _share(case, one, given.parts[one.id], whole, voice) for one in among}
    lender = debt.creditor.name
    beside = [rows[one.id] for one in among if one.id != debt.id and one.creditor.name == lender]
    rest = [rows[one.id] for one in among if one.creditor.name != lender]
    month = month_to_share(case, about)
    above = beyond_share(case, {one.id: rows[one.id].share for one in among if one.id != debt.id})
    return Division(
        as_of=finances.as_of or case.dated,
        income=month.income,
        essentials=month.essentials,
        other_debts=month.other_debts,
        reserve=month.reserve,
        disposable=month.disposable,
        shortfall=-month.disposable if month.disposable < 0 else None,
        shares=tuple(rows.values()),
        first=tuple(_first(case, first, voice)) if named else (),
        mine=rows.get(debt.id),
        siblings=_summed(beside, whole),
        siblings_count=len(beside),
        others=_summed(rest, whole),
        others_count=len(rest),
        above=total(above.values()) if above else None,
        above_count=len(above),
        principal=whole,
        shared=total(row.share for row in rows.values()),
        unknown=sum(row.principal is None for row in rows.values()),
        odd=0 if given.capped else given.odd,
        capped=given.capped,
        contracts=any(row.contract is not None for row in rows.values()),
        report=_report(case),
    )


def _next_payment(debt: Debt, dated: date) -> Decimal | None:
    """What the contract takes next, in 元; None once it has ended or the whole debt was called in."""
    left, contract = payments_left(debt), debt.contract
    last = left[-1][0] if left else contract.ends
    if contract.accelerated or (last and last < dated):
        return None
    return left[0][1] if left else contract.payment


def _share(case: Case, debt: Debt, share: Decimal, whole: Decimal, voice: Voice) -> Share:
    principal, contract = principal_now(case, debt), _next_payment(debt, case.dated)
    return Share(
        name=voice.name(debt.creditor.name),
        account=_account(debt, voice),
        as_of=debt.balance.as_of,
        principal=principal,
        part=_part(principal, whole),
        share=share,
        contract=contract,
        difference=share - contract if contract is not None else None,
    )


def _account(debt: Debt, voice: Voice) -> str:
    return voice.say(debt.account) or lender_of(debt.creditor).account.of(voice.lang)


def _summed(rows: Iterable[Share], whole: Decimal) -> Share:
    known = list(rows)
    principal = total(row.principal or ZERO for row in known)
    return Share("", "", None, principal, _part(principal, whole), total(row.share for row in known), None, None)


def _part(principal: Decimal | None, whole: Decimal) -> str:
    return percent(Fraction(principal) / Fraction(whole), 2) if principal and whole else ""


def _first(case: Case, agreed: Mapping[str, Decimal], voice: Voice) -> Iterable[First]:
    lines = case.finances.other_debts if case.finances else ()
    found = [
        First(voice.name(line.creditor), line.monthly, bool(line.priority), late=bool(line.overdue))
        for line in lines
        if line.monthly
    ]
    untold, put_off = unpriced(case), deferring(case)
    for id_, paid in agreed.items():
        debt, known = case.debt(id_), None if id_ in untold else paid
        name, account = voice.name(debt.creditor.name), _account(debt, voice)
        found.append(First(name, known, priority=False, account=account, deferring=id_ in put_off))
    return sorted(found, key=lambda line: not line.priority)


def _report(case: Case) -> date | None:
    days = [one.dispute.queried for one in case.debts if one.dispute and one.dispute.queried]
    return max((day for day in days if day <= case.dated), default=None)
