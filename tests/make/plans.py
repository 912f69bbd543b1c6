"""Terms of plans: the pinned ones, and as many random ones as a test asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from negotiation_docs.figures.plans import PlanTerms

VECTORS = Path(__file__).parents[1] / "figures" / "vectors"
FIRST_DUE = date(2026, 12, 25)


def vectors(name: str) -> dict:
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def terms(facts: dict) -> PlanTerms:
    """Plan terms from a vector's words."""
    return PlanTerms(
        Decimal(facts["principal"]),
        facts["method"],
        facts["periods"],
        FIRST_DUE,
        Decimal(facts["annual_rate"]),
        steps=tuple((n, Decimal(paid) if paid else None) for n, paid in facts.get("steps", [])),
        remainder=facts.get("remainder", "last"),
    )


def random_terms(method: str, count: int, seed: int = 20261121) -> Iterator[PlanTerms]:
    """``count`` random plans of ``method``: any principal, term and rate that a negotiation could see."""
    random = Random(f"{method}{seed}")
    for _ in range(count):
        yield _one(method, random)


def _one(method: str, random: Random) -> PlanTerms:
    principal = Decimal(random.randint(10_000, 99_999_999)).scaleb(-2)
    periods = random.randint(1, 72)
    rate = Decimal(0) if method == "interest_free" else Decimal(random.randint(100, 2400)).scaleb(-4)
    first_due = date(2026, 1, 1) + timedelta(days=random.randint(0, 1500))
    facts = {"annual_rate": rate}
    if method in ("interest_free", "equal_principal"):
        facts["remainder"] = random.choice(["first", "last"])
    if method == "bullet":
        facts |= {"start": first_due - timedelta(days=random.randint(1, 900)), "day_count": random.choice([360, 365])}
    if method == "stepped":
        early = random.randint(1, 12)
        low = (principal * rate / 12).quantize(Decimal("0.01")) + random.randint(1, 3)
        facts["steps"] = ((early, low), (periods, None))
        periods += early
    if random.random() < 0.2:
        paid = (principal * random.randint(1, 30) / 100).quantize(Decimal("0.01"))
        facts["down_payment"] = (paid, first_due - timedelta(days=7))
    if random.random() < 0.3:
        facts |= {"charges": Decimal(random.randint(0, 500_000)).scaleb(-2), "charges_paid": "spread"}
        if method == "stepped":  # what a step pays, it pays with its part of the charges
            (early, low), last = facts["steps"]
            facts["steps"] = ((early, low + (facts["charges"] / periods).quantize(Decimal("0.01"))), last)
    return PlanTerms(principal, method, periods, first_due, **facts)
