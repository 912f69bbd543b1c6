"""A payment order (支付令) item by item as it is objected to."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from negotiation_docs.facts import Case, Claim, ClaimItem, Debt, EvidenceGroup, FactAnswer
from negotiation_docs.views.court.pleading import (
    Answered,
    basis,
    beside_claim,
    beside_fact,
    counted,
    court_exhibits,
    figures_beside,
    statement,
)
from negotiation_docs.views.exhibits import Backing, Exhibit, for_debt, in_order, numbered
from negotiation_docs.views.receipts import ToldPayments
from negotiation_docs.words.voice import Voice


class OrderItem(Answered, frozen=True):
    """One item of the order that is objected to."""


class OrderFact(Struct, frozen=True):
    """A fact of the application that is objected to, why, what proves it, and the payments it is about."""

    title: str
    reason: str
    backing: Backing
    told: ToldPayments


class OrderObjection(Struct, frozen=True):
    """``items`` are those objected to; nothing is said of the others. ``limitation``: that it is out of time.

    ``total`` is the sum of the order where it is objected to with a reason of its own: no item, but told. ``facts``
    are those objected to, ``statement`` the person's own lines, ``basis`` what is relied on, clause by clause.
    """

    items: tuple[OrderItem, ...]
    total: OrderItem | None
    facts: tuple[OrderFact, ...]
    statement: tuple[str, ...]
    basis: tuple[str, ...]
    open: bool
    limitation: bool
    exhibits: tuple[Exhibit, ...]
    identity: tuple[Exhibit, ...]


def order_objection(case: Case, debt: Debt, penalty: str, voice: Voice) -> OrderObjection | None:
    """The objection; None while the file tells of no proceeding."""
    suit = debt.litigation
    if suit is None:
        return None
    exhibits = court_exhibits(case, debt, voice)
    items = [claim for claim in suit.claims if claim.item is not ClaimItem.TOTAL]
    totals = [claim for claim in suit.claims if claim.item is ClaimItem.TOTAL]

    def item(claim: Claim) -> OrderItem:
        behind, told = beside_claim(case, debt, claim, exhibits)
        return OrderItem(
            title=voice.label(claim.item),
            claimed=claim.amount,
            admitted=claim.admitted,
            reason=voice.say(claim.reason),
            figures=figures_beside(case, debt, claim),
            counted=counted(debt, claim, penalty, voice),
            backing=behind,
            told=told,
        )

    return OrderObjection(
        items=tuple(item(claim) for claim in items if claim.objected),
        total=next((item(one) for one in totals if one.objected and (one.reason or one.evidence)), None),
        facts=tuple(_fact(fact, debt, exhibits, voice) for fact in suit.facts if fact.objected),
        statement=statement(suit, voice),
        basis=tuple(clause for kind in basis(suit.basis or "", voice) for clause in kind),
        open=not items or any(claim.answer is None for claim in items),
        limitation=bool(suit.raise_limitation),
        exhibits=tuple(item for item in exhibits.values() if item.number),
        identity=_identity(case, debt, exhibits, voice),
    )


def _fact(fact: FactAnswer, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> OrderFact:
    behind, told = beside_fact(fact, debt, exhibits)
    return OrderFact(voice.label(fact.item), voice.say(fact.reason), behind, told)


def _identity(case: Case, debt: Debt, cited: Mapping[str, Exhibit], voice: Voice) -> tuple[Exhibit, ...]:
    """The copies that say who objects: a court asks for them, and they prove nothing in dispute."""
    items = [one for one in for_debt(case, debt) if one.group is EvidenceGroup.IDENTITY and one.id not in cited]
    return tuple(one for one in numbered(items, in_order(items, 0), voice).values() if one.number)
