"""个人财务状况说明: the month line by line, so that a stranger can add it up; other debts, and property by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Asset, AssetClass, Case, Debt, Earner, Finances, Party, PartyRole
from negotiation_docs.figures.bound import late, owed_now, paid_first
from negotiation_docs.figures.fen import total
from negotiation_docs.figures.kept import unpriced
from negotiation_docs.figures.pro_rata import ProRata, pro_rata
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.views.means import Means, MeansLine
from negotiation_docs.words.voice import Voice

_EARNERS = [earner.value for earner in Earner]


class KeptDebt(Struct, frozen=True):
    """A debt paid as agreed, in 元; its ``name`` only where other creditors are revealed.

    ``overdue`` is None where nobody said whether it is; ``unpriced`` where nobody said what it takes a month.
    """

    name: str
    balance: Decimal | None
    monthly: Decimal
    priority: bool
    overdue: bool | None
    note: str
    unpriced: bool = False


class StatementRow(Struct, frozen=True):
    """One numbered line, 元 a month: a part with its ``line`` or ``debt``, or a sum over lines ``first`` to ``last``.

    ``name`` is that of the sum (income, essentials, fixed, flexible, others, reserve) or part.
    """

    number: int
    name: str
    amount: Decimal
    line: MeansLine | None = None
    debt: KeptDebt | None = None
    first: int | None = None
    last: int | None = None


class Property(Struct, frozen=True):
    """One asset; ``value`` in 元 where it is stated. A co-owner or holder is a third person and not named."""

    name: str
    category: str
    value: Decimal | None
    realisable: bool
    basis: str
    burden: str
    location: str
    shared: bool
    elsewhere: bool
    note: str
    backing: Backing


class Statement(Struct, frozen=True):
    """The whole page.

    ``rows`` are the month, ``debts`` counts the debts paid as agreed (``debts_none``: the file says that there are
    none), of which ``unpriced`` take nobody knows what a month and have no row, ``family_bound``: somebody beside the
    borrower owes or has consented, ``added`` is the number of the income, ``taken`` holds those of the sums that come
    off, and ``result`` is that of what is left. ``assets`` is None where nothing is said of property, and empty where
    there is none; the classes of ``absent`` were said not to be there, of those of ``unstated`` nothing is said. Both
    totals are in 元, and None while an amount is not known.
    """

    rows: tuple[StatementRow, ...]
    added: int
    taken: tuple[int, ...]
    result: int
    debts: int
    unpriced: int
    debts_none: bool
    family_bound: bool
    debts_balance: Decimal | None
    pro_rata: ProRata | None
    assets: tuple[Property, ...] | None
    assets_total: Decimal | None
    unclassed: bool
    absent: tuple[str, ...]
    unstated: tuple[str, ...]


def statement(
    case: Case, debt: Debt, means: Means | None, exhibits: Mapping[str, Exhibit], voice: Voice
) -> Statement | None:
    """The statement as the creditor of ``debt`` may read it, or None where income is not stated."""
    finances = case.finances
    if finances is None or means is None:
        return None
    debts = tuple(_debts(case, debt, finances, voice))
    rows = tuple(_rows(means, [one for one in debts if not one.unpriced]))
    sums = [row for row in rows if row.name != "part"]
    assets = _assets(case, finances, exhibits, voice)
    there = {asset.category for asset in finances.assets or ()} | set(finances.assets_none)
    return Statement(
        rows=rows,
        added=sums[0].number,
        taken=tuple(row.number for row in sums[1:]),
        result=len(rows) + 1,
        debts=len(debts),
        unpriced=sum(one.unpriced for one in debts),
        family_bound=any(map(_binds_family, debt.parties)),
        debts_none=not debts and "other_debts" in finances.model_fields_set,
        debts_balance=_together([other.balance for other in debts]),
        pro_rata=pro_rata(case, debt.id) if means.share and finances.essentials is not None else None,
        assets=assets,
        assets_total=_together([asset.value for asset in assets or ()]),
        unclassed=any(not asset.category for asset in assets or ()),
        absent=tuple(kind.value for kind in AssetClass if kind in finances.assets_none),
        unstated=tuple(kind.value for kind in AssetClass if kind not in there),
    )


def _binds_family(party: Party) -> bool:
    """A guarantor who knows of the plan says nothing of the money that the household lives on."""
    return party.role is PartyRole.CO_BORROWER or (bool(party.consents) and party.role is not PartyRole.GUARANTOR)


def _together(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of two or more that are all known."""
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) > 1 else None


