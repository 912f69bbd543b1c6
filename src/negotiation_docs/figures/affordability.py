"""Whether a promise can be kept: money is pledged once over all debts and months, lump sums against their source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import Case, Debt, Proposal
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures import advice as findings
from negotiation_docs.figures.allocation import allocation
from negotiation_docs.figures.beside import Months, months_beside, short, together
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.charges import share
from negotiation_docs.figures.dates import months_between
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.pledges import Pledge
from negotiation_docs.figures.promised import pledge, pledged
from negotiation_docs.figures.proposals import AGREED, ALTERNATIVE, PROPOSAL, agreed, debt_place, plan_terms, proposed
from negotiation_docs.figures.suggestions import Suggestion, suggest
from negotiation_docs.figures.unaffordable import UnaffordablePlan
from negotiation_docs.question import worked_out_once


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
        """Whether it can be paid."""
        return not any(problem.rule in (findings.UNAFFORDABLE, findings.AGREED) for problem in self.problems)

    @property
    def used(self) -> Fraction:
        """``monthly`` as a share of what is disposable (0 when nothing is), for 占余额的61.3%."""
        return Fraction(0) if self.budget.nothing_left else share(self.monthly, self.budget.disposable)


@in_our_context
def affordability(case: Case, debt: str | None = None, alternative: bool = False) -> Affordability:
    """Measure the proposed plan (or its alternative) of one debt beside the plans of all the others.

    Never raises for a plan that is too dear; a plan that cannot be computed, or a budget that was not stated, is a
    FactsError. Other debts count with what was agreed, in writing or in a talk, else with their proposal.
    """
    return _of_proposal(case, case.debt(debt), alternative)


@worked_out_once
def _of_proposal(case: Case, debt: Debt, alternative: bool) -> Affordability:
    where = ALTERNATIVE if alternative else PROPOSAL
    place = (*debt_place(case, debt), *where)
    plan = proposed(case, debt, alternative=alternative)
    own = pledge(case, debt, plan, where)
    measured = _measured(case, debt, plan, own, place)
    if not measured.affordable:
        return measured
    return replace(measured, problems=tuple(_cautions(case, own, measured, place)))


def agreed_affordability(case: Case, debt: str | None = None) -> Affordability | None:
    """Measure what was agreed in the same way; None where no instalments were.

    What it finds is a warning, as the paper about it says what was said, whether or not it can be paid; ``affordable``
    is true only where there is none, so that nobody promises to pay it.
    """
    return _of_agreement(case, case.debt(debt))


@worked_out_once
def _of_agreement(case: Case, debt: Debt) -> Affordability | None:
    plan = agreed(debt)
    if plan is None:
        return None
    place = (*debt_place(case, debt), *AGREED)
    return _measured(case, debt, plan, pledge(case, debt, plan, AGREED), place)


def _measured(case: Case, debt: Debt, plan: Proposal, own: Pledge, place: Place) -> Affordability:
    """``plan`` of ``debt``, pledged as ``own``, beside the pledges to all others, with what makes it impossible."""
    month, others = budget(case, debt.id), months_beside(case, debt.id)
    monthly, dearest = _largest(together(case, own, {})), _largest(together(case, own, others))
    own_share = allocation(case, month, about=debt.id)[debt.id]
    agreement, confirmed = place[2] == "agreement", debt.confirmed_by(case.dated)
    too_much = partial(findings.agreed_too_much, confirmed=confirmed) if agreement else findings.too_much
    no_source = partial(findings.agreed_no_source, confirmed=confirmed) if agreement else findings.no_source
    suggestion, problems = None, []
    if monthly > 0 and dearest > month.disposable and not own.carried:
        taken = _largest(others)
        suggestion = _suggestion(case, debt, plan, _left(month.disposable, taken, own_share))
        asked = _asked(monthly, dearest, own)
        problems.append(too_much(place, month, asked, suggestion, is_card=debt.creditor.is_card))
    problems += [no_source(place, gap) for gap in short(case, own, month)]
    return Affordability(debt.id, month, own_share, monthly, dearest, tuple(problems), suggestion)


def _asked(monthly: Decimal, together: Decimal, own: Pledge) -> findings.Asked:
    return findings.Asked(monthly, together, own.schedule.every, own.schedule.gap_interest)


def _cautions(case: Case, own: Pledge, measured: Affordability, place: Place) -> Iterator[Problem]:
    """Warnings about a plan that can be paid."""
    month, asked = measured.budget, _asked(measured.monthly, measured.together, own)
    yield from findings.source_twice(place, own, pledged(case, own))
    if own.carried:
        if measured.together > month.disposable:
            yield findings.on_another(place, month, asked, own.source)
        return
    yield from _first_early(case, own, month, place)
    if place[-1] != "alternative":  # nobody has promised that one yet
        yield from findings.leaning(place, month, asked)
    yield from findings.cautions(place, month, asked, measured.share if len(case.debts) > 1 else month.disposable)


def _first_early(case: Case, own: Pledge, month: Budget, place: Place) -> Iterator[Problem]:
    """Of a longer interval nothing was laid by before today; what has a source of its own needs nothing laid by."""
    first = own.schedule.instalments[0]
    months = max(1, months_between(case.dated, first.due))
    saved = to_yuan(to_fen(month.disposable) * months + to_fen(month.realisable))
    if not own.source and months < own.schedule.every and first.payment > saved:
        yield findings.first_early(place, first, (months, saved))


def require_affordable(case: Case, debt: str | None = None, alternative: bool = False) -> Affordability:
    """:func:`affordability`, but a plan with errors raises UnaffordablePlan with all problems and the suggestion."""
    found = affordability(case, debt, alternative)
    if not found.affordable:
        error = UnaffordablePlan(found.problems)
        error.suggestion = found.suggestion
        raise error
    return found


def most_together(case: Case, own: Pledge) -> Decimal:
    """元 that the dearest month takes over all debts, ``own`` in place of its debt's pledge; 0.00 when all is past.

    What somebody else carries takes nothing of the borrower's means.
    """
    return _largest(together(case, own, months_beside(case, own.debt)))


def _largest(months: Months) -> Decimal:
    return max(months.values(), default=ZERO)


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
