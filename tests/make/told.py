"""Variants of what the borrower tells: the causes, and the proof of them. Each yields its name and the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import PLAIN, plain, with_case

CAUSES = (
    "unemployment", "reduced_income", "illness", "family_event", "family_burden", "accident", "disaster",
    "business_failure", "poor_planning", "oversight",
)  # fmt: skip


def causes() -> Iterator[tuple[str, dict[str, Any]]]:
    for cause in CAUSES:
        bare = {"cause": cause, "since": "2026-06-30", "evidence": []}
        yield f"cause-{cause}", with_case(hardship=[bare])
    told = {"cause": "illness", "since": "2026-07-01", "until": "2027-02-01", "statement": "因病治疗并休养"}
    yield "illness-told", with_case(hardship=[{**told, "medical_detail": "急性阑尾炎", "evidence": ["proof"]}])
    yield "illness-kept-back", with_case(hardship=[{**told, "evidence": ["proof"]}])
    mixed = [{"cause": "poor_planning", "statement": "对分期支出估计不足", "evidence": []}, PLAIN["hardship"][0]]
    yield "mixed-causes", with_case(hardship=mixed)
    several = [PLAIN["hardship"][0], {**told, "evidence": []}, {"cause": "family_burden", "evidence": ["proof"]}]
    yield "several-causes", with_case(hardship=several)
    paragraphs = {
        "cause": "accident",
        "since": "2026-06-30",
        "statement": "骑行时摔伤\n休养期间由家人照料",
        "evidence": [],
    }
    yield "two-paragraphs", with_case(hardship=[paragraphs])


def evidence() -> Iterator[tuple[str, dict[str, Any]]]:
    states = {
        "attached": {"status": "attached"},
        "pending": {"status": "pending", "due": "2026-12-05"},
        "unavailable": {"status": "unavailable", "reason": "门店已注销"},
    }
    for name, state in states.items():
        case = plain()
        for item in case["evidence"][1:]:
            item.pop("status")
            item.update(state)
        yield f"evidence-{name}", case
    case = with_case(evidence=None)
    case["hardship"][0]["evidence"] = []
    case["finances"]["income"][0].pop("evidence")
    case["debts"][0].pop("evidence")
    yield "evidence-none", case
