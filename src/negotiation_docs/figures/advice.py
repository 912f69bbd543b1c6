"""The words of an adviser about a plan that is too dear, has no source, or leaves no reserve."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from negotiation_docs.errors import Problem
from negotiation_docs.figures.budget import Budget
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.pledges import Shortfall
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.suggestions import Suggestion
from negotiation_docs.figures.wording import amount, chinese_date, percent

RESERVE = Fraction(85, 100)  # above this share of what is left, one doctor's bill breaks the plan
CARD_PERIODS = 60  # 《商业银行信用卡业务监督管理办法》第七十条: five years


def too_much(
    path: str, month: Budget, asked: tuple[Decimal, Decimal], suggestion: Suggestion | None, *, is_card: bool = False
) -> Problem:
    """More in some month than is disposable; or nothing is, and no plan may be offered.

    ``asked`` is the largest monthly payment of this debt, and of all debts together.
    """
    if month.nothing_left:
        message = f"每月收支相抵后余{amount(month.disposable)}元，没有可用于偿还的余额，不能提出还款方案"
        hint = "请删去还款方案，改用困难情况说明请求暂停并约定复查日期；或者申请延期"
        return Problem("error", path, message, hint, "affordability-nothing-left")
    most = f"{_whose(asked)}最多须还{amount(asked[1])}元"
    message = f"{most}，超过每月可用于偿还的{amount(month.disposable)}元"
    return Problem("error", path, message, _instead(suggestion, is_card=is_card), "affordability")


def no_source(path: str, gap: Shortfall) -> Problem:
    """A lump sum that neither assets nor savings reach, and no other source is stated."""
    lump = gap.lump
    message = (
        f"{chinese_date(lump.due)}须一次支付{amount(lump.amount)}元，"
        f"可变现资产与到那时的积累合计只有{amount(gap.available)}元"
    )
    hint = "请在还款来源（funds）中写明款项从何而来，或者减少金额、推迟日期"
    return Problem("error", path, message, hint, "affordability-lump")


def cautions(path: str, disposable: Decimal, together: Decimal, own: tuple[Decimal, Decimal]) -> Iterator[Problem]:
    """Warnings: above the own pro-rata share (``own`` = payment, share), or above 85 % of what is disposable."""
    payment, own_share = own
    if payment > own_share:
        message = f"每期最多{amount(payment)}元，超过按本金比例分得的每月{amount(own_share)}元"
        yield Problem("warning", path, message, "其他债权人可能要求同等对待，请考虑延长期限", "affordability-share")
    if payment > 0 and share(together, disposable) > RESERVE:
        used = percent(share(together, disposable), 1)
        message = f"{_whose((payment, together))}最多须还{amount(together)}元，占可用于偿还金额的{used}，几乎没有余地"
        yield Problem("warning", path, message, "建议不超过85%，为医疗等临时支出留出余地", "affordability-reserve")


def _whose(asked: tuple[Decimal, Decimal]) -> str:
    return "每月" if asked[0] == asked[1] else "各笔债务每月合计"


def _instead(suggestion: Suggestion | None, *, is_card: bool) -> str:
    """What would be affordable, in one sentence."""
    if suggestion is None or suggestion.level is None:
        return "按目前的余额，没有可负担的分期方案；请与债权人商议减免、降息或延期"
    ways = f"每月{amount(suggestion.ceiling)}元以内，最短可负担期限为{_spoken(suggestion.level)}"
    if suggestion.stepped is not None:
        ways += f"；也可以阶梯还款：{_spoken(suggestion.stepped)}"
    if is_card and suggestion.level.periods > CARD_PERIODS:
        ways += f"；信用卡分期一般不超过{CARD_PERIODS}期，请同时商议减免息费或先申请延期"
    return ways


def _spoken(schedule: Schedule) -> str:
    """``62期，每期1,393.89元，末期1,394.08元``, or 首期 and 末期 where no two payments are alike."""
    runs = schedule.groups
    if len(runs) > 3:
        return f"{schedule.periods}期，首期{amount(runs[0].payment)}元，逐期递减至{amount(runs[-1].payment)}元"
    parts = []
    for run in runs:
        name = f"第{run.first}至{run.last}期每期" if run.periods > 1 else f"第{run.first}期"
        parts.append(f"{name}{amount(run.payment)}元")
    return f"{schedule.periods}期，{'、'.join(parts)}"
