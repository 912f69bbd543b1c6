"""The one request that a letter makes."""

from __future__ import annotations

from negotiation_docs.facts import Case
from negotiation_docs.figures.deferral import Deferred
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan
from negotiation_docs.views.settling import Payoff


def request(  # noqa: PLR0913 - the figures that decide, and the answers about them
    case: Case,
    plan: Plan | None,
    settlement: Payoff | None,
    budget: Means | None,
    *,
    affordable: bool = True,
    carried: bool = False,
    other_term: bool = False,
    deferred: Deferred | None = None,
) -> str:
    """The one request: settle, defer, pause (nothing is left), instalments, limit (too little is left), or to talk.

    A single payment is made out of a stated source or of assets, not out of the month: it stands with nothing left,
    and so does a plan that is ``carried`` by somebody else who consents to it. What cannot be kept is not offered:
    ``within`` asks for instalments within what is left, where only the term that is proposed is too short. Where no
    plan is proposed beside it, the letter asks for the deferral, as the request to defer does.
    """
    if settlement is not None and affordable:
        return "settle"
    if deferred is not None and plan is None and settlement is None:
        return "defer"
    elsewhere = plan is not None and (plan.periods == 1 or carried) and affordable
    if budget is not None and budget.disposable <= 0 and not elsewhere and not case.oversight_only:
        return "pause"
    if (plan or settlement) and not affordable:
        return "within" if other_term and plan is not None else "limit"
    return "instalments" if plan is not None else "talk"
