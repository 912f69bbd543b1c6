"""The words of an adviser about a plan that is too dear, has no source, or leaves no reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from msgspec.structs import replace

from negotiation_docs.errors import Place, Problem
from negotiation_docs.figures.budget import Budget
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.pledges import Pledge, Shortfall
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.suggestions import Suggestion
from negotiation_docs.figures.wording import amount, chinese_date, percent

UNAFFORDABLE = "plan.unaffordable"
"""Rule of a plan that asks for more than there is. With nothing left only the plan stops: a letter asks for a pause."""
RESERVE = Fraction(85, 100)  # above this share of what is left, one doctor's bill breaks the plan
IRREGULAR_RESERVE = Fraction(75, 100)  # where part of it comes from income that may stay out for a month
CARD_PERIODS = 60  # 《商业银行信用卡业务监督管理办法》第七十条: five years
LONGEST_ADVISED = 120  # instalments; beyond ten years no lender agrees and no borrower keeps it


def too_much(
    place: Place, month: Budget, asked: tuple[Decimal, Decimal], suggestion: Suggestion | None, *, is_card: bool = False
) -> Problem:
    """More in some month than is disposable; or nothing is, and no plan may be offered.

    ``asked`` is the largest monthly payment of this debt, and of all debts together.
    """
    if month.nothing_left:
        message = f"每月收支相抵后余{amount(month.disposable)}元，没有可用于偿还的余额，不能提出还款方案"
        hint = "请删去还款方案，改用困难情况说明请求暂停并约定复查日期；或者申请延期"
        return Problem("error", place, message, hint, UNAFFORDABLE, trait="plan")
    most = f"{_whose(asked)}最多须还{amount(asked[1])}元"
    message = f"{most}，超过每月可用于偿还的{amount(month.disposable)}元"
    return Problem("error", place, message, _instead(suggestion, is_card=is_card), UNAFFORDABLE, trait="plan")


def no_source(place: Place, gap: Shortfall) -> Problem:
    """A lump sum that neither assets nor savings reach, and no other source is stated."""
    lump = gap.lump
    asked = "首期须另付起息以来的利息" if lump.gap else "须一次支付"
    message = (
        f"{chinese_date(lump.due)}{asked}{amount(lump.amount)}元，"
        f"可变现资产与到那时的积累合计只有{amount(gap.available)}元"
    )
    hint = "请在还款来源（funds）中写明款项从何而来，或者减少金额、推迟日期"
    return Problem("error", place, message, hint, UNAFFORDABLE, trait="plan")


def source_twice(place: Place, own: Pledge, pledges: Iterable[Pledge]) -> Iterator[Problem]:
    """A warning where a lump sum of another debt is to be paid out of the very same source."""
    if not own.lumps():
        return
    twice = [each.debt for each in pledges if each.debt != own.debt and _same_source(each, own) and each.lumps()]
    if twice:
        message = f"还款来源与债务{'、'.join(twice)}写的相同，同一笔钱只能用一次"
        hint = "请核对这笔钱够不够两处使用；够的，分别写明各用多少，不够的，减少金额或另写来源"
        yield Problem("warning", (*place, "funds"), message, hint, "plan.source_twice", trait="offers")


def _same_source(one: Pledge, other: Pledge) -> bool:
    return bool(one.source) and _words_of(one.source) == _words_of(other.source)


def _words_of(text: str) -> str:
    """Letters and figures alone: blanks, marks and width do not make another source."""
    return "".join(filter(str.isalnum, normalize("NFKC", text)))


def cautions(place: Place, month: Budget, together: Decimal, own: tuple[Decimal, Decimal]) -> Iterator[Problem]:
    """Warnings: above the own pro-rata share (``own`` = payment, share), or above 85 % of what is disposable."""
    payment, own_share = own
    if payment > own_share:
        message = f"每期最多{amount(payment)}元，超过按本金比例分得的每月{amount(own_share)}元"
        hint = "其他债权人可能要求同等对待，请考虑延长期限"
        yield Problem("warning", place, message, hint, "plan.over_share", trait="offers")
    if payment > 0 and share(together, month.disposable) > RESERVE:
        message = f"{_used(month, together, payment)}，几乎没有余地"
        hint = "建议不超过85%，为医疗等临时支出留出余地"
        yield Problem("warning", place, message, hint, "plan.no_reserve", trait="offers")


def leaning(place: Place, month: Budget, together: Decimal, payment: Decimal) -> Iterator[Problem]:
    """A warning where regular income alone would not carry the plan, and it takes more than 75 % of what is left."""
    used = share(together, month.disposable)
    if payment > 0 and together > month.regular_disposable and IRREGULAR_RESERVE < used <= RESERVE:
        message = f"{_used(month, together, payment)}，而收入并不稳定"
        hint = "不稳定的收入哪个月少了，就可能还不上；建议不超过75%，或者先按较低的金额起步（阶梯还款）"
        yield Problem("warning", place, message, hint, "plan.irregular", trait="offers")


def _used(month: Budget, together: Decimal, payment: Decimal) -> str:
    used = percent(share(together, month.disposable), 1)
    return f"{_whose((payment, together))}最多须还{amount(together)}元，占可用于偿还金额的{used}"


def _whose(asked: tuple[Decimal, Decimal]) -> str:
    return "每月" if asked[0] == asked[1] else "各笔债务每月合计"


def _instead(suggestion: Suggestion | None, *, is_card: bool) -> str:
    """What would be affordable, in one sentence."""
    if suggestion is None or suggestion.level is None:
        return "按目前的余额，没有可负担的分期方案；请与债权人商议减免、降息或延期"
    if suggestion.level.periods > LONGEST_ADVISED:
        years = f"每月{amount(suggestion.ceiling)}元以内，要还{suggestion.level.periods}期"
        return f"{years}，期限过长，难以获得同意，也难以坚持；请与债权人商议减免、降息或延期"
    ways = f"每月{amount(suggestion.ceiling)}元以内，最短可负担期限为{_spoken(suggestion.level)}"
    if suggestion.stepped is not None:
        ways += f"；也可以阶梯还款：{_spoken(suggestion.stepped)}"
    if is_card and suggestion.level.periods > CARD_PERIODS:
        ways += f"；信用卡分期一般不超过{CARD_PERIODS}期，请同时商议减免息费或先申请延期"
    return ways


def _spoken(schedule: Schedule) -> str:
    """``62期，每期1,393.89元，末期1,394.08元``, or 首期 and 末期 where no two payments are alike.

    Charges that are due only with the last instalment are no monthly payment and are named by themselves.
    """
    last = schedule.instalments[-1]
    if last.charges and schedule.periods > 1 and not schedule.instalments[0].charges:
        rest = replace(last, payment=to_yuan(to_fen(last.payment) - to_fen(last.charges)), charges=ZERO)
        return f"{_spoken(replace(schedule, rows=(*schedule.rows[:-1], rest)))}，末期另付息费{amount(last.charges)}元"
    runs = schedule.groups
    if len(runs) > 3:
        return f"{schedule.periods}期，首期{amount(runs[0].payment)}元，逐期递减至{amount(runs[-1].payment)}元"
    parts = []
    for run in runs:
        name = f"第{run.first}至{run.last}期每期" if run.periods > 1 else f"第{run.first}期"
        parts.append(f"{name}{amount(run.payment)}元")
    return f"{schedule.periods}期，{'、'.join(parts)}"
