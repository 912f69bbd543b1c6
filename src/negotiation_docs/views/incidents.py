"""The contacts that a clerk is asked to check, each with its time, for where an account of many talks is short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Contact
from negotiation_docs.standing.ladder import OUTSIDE
from negotiation_docs.views.log import Entry

_THREATS: Final = re.compile(
    "威胁|恐吓|辱骂|骂|侮辱|张贴|曝光|公开|通讯录|上门|户籍|老家|村|单位|家人|父母|子女|亲友|邻居|抓|坐牢|刑事|报警|通报|否则|不还就|后果"
)


class Incident(Struct, frozen=True):
    """What happened in the same way at these ``times``; ``entry`` is the first of them."""

    times: tuple[date, ...]
    entry: Entry


def incidents(talks: Sequence[Contact], entries: Iterable[Entry]) -> tuple[Incident, ...]:
    """What came to somebody else, at night, once too often, with a threat or from others than the creditor."""
    times: dict[tuple[str, ...], list[date]] = {}
    first: dict[tuple[str, ...], Entry] = {}
    for talk, entry in zip(talks, entries, strict=True):
        if _to_check(talk, entry):
            same = (entry.channel, entry.organisation, entry.contacted, entry.agent, entry.summary, entry.own_reply)
            first.setdefault(same, entry)
            times.setdefault(same, []).append(entry.at)
    return tuple(Incident(tuple(times[same]), entry) for same, entry in first.items())


def _to_check(talk: Contact, entry: Entry) -> bool:
    if not entry.incoming or talk.level in OUTSIDE:
        return False
    apart = entry.contacted != "self" or entry.night or entry.nth is not None or bool(entry.organisation)
    return apart or bool(_THREATS.search(talk.summary or ""))
