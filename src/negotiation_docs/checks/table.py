"""The one table of all checks: every rule once, by subject."""

from __future__ import annotations

from negotiation_docs.checks import (
    agreement,
    balance,
    contract,
    creditor,
    evidence,
    hardship,
    masked,
    means,
    plan,
    privacy,
    proof,
    talks,
    wording,
)
from negotiation_docs.checks.promises import FIGURE_RULES
from negotiation_docs.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *masked.RULES,
    *hardship.RULES,
    *proof.RULES,
    *means.RULES,
    *evidence.RULES,
    *creditor.RULES,
    *contract.RULES,
    *balance.RULES,
    *plan.RULES,
    *talks.RULES,
    *agreement.RULES,
    *wording.RULES,
    *privacy.RULES,
)

__all__ = ["FIGURE_RULES", "RULES"]
