"""A place for which the case has nothing: which fact it is, where that would stand, and what to write there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from negotiation_docs.authoring.word.lookup import Lookup, fact_of, meaning_of, names_of
from negotiation_docs.authoring.word.wordfile import problem
from negotiation_docs.catalogue.factpaths import label, steps
from negotiation_docs.checks.needs import HINTS
from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.views.matter import Matter

_FACT: Final = {
    "applicant": "borrower", "agent": "borrower.agent", "creditor": "debt.creditor", "account.ref": "debt.account",
    "account": "debt.product", "contract": "debt.contract", "debt": "debt.due", "balance": "debt.balance",
    "principal": "debt.balance.principal", "charges": "debt.balance", "deferral": "debt.deferral",
    "causes": "hardship", "budget": "finances", "statement": "finances", "plan": "debt.proposal",
    "alternative": "debt.proposal.alternative", "settlement": "debt.proposal.settlement",
    "waiver": "debt.proposal.waive", "waive": "debt.proposal.waive", "valid_until": "debt.proposal.valid_until",
    "talk": "debt.contacts", "agreed": "debt.agreement", "terms": "debt.agreement",
    "reply_by": "debt.agreement.reply_by", "in_force": "debt.agreement.confirmed", "kept": "debt.payments",
}  # fmt: skip
"""The fact without which there is nothing under a name."""


def missing(asked: Lookup, written: str, matter: Matter) -> Problem:
    """That there is nothing for the place ``written``, at the fact that is not stated."""
    path = _fact(asked)
    hint = HINTS.get(path.rpartition(".")[2], f"请在案件文件里写明“{label(path)}”" if path else "请补上这一项")
    told = problem("word.empty", place=written, label=meaning_of(asked), hint=hint)
    place = _place(matter.case, matter, path)
    name, line, column = matter.case.written(place)
    return replace(told, place=place, written=name if place else "", line=line, column=column)


def _fact(asked: Lookup) -> str:
    root, *rest = names_of(asked)
    if path := fact_of(asked):
        return path
    if root == "applicant" and rest:  # its fields are called as those of the borrower
        return f"borrower.{rest[0]}"
    return _FACT.get(".".join((root, *rest[:1])), _FACT.get(root, ""))


def _place(case: Case, matter: Matter, path: str) -> Place:
    if not path:
        return ()
    model, names = steps(path)
    return names if model is Case else ("debts", debt_number(case, matter.debt), *names)
