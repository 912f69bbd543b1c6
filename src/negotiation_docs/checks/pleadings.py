"""What keeps a paper from a court: what is not answered, what has no row, what contradicts, what must be known before.

A box of the court's form binds (自认), so nothing is ticked that the file does not answer; what is asked and not
answered may count as admitted (证据规定 4), so nothing that was claimed stays open in a final paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.grounds import no_ground
from negotiation_docs.checks.pleaded import answers_in, told_to_court
from negotiation_docs.checks.rule import Words
from negotiation_docs.checks.wanting import Wanting, mistake, refusal, wanting
from negotiation_docs.facts import (
    AgentKind,
    Answer,
    AssetClass,
    Case,
    ClaimItem,
    CourtRequest,
    Debt,
    Litigation,
    Stage,
)
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.law.admissions import admission
from negotiation_docs.law.court_forms import Form, forms, not_built
from negotiation_docs.law.lpr import governs

_SUIT: Final = "litigation"
_JURISDICTION: Final = Words(
    "jurisdiction",
    "error",
    "提交答辩状就视为接受这个法院管辖（民诉法第一百三十条第二款）；合同约定仲裁的，首次开庭前不提出，也视为放弃",
    "要提管辖权异议的，在答辩期内先提出，不要先交答辩状。勾选“确认”（或者异议一栏的“无”）就是自认，以后很难反悔；"
    "时效要不要主张由本人决定，一审结束以前都可以提出。都看过以后，加上 --acknowledge jurisdiction",
    absent=True,
)


_ASK: Final = "请看清收到的是什么文书；阶段写错的请改正，不清楚的拨打12348"
_AT_STAGE: Final[Mapping[Stage, str]] = {
    Stage.PAYMENT_ORDER: "收到支付令的，十五日内清偿或者写《支付令异议书》；答辩状不能代替异议",
    Stage.SUED: "被起诉的，写《民事答辩状》",
    Stage.JUDGMENT: "已经判决的，不服在期限内上诉；进入执行的，写《被执行人财产申报表》",
    Stage.ENFORCEMENT: "进入执行的，按报告财产令写《被执行人财产申报表》；对执行有异议的，向执行法院书面提出",
}


def other_stage(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """A paper for one stage of a proceeding is of no use, and may harm, at another; what to write then is told."""
    suit = debt.litigation
    if suit is None or paper.is_at_stage(debt):
        return
    wanted = "、".join(stage.label for stage in Stage if stage.value in paper.stages)
    message = "阶段是“{stage}”，《{title}》用于“{wanted}”"
    place = ("debts", debt_number(case, debt), _SUIT, "stage")
    values = {"stage": suit.stage.label, "title": paper.spoken, "wanted": wanted}
    yield refusal("court.other_stage", place, message, _AT_STAGE.get(suit.stage, _ASK), **values)


def answers(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """民事答辩状: the form, its rows, every claim answered, and what the borrower has to know before."""
    place, suit = debt_number(case, debt), debt.litigation
    if reason := not_built(debt):
        message = "{reason}，《{title}》不适用"
        hint = "向受诉法院的诉讼服务大厅领取表格，或者写一般的答辩状；先咨询律师或12348法律援助"
        yield mistake(
            "answer.no_form", ("debts", place, _SUIT, "cause"), message, hint, reason=reason, title=paper.spoken
        )
        return
    yield _JURISDICTION, (("debts", place, _SUIT), {})
    if suit is None:
        return
    here = ("debts", place, _SUIT)
    form = forms().get(suit.cause) if suit.cause else None
    if form is not None:
        yield from _rows(suit, form, here)
    yield from _unanswered(suit, here)
    yield from _unreasoned(suit, here)
    yield from _requests(debt, suit, here)
    yield from _barred_words(case, debt, here)
    yield from _counsel(case, suit, here)


def objects(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """支付令异议书: every item answered, one at least disputed, each with a ground in law (民诉法解释 431–437)."""
    suit = debt.litigation
    if suit is None:
        return
    here = ("debts", debt_number(case, debt), _SUIT)
    yield from _unanswered(suit, here)
    items = [claim for claim in suit.claims if claim.item is not ClaimItem.TOTAL]
    if items and all(claim.answer is Answer.ADMIT for claim in items):
        message = "支付令的各项都认可，没有可以提出的异议，《{title}》不适用"
        hint = "认可的，在期限内清偿；还不上的，收到支付令以后仍可以与债权人协商，协商不停止期限"
        yield mistake("objection.nothing", (*here, "claims"), message, hint, title=paper.spoken)
    yield from _unreasoned(suit, here)
    yield from _barred_words(case, debt, here)
    reasons = [((*place, "reason"), one.reason) for place, one in answers_in(suit) if one.objected]
    for place, text in (*reasons, (("statement",), suit.statement)):
        found = no_ground(text or "")
        if found is not None:
            message = "“{word}”不是支付令异议的理由（民诉法解释第四百三十六条），写上去异议也不成立"
            hint = (
                "异议写债务本身：已过时效、不是本人借的、已经还了、没有约定这项费用、数额算错、还没有到期等。"
                "想分期、延期的，另外写信与债权人协商，不写进异议书，也不能代替异议"
            )
            yield mistake("objection.no_ground", (*here, *place), message, hint, word=found[0])


def reports(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """被执行人财产申报表: a class left open invites fines, so each says what there is or 无 (财产调查规定5)."""
    del debt, paper
    means = case.finances
    if means is None:
        return
    for number, asset in enumerate(means.assets or ()):
        if asset.category is None:
            message, hint = "“{asset}”没有写类别，申报表要按类别报告", "请写类别（class）"
            yield wanting("class", ("finances", "assets", number, "class"), message, hint, asset=asset.name)
    there = {asset.category for asset in means.assets or ()}
    for category in AssetClass:
        if category not in there and category not in means.assets_none:
            message = f"“{category.label}”这一类没有写有什么，也没有写没有"
            hint = "有的写进“资产”并写类别；没有的写进“没有的资产类别”（assets_none）。漏报、不报可能被罚款、拘留"
            yield wanting("asset_class", ("finances", "assets_none"), message, hint)
    if not means.changes and "changes" not in means.model_fields_set:
        message = "没有写近一年有没有财产变动"
        hint = "收到执行通知之前一年起的转让、出租、担保、放弃债权、大额支出都要报；没有的写 changes: []"
        yield wanting("changes", ("finances", "changes"), message, hint)


def _rows(suit: Litigation, form: Form, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    """Each answer has one row of the form, and no two have the same."""
    known = {"claims": {row.item for row in form.claims}, "facts": {row.item for row in form.facts}}
    seen = set[tuple[str, str]]()
    for (name, number), one in answers_in(suit):
        place = (*here, name, number, "item")
        if one.item.value not in known[name]:
            message = f"{suit.cause.label if suit.cause else ''}的答辩状没有“{one.item.label}”这一行"
            hint = "起诉状里确有这一项的，写成“其他请求”；事实写进“自由陈述”（statement）"
            yield mistake("answer.no_row", place, message, hint)
        elif (name, one.item.value) in seen:
            message, hint = f"“{one.item.label}”写了两次，表上只有一行", "合并成一项，金额写合计，理由分别写明"
            yield mistake("answer.twice", place, message, hint)
        seen.add((name, one.item.value))


def _unanswered(suit: Litigation, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    for (name, number), one in answers_in(suit):
        if one.answer is None and not (one.item is ClaimItem.TOTAL and _order(suit)):
            hint = "写确认、异议或者部分异议；没有答的，程序不会替人勾选，而法庭上不作回答可能视为承认"
            yield wanting("answer", (*here, name, number, "answer"), f"“{one.item.label}”还没有答", hint)


def _order(suit: Litigation) -> bool:
    """Whether it is a payment order, whose total is no item of its own."""
    return suit.stage.value == "payment_order"


def _unreasoned(suit: Litigation, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    """Who objects says why; that a whole is disputed follows from its parts, and limitation is a reason for all."""
    for (name, number), one in answers_in(suit) if not suit.raise_limitation else ():
        if one.objected and not one.reason and one.item is not ClaimItem.TOTAL:
            hint = "写明哪里不对、有什么证据，如“与账单所列不符”"
            message = f"对“{one.item.label}”有异议，没有写理由"
            yield wanting("reason", (*here, name, number, "reason"), message, hint)


def _requests(debt: Debt, suit: Litigation, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    private = governs(debt)
    for number, request in enumerate(suit.requests):
        place = (*here, "requests", number)
        if request is CourtRequest.CAP_24 and private:
            message, hint = "24%是金融借款的参照，民间借贷不适用", "改为“超过四倍LPR部分不予支持”（cap_lpr4）"
            yield mistake("answer.unfit_request", place, message, hint)
        elif request is CourtRequest.CAP_LPR4 and not private:
            message = "四倍LPR只适用于民间借贷，金融机构的贷款和信用卡不适用"
            yield mistake("answer.unfit_request", place, message, "改为“超过24%部分调减”（cap_24）")
        elif request is CourtRequest.INSTALMENTS and suit.raise_limitation:
            message = "已决定主张时效，又请求分期：请求分期是同意履行，会放弃时效抗辩"
            hint = "主张时效的删去这一项请求；决定不主张的，“主张时效”改为“否”"
            yield mistake("answer.barred_request", place, message, hint)


def _barred_words(case: Case, debt: Debt, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    """Who raises limitation promises nothing and admits no debt in the same paper, in whatever row."""
    for place, text in told_to_court(debt) if debt.limitation_raised else ():
        said = admission(text, case.dated)
        if said is not None and said.clear:
            message = "已决定主张时效，这里却写了愿意偿还或者承认欠款：同意履行会放弃时效抗辩"
            hint = "主张时效的，删去这一句，先咨询律师或12348法律援助；决定不主张的，“主张时效”改为“否”"
            yield mistake("answer.barred_words", (*here, *place), message, hint)


def _counsel(case: Case, suit: Litigation, here: tuple[str | int, ...]) -> Iterator[Wanting]:
    agent = case.borrower.agent
    if suit.represented and agent is None:
        message, hint = "写了有委托诉讼代理人，没有写是谁", "在“代理人”（borrower.agent）里写明姓名、单位、电话和权限"
        yield wanting("agent", ("borrower", "agent"), message, hint)
    elif suit.represented and agent is not None and agent.kind is AgentKind.ADVISER:
        message = "顾问不能作诉讼代理人（民诉法第六十一条）"
        hint = "可以是律师、基层法律服务工作者、近亲属、社区或者单位推荐的人；没有的，“有委托诉讼代理人”写“否”"
        yield mistake("answer.adviser", (*here, "represented"), message, hint)
