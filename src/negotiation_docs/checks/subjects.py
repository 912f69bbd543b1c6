"""The one table of all checks: every rule once, by subject."""

from __future__ import annotations

from negotiation_docs.checks import agreements as agreement
from negotiation_docs.checks import (
    answers,
    appointments,
    changes,
    claims,
    courts,
    deferrals,
    forum,
    grounds,
    masked,
    own_promises,
    parties,
    pleaded,
    privacy,
    proof,
    spellings,
    translations,
    unfilled,
    unsaid,
)
from negotiation_docs.checks import balances as balance
from negotiation_docs.checks import contacts as talks
from negotiation_docs.checks import contracts as contract
from negotiation_docs.checks import creditors as creditor
from negotiation_docs.checks import hardships as hardship
from negotiation_docs.checks import household as means
from negotiation_docs.checks import instalments as plan
from negotiation_docs.checks import materials as evidence
from negotiation_docs.checks import sentences as wording
from negotiation_docs.checks.promises import FIGURE_RULES
from negotiation_docs.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *masked.RULES,
    *hardship.RULES,
    *proof.RULES,
    *means.RULES,
    *evidence.RULES,
    *creditor.RULES,
    *courts.RULES,
    *forum.RULES,
    *answers.RULES,
    *unsaid.RULES,
    *grounds.RULES,
    *pleaded.RULES,
    *contract.RULES,
    *balance.RULES,
    *claims.RULES,
    *plan.RULES,
    *parties.RULES,
    *appointments.RULES,
    *talks.RULES,
    *own_promises.RULES,
    *agreement.RULES,
    *changes.RULES,
    *deferrals.RULES,
    *wording.RULES,
    *privacy.RULES,
    *unfilled.RULES,
    *spellings.RULES,
    *translations.RULES,
)

__all__ = ["FIGURE_RULES", "RULES"]
