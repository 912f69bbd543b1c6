"""What must have happened before something is asked again: a refusal, and a reason to look at it anew."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.wanting import Wanting, refusal, wanting
from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, Debt, Outcome
from negotiation_docs.figures.governing import plan_in_force
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.standing.ladder import mediator
from negotiation_docs.standing.renewal import is_better, is_told_whole, news, renewal
from negotiation_docs.standing.talks.latest import latest


def reconsiders(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """A refusal that was the last word; since then something new, or a plan better than the one refused."""
    last, found = latest(case, debt), renewal(case, debt)
    if last is None:
        return
    here: Place = ("debts", debt_number(case, debt), "contacts", debt.contacts.index(last))
    day = chinese_date(last.day)
    if found is None:
        message = "最近一次沟通（{day}）对方没有拒绝，《{title}》不适用"
        hint = "还在等答复的，写《办理进展查询函》；已经同意的，写《协商结果书面确认申请》"
        yield refusal("reconsideration.not_refused", (*here, "outcome"), message, hint, day=day, title=paper.spoken)
        return
    if next(news(case, debt, found.talk.day), None) is not None:
        return
    if found.before is None:
        message = "{day}被拒绝以后有什么变化、方案比原来好在哪里，都没有写，《{title}》没有新的内容"
        hint = "写明当时的方案（那次沟通的 offered，如 {{periods: 60}}），或者写此后的近期变化、困难原因、还款"
        yield wanting("offered", (*here, "offered"), message, hint, day=day, title=paper.spoken)
    elif not is_told_whole(case, debt, found.before):
        message = "{day}被拒绝的方案没有写全，没法和现在的方案比较"
        hint = "在那次沟通的 offered 里写全，如 {{method: interest_free, periods: 18, first_due: 2026-12-25}}"
        yield wanting("offered", (*here, "offered"), message, hint, day=day)
    elif not is_better(case, debt, found.before):
        message = "现在的方案不比{day}被拒绝的方案还得多、还得早，此后也没有新的情况"
        hint = "先把方案改得更好，或者写明此后的变化；对方办理的方式有问题的，写《升级处理申请》"
        yield refusal("reconsideration.no_better", (*here, "offered"), message, hint, day=day)


def mediates(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """A talk that came to nothing, and the name of who mediates."""
    place, last = debt_number(case, debt), latest(case, debt)
    if last is not None and last.outcome is Outcome.ACCEPTED:
        message, hint = (
            "最近一次沟通（{day}）对方已经同意，没有需要调解的",
            "没有书面确认的，写《协商结果书面确认申请》",
        )
        here = ("debts", place, "contacts", debt.contacts.index(last), "outcome")
        yield refusal("mediation.accepted", here, message, hint, day=chinese_date(last.day))
    if mediator(debt) is None:
        message = "没有写由哪个调解组织调解，《{title}》没有收件单位"
        hint = "在“升级处理”里写受理层级“调解组织”（mediation）和收件单位的全称；各地有哪些，问12348"
        yield wanting("addressee", ("debts", place, "escalation", "addressee"), message, hint, title=paper.spoken)


def binds(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """Nothing is signed that the other side has not agreed to."""
    if debt.agreement is not None and debt.agreed_in is not None and not debt.accepted_by(case.dated):
        message = "对方在沟通中没有同意，或者后来又拒绝了，《{title}》没有可以签的内容"
        hint = "请对方答复的，写《协商结果书面确认申请》；对方确已同意的，把那次沟通的结果改为“同意”"
        place = ("debts", debt_number(case, debt), "agreement", "reached")
        yield refusal("agreement.not_binding", place, message, hint, title=paper.spoken)


def performs(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """How a plan is kept can be told only where the plan is: of a confirmation without one nothing could be said."""
    if debt.confirmed_by(case.dated) and debt.payments and plan_in_force(case, debt) is None:
        message = "书面确认的分期安排没有写明，或者算不出来，《{title}》没有可以说明的方案"
        hint = "先把谈妥的方案写进“还款方案”（proposal），再在“分期安排”里写 true；都写了的，先改正 check 指出的错误"
        place = ("debts", debt_number(case, debt), "agreement", "terms", "plan")
        yield wanting("confirmed_plan", place, message, hint, title=paper.spoken)
