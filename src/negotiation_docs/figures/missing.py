"""What a proposal lacks before a schedule can be computed, all at once, where it belongs in the file."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import ChargeKind, Debt, DebtPart, Method, Proposal
from negotiation_docs.figures.remaining import promises_charges

RATE_MAY_BE_LEFT_OUT = (Method.INTEREST_FREE, Method.STEPPED)


def absent(place: Place, what: str, hint: str) -> Problem:
    """A fact that a plan merely lacks: a draft leaves it open, and it stops the plan only."""
    return Problem("error", place, f"缺少{what}", hint, "missing.plan", absent=True, trait="plan")


def missing(debt: Debt, proposal: Proposal, place: Place, plan: Place) -> Iterator[Problem]:
    """Errors for ``debt`` at ``place`` and its ``plan`` below it: facts that it needs, waivers of more than is owed."""
    if debt.balance.principal is None:
        yield absent(
            (*place, "balance", "principal"), "本金", "还款方案以本金为基数，请按账单填写；不清楚的先申请欠款明细"
        )
    if promises_charges(proposal) and all(debt.balance.part(part) is None for part in ChargeKind):
        yield absent((*place, "balance", "interest"), "利息、违约金等息费", "方案要付清息费，须写明金额；没有的写 0.00")
    for part in DebtPart:
        if (known := debt.balance.part(part)) is not None and proposal.waive and proposal.waive.part(part) > known:
            message = f"请求减免的{part.label}多于所欠的{part.label}"
            hint, where = "请按账单核对减免金额", (*place, *plan, "waive", part.value)
            yield Problem("error", where, message, hint, "plan.waive", trait="offers")
    if proposal.settlement is None:
        yield from (absent((*place, *plan, key), what, hint) for key, what, hint in _missing_terms(proposal))


def _missing_terms(proposal: Proposal) -> Iterator[tuple[str, str, str]]:
    method = proposal.method
    if method is None:
        yield "method", "还款方式", "如 免息等额分期（interest_free）"
    if proposal.first_due is None:
        yield "first_due", "首期还款日", "如 2026-12-25，其后每月同日还款"
    if proposal.periods is None and not proposal.steps and method is not Method.BULLET:
        yield "periods", "期数", "如 60"
    if proposal.annual_rate is None and method and method not in RATE_MAY_BE_LEFT_OUT:
        yield "annual_rate", "年利率", "请填写方案本身的年利率；免息写 0"
