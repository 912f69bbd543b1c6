"""What came and went about a debt, in order of time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from negotiation_docs.facts import Case, Contact, Debt, Direction, Outcome
from negotiation_docs.law.demands import demands_payment
from negotiation_docs.question import worked_out_once

_PAPERS: Final = re.compile(
    "(?<!不接受)(?<!不需要)(?<!不用)(?<!无需)(?<!无须)书面[^，。；]{0,3}(?:申请|材料|说明)"
    "|(?<!不)(?<!无)(?:请|需要|须|要)[^，。；已]{0,14}(?:提交|递交|提供|补交|寄来)[^，。；]{0,10}(?:申请|材料|说明|证明)"
)


def held(case: Case, debt: Debt) -> tuple[Contact, ...]:
    """The talks up to the day of the paper, in order of time."""
    return tuple(sorted((one for one in debt.contacts if one.day <= case.dated), key=lambda one: one.moment))


def came_in(contact: Contact) -> bool:
    """Whether the other side got in touch."""
    return contact.direction is Direction.INCOMING


def left_open(contact: Contact) -> bool:
    """Whether the other side got in touch and the matter was left open."""
    return came_in(contact) and contact.outcome is Outcome.PENDING


def asks_nothing(contact: Contact) -> bool:
    """A call or message that came and settled nothing, as a demand: it is no answer and waits for none.

    A demand is none either where its outcome is called unclear; where something was promised with it, it is an answer.
    """
    if contact.promise is not None:
        return False
    if contact.outcome is Outcome.UNCLEAR:
        return demands_payment(contact)
    return left_open(contact) and not asks_for_papers(contact)


def asks_for_papers(contact: Contact) -> bool:
    """Whether the other side got in touch to ask for an application or papers."""
    return came_in(contact) and wants_papers(contact.summary)


def wants_papers(said: str) -> bool:
    """Whether an application or papers are asked for in these words."""
    return bool(_PAPERS.search(said))


@worked_out_once
def _last_under(case: Case, debt: Debt) -> Mapping[str, datetime]:
    """When something came last under each number."""
    return {one.ref: one.moment for one in held(case, debt) if one.ref and came_in(one)}


def came_back(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether something came later under the number that this one was given: it is answered, whatever by."""
    came = _last_under(case, debt).get(contact.ref or "")
    return came is not None and came > contact.moment
