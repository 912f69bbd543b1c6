"""When the other side was in touch, as the log tells it: in the night, and how often on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Final

from negotiation_docs.facts import Channel, Contact, Direction

EVENING, MORNING = time(22), time(8)
_AT_ONCE: Final = frozenset({Channel.PHONE, Channel.SMS, Channel.WECHAT, Channel.VISIT, Channel.IN_PERSON})
"""Ways in which one is reached at the very time; a letter or an e-mail lies until it is read."""


def at_night(contact: Contact) -> bool:
    """Whether the other side got in touch from 22:00 to 8:00 of the next day; false where no time was noted."""
    if contact.direction is not Direction.INCOMING or contact.channel not in _AT_ONCE:
        return False
    timed = isinstance(contact.at, datetime) and contact.at.time() != time()  # midnight stands for no time
    return timed and not MORNING <= contact.moment.time() < EVENING


def calls_of_day(contacts: Sequence[Contact]) -> Mapping[int, int]:
    """{place in ``contacts``: which call of that day it was}, of the calls of the other side to the same person."""
    calls = [
        place
        for place, contact in enumerate(contacts)
        if contact.direction is Direction.INCOMING and contact.channel is Channel.PHONE
    ]
    held: Counter[object] = Counter()
    found = {}
    for place in sorted(calls, key=lambda place: contacts[place].moment):
        held[contacts[place].day, contacts[place].contacted] += 1
        found[place] = held[contacts[place].day, contacts[place].contacted]
    return found
