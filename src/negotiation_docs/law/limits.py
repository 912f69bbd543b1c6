"""Time limits of court papers, read from ``data/limits.json``: advice for the person, never for a letter.

民诉法 85: the day of receipt does not count; a last day on a day off moves to the next working day; posting in time
suffices. What the paper itself states is always to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, CourtPaper, Litigation, Stage
from negotiation_docs.figures.dates import Calendar
from negotiation_docs.law.feasts import perhaps_worked

_DATA = Path(__file__).parent / "data" / "limits.json"


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """``what`` must be done within ``days`` of receipt (None: the paper states the day), by which ``law``.

    ``advice`` is what to know while the time runs, ``late`` what is left when it has run out.
    """

    what: str
    days: int | None
    law: str
    mark: Literal["V", "M"]
    advice: str
    late: str


class _File(Struct, forbid_unknown_fields=True):
    checked: str
    about: str
    by_stage: dict[Stage, CourtPaper]
    papers: dict[CourtPaper, Rule]
    codes: dict[str, tuple[Stage, ...]]


class Limit(Struct, frozen=True):
    """One paper in hand: the ``computed`` last day and the working day it ``moved`` to, and the day the paper states.

    ``latest`` is the working day it would move to if a weekend that may be worked for a holiday were none: not known
    to be a day off, such a weekend does not move it. ``opens`` says that the paper opened the stage; ``paper`` is its
    kind, ``received`` the day, None if not told.
    """

    paper: CourtPaper
    rule: Rule
    opens: bool
    received: date | None
    computed: date | None
    moved: date | None
    latest: date | None
    stated: date | None

    @property
    def day(self) -> date | None:
        """The day that counts: the earlier of the two. A stated day before the receipt is a slip of the pen."""
        slip = self.stated is not None and self.received is not None and self.stated < self.received
        return min((day for day in (self.moved, None if slip else self.stated) if day), default=None)


@cache
def _table() -> _File:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File)


def rules() -> Mapping[CourtPaper, Rule]:
    """What the law says of each kind of paper. Raises msgspec.ValidationError for a cell missing in the file."""
    return _table().papers


def limits(case: Case, suit: Litigation) -> Iterator[Limit]:
    """The limit of the paper that opened the stage, then those of the other papers in hand."""
    opening = _opening(suit)
    yield _limit(case, opening, suit.received, suit.deadline, opens=True)
    for paper in suit.papers:
        yield _limit(case, _kind(suit.stage, paper.kind), paper.received, paper.deadline, opens=False)


def _opening(suit: Litigation) -> CourtPaper:
    """What opened the stage: of an enforcement the notice, where the order to report is listed with another day."""
    opening = _table().by_stage[suit.stage]
    listed = {paper.kind: paper.deadline for paper in suit.papers}
    told = suit.stage is Stage.ENFORCEMENT and CourtPaper.ENFORCEMENT_NOTICE not in listed
    apart = told and suit.deadline and listed.get(opening) not in {None, suit.deadline}
    return CourtPaper.ENFORCEMENT_NOTICE if apart else opening


def again(limit: Limit, opening: Limit) -> bool:
    """Whether the paper that opened the stage is listed once more among the papers, with no other day stated."""
    same = replace(limit, opens=True, stated=opening.stated) == opening
    return same and limit.stated in (None, opening.stated, opening.day)


def _kind(stage: Stage, paper: CourtPaper) -> CourtPaper:
    """A ruling at the stage of preservation is the one that orders it: it is reviewed once, never appealed against."""
    return CourtPaper.PRESERVATION_RULING if (stage, paper) == (Stage.PRESERVATION, CourtPaper.RULING) else paper


def _limit(case: Case, paper: CourtPaper, received: date | None, stated: date | None, *, opens: bool) -> Limit:
    rule = rules()[paper]
    computed = received + timedelta(days=rule.days) if received and rule.days else None
    latest = _moved(case, computed) if computed else None
    moved = computed if computed and unsure(case, computed) else latest
    return Limit(paper, rule, opens, received, computed, moved, latest, stated)


def unsure(case: Case, day: date) -> bool:
    """Whether ``day`` is on a weekend that may be worked, in a year of which the file names no days off."""
    named = {off.year for off in (*case.holidays, *case.workdays)}
    return day.year not in named and perhaps_worked(day)


def _moved(case: Case, day: date) -> date:
    try:
        return Calendar("next", frozenset(case.holidays), frozenset(case.workdays)).move(day)
    except FactsError:  # days off without end are told elsewhere
        return day


def code_of(case_number: str) -> tuple[str, tuple[Stage, ...]] | None:
    """The code in a case number (民初, 民督, 执 …) and the stages it stands for; None for one we do not know."""
    found = [code for code in _table().codes if code in case_number]
    code = max(found, key=len, default="")
    return (code, _table().codes[code]) if code else None
