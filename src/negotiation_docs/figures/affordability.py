"""Whether a promise can be kept: money is pledged once over all debts and months, lump sums against their source."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.errors import FactsError, Problem, UnaffordablePlan
from negotiation_docs.facts import Case, Debt, Proposal
from negotiation_docs.figures import advice as findings
from negotiation_docs.figures.allocation import allocation
from negotiation_docs.figures.budget import Budget, budget
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.dates import months_between
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.pledges import Pledge, monthly_totals, shortfalls
from negotiation_docs.figures.proposals import agreed, compute, debt_place, other_source, plan_terms, proposed
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
    pledges = tuple(pledged(case, own))
    month = budget(case, found.id)
    monthly = _largest(case, own)
    together = _largest(case, *pledges) if len(pledges) > 1 else monthly
    own_share = allocation(case, month, about=found.id)[found.id]
    place = (*debt_place(case, found), "proposal", *(("alternative",) if alternative else ()))
    suggestion, problems, is_card = None, [], found.creditor.is_card
    if monthly > 0 and together > month.disposable:
        taken = _largest(case, *(pledge for pledge in pledges if pledge.debt != found.id))
        suggestion = _suggestion(case, found, proposal, _left(month.disposable, taken, own_share))
        problems.append(findings.too_much(place, month, (monthly, together), suggestion, is_card=is_card))
    short = shortfalls(pledges, month.disposable, month.realisable, case.dated)
    problems += [findings.no_source(place, gap) for gap in short if gap.lump.debt == found.id]
    if not problems:
        problems += findings.source_twice(place, own, pledges)
        if not alternative:  # nobody has promised that one yet
            problems += findings.leaning(place, month, together, monthly)
        others_share = own_share if len(case.debts) > 1 else month.disposable
        problems += findings.cautions(place, month, together, (monthly, others_share))
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
    return Pledge(debt.id, schedule, proposal.first_due or schedule.first_due, other_source(proposal))


def pledged(case: Case, own: Pledge | None = None) -> Iterator[Pledge]:
    """What is pledged to each creditor, in the order of the file: the confirmed plan, else what is proposed.

    ``own`` stands in for its debt's. A plan that cannot be computed is left out: it is reported with its own debt.
    """
    for debt in case.debts:
        confirmed = agreed(debt) if debt.confirmed_by(case.dated) else None
        proposal = confirmed or debt.proposal
        if own is not None and debt.id == own.debt:
            yield own
        elif not debt.settled_by(case.dated) and proposal is not None:
            with suppress(FactsError):
                yield _pledge(case, debt, proposal)


def _largest(case: Case, *pledges: Pledge) -> Decimal:
    return max(monthly_totals(pledges, case.dated).values(), default=ZERO)


def _left(disposable: Decimal, taken: Decimal, own_share: Decimal) -> Decimal:
    """元 a month that the others leave, or the own share where they leave nothing."""
    rest = to_yuan(to_fen(disposable) - to_fen(taken))
    return rest if rest > 0 else own_share


def _suggestion(case: Case, debt: Debt, proposal: Proposal, ceiling: Decimal) -> Suggestion | None:
    """Plans within ``ceiling`` 元 a month; none instead of a settlement, or under a ceiling of nothing."""
    if proposal.settlement is not None or ceiling <= 0:
        return None
    terms = plan_terms(case, debt, proposal)
    return suggest(terms, ceiling, max(1, months_between(case.dated, terms.first_due)))
