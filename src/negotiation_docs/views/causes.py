"""Why the debt fell overdue: one entry per cause, worded by what is stated and backed by what is enclosed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Case, Debt, Hardship, Month, Update
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.wording import percent
from negotiation_docs.law.proofs import elsewhere
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt
from negotiation_docs.words.insertion import inserted
from negotiation_docs.words.voice import Voice, with_subject

_HAPPENS = frozenset({"oversight", "accident", "disaster", "family_event", "fraud", "paid_for_others"})
_GOES_ON = frozenset({"reduced_income", "illness", "family_burden"})
_EVENT = re.compile(
    "解除|终止|裁|辞退|离职|失业|停业|歇业|关闭|关停|倒闭|搬迁|确诊|查出|诊断|住院|手术|摔|撞|受伤|车祸|事故|"
    "追尾|骨折|去世|过世|离世|病故|离婚|出生|考上|录取|火灾|失火|水灾|受灾|被骗|被盗|判|通知"
)
_DONE = re.compile("解除|终止|裁|辞退")  # done on one day, whatever kind of cause it made
_STATE = re.compile("每周|每月|每天|长期|持续|一直|至今|以来|仍|需要|没有")


class Drop(Struct, frozen=True):
    """What the borrower earned a month before and earns now, in 元; ``share`` is what was lost of it, in percent."""

    before: Decimal
    now: Decimal
    lost: Decimal
    share: str


class CauseView(Struct, frozen=True):
    """One cause: its own words by paragraph (none = only the cause is named), its days, its backing.

    ``lasting``: it goes on from its day, and did not just happen on it; ``month``: the day it began is not known;
    ``instant``: it happened on one day, so that only its effects last ``until`` another.
    """

    name: str
    label: str
    since: date | None
    until: date | None
    expected_until: date | None
    paragraphs: tuple[str, ...]
    translated: bool
    medical: str
    secondary: bool
    brief: str
    backing: Backing
    drop: Drop | None
    lasting: bool
    month: bool = False
    instant: bool = False


def causes(
    case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice, *, since: date | None = None
) -> tuple[CauseView, ...]:
    """Real causes in the order of the file, then what was the borrower's own fault; only those later than ``since``."""
    told = (cause for cause in case.hardship if since is None or (cause.since is not None and cause.since > since))
    ordered = sorted(told, key=lambda cause: not cause.cause.is_hardship)
    mixed, items = not case.oversight_only, for_debt(case, debt)
    return tuple(
        replace(view, backing=replace(view.backing, own_statement=False)) if elsewhere(case, cause, items) else view
        for cause in ordered
        for view in (_cause(case, cause, exhibits, voice, secondary=mixed and not cause.cause.is_hardship),)
    )


def updates(case: Case, *, since: date | None = None) -> tuple[Update, ...]:
    """What changed of late, up to the day of the paper, in order; only later than ``since``, as far as months tell."""
    told = (one for one in case.updates if one.date <= case.dated and (since is None or _last_day(one.date) > since))
    return tuple(sorted(told, key=lambda one: one.date))


def _last_day(day: date) -> date:
    """``day``, or the last day that a month without a day may mean."""
    return add_months(date(day.year, day.month, 1), 1) - timedelta(days=1) if isinstance(day, Month) else day


def agreed_on(debt: Debt) -> date | None:
    """The day from which a change of circumstances is new: that of the agreement."""
    return debt.agreement.day if debt.agreement else None


def _cause(case: Case, cause: Hardship, exhibits: Mapping[str, Exhibit], voice: Voice, *, secondary: bool) -> CauseView:
    past = cause.until is not None and cause.until <= case.dated
    known = voice.translated(cause.statement)
    whole = voice.english.get(cause.statement or "") if voice.lang == "en" else None
    lines = (whole or cause.statement or "").split("\n")
    paragraphs = tuple(with_subject(inserted(line)) if whole else voice.own(line) for line in lines if line.strip())
    found = backing(cause.evidence, exhibits)
    return CauseView(
        name=cause.cause.value,
        label=voice.label(cause.cause),
        since=cause.since,
        until=cause.until if past else None,
        expected_until=None if past else cause.until,
        paragraphs=paragraphs,
        translated=known,
        medical=voice.say(cause.medical_detail),
        secondary=secondary,
        brief=paragraphs[0] if paragraphs else "",
        # Nobody proves an oversight; saying that it is unproved would read as an accusation.
        backing=found if cause.cause.is_hardship or cause.evidence else Backing(),
        lasting=lasting(cause),
        month=isinstance(cause.since, Month),
        instant=_instant(cause),
        drop=_drop(case, cause),
    )


def _drop(case: Case, cause: Hardship) -> Drop | None:
    """How far the borrower's own income fell; None where either side is not stated, or it did not fall.

    It fell to what it is now, or to what the next cause found it at.
    """
    before = cause.income_before
    if before is None or case.finances is None or case.finances.income is None or case.finances.essentials is None:
        return None
    since = [(one.since, one.income_before) for one in case.hardship if one.since and one.income_before is not None]
    later = sorted(one for one in since if cause.since is not None and one[0] > cause.since)
    now = later[0][1] if later else budget(case).own_income
    return Drop(before, now, before - now, percent((before - now) / before, 1)) if now < before else None


def _instant(cause: Hardship) -> bool:
    done = cause.cause.value in _HAPPENS or _DONE.search(_first(cause.statement or "")) is not None
    return done and not lasting(cause)


def _first(statement: str) -> str:
    return re.split(r"[，。；\n]", statement, maxsplit=1)[0]


def lasting(cause: Hardship) -> bool:
    """Whether the cause is told from its day on (自…起): by what happened first in its statement, else by its kind."""
    if cause.statement is None:
        return cause.cause.value not in _HAPPENS
    first = _first(cause.statement)
    if _EVENT.search(first):
        return False
    told = first if cause.cause.value in _HAPPENS else cause.statement  # what happened on its day may last since
    goes_on = cause.cause.value in _GOES_ON or (cause.until is not None and cause.cause.value not in _HAPPENS)
    return goes_on or _STATE.search(told) is not None
