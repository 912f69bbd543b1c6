"""Whether a promise can be kept: money is pledged once over all debts and months, lump sums against their source."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.errors import FactsError, Problem, UnaffordablePlan
from negotiation_docs.facts import Case, Debt, Proposal
from negotiation_docs.figures import advice as findings
from negotiation_docs.figures.allocation import allocation
from negotiation_docs.figures.budget import Budget, budget
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.pledges import Pledge, monthly_totals, shortfalls
from negotiation_docs.figures.proposals import agreed, compute, debt_path, plan_terms, proposed
from negotiation_docs.figures.suggestions import Suggestion, suggest


class Affordability(Struct, frozen=True):
    """What one debt's plan asks of the borrower, in 元 a month.

    ``monthly`` is its own largest monthly payment, ``together`` the largest over all debts, ``share`` its pro-rata
    share of what is disposable. ``problems`` are errors (more than is left, a lump sum without source) and warnings
    (above the own share, above 85 %); ``suggestion`` what would be affordable, where the plan is not.
    """

    debt: str
    budget: Budget
    share: Decimal
    monthly: Decimal
    together: Decimal
    problems: tuple[Problem, ...]
    suggestion: Suggestion | None = None

    @property
    def affordable(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)

    @property
    def used(self) -> Fraction:
        """``monthly`` as a share of what is disposable (0 when nothing is), for 占余额的61.3%."""
        return Fraction(0) if self.budget.nothing_left else share(self.monthly, self.budget.disposable)


def affordability(case: Case, debt: str | None = None, alternative: bool = False) -> Affordability:
    """Measure the proposed plan (or its alternative) of one debt beside the plans of all the others.

    Never raises for a plan that is too dear; a plan that cannot be computed, or a budget that was not stated, is a
    FactsError. Other debts count with their confirmed plan, else with their proposal.
    """
    found = case.debt(debt)
    proposal = proposed(case, found, alternative=alternative)
    own = _pledge(case, found, proposal)
    others = _others(case, found)
    pledges = (own, *others)
    month = budget(case)
    monthly = _largest(case, own)
    together = _largest(case, *pledges) if others else monthly
    own_share = allocation(case, month)[found.id]
    path = f"{debt_path(case, found)}.proposal" + (".alternative" if alternative else "")
    suggestion, problems = None, []
    if monthly > 0 and together > month.disposable:
        suggestion = _suggestion(case, found, proposal, month.disposable, own_share)
        problems.append(findings.too_much(path, month, (monthly, together), suggestion, is_card=found.creditor.is_card))
    short = shortfalls(pledges, month.disposable, month.realisable, case.dated)
    problems += [findings.no_source(path, gap) for gap in short if gap.lump.debt == found.id]
    if not problems:
        others_share = own_share if len(case.debts) > 1 else month.disposable
        problems += findings.cautions(path, month.disposable, together, (monthly, others_share))
    return Affordability(found.id, month, own_share, monthly, together, tuple(problems), suggestion)


def require_affordable(case: Case, debt: str | None = None, alternative: bool = False) -> Affordability:
    """:func:`affordability`, but a plan with errors raises UnaffordablePlan with all problems and the suggestion."""
    found = affordability(case, debt, alternative)
    if not found.affordable:
        error = UnaffordablePlan(found.problems)
        error.suggestion = found.suggestion
        raise error
    return found


def _pledge(case: Case, debt: Debt, proposal: Proposal) -> Pledge:
    schedule = compute(case, debt, proposal)
    return Pledge(debt.id, schedule, proposal.first_due or schedule.first_due, proposal.funds is not None)


def _others(case: Case, debt: Debt) -> list[Pledge]:
    """What is pledged to the other creditors; a plan that cannot be computed is reported with its own debt."""
    pledges = []
    for other in case.debts:
        settled = other.settled is not None and other.settled <= case.dated
        confirmed = agreed(other) if other.agreement and other.agreement.confirmed else None
        proposal = confirmed or other.proposal
        if other.id == debt.id or settled or proposal is None:
            continue
        try:
            pledges.append(_pledge(case, other, proposal))
        except FactsError:
            continue
    return pledges


def _largest(case: Case, *pledges: Pledge) -> Decimal:
    return max(monthly_totals(pledges, case.dated).values(), default=ZERO)


def _suggestion(
    case: Case, debt: Debt, proposal: Proposal, disposable: Decimal, own_share: Decimal
) -> Suggestion | None:
    """Plans under what the others leave, or under the own share where they leave nothing."""
    if proposal.settlement is not None:
        return None
    rest = to_yuan(to_fen(disposable) - to_fen(_largest(case, *_others(case, debt))))
    ceiling = rest if rest > 0 else own_share
    return suggest(plan_terms(case, debt, proposal), ceiling) if ceiling > 0 else None
