"""What a borrower says to a court beside the limitation period: words and facts that would give the defence away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import Place
from negotiation_docs.facts import (
    Answer,
    Case,
    Claim,
    CourtRequest,
    Debt,
    Direction,
    FactAnswer,
    FactItem,
    Litigation,
    MediationWish,
)
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.law.admissions import admission
from negotiation_docs.law.limitation import is_old

_TELLING: Final[Mapping[FactItem, str]] = {
    FactItem.REPAID: "还款的日期会使时效重新计算",
    FactItem.OVERDUE: "等于认可还欠多少",
    FactItem.DEMANDS: "收到催收会使时效重新计算",
}
"""Facts whose confirmation bears on limitation, and how; that there was a contract does not."""


def answers_in(suit: Litigation) -> Iterator[tuple[tuple[str, int], Claim | FactAnswer]]:
    """Everything that is answered or waits for it, with its place in the suit."""
    yield from ((("claims", number), claim) for number, claim in enumerate(suit.claims))
    yield from ((("facts", number), fact) for number, fact in enumerate(suit.facts))


def told_to_court(debt: Debt) -> Iterator[tuple[Place, str]]:
    """Every text of the borrower's own that an answer or objection prints, with its place below the suit."""
    suit = debt.litigation
    if suit is None:
        return
    yield ("statement",), suit.statement or ""
    yield ("basis",), suit.basis or ""
    yield from (((*place, "reason"), one.reason or "") for place, one in answers_in(suit))


def _proven(case: Case, debt: Debt) -> Iterator[tuple[Place, str]]:
    """What the evidence that an answer names is said to prove, at the place that names it."""
    proves = {item.id: item.proves or "" for item in case.evidence}
    for place, one in answers_in(debt.litigation) if debt.litigation else ():
        yield from (((*place, "evidence"), proves.get(proof, "")) for proof in one.evidence)


def _may_admit(case: Case, debt: Debt) -> Iterator[Found]:
    """Words that may promise or admit, where limitation is raised; where it is not decided, those that do as well."""
    raised = debt.limitation_raised
    if not (raised or _undecided(case, debt)):
        return
    state = "已决定主张时效" if raised else "时效可能已满，还没有决定主张不主张"
    for place, text in (*told_to_court(debt), *_proven(case, debt)):
        said = admission(text, case.dated)
        stops = raised and said is not None and said.clear and place[-1] != "evidence"
        if said is not None and not stops:
            yield found("litigation", *place, state=state, clause=echo(said.clause))


def _said_admits(case: Case, debt: Debt) -> Iterator[Found]:
    """What the borrower said in talks about an old debt, which papers to the creditor repeat over a signature."""
    if not is_old(case, debt) or debt.limitation_risk_accepted or debt.settled_by(case.dated):
        return
    for number, one in enumerate(debt.contacts):
        outgoing = one.direction is Direction.OUTGOING
        own = (("own_reply", one.own_reply), ("own_promise", one.own_promise), ("summary", outgoing and one.summary))
        for field, text in own:
            said = admission(text, case.dated) if text else None
            if said is not None and said.clear:
                yield found("contacts", number, field, clause=echo(said.clause))


def _undecided(case: Case, debt: Debt) -> bool:
    suit = debt.litigation
    open_ = suit is not None and suit.raise_limitation is None and not debt.limitation_risk_accepted
    return open_ and is_old(case, debt)


def _facts_barred(case: Case, debt: Debt) -> Iterator[Found]:
    """A fact confirmed that begins the period anew, or tells what is owed."""
    suit = debt.litigation
    if suit is None or not (debt.limitation_raised or _undecided(case, debt)):
        return
    state = "已决定主张时效" if debt.limitation_raised else "时效可能已满，还没有决定主张不主张"
    for place, fact in enumerate(suit.facts):
        if fact.item in _TELLING and fact.answer in (Answer.ADMIT, Answer.PARTLY):
            told = {"item": fact.item.label, "answer": fact.answer.label, "what": _TELLING[fact.item]}
            yield found("litigation", "facts", place, "answer", state=state, **told)


def _mediation(case: Case, debt: Debt) -> Iterator[Found]:
    """A request to mediate beside limitation, or beside the wish not to: nobody else decides which one is meant."""
    del case
    suit = debt.litigation
    for place, request in enumerate(suit.requests if suit else ()):
        if suit is None or request is not CourtRequest.MEDIATION:
            continue
        if suit.raise_limitation:
            yield found(
                "litigation", "requests", place, beside="已决定主张时效", what="调解中同意还款，就不能再以时效抗辩"
            )
        elif suit.mediation_wish is MediationWish.NO:
            yield found("litigation", "requests", place, beside="是否考虑先行调解写了“否”", what="表上两处会不一致")


def _paid_barred(case: Case, debt: Debt) -> Iterator[Found]:
    """A payment acknowledges the debt: before the period ends it runs anew, after that the defence is lost."""
    for place, payment in enumerate(debt.payments if debt.limitation_raised else ()):
        if payment.date <= case.dated:
            yield found("payments", place, day=chinese_date(payment.date), amount=amount(payment.amount))


RULES: tuple[Rule, ...] = (
    DebtRule("court.may_admit", _may_admit),
    DebtRule("contact.may_admit", _said_admits),
    DebtRule("court.asks_mediation", _mediation),
    DebtRule("court.fact_barred", _facts_barred),
    DebtRule("court.paid_barred", _paid_barred),
)
