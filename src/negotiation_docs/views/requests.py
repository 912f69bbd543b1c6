"""The one request that a letter makes."""

from __future__ import annotations

from negotiation_docs.facts import Case
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan
from negotiation_docs.views.settling import Payoff


def request(case: Case, plan: Plan | None, settlement: Payoff | None, budget: Means | None) -> str:
    """The one request of the letter: settle, pause (nothing is left), instalments, or to talk.

    A single payment is made out of a stated source or of assets, not out of the month: it stands with nothing left.
    """
    if settlement is not None:
        return "settle"
    at_once = plan is not None and plan.periods == 1
    if budget is not None and budget.disposable <= 0 and not at_once and not case.oversight_only:
        return "pause"
    return "instalments" if plan is not None else "talk"
