"""What is owed, as papers say it: known parts, parts in dispute, and what is asked to be waived."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Balance, Debt, Proposal
from negotiation_docs.figures.charges import waiver
from negotiation_docs.figures.claimed import beside, beside_24
from negotiation_docs.figures.fen import to_fen, to_yuan, total
from negotiation_docs.figures.wording import percent
from negotiation_docs.law.lpr import cap, governs
from negotiation_docs.words.voice import Voice

PARTS = ("principal", "interest", "penalty", "fees")


class LabelledPart(Struct, frozen=True):
    """One line of a balance in 元; ``whole`` where a waiver asks for all of it, or leaves all of it."""

    name: str
    label: str
    amount: Decimal
    whole: bool = False


class Owed(Struct, frozen=True):
    """A balance: ``parts`` are undisputed, ``disputed_parts`` are not admitted; ``total`` sums what is undisputed.

    ``disputed`` means the principal, and so everything, is in dispute: then ``parts`` is what the lender claims.
    ``as_of`` is a placeholder in a draft that lacks it.
    ``unknown`` names every part that the file does not state (待核对: left out is not known, only 0.00 is nil), and
    ``doubted`` those of them that are in dispute all the same. ``reckoned``: the borrower worked it out.
    """

    as_of: date | str | None
    parts: tuple[LabelledPart, ...]
    total: Decimal
    past_due: Decimal | None
    source: str
    disputed: bool
    disputed_parts: tuple[LabelledPart, ...]
    unknown: tuple[str, ...]
    doubted: tuple[str, ...]
    reckoned: bool


class Charges(Struct, frozen=True):
    """Interest, penalty and fees already run up (元): all parts, what the waiver leaves, and how that is to be paid."""

    parts: tuple[LabelledPart, ...]
    remaining: tuple[LabelledPart, ...]
    treatment: str


def parts_of(balance: Balance, penalty: str, voice: Voice) -> tuple[LabelledPart, ...]:
    """The stated parts that are not nil, in the order principal, interest, penalty, fees."""
    stated = ((name, getattr(balance, name)) for name in PARTS)
    return tuple(LabelledPart(name, voice.part(name, penalty), amount) for name, amount in stated if amount)


def disputed_names(balance: Balance) -> frozenset[str]:
    """Which parts are in dispute; all of them when the principal itself is."""
    names = frozenset(part.value for part in balance.disputed)
    return frozenset(PARTS) if "principal" in names else names


def owed(balance: Balance, penalty: str, voice: Voice) -> Owed | None:
    """The balance as a letter states it, or None where nothing is known."""
    parts = parts_of(balance, penalty, voice)
    if not parts:
        return None
    names = disputed_names(balance)
    everything = names == frozenset(PARTS)
    missing = [name for name in PARTS if getattr(balance, name) is None]
    admitted = parts if everything else tuple(part for part in parts if part.name not in names)
    return Owed(
        as_of=balance.as_of or voice.gap(Balance, "as_of") or None,
        parts=admitted,
        total=total(part.amount for part in admitted),
        past_due=balance.past_due,
        source=voice.say(balance.source),
        disputed=everything,
        disputed_parts=()
        if everything
        else tuple(_named(part, balance, voice) for part in parts if part.name in names),
        unknown=tuple(voice.part(name, penalty) for name in missing),
        doubted=() if everything else tuple(voice.part(name, penalty) for name in missing if name in names),
        reckoned=balance.reckoned,
    )


def _named(part: LabelledPart, balance: Balance, voice: Voice) -> LabelledPart:
    """A part in dispute with the names of its charges, as the lender calls them."""
    names = [voice.say(charge.name) for charge in balance.charges if charge.kind.value == part.name and charge.name]
    if not names or names == [part.label]:
        return part
    phrases = voice.words.phrases
    label = phrases["named_charge"].format(label=part.label, names=phrases["separator"].join(dict.fromkeys(names)))
    return replace(part, label=label)


def waived(debt: Debt, penalty: str, voice: Voice) -> tuple[LabelledPart, ...]:
    """What the proposal asks to be waived, part by part; nil is not asked for."""
    waiver = debt.proposal.waive if debt.proposal else None
    return waiver_parts(waiver, debt.balance, penalty, voice)


def waiver_parts(waiver: object, balance: Balance, penalty: str, voice: Voice) -> tuple[LabelledPart, ...]:
    """The parts of a waiver that are not nil."""
    asked = ((name, getattr(waiver, name, None)) for name in PARTS)
    return tuple(
        LabelledPart(name, voice.part(name, penalty), amount, amount == getattr(balance, name))
        for name, amount in asked
        if amount
    )


def charges(debt: Debt, penalty: str, voice: Voice) -> Charges:
    """The charges run up so far and what of them the proposal leaves to be paid."""
    balance, proposal = debt.balance, debt.proposal
    parts = tuple(p for p in parts_of(balance, penalty, voice) if p.name != "principal")
    treatment = proposal.remaining_charges.value if proposal and proposal.remaining_charges else "to_be_agreed"
    return Charges(parts, tuple(_left(parts, proposal)), treatment)


class Waived(Struct, frozen=True):
    """A waiver beside what is owed, in 元: what it saves, what it leaves, and its ``share`` of the whole."""

    saved: Decimal
    owed: Decimal
    left: Decimal
    share: str


def waiving(debt: Debt) -> Waived | None:
    """None without a waiver, or while a part of what is owed is not known."""
    found = waiver(debt)
    if found is None:
        return None
    return Waived(found.saved, found.owed, to_yuan(to_fen(found.owed) - to_fen(found.saved)), percent(found.share, 2))


class Excess(Struct, frozen=True):
    """What is claimed over the ``days`` that the charges cover, beside ``rate`` a year on the principal, in 元."""

    claimed: Decimal
    principal: Decimal
    rate: Decimal
    days: int
    basis: int
    limit: Decimal
    over: Decimal


def excess(debt: Debt) -> Excess | None:
    """Beside 24 % a year, of a private loan beside four times the LPR; None where nothing is above it or known."""
    limit = cap(debt)
    if limit is None and governs(debt):
        return None
    found = beside(debt, limit.rate) if limit else beside_24(debt)
    if found is None or found.excess <= 0:
        return None
    return Excess(found.claimed, found.principal, found.rate, found.days, found.basis, found.limit, found.excess)


class Dear(Struct, frozen=True):
    """A rate agreed with a private lender, a year, above ``cap``: four times the LPR of the day of the contract."""

    name: str
    rate: Decimal
    cap: Decimal


def dear(debt: Debt) -> tuple[Dear, ...]:
    """The agreed rates above four times the LPR, while interest or late charges are asked for and were not computed."""
    limit = cap(debt)
    balance = debt.balance
    free = balance.interest == 0 and balance.penalty == 0
    if limit is None or free or excess(debt) is not None:
        return ()
    return tuple(Dear(name, rate, limit.rate) for name, rate in limit.over)


def _left(parts: Iterable[LabelledPart], proposal: Proposal | None) -> Iterable[LabelledPart]:
    for part in parts:
        asked = getattr(proposal.waive, part.name, None) if proposal and proposal.waive else None
        left = part.amount - (asked or 0)
        if left > 0:
            yield LabelledPart(part.name, part.label, left, not asked)
