"""The days that papers of a court set, as sentences for the person: advice, never for a letter.

One entry for each paper in hand and one for the hearing. ``check`` says them, and reminders and next steps read them;
what the paper itself states always decides, so every sentence is to be followed by :data:`CAVEAT`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, CourtPaper, Debt, Stage
from negotiation_docs.figures.wording import chinese_date, chinese_moment
from negotiation_docs.law.feasts import perhaps_off
from negotiation_docs.law.limits import Limit, again, limits, rules, unsure

CAVEAT: Final = "期限以文书所载为准"
TODAY: Final = "请当天联系法院，并拨打12348"
_MEDIATED: Final = "不能参加的，事先告诉调解员并请另定时间；不同意调解的，也说明白"
_MISSED: Final = "请联系法院或者调解组织，看是否另定时间"
_EXCUSED: Final = "；有正当理由耽误的，障碍消除后十日内可以申请顺延（《民事诉讼法》第八十六条）"


class CourtDay(Struct, frozen=True):
    """Until ``day`` (None while it cannot be told) ``what`` has to be done about ``paper``.

    ``left`` is how many days remain, 0 on the last one, negative when it has passed; ``told`` says all of it in one
    sentence without its full stop, with what is left to do once the day has passed. ``advice`` is what to know while
    it runs. ``place`` is where the paper stands in the debt, ``opens`` whether it opened the stage.
    """

    place: Place
    paper: CourtPaper
    what: str
    day: date | None
    left: int | None
    told: str
    advice: str
    opens: bool = False

    @property
    def missed(self) -> bool:
        """Whether the day has passed."""
        return self.left is not None and self.left < 0


def court_days(case: Case, debt: Debt) -> tuple[CourtDay, ...]:
    """Every day that the papers in hand about ``debt`` set, the hearing last; empty while nothing is at court."""
    return tuple(_days(case, debt))


def _days(case: Case, debt: Debt) -> Iterator[CourtDay]:
    suit = debt.litigation
    if suit is None:
        return
    found = tuple(limits(case, suit))
    for number, limit in enumerate(found, start=-1):
        told = limit.paper is CourtPaper.SUMMONS and limit.day is None and suit.hearing is not None
        if not limit.opens and (told or again(limit, found[0])):
            continue
        place: Place = ("litigation",) if limit.opens else ("litigation", "papers", number)
        yield _about(case, limit, place)
    if suit.hearing is not None:
        yield _hearing(case, suit.hearing, mediated=suit.stage is Stage.MEDIATION)


def _about(case: Case, limit: Limit, place: Place) -> CourtDay:
    left = (limit.day - case.dated).days if limit.day else None
    told = _told(limit, left) + _later(case, limit) + _by_law(case, limit) + _perhaps_off(case, limit)
    return CourtDay(place, limit.paper, limit.rule.what, limit.day, left, told, limit.rule.advice, limit.opens)


def _hearing(case: Case, moment: date, *, mediated: bool) -> CourtDay:
    """The day in court; before a suit is filed it is one of mediation, to which nobody is summoned."""
    day = moment.date() if isinstance(moment, datetime) else moment
    rule, left = rules()[CourtPaper.SUMMONS], (day - case.dated).days
    what = "参加调解" if mediated else rule.what
    name, absent = ("调解时间", "没有参加") if mediated else ("开庭时间", "没有到庭")
    told = f"{name}是{chinese_moment(moment)}，{_remaining(left)}"
    if left < 0:
        told = f"{name}{chinese_date(day)}已过{-left}天；{absent}的，{_MISSED if mediated else rule.late}；{TODAY}"
    paper = CourtPaper.MEDIATION if mediated else CourtPaper.SUMMONS
    return CourtDay(("litigation", "hearing"), paper, what, day, left, told, _MEDIATED if mediated else rule.advice)


def _told(limit: Limit, left: int | None) -> str:
    """The day until which, and how many are left; or what is left to do."""
    rule = limit.rule
    if limit.day is None or left is None:
        if rule.days is None:
            return f"{rule.what}的期限请从文书上看清"
        return f"{rule.what}的期限是收到之日起{rule.days}日；没有写收到日期，无法计算，请马上查清"
    shown = _shown(limit, limit.day)
    if left >= 0:
        return f"{rule.what}的期限是{shown}，{_remaining(left)}"
    return f"{rule.what}的期限{shown}已过{-left}天；{rule.late}{_EXCUSED if rule.days else ''}；{TODAY}"


def _later(case: Case, limit: Limit) -> str:
    """A day of the paper beyond the one that counts: the court knows its calendar, and the paper decides."""
    if (
        limit.paper is CourtPaper.PAYMENT_ORDER
        or limit.day is None
        or limit.stated is None
        or limit.stated <= limit.day
    ):
        return ""
    left = (limit.stated - case.dated).days
    return f"；文书载明的是{chinese_date(limit.stated)}，{_remaining(left) if left >= 0 else f'已过{-left}天'}"


def _by_law(case: Case, limit: Limit) -> str:
    """A stated day that has passed while the days of the law still run: a court may shorten them in few procedures."""
    if limit.stated is None or limit.day != limit.stated or limit.moved is None:
        return ""
    if not limit.stated < case.dated <= limit.moved:
        return ""
    left = _remaining((limit.moved - case.dated).days)
    days = f"按法律规定的{limit.rule.days}日计算到{chinese_date(limit.moved)}，{left}"
    return f"；{days}：是不是还来得及，当天向法院问清"


def _perhaps_off(case: Case, limit: Limit) -> str:
    """A computed last day in the weeks of the public holidays, in a year whose days off the file does not name."""
    day = limit.moved
    if limit.computed is not None and limit.day == limit.computed and unsure(case, limit.computed):
        return "；这一天是周末，没有放假日资料，可能是调休上班日，没有顺延，是不是顺延请向法院问清"
    if day is None or day.year in {off.year for off in case.holidays}:
        return ""
    if perhaps_off(day):
        return "；没有放假日资料，这一天放假的，顺延到假期结束后的第一个工作日，请向法院问清"
    return ""


def _remaining(left: int) -> str:
    return f"还有{left}天" if left else "就是今天"


def _shown(limit: Limit, day: date) -> str:
    """A last day on a day off with the working day it moves to in brackets."""
    if limit.computed and limit.moved and day == limit.moved != limit.computed:
        return f"{chinese_date(limit.computed)}（遇休息日，顺延至{chinese_date(limit.moved)}）"
    return chinese_date(day)
