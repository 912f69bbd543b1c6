"""What a logged talk does to the limitation period: a demand that reached the borrower, or the borrower's own offer.

诉讼时效规定8: a demand counts once it arrived. A call to a relative or an employer, an advertisement, the word of a
complaints office are none. 诉讼时效规定14: so does what the borrower promises, asks to pay in parts or later, or plans.
The words stand in ``data/demands.json``; what they do not tell clearly begins nothing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from negotiation_docs.facts import Contact, Contacted, Direction, Level
from negotiation_docs.facts.values.folding import fold

_DATA = Path(__file__).parent / "data" / "demands.json"
_OTHERS = frozenset({Level.MEDIATION, Level.REGULATOR})
"""Steps at which it is not the creditor who speaks."""


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    checked: str
    about: str
    demand: tuple[str, ...]
    no_demand: tuple[str, ...]
    offer: tuple[str, ...]
    no_offer: tuple[str, ...]
    papers: tuple[str, ...]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = msgspec.json.decode(_DATA.read_bytes(), type=_Words)
    return re.compile("|".join(getattr(words, name)))


def is_demand(contact: Contact) -> bool:
    """Whether the creditor, or somebody for it, asked the borrower in person to pay."""
    if contact.direction is not Direction.INCOMING or contact.contacted is not Contacted.SELF:
        return False
    said = _said(contact.summary, contact.reply)
    other_purpose = _pattern("no_demand").search(said + _said(contact.organisation))
    return contact.level not in _OTHERS and bool(_pattern("demand").search(said)) and not other_purpose


def demands_payment(contact: Contact) -> bool:
    """Whether somebody came to ask for payment and was asked for nothing, whoever was reached by it."""
    said = _said(contact.summary)
    came = contact.direction is Direction.INCOMING and not contact.reply and not contact.own_reply
    return came and bool(_pattern("demand").search(said))


def is_offer(contact: Contact) -> bool:
    """Whether the borrower promised the creditor to pay, admitted the debt, or asked to pay in parts or later."""
    own = contact.summary if contact.direction is Direction.OUTGOING else contact.own_reply
    said = _said(own, contact.own_promise)
    offered = _pattern("offer").search(said) and not _pattern("no_offer").search(said)
    handed_in = any(_pattern("papers").search(_said(paper)) for paper in contact.sent)
    return contact.level not in _OTHERS and bool(offered or handed_in)


def _said(*texts: str | None) -> str:
    return "。".join(fold(text) for text in texts if text)
