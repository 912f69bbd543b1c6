"""A calendar file (iCalendar, RFC 5545): one event a day, its alarms, and what an earlier file held that is no more.

Written here and not by a library: it is a page of rules, and the bytes have to be the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from negotiation_docs.errors import OutputError

DOMAIN: Final = "@negotiation-docs"
"""The end of every UID, by which events of ours are known in an earlier file."""
_ZONE: Final = "Asia/Shanghai"
_HOUR: Final = "T090000"
_EPOCH: Final = date(2020, 1, 1)
_MOST: Final = 2**31 - 1  # the largest whole number, RFC 5545 3.3.8
_FOLD: Final = 75  # octets of a line, RFC 5545 3.1
_OPENING: Final = (
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//negotiation_docs//reminders//ZH", "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH", "BEGIN:VTIMEZONE", f"TZID:{_ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OURS: Final = re.compile(rf"[0-9a-z]{{1,64}}{DOMAIN}")
"""A UID as we write it; one that only ends like ours may hold signs that some readers take for the end of a line."""
_PLACE: Final = re.compile(r"DTSTART[^:]*:(\d{4})(\d{2})(\d{2})")


class Entry(Struct, frozen=True, kw_only=True):
    """One event at nine in the morning of ``day``, with an alarm so many days before as ``alarms`` say (0: then).

    ``uid`` stays the same for as long as it is the same matter; ``tentative`` marks what nobody has agreed to yet.
    """

    uid: str
    day: date
    summary: str
    description: str
    alarms: tuple[int, ...] = (0,)
    tentative: bool = False

    def __repr__(self) -> str:
        """Without words, which are personal data."""
        return f"Entry({self.day})"


class _Former(Struct, frozen=True):
    """An event of ours in an earlier file: its lines but those that say when it was written, and its number.

    The lines are compared and never written: whoever had the file may have changed them.
    """

    lines: tuple[str, ...]
    sequence: int
    day: date | None


def to_ics(entries: Iterable[Entry], stamp: date, before: bytes | None = None) -> bytes:
    """The calendar as of ``stamp``; with an earlier file ``before`` (bytes), as a change of it.

    What is as it was keeps its number (SEQUENCE), what changed takes a higher one, and what is gone and not yet past
    is cancelled, so that a calendar that reads both files shows each matter once. Raises OutputError if ``before`` is
    no calendar.
    """
    former = {} if before is None else dict(_former(before))
    lines = list(_OPENING)
    told = set()
    for entry in entries:
        told.add(entry.uid)
        lines += _event(entry.uid, tuple(_told(entry)), stamp, former.get(entry.uid))
    for uid, old in former.items():
        if uid not in told and old.day is not None and old.day >= stamp:
            lines += _event(uid, tuple(_gone(old.day)), stamp, old)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(uid: str, body: tuple[str, ...], stamp: date, old: _Former | None) -> Iterator[str]:
    number = max(0, (stamp - _EPOCH).days)
    if old is not None:
        number = old.sequence if old.lines == body else min(max(number, old.sequence + 1), _MOST)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_basic(stamp)}T000000Z"
    yield f"SEQUENCE:{number}"
    yield from body
    yield "END:VEVENT"


def _told(entry: Entry) -> Iterator[str]:
    summary = _escaped(entry.summary)
    yield from _when(entry.day)
    yield f"SUMMARY:{summary}"
    if entry.description:
        yield f"DESCRIPTION:{_escaped(entry.description)}"
    yield f"STATUS:{'TENTATIVE' if entry.tentative else 'CONFIRMED'}"
    for days in entry.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}")
        yield f"TRIGGER:{f'-P{days}D' if days else 'PT0S'}"
        yield "END:VALARM"


def _gone(day: date) -> Iterator[str]:
    yield from _when(day)
    yield "SUMMARY:已取消的提醒"
    yield "STATUS:CANCELLED"


def _when(day: date) -> Iterator[str]:
    yield f"DTSTART;TZID={_ZONE}:{_basic(day)}{_HOUR}"
    yield "DURATION:PT15M"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """A text value: RFC 5545 3.3.11."""
    clean = _CONTROL.sub("", text)
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line and its end, in pieces of 75 octets that part no character."""
    pieces, piece = [], b""
    for char in line:
        code = char.encode()
        if len(piece) + len(code) > _FOLD:
            pieces.append(piece)
            piece = b" "
        piece += code
    return b"\r\n".join((*pieces, piece)) + b"\r\n"


def _former(data: bytes) -> Iterator[tuple[str, _Former]]:
    """The events of ours in an earlier file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    lines = re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n")
    if lines[0].strip() != _OPENING[0]:
        raise OutputError("原来的日历文件读不出来：不是 .ics 日历，请换一个文件名保存")
    block: list[str] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            block = []
        elif line == "END:VEVENT":
            yield from _known(block)
            block = []
        else:
            block.append(line)


def _known(block: list[str]) -> Iterator[tuple[str, _Former]]:
    head: Mapping[str, str] = {name: value for name, _, value in (line.partition(":") for line in block)}
    uid, number = head.get("UID", ""), head.get("SEQUENCE", "0")
    if _OURS.fullmatch(uid):
        body = tuple(line for line in block if not line.startswith(("UID:", "DTSTAMP:", "SEQUENCE:")))
        sequence = min(int(number), _MOST) if re.fullmatch("[0-9]{1,10}", number) else 0
        yield uid, _Former(body, sequence, _day(body))


def _day(body: Iterable[str]) -> date | None:
    found = next(filter(None, map(_PLACE.match, body)), None)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
