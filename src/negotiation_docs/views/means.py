"""Income, spending and what is left, as the letters show them: lines, totals and this lender's own share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import (
    Case,
    Debt,
    DebtPart,
    Earner,
    EvidenceGroup,
    EvidenceStatus,
    Expense,
    Finances,
    Frequency,
    Income,
)
from negotiation_docs.facts.references import references
from negotiation_docs.figures.allocation import allocation, month_to_share, sharing
from negotiation_docs.figures.bound import bound, late, owed_now, paid_first, principal_now
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.household import monthly, months_of
from negotiation_docs.figures.kept import deferring, kept
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt
from negotiation_docs.words.voice import Voice


class MeansLine(Struct, frozen=True):
    """One line in 元 a month; ``backing`` speaks only of what is pending or unavailable.

    ``each`` is what comes ``every`` week, quarter, half-year or year, of which ``amount`` is a month's part; ``first``
    to ``last`` are the months whose average it is. ``earner`` is a member's name (self, spouse, family), ``regular``
    None where the file does not say; ``own_word`` where no evidence of an income is at hand or on its way.
    """

    name: str
    amount: Decimal
    note: str
    attached: tuple[Exhibit, ...] = ()
    backing: Backing = Backing()
    every: str = ""
    each: Decimal | None = None
    first: date | None = None
    last: date | None = None
    earner: str = "self"
    regular: bool | None = None
    fixed: bool = False
    own_word: bool = False


class Earned(Struct, frozen=True):
    """What one earner of the household, or several of a kind, bring in a month, in 元."""

    label: str
    amount: Decimal


class Means(Struct, frozen=True):
    """The monthly budget in 元: ``disposable = income − essentials − other_debts − reserve``; ``shortfall`` below nil.

    ``earners`` tells whose the income is, and is empty where all of it is the borrower's own.
    ``creditors`` counts the debts that are not settled, ``negotiated`` is their known principal; ``share`` is this
    account's pro-rata part, ``partial`` where the principal of another debt is not known, ``contested`` where that of
    another is disputed. ``owed_elsewhere`` is what is left of the debts paid as agreed, None where one is not known;
    ``others_late`` where one of them is not so paid, None where that is not on record. ``own_due`` is what the contract
    of this very debt goes on taking a month (nil where nobody said), None where it does not go on; it shares nothing
    with the ``others``. ``planned`` is what the coming instalment of the plan confirmed in writing takes, where there
    are others and the month has it: their papers take it off before, so that no share is told. A plan that takes more
    cannot be kept, and its debt is negotiated anew. ``deferring`` is the part of ``other_debts`` that another lender is
    asked to put off.
    """

    as_of: date | None
    household: int | None
    income: Decimal
    essentials: Decimal
    other_debts: Decimal
    outgoings: Decimal
    disposable: Decimal
    shortfall: Decimal | None
    reserve: Decimal
    earners: tuple[Earned, ...]
    income_lines: tuple[MeansLine, ...]
    essential_lines: tuple[MeansLine, ...]
    other_lines: tuple[MeansLine, ...]
    backing_lines: tuple[MeansLine, ...]
    attached: bool
    creditors: int
    share: Decimal | None
    partial: bool
    contested: bool
    negotiated: Decimal
    owed_elsewhere: Decimal | None
    others_late: bool | None
    own_due: Decimal | None = None
    others: int = 0
    planned: Decimal | None = None
    deferring: Decimal = ZERO

    @property
    def limit(self) -> Decimal | None:
        """What a plan for this debt is held against: its share, else all that is left; None where none is shared."""
        return self.share if self.creditors > 1 and self.planned is None else self.disposable


def means(case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> Means | None:
    """The budget of ``case`` as the creditor of ``debt`` may read it, or None where income is not stated."""
    finances = case.finances
    if finances is None or finances.income is None:
        return None
    figures, as_agreed = month_to_share(case, debt.id), paid_first(case, debt.id)
    own_due = kept(case).get(debt.id)
    open_debts = sharing(case, debt.id)
    planned = bound(case).get(debt.id) if len(open_debts) > 1 else None
    planned = None if planned is not None and planned > figures.disposable else planned
    principals = [principal_now(case, other) for other in open_debts]
    income = tuple(means_line(item, exhibits, voice) for item in finances.income)
    if _proved_besides(case, debt, finances):
        income = tuple(replace(line, own_word=False) for line in income)
    essentials = tuple(means_line(item, exhibits, voice) for item in finances.essentials or ())
    return Means(
        as_of=finances.as_of or case.dated,
        household=finances.persons,
        income=figures.income,
        essentials=figures.essentials,
        other_debts=figures.other_debts,
        outgoings=figures.essentials + figures.other_debts,
        disposable=figures.disposable,
        shortfall=-figures.disposable if figures.disposable < 0 else None,
        reserve=figures.reserve,
        earners=_earners(finances.income, voice),
        income_lines=income,
        essential_lines=essentials,
        other_lines=_other_lines(case, finances, as_agreed, voice),
        backing_lines=tuple(
            line for line in (*income, *essentials) if line.backing.pending or line.backing.unavailable
        ),
        attached=any(line.attached for line in income),
        creditors=len(open_debts),
        share=None if own_due is not None or planned is not None else _share(case, debt, figures.disposable),
        partial=None in principals,
        contested=any(one.id != debt.id and one.balance.is_disputed(DebtPart.PRINCIPAL) for one in open_debts),
        negotiated=total(principal or ZERO for principal in principals),
        owed_elsewhere=_left_elsewhere(case, finances, as_agreed),
        others_late=_late_elsewhere(case, finances, as_agreed),
        own_due=own_due,
        others=len(open_debts) - 1,
        planned=planned,
        deferring=total(as_agreed[name] for name in deferring(case, debt.id)),
    )


def _proved_besides(case: Case, debt: Debt, finances: Finances) -> bool:
    """Whether proof of income is at hand or on its way that no line names: nobody can tell which line lacks its own."""
    named = {name for _, name in references(finances)}
    return any(
        item.group is EvidenceGroup.INCOME and item.status is not EvidenceStatus.UNAVAILABLE and item.id not in named
        for item in for_debt(case, debt)
    )


def _earners(income: Iterable[Income], voice: Voice) -> tuple[Earned, ...]:
    amounts = {earner: total(monthly(line) for line in income if line.earner is earner) for earner in Earner}
    known = tuple(Earned(voice.label(earner), amount) for earner, amount in amounts.items() if amount)
    return () if amounts[Earner.SELF] and len(known) == 1 else known


def _left_elsewhere(case: Case, finances: Finances, as_agreed: Iterable[str]) -> Decimal | None:
    left = [other.balance for other in finances.other_debts]
    left += [owed_now(case, case.debt(id_)) for id_ in as_agreed]
    return total(amount for amount in left if amount is not None) if left and None not in left else None


def _late_elsewhere(case: Case, finances: Finances, as_agreed: Iterable[str]) -> bool | None:
    told = [late(case, case.debt(id_)) for id_ in as_agreed]
    if any(other.overdue for other in finances.other_debts) or any(told):
        return True
    return None if None in told else False


def means_line(item: Income | Expense, exhibits: Mapping[str, Exhibit], voice: Voice) -> MeansLine:
    """One line of income or spending, by the month, and how it is one."""
    found = backing(item.evidence, exhibits)
    rest = Backing(pending=found.pending, unavailable=found.unavailable)
    stated = (voice.say(item.name), monthly(item), voice.say(item.note), found.attached, rest)
    line = MeansLine(*stated)
    if isinstance(item, Income):
        line = replace(line, earner=item.earner.value, regular=item.regular, own_word=found.own_statement)
    else:
        line = replace(line, fixed=item.fixed)
    actual = item.actual if isinstance(item, Income) else None
    if actual is not None:
        first, last = months_of(actual)
        return replace(line, first=first, last=last)
    return line if item.every is Frequency.MONTH else replace(line, every=item.every.value, each=item.amount)


def _other_lines(
    case: Case, finances: Finances, as_agreed: Mapping[str, Decimal], voice: Voice
) -> tuple[MeansLine, ...]:
    """Debts paid as agreed: named only when the borrower chose to reveal other creditors, else one summed line."""
    lines = [(d.creditor, d.monthly, d.note) for d in finances.other_debts or () if d.monthly]
    lines += [(case.debt(id_).creditor.name, payment, None) for id_, payment in as_agreed.items() if payment]
    if "other_creditors" in case.choices.reveal:
        return tuple(MeansLine(voice.name(name), paid, voice.say(note)) for name, paid, note in lines)
    return (MeansLine("", total(paid for _, paid, _ in lines), ""),) if lines else ()


def _share(case: Case, debt: Debt, disposable: Decimal) -> Decimal | None:
    if disposable <= 0 or len(case.debts) < 2:
        return None
    return allocation(case, about=debt.id).get(debt.id)
