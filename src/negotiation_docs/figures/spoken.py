"""A suggested plan in a sentence of advice: how many instalments, how far apart, and of how much."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.rows import Row, Schedule
from negotiation_docs.figures.suggestions import Suggestion
from negotiation_docs.figures.wording import amount

CARD_PERIODS = 60  # 《商业银行信用卡业务监督管理办法》第七十条: five years
LONGEST_ADVISED = 120  # months; beyond ten years no lender agrees and no borrower keeps it
INTERVALS = {1: "每月", 3: "每3个月", 6: "每半年", 12: "每年"}
_RUNS = 4  # more than so many runs of equal instalments are told by the first, the highest and the last


def instead(suggestion: Suggestion | None, *, is_card: bool) -> str:
    """What would be affordable, in one sentence."""
    if suggestion is None or suggestion.level is None:
        return "按目前的余额，没有可负担的分期方案；请与债权人商议减免、降息或延期"
    level, within = suggestion.level, f"{_within(suggestion)}以内"
    months = level.periods * level.every
    if months > LONGEST_ADVISED:
        lasting = "" if level.every == 1 else f"、共{months}个月"
        long = f"{within}，要还{level.periods}期{lasting}"
        return f"{long}，期限过长，难以获得同意，也难以坚持；请与债权人商议减免、降息或延期"
    ways = f"{within}，最短可负担期限为{spoken(level)}"
    if suggestion.stepped is not None:
        ways += f"；也可以阶梯还款：{spoken(suggestion.stepped)}"
    if is_card and months > CARD_PERIODS:
        ways += f"；信用卡分期一般不超过{_years(level)}，请同时商议减免息费或先申请延期"
    return ways


def workable(suggestion: Suggestion | None, *, is_card: bool) -> bool:
    """Whether a level plan within the ceiling is one that lenders agree to: ten years at most, five for a card."""
    if suggestion is None or suggestion.level is None:
        return False
    months = suggestion.level.periods * suggestion.level.every
    return months <= (CARD_PERIODS if is_card else LONGEST_ADVISED)


def _within(suggestion: Suggestion) -> str:
    """The ceiling by the month, and by the interval of the plan."""
    level, month = suggestion.level, f"每月{amount(suggestion.ceiling)}元"
    if level is None or level.every == 1:
        return month
    return f"{month}（{INTERVALS[level.every]}{amount(to_yuan(to_fen(suggestion.ceiling) * level.every))}元）"


def _years(schedule: Schedule) -> str:
    return f"{CARD_PERIODS}期" if schedule.every == 1 else f"{CARD_PERIODS // 12}年"


def spoken(schedule: Schedule) -> str:
    """``62期，第1至61期每期1,393.89元、第62期1,394.08元``; a falling course by its first and last instalment.

    Charges due only with the last instalment, and the interest that the first bears for a late start, are no
    instalment that can be compared with a month: they are named by themselves.
    """
    plain, apart = _without_lumps(schedule)
    every = "" if schedule.every == 1 else f"（{INTERVALS[schedule.every]}一期）"
    return f"{schedule.periods}期{every}，{_course(plain)}{apart}"


def _without_lumps(schedule: Schedule) -> tuple[Schedule, str]:
    first, last = schedule.instalments[0], schedule.instalments[-1]
    if schedule.periods == 1:
        return schedule, ""
    rows, apart = list(schedule.rows), ""
    if schedule.gap_interest:
        rows[rows.index(first)] = _less(first, schedule.gap_interest)
        apart += f"，首期另付起息以来的利息{amount(schedule.gap_interest)}元"
    if last.charges and not first.charges:
        rows[-1] = replace(_less(last, last.charges), charges=ZERO)
        apart += f"，末期另付息费{amount(last.charges)}元"
    return replace(schedule, rows=tuple(rows)), apart


def _less(row: Row, sum_: Decimal) -> Row:
    return replace(row, payment=to_yuan(to_fen(row.payment) - to_fen(sum_)))


def _course(schedule: Schedule) -> str:
    runs = schedule.groups
    if len(runs) > _RUNS - 1 and all(later.payment <= earlier.payment for earlier, later in pairwise(runs)):
        return f"首期{amount(runs[0].payment)}元，逐期递减至{amount(runs[-1].payment)}元"
    if len(runs) > _RUNS:
        ends = f"首期{amount(runs[0].payment)}元，末期{amount(runs[-1].payment)}元"
        return f"{ends}，最多的一期{amount(schedule.largest)}元"
    parts = []
    for run in runs:
        name = f"第{run.first}至{run.last}期每期" if run.periods > 1 else f"第{run.first}期"
        parts.append(f"{name}{amount(run.payment)}元")
    return "、".join(parts)
