"""Who may act for the borrower, and what a paper that appoints them, or takes a complaint back, cannot do without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, found
from negotiation_docs.checks.wanting import Wanting, mistake, refusal, wanting
from negotiation_docs.facts import Agent, AgentKind, Case, Debt
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.standing.denied import denied
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import complained

_PROFESSIONS: Final = frozenset({AgentKind.LAWYER, AgentKind.LEGAL_WORKER, AgentKind.LEGAL_AID})
_SUIT: Final = re.compile(
    "诉讼|应诉|出庭|开庭|庭审|答辩|反诉|上诉|再审|管辖|支付令|财产申报|强制执行|恢复执行|执行(?:案|和解|异议|程序|法院|局)"
)
"""In matters and powers that only a suit has."""
_TRADERS: Final = re.compile("债务|法务|征信|信用修复|协商|咨询|优化|维权")
"""In the names of companies that negotiate for money (warning of five authorities, 2026-02-06)."""


def appoints(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """Whoever acts without a profession's certificate shows an identity card; no lender reads of another's suit."""
    agent = case.borrower.agent
    if agent is None:
        return
    if agent.kind not in _PROFESSIONS and agent.id_number is None:
        message, hint = "缺少受托人的公民身份号码，《{title}》须写明", "请对照受托人的身份证填写"
        here = ("borrower", "agent", "id_number")
        yield wanting("agent_id", here, message, hint, title=paper.spoken)
    if debt.litigation is None and any(other.litigation for other in case.debts):
        yield from _elsewhere(agent, paper)


def _elsewhere(agent: Agent, paper: Kind) -> Iterator[Wanting]:
    """The first words of what is entrusted that only a suit has, where the debt itself is at no court."""
    said = [("matters", agent.matters or ""), *(("special_powers", power) for power in agent.special_powers)]
    terms = ((name, match[0]) for name, words in said if (match := _SUIT.search(words)))
    for name, term in list(terms)[:1]:
        message = "这笔债务没有进入法律程序，代理人的委托却写着“{term}”，《{title}》会让这一家知道别的诉讼"
        hint = "这份委托只用于法院那一笔；这一笔也要委托的，另存一份案件文件，写办理这一笔的事项和权限"
        yield refusal("agent.other_suit", ("borrower", "agent", name), message, hint, term=term, title=paper.spoken)


def withdraws(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """A complaint that was given a number."""
    made = complained(case, debt)
    if made is None:
        message = "没有取得受理编号的投诉，《{title}》没有可以撤回的"
        hint = "把投诉的那次沟通记下来：受理层级写消费者权益保护部门、上级机构或者监管部门，业务编号写受理编号"
        yield wanting("complaint", ("debts", debt_number(case, debt), "contacts"), message, hint, title=paper.spoken)
        return
    said, place = confirmation(debt), ("debts", debt_number(case, debt), "contacts")
    if (since := denied(case, debt)) is not None:
        message = "书面确认以后，{day}的沟通对方又没有同意，《{title}》不适用"
        hint = "对方按书面确认办妥以后再决定撤不撤回；对方后来又同意的，把那次沟通记下来"
        yield refusal("complaint.denied", place, message, hint, day=chinese_date(since.day), title=paper.spoken)
    if said is not None and made.day > said.date:
        message = "最近一次有编号的投诉（{day}）在书面确认（{said}）以后，不是那次确认解决的，《{title}》不适用"
        hint = "投诉的事办妥以后再决定撤不撤回；确认日期或者投诉日期写错的，请改正"
        told = {"day": chinese_date(made.day), "said": chinese_date(said.date), "title": paper.spoken}
        yield mistake("complaint.later", place, message, hint, **told)


def _trader(case: Case) -> Iterator[Found]:
    agent = case.borrower.agent
    if agent is None or agent.kind in _PROFESSIONS:
        return
    if agent.kind is AgentKind.ADVISER:
        yield found("borrower", "agent", "kind", who=agent.kind.label)
    elif agent.organisation and _TRADERS.search(agent.organisation):
        yield found("borrower", "agent", "organisation", who="以协商、维权为业的单位的人")


def _expired(case: Case) -> Iterator[Found]:
    agent = case.borrower.agent
    if agent is not None and agent.until is not None and agent.until < case.dated:
        yield found("borrower", "agent", "until", until=chinese_date(agent.until))


def _open(case: Case, debt: Debt) -> Iterator[Found]:
    """Who withdraws a complaint before all is done can hardly raise it again."""
    made = complained(case, debt)
    if made is None or not debt.confirmed_by(case.dated):
        return
    for talk in held(case, debt):
        if talk.moment >= made.moment and talk.promise and not talk.promise_kept:
            yield found("contacts", debt.contacts.index(talk), "promise", day=chinese_date(talk.day))


RULES: tuple[Rule, ...] = (
    CaseRule("agent.trader", _trader),
    CaseRule("agent.expired", _expired),
    DebtRule("withdrawal.open", _open),
)
