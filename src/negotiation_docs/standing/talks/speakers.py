"""Who spoke: the lender itself, somebody in its name, who held the claim before, or a body of neither side."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from negotiation_docs.facts import Contact, Debt, Level
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.standing.ladder import OUTSIDE

_DESKS: Final = frozenset({Level.SERVICE, Level.SUPERVISOR})
BODIES: Final = OUTSIDE - {Level.HEAD_OFFICE}
"""Mediators and authorities: nobody of the creditor's."""
_FORM: Final = re.compile("(?:股份)?(?:有限)?(?:责任)?公司.*")


def by_others(debt: Debt, contact: Contact) -> bool:
    """Whether somebody else spoke in the lender's name, as a collector or a law firm.

    Offices above the first desks, mediators and authorities are turned to for their own word.
    """
    name = contact.organisation
    return name is not None and contact.level in _DESKS and not _of_one_house(name, debt.creditor.name)


def somebody_else(debt: Debt, contact: Contact) -> str | None:
    """Who spoke, where it was another than the creditor of now: whom the file names, or who held the claim then."""
    if contact.organisation is None and contact.level not in OUTSIDE:
        return seller_on(debt, contact.day)
    return None if contact.organisation == debt.creditor.name else contact.organisation


def seller_on(debt: Debt, day: date) -> str | None:
    """The original creditor, who was the creditor until notice of the transfer came (民法典 546); None from then on."""
    seller = debt.creditor.transferred_from
    return seller.name if seller and seller.notice and day < seller.notice else None


def agreed_with_seller(debt: Debt) -> str | None:
    """The original creditor, where the agreement was confirmed (or, not confirmed, reached) before the transfer."""
    agreement, written = debt.agreement, confirmation(debt)
    if agreement is None:
        return None
    return seller_on(debt, written.date if written else agreement.day)


def unnamed_body(contact: Contact) -> Level | None:
    """The mediator or authority that was turned to, where the file does not name it."""
    return contact.level if contact.level in BODIES and contact.organisation is None else None


def _of_one_house(name: str, lender: str) -> bool:
    """Whether the one is the other, a branch or a centre of it."""
    first, second = (_FORM.sub("", each) for each in (name, lender))
    return first.startswith(second) or second.startswith(first)
