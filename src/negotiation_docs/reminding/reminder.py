"""``Reminder`` and ``Reminders``: what ``reminders`` gives, as data and as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from os.path import isfile  # no error where a name is too long: to write tells that
from pathlib import Path

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError, quoted
from negotiation_docs.files import content, write
from negotiation_docs.notebook import table
from negotiation_docs.writers.calendar import Entry, to_ics


class Reminder(Struct, frozen=True, kw_only=True):
    """One day to be reminded of.

    ``id`` names it for good (``bank1.instalment.5``), ``kind`` is what sort of day it is, ``debt`` the id of its debt,
    None for what concerns all. ``title`` and ``about`` are Chinese; ``alarms`` are the days before it on which a
    calendar rings at nine, 0 for the day itself. ``proposed`` marks an instalment that is not confirmed in writing,
    ``advice`` what is said about law. ``uid`` is its name in the calendar file, a digest that tells nothing.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> reminder = nd.reminders(case).items[0]
    >>> reminder.id, reminder.day.isoformat()
    ('bank1.promise.20261118T1420', '2026-11-23')
    """

    id: str
    kind: str
    debt: str | None
    day: date
    title: str
    about: str
    uid: str
    alarms: tuple[int, ...] = (0,)
    proposed: bool = False
    advice: bool = False

    def __repr__(self) -> str:
        """Without words: they tell what was said and owed."""
        return f"Reminder({self.id}, {self.day})"


class Reminders(Struct, frozen=True):
    """The days ahead of a case as of ``dated``, the nearest first; iterable.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> days = nd.reminders(case, discreet=True)
    >>> days.to_ics().startswith(b"BEGIN:VCALENDAR")
    True
    """

    dated: date
    items: tuple[Reminder, ...]

    def __iter__(self) -> Iterator[Reminder]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @told
    def to_ics(self, before: bytes | None = None) -> bytes:
        """A calendar file (RFC 5545, UTF-8).

        Each day is an event at 9:00 of Asia/Shanghai under a UID that stays. ``before`` is the calendar file made
        last time: what has changed since then updates the event there, and what is no more cancels it. Raises
        OutputError if it is no calendar.
        """
        entries = (
            Entry(uid=one.uid, day=one.day, summary=one.title, description=one.about, alarms=one.alarms,
                  tentative=one.proposed)
            for one in self.items
        )  # fmt: skip
        return to_ics(entries, self.dated, before)

    @told
    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Writes the calendar to ``path`` (``.ics``) and returns it, whole or not at all, for its owner only.

        With ``overwrite`` a calendar that is there is taken as the one made last time, see :meth:`to_ics`. Raises
        OutputError.
        """
        path = Path(path)
        if path.suffix.lower() != ".ics":
            raise OutputError(f"日历文件的后缀是 .ics，不是{quoted(path.suffix)}")
        before = content(path, "原来的日历") if overwrite and isfile(path) else None  # noqa: PTH113
        return write(path, self.to_ics(before), overwrite=overwrite)

    def _repr_html_(self) -> str:
        rows = [(one.day.isoformat(), one.debt or "", one.title) for one in self.items]
        return table("lll", ("日期", "债务", "提醒"), rows)
