"""The words of an adviser about a plan that is too dear, has no source, or leaves no reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from msgspec import Struct

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.fen import ZERO
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.pledges import Pledge, Shortfall
from negotiation_docs.figures.rows import Row
from negotiation_docs.figures.spoken import instead
from negotiation_docs.figures.suggestions import Suggestion
from negotiation_docs.figures.wording import amount, chinese_date, percent

UNAFFORDABLE = "plan.unaffordable"
"""Rule of a plan that asks for more than there is. With nothing left only the plan stops: a letter asks for a pause."""
AGREED = "agreement.unaffordable"
"""Rule of an agreement about more than there is."""
_TELL_THEM = "如实告诉对方能还多少，确认之前改谈期数"
_ASK_FOR_A_CHANGE = "方案已经书面确认：尽快如实告诉对方能还多少，在下一期之前写变更申请（change）"
_NO_PROMISE = "文书照写谈的内容，但不会承诺按期足额还款"
RESERVE = Fraction(85, 100)  # above this share of what is left, one doctor's bill breaks the plan
IRREGULAR_RESERVE = Fraction(75, 100)  # where part of it comes from income that may stay out for a month


class Asked(Struct, frozen=True):
    """The largest payment in 元 a month, of this debt's plan (``monthly``) and of all debts ``together``.

    ``every``: the plan's instalments are so many months apart, and ``monthly`` is what is laid by for them. ``gap`` 元
    of interest for a late start, which the first instalment bears besides, are no monthly payment.
    """

    monthly: Decimal
    together: Decimal
    every: int = 1
    gap: Decimal = ZERO

    @property
    def most(self) -> str:
        """What is asked of a month, in words."""
        return f"{self.of_whom}最多须还{amount(self.together)}元{self.besides}"

    @property
    def besides(self) -> str:
        """What these figures leave out, in brackets."""
        return f"（首期另付的利息{amount(self.gap)}元不计在内）" if self.gap else ""

    @property
    def of_whom(self) -> str:
        """Whose ``together`` is, in words."""
        if self.monthly != self.together:
            return "各笔债务每月合计"
        return "每月" if self.every == 1 else "折合每月"


def too_much(
    place: Place, month: Budget, asked: Asked, suggestion: Suggestion | None, *, is_card: bool = False
) -> Problem:
    """More in some month than is disposable; or nothing is, and no plan may be offered."""
    if month.nothing_left:
        message = f"{_nothing(month)}，不能提出还款方案"
        hint = "请删去还款方案，改用困难情况说明请求暂停并约定复查日期；或者申请延期"
        return Problem("error", place, message, hint, UNAFFORDABLE, trait="plan")
    message = f"{asked.most}，超过每月可用于偿还的{amount(month.disposable)}元"
    return Problem("error", place, message, instead(suggestion, is_card=is_card), UNAFFORDABLE, trait="plan")


def on_another(place: Place, month: Budget, asked: Asked, source: str) -> Problem:
    """A plan that the borrower's own means would not carry, and a payer who consents to it does."""
    means = _nothing(month) if month.nothing_left else f"超过每月可用于偿还的{amount(month.disposable)}元"
    message = f"{asked.most}，{means}；方案靠代付人还款（来源：{echo(source)}）"
    hint = "代付人不付，方案就落空：请附代付人的收入或存款证明，由代付人签名；写清楚代付不是债务加入或者保证"
    return Problem("warning", place, message, hint, "plan.on_another", trait="offers")


def agreed_too_much(  # noqa: PLR0913 - what is asked, what there is, and who agreed to it how
    place: Place,
    month: Budget,
    asked: Asked,
    suggestion: Suggestion | None,
    *,
    is_card: bool = False,
    confirmed: bool = False,
) -> Problem:
    """The same of what was agreed: a warning, as the paper about it only says what was said.

    Of what is ``confirmed`` in writing and runs, what is left is changed; there is no whole new plan.
    """
    means = f"而{_nothing(month)}" if month.nothing_left else f"超过每月可用于偿还的{amount(month.disposable)}元"
    ways = "可以请求暂停并约定复查日期" if month.nothing_left else instead(suggestion, is_card=is_card)
    hint = _ASK_FOR_A_CHANGE if confirmed else f"{_TELL_THEM}：{ways}"
    return _of_agreement(place, f"{asked.most}，{means}", hint)


def agreed_no_source(place: Place, gap: Shortfall, *, confirmed: bool = False) -> Problem:
    """A lump sum of what was agreed, or is ``confirmed`` in writing, without a source."""
    problem = no_source(place, gap)
    return _of_agreement(place, problem.message, f"{_ASK_FOR_A_CHANGE if confirmed else _TELL_THEM}；{problem.hint}")


def _of_agreement(place: Place, message: str, hint: str) -> Problem:
    return Problem("warning", place, f"按协商结果，{message}", f"{hint}；{_NO_PROMISE}", AGREED, trait="agreed")


def _nothing(month: Budget) -> str:
    return f"每月收支相抵后余{amount(month.disposable)}元，没有可用于偿还的余额"


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


def first_early(place: Place, first: Row, saved: tuple[int, Decimal]) -> Problem:
    """The first instalment of a longer interval, due before its months have laid it by: ``saved`` = months, 元."""
    months, sum_ = saved
    message = (
        f"首期{chinese_date(first.due)}须还{amount(first.payment)}元，到那时每月余额只能积存{months}个月，"
        f"连同可变现资产共{amount(sum_)}元"
    )
    hint = "把首期推迟到钱攒够或者收入到账之后；另有来源的，写明还款来源（funds），如收获后的货款"
    return Problem("warning", (*place, "first_due"), message, hint, "plan.first_early", trait="offers")


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


def cautions(place: Place, month: Budget, asked: Asked, own_share: Decimal) -> Iterator[Problem]:
    """Warnings: above the own pro-rata share (元 a month), or above 85 % of what is disposable."""
    if asked.monthly > own_share:
        each = "每期" if asked.every == 1 else "折合每月"
        message = f"{each}最多{amount(asked.monthly)}元{asked.besides}，超过按本金比例分得的每月{amount(own_share)}元"
        hint = "其他债权人可能要求同等对待，请考虑延长期限"
        yield Problem("warning", place, message, hint, "plan.over_share", trait="offers")
    if asked.monthly > 0 and share(asked.together, month.disposable) > RESERVE:
        message = f"{_used(month, asked)}，几乎没有余地"
        hint = "建议不超过85%，为医疗等临时支出留出余地"
        yield Problem("warning", place, message, hint, "plan.no_reserve", trait="offers")


def leaning(place: Place, month: Budget, asked: Asked) -> Iterator[Problem]:
    """A warning where regular income alone would not carry the plan, and it takes more than 75 % of what is left."""
    used = share(asked.together, month.disposable)
    if asked.monthly > 0 and asked.together > month.regular_disposable and IRREGULAR_RESERVE < used <= RESERVE:
        message = f"{_used(month, asked)}，而收入并不稳定"
        hint = "不稳定的收入哪个月少了，就可能还不上；建议不超过75%，或者先按较低的金额起步（阶梯还款）"
        yield Problem("warning", place, message, hint, "plan.irregular", trait="offers")


def _used(month: Budget, asked: Asked) -> str:
    used = percent(share(asked.together, month.disposable), 1)
    return f"{asked.most}，占可用于偿还金额的{used}"