def _rows(means: Means, debts: Sequence[KeptDebt]) -> Iterator[StatementRow]:
    number = 1
    for name, amount, parts in _sums(means, debts):
        last = number + len(parts)
        yield StatementRow(number, name, amount, first=number + 1 if parts else None, last=last if parts else None)
        for place, part in enumerate(parts, start=number + 1):
            if isinstance(part, KeptDebt):
                yield StatementRow(place, "part", part.monthly, debt=part)
            else:
                yield StatementRow(place, "part", part.amount, line=part)
        number = last + 1


def _sums(means: Means, debts: Sequence[KeptDebt]) -> Iterator[tuple[str, Decimal, Sequence[MeansLine | KeptDebt]]]:
    """Income by earner; fixed spending before flexible, apart where the file tells them apart."""
    yield "income", means.income, _by_earner(means.income_lines)
    fixed = [line for line in means.essential_lines if line.fixed]
    flexible = [line for line in means.essential_lines if not line.fixed]
    if fixed and flexible:
        yield "fixed", total(line.amount for line in fixed), fixed
        yield "flexible", total(line.amount for line in flexible), flexible
    else:
        yield "fixed" if fixed else "essentials", means.essentials, means.essential_lines
    if debts:
        yield "others", means.other_debts, debts
    if means.reserve:
        yield "reserve", means.reserve, ()


def _by_earner(lines: Iterable[MeansLine]) -> Sequence[MeansLine]:
    return sorted(lines, key=lambda line: _EARNERS.index(line.earner))


def _debts(case: Case, debt: Debt, finances: Finances, voice: Voice) -> Iterator[KeptDebt]:
    """The debts paid as agreed, those of the case among them; unnamed unless revealed, and then without their notes."""
    named = "other_creditors" in case.choices.reveal
    for one in finances.other_debts:
        name, note = (voice.name(one.creditor), voice.say(one.note)) if named else ("", "")
        yield KeptDebt(name, one.balance, one.monthly, one.priority, one.overdue, note)
    for id_, monthly in paid_first(case, debt.id).items():
        other = case.debt(id_)
        name, left = voice.name(other.creditor.name) if named else "", owed_now(case, other)
        unknown = id_ in unpriced(case, debt.id)
        yield KeptDebt(name, left, monthly, priority=False, overdue=late(case, other), note="", unpriced=unknown)


def _assets(
    case: Case, finances: Finances, exhibits: Mapping[str, Exhibit], voice: Voice
) -> tuple[Property, ...] | None:
    if finances.assets is None:
        return None
    order = [kind.value for kind in AssetClass]
    found: Iterable[Property] = (_property(asset, case, exhibits, voice) for asset in finances.assets)
    return tuple(sorted(found, key=lambda one: order.index(one.category) if one.category else len(order)))


def _property(asset: Asset, case: Case, exhibits: Mapping[str, Exhibit], voice: Voice) -> Property:
    return Property(
        name=voice.say(asset.name),
        category=asset.category.value if asset.category else "",
        value=asset.amount,
        realisable=asset.realisable,
        basis=voice.say(asset.basis),
        burden=voice.say(asset.burden),
        location=voice.say(asset.location),
        shared=asset.co_owner is not None,
        elsewhere=_elsewhere(asset, case.borrower.name),
        note=voice.say(asset.note),
        backing=backing(asset.evidence, exhibits),
    )


def _elsewhere(asset: Asset, borrower: str) -> bool:
    """Whether only others are registered: a home in both spouses' names is the borrower's too."""
    holder = asset.holder or ""
    return bool(holder) and borrower not in holder and "本人" not in holder
