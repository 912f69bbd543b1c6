"""What must have happened before a paper makes sense, by its traits: talks, steps, debts, a record that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks import again, appointments, pleadings, records
from negotiation_docs.checks.wanting import Wanting, refusal, wanting
from negotiation_docs.facts import Case, Contact, Debt, Direction, Level, Outcome
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.allocation import sharing
from negotiation_docs.figures.governing import plan_in_force
from negotiation_docs.figures.kept import all_go_on, kept, unsettled
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing import standing
from negotiation_docs.standing.ladder import OUTSIDE, highest, next_step
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import ASK_AFTER, answered, asked_about
from negotiation_docs.standing.talks.promises import promise_past

_SUPERIORS: Final = frozenset({Level.HEAD_OFFICE, Level.REGULATOR})
_MEDIATES: Final = re.compile("法院|法庭|调解")

_Look = Callable[[Case, Debt, Kind], Iterator[Wanting]]


def preconditions(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """Everything that keeps the paper from making sense; what was merely not stated a draft leaves open."""
    yield from pleadings.other_stage(case, debt, paper)
    for trait, look in _LOOKS.items():
        if trait in paper.traits:
            yield from look(case, debt, paper)


def _queries(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    place, asked, title = debt_number(case, debt), asked_about(case, debt), paper.spoken
    if asked is None:
        if debt.contacts:
            hint = "在那次沟通里写上“提交文书”（sent）或者“业务编号”（ref）"
            message = "没有提交过文书、也没有业务编号的沟通，《{title}》没有可以查询的事项"
            yield wanting("handed_in", ("debts", place, "contacts"), message, hint, title=title)
        return
    last = answered(case, debt)
    if last is not None and last.outcome is Outcome.REFUSED and last.moment >= asked.moment:
        message, hint = "提交之后的沟通（{day}）对方已经拒绝，不再是查询进展", "可以写《升级处理申请》"
        here = ("debts", place, "contacts", debt.contacts.index(last), "outcome")
        yield refusal("query.refused", here, message, hint, day=chinese_date(last.day))
    elif _agreed_since(last, asked) and (written := _confirmed_on(case, debt)) is not None and written >= asked.day:
        message, hint = (
            "对方{day}已经书面确认，不再是查询进展",
            "履行的情况写《还款进展说明》；要改方案的，写《变更还款计划申请》",
        )
        agreed = ("debts", place, "agreement", "confirmed", "date")
        yield refusal("query.confirmed", agreed, message, hint, day=chinese_date(written))
    elif (case.dated - asked.day).days < ASK_AFTER and not promise_past(debt, asked, case.dated):
        message = "{day}才提交，还不到查询进展的时候"
        hint = "满{days}日没有答复的再查询；对方说了答复日期的，过了那一天再查询"
        here = ("debts", place, "contacts", debt.contacts.index(asked), "at")
        yield refusal("query.early", here, message, hint, day=chinese_date(asked.day), days=ASK_AFTER)


def _agreed_since(last: Contact | None, asked: Contact) -> bool:
    return last is not None and last.outcome is Outcome.ACCEPTED and last.moment >= asked.moment


def _confirmed_on(case: Case, debt: Debt) -> date | None:
    """The day on which the agreement was confirmed in writing, by the day of the papers."""
    confirmed = confirmation(debt) if debt.confirmed_by(case.dated) else None
    return confirmed.date if confirmed else None


def _escalates(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    title, place, last = paper.spoken, debt_number(case, debt), standing(case, debt).last_talk
    if last is not None and debt.contacts[last].outcome is Outcome.ACCEPTED:
        message = "最近一次沟通（{day}）对方已经同意，没有需要升级处理的事项"
        hint = "对方同意后没有书面确认的，写《协商结果书面确认申请》；后来又拒绝、拖延的，请把那次沟通记下来"
        day = chinese_date(debt.contacts[last].day)
        yield refusal("escalation.accepted", ("debts", place, "contacts", last, "outcome"), message, hint, day=day)
    if last is None and debt.contacts:
        message = "沟通记录里只有征信方面的沟通，《{title}》没有要答复的事项"
        hint = "先致电或者去信提出还款方面的请求，记进沟通记录；征信异议的答复，另写《征信投诉申请单》"
        yield refusal("escalation.record_only", ("debts", place, "contacts"), message, hint, title=title)
    if last is not None and _runs(debt.contacts[last], case):
        message = "对方在最近一次沟通（{day}）里答应的期限（{due}）还没有到，还不到升级处理的时候"
        hint = "过了那一天没有兑现的再写；对方已经拒绝的，把那次沟通记下来"
        day, due = chinese_date(debt.contacts[last].day), chinese_date(debt.contacts[last].promise_due or case.dated)
        yield refusal(
            "escalation.early", ("debts", place, "contacts", last, "promise_due"), message, hint, day=day, due=due
        )
    if last is not None and not any(map(_spoke, held(case, debt))):
        message = "沟通记录里只有对方的来电、来文，本人没有提出过什么，《{title}》没有要答复的事项"
        hint = "先致电或者去信提出请求，记进沟通记录；来电时说过的，写进那次的“本人答复”（own_reply）"
        yield refusal("escalation.nothing_asked", ("debts", place, "contacts"), message, hint, title=title)
    level = next_step(case, debt)
    if level is None:
        yield _no_step(case, debt, place)
    elif level in OUTSIDE and (debt.escalation is None or debt.escalation.addressee is None):
        message, hint = "升级到{level}，缺少收件单位，《{title}》需要这项事实", _addressee(debt, level)
        here = ("debts", place, "escalation", "addressee")
        yield wanting("addressee", here, message, hint, title=title, level=level.label)
    elif level in _SUPERIORS and debt.escalation and _MEDIATES.search(debt.escalation.addressee or ""):
        message = "收件单位是法院或者调解组织，不是{level}：《{title}》会成为投诉"
        hint = "向法院、调解组织申请调解的，受理层级写“调解组织”（mediation）；投诉的，写受理投诉的单位的全称"
        here = ("debts", place, "escalation", "addressee")
        yield refusal("escalation.addressee", here, message, hint, title=title, level=level.label)


def _runs(talk: Contact, case: Case) -> bool:
    """Whether the other side has until a day that is not over to do what it promised, and has decided nothing yet."""
    running = talk.promise_due is not None and talk.promise_due >= case.dated and not talk.promise_kept
    return running and talk.outcome is Outcome.PENDING


def _spoke(talk: Contact) -> bool:
    """Whether the borrower asked or said anything in ``talk``."""
    return talk.direction is Direction.OUTGOING or bool(talk.own_reply or talk.own_promise)


def _no_step(case: Case, debt: Debt, place: int) -> Wanting:
    named = debt.escalation.level if debt.escalation else None
    ladder = "、".join(level.label for level in profile(debt.creditor.kind).ladder)
    if named is not None:
        message, hint = "{kind}没有“{level}”这一级", f"可以写：{ladder}"
        values = {"kind": debt.creditor.kind.label, "level": named.label}
        return refusal("escalation.no_step", ("debts", place, "escalation", "level"), message, hint, **values)
    message = "已经沟通到{reached}这一级，没有更上一级"
    hint = f"要写给还没有试过的一级（{ladder}）的，写在“升级处理”的“受理层级”（escalation.level）；"
    hint += "对处理结果仍有异议的，可以申请调解，或者通过诉讼、仲裁解决；先咨询律师或12348法律援助"
    return refusal(
        "escalation.last", ("debts", place, "contacts"), message, hint, reached=highest(debt, case.dated).label
    )


def _addressee(debt: Debt, level: Level) -> str:
    regulator = profile(debt.creditor.kind).regulator.zh
    if level is Level.REGULATOR and regulator:
        return f"请写当地{regulator}的全称，填在“升级处理”的“收件单位”"
    return "请写这一单位的全称，填在“升级处理”的“收件单位”（escalation.addressee）"


def _shares(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    title, letter = paper.spoken, "letter" in paper.traits
    if len(unsettled(case)) < 2:
        message = "只有一笔没有结清的债务，《{title}》没有可以分配的"
        yield wanting("debts", ("debts",), message, "把其他要一并协商的债务也写进“债务”", title=title)
    elif letter and plan_in_force(case, debt) is not None:
        place = ("debts", debt_number(case, debt), "agreement", "confirmed")
        message = "这笔债务按书面确认的方案偿还，不参与分配，《{title}》不适用"
        hint = "要改变方案的，写变更还款计划申请；这份文书写给还在协商的各家"
        yield refusal("shares.in_plan", place, message, hint, title=title)
    elif all_go_on(case) or (letter and debt.id in kept(case)):
        message = "这笔债务按原合同继续还，不和其他债务分配，《{title}》不适用"
        hint = "要对方一起分配的，先写这笔的还款方案；这份文书写给还在协商的各家"
        yield refusal("shares.goes_on", ("debts", debt_number(case, debt)), message, hint, title=title)
    elif len(sharing(case, debt.id if letter else None)) < (2 if letter else 1):
        message = "其余没有结清的债务都按约定或书面确认的方案偿还，《{title}》没有可以分配的"
        hint = "照常偿还的已经先扣除，不必分配；另有要协商的债务，也写进“债务”"
        yield wanting("debts", ("debts",), message, hint, title=title)


_LOOKS: Final[Mapping[str, _Look]] = {
    "queries": _queries,
    "escalates": _escalates,
    "shares": _shares,
    "disputes": records.disputes,
    "identifies": records.identifies,
    "declares": records.declares,
    "complains": records.complains,
    "reconsiders": again.reconsiders,
    "mediates": again.mediates,
    "binds": again.binds,
    "performs": again.performs,
    "answers": pleadings.answers,
    "objects": pleadings.objects,
    "appoints": appointments.appoints,
    "withdraws": appointments.withdraws,
    "reports": pleadings.reports,
}
