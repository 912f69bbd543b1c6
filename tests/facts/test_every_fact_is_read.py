"""No fact is accepted and then silent: some paper prints it, or some check, figure or paper looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.texts import mark_of
from negotiation_docs.facts.values.marks import REFERENCE
from negotiation_docs.figures.schedule import changed_schedule
from tests.facts.reading_facts import MODELS, facts_read
from tests.make.cases import plain
from tests.make.least import COMPLETE
from tests.make.variants import variants
from tests.shipped import KINDS

TODAY = date(2026, 11, 21)
STOPS = ("limitation", "litigation", "jurisdiction")
EXAMPLES = sorted((COMPLETE.parents[2] / "examples").glob("*.yaml"))
NEVER = {("Case", "notes"), ("Debt", "notes")}
"""Notes to oneself."""

NEGOTIATION, COURT, AROUND = "The whole negotiation", "When it goes further", "Around the papers"
AWAITED = {
    NEGOTIATION: {},
    AROUND: {"EvidenceItem": ["file"], "Creditor": ["email"]},
}
"""Facts whose paper or check is on its way: the issue that brings it."""
ENGLISH_AWAITED: dict[str, set[tuple[str, str]]] = {}
"""Facts that the Chinese paper tells and the English one does not yet."""


def paid(*, confirmed: bool) -> dict[str, Any]:
    """A foreigner's case, sued, after a payment and a promise that is due, with a guarantor; agreed or not."""
    case: Any = plain()
    debt = case["debts"][0]
    proof = [case["evidence"][0]["id"]]
    del case["borrower"]["id_number"]
    case["borrower"]["id_document"] = {"kind": "passport", "number": "E12345678"}
    if confirmed:
        debt["agreement"]["confirmed"] = {"date": "2026-11-20", "channel": "sms", "evidence": proof}
    debt["payments"] = [{"date": "2026-11-21", "amount": "100.00", "evidence": proof}]
    debt["parties"] = [{"name": "李敏", "role": "guarantor", "evidence": proof}]
    debt["balance"]["as_of"] = "2026-11-20"
    debt["litigation"] = {"stage": "sued", "received": "2026-11-10", "court": "示例市示例区人民法院"}
    debt["contacts"][0]["promise_due"] = "2026-11-18"
    seal = {"file": "rec.m4a", "sha256": "0" * 64, "taken": "2026-11-18"}
    debt["contacts"][0] |= {"attachments": ["rec.m4a"], "seals": [seal]}
    return case


def lent_long_ago() -> dict[str, Any]:
    """A private loan from before the courts looked at four times the LPR."""
    case = plain()
    case["debts"][0]["creditor"] = {"name": "赵国梁", "kind": "private"}
    case["debts"][0]["contract"] = {"signed": "2019-05-06", "annual_rate": "18%", "lpr_1y_suit": "3%"}
    return case


@cache
def cases_of_all_sorts() -> list[nd.Case]:
    made = (paid(confirmed=True), paid(confirmed=False), lent_long_ago())
    files: Iterable = (COMPLETE, *EXAMPLES, *variants().values(), *made)
    cases = []
    for file in files:
        with suppress(nd.FactsError):
            cases.append(nd.load(file, today=TODAY))
    return cases


def read_by_paper(kind: str, lang: str) -> set[tuple[str, str]]:
    cases = cases_of_all_sorts()
    with facts_read() as seen:
        for case in cases:
            for debt in case.debts:
                with suppress(nd.NegotiationDocsError):
                    nd.render(kind, case, debt.id, lang, draft=True, acknowledge=STOPS)
    return seen


def read_by_papers_and_checks() -> set[tuple[str, str]]:
    cases = cases_of_all_sorts()
    with facts_read() as seen:
        for case in cases:
            nd.check(case)
            for debt in case.debts:
                for make in (nd.schedule, nd.compare, changed_schedule):
                    with suppress(nd.NegotiationDocsError):
                        make(case, debt.id)
                for kind, lang in product(nd.kinds(), ("zh",)):
                    with suppress(nd.NegotiationDocsError):
                        nd.render(kind.name, case, debt.id, lang, draft=True, acknowledge=STOPS)
    return seen


def test_every_fact_is_read_or_awaited_by_an_issue_and_what_is_read_is_awaited_no_more():
    everything = {
        (model.__name__, name)
        for model in MODELS
        for name, field in model.model_fields.items()
        if mark_of(field) != REFERENCE  # `references` follows them all: who receives a paper, and whether it is cited
    }
    awaited = {(model, name) for waiting in AWAITED.values() for model, names in waiting.items() for name in names}
    assert awaited <= everything
    assert everything - NEVER - read_by_papers_and_checks() == awaited


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_chinese_paper_tells_the_english_one_tells_too(kind):
    unsaid = read_by_paper(kind, "zh") - read_by_paper(kind, "en")
    assert unsaid == ENGLISH_AWAITED.get(kind, set()), f"templates/en/{kind}.html: a sentence for each of these facts"


def test_a_fact_that_only_the_walk_over_all_texts_meets_counts_as_unread():
    case = nd.load(COMPLETE)
    with facts_read() as seen:
        nd.check(case)
    assert ("Hardship", "since") in seen
    assert ("Contact", "next_step") not in seen
