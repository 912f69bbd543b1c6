"""What a borrower asks of the court, and the wish to mediate: ticked by what the case file answers."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import REDUCTIONS, ClaimItem, CourtRequest, Debt, Litigation, MediationWish
from negotiation_docs.figures.charges import COURT_RATE
from negotiation_docs.figures.claimed import beside as rate_beside
from negotiation_docs.law.court_forms import mediation
from negotiation_docs.law.lpr import cap


class TickBox(Struct, frozen=True):
    """A box of the form: its words, and whether it is ticked."""

    label: str
    ticked: bool


class MediationRows(Struct, frozen=True):
    """The rows about the wish to mediate: what is asked, and the boxes; ``each`` are those of every benefit."""

    known_asked: str
    known: tuple[TickBox, ...]
    benefits_asked: str
    benefits: tuple[str, ...]
    each: tuple[TickBox, ...]
    wish_asked: str
    wish: tuple[TickBox, ...]


class CourtRequests(Struct, frozen=True):
    """What the borrower asks of the court; ``excess`` is 元 above the rate that it names, where computed.

    ``listed`` is what it was computed from where the plaintiff claims more than that, None where they are the same.
    """

    reductions: tuple[str, ...]
    instalments: bool
    mediation: bool
    limitation: bool
    cap_rate: Decimal | None
    excess: Decimal | None
    listed: Decimal | None


def asked_of_court(debt: Debt, suit: Litigation) -> CourtRequests:
    """What is asked of the court; the figure above a rate only where it may be told and was computed from the claim."""
    limit = cap(debt)
    compared = rate_beside(debt, limit.rate if limit else COURT_RATE)
    claimed = next((claim.amount for claim in suit.claims if claim.item is ClaimItem.INTEREST), None)
    untold = suit.raise_limitation or debt.balance.reckoned
    if compared and (untold or (claimed is not None and claimed < compared.claimed)):
        compared = None  # no figure beside limitation, none of one's own, and a list of more than is claimed is none
    return CourtRequests(
        reductions=tuple(one.value for one in REDUCTIONS if one in suit.requests),
        instalments=CourtRequest.INSTALMENTS in suit.requests,
        mediation=CourtRequest.MEDIATION in suit.requests,
        limitation=bool(suit.raise_limitation),
        cap_rate=limit.rate if limit else None,
        excess=compared.excess or None if compared else None,
        listed=compared.claimed if compared and claimed is not None and claimed > compared.claimed else None,
    )


def mediation_rows(suit: Litigation, lang: str) -> MediationRows:
    """The form's rows about mediation, each box ticked only where the file answers it."""
    words = mediation(lang)
    wishes = (MediationWish.YES, MediationWish.NO, MediationWish.UNSURE)
    return MediationRows(
        known_asked=words.known,
        known=_yes_or_no(words.yes_no, suit.mediation_known),
        benefits_asked=words.benefits_asked,
        benefits=words.benefits,
        each=_yes_or_no(words.yes_no, suit.mediation_benefits),
        wish_asked=words.wish,
        wish=tuple(TickBox(label, suit.mediation_wish is one) for label, one in zip(words.wishes, wishes, strict=True)),
    )


def _yes_or_no(options: tuple[str, str], said: bool | None) -> tuple[TickBox, ...]:
    return tuple(TickBox(label, said is value) for label, value in zip(options, (True, False), strict=True))
