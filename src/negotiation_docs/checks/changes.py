"""变更申请: asked for with a new cause, before a court enforces, and for no more than is left each month; payments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, MakeUp, Stage
from negotiation_docs.figures.affordability import most_together
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.performance import performance
from negotiation_docs.figures.pledges import Pledge
from negotiation_docs.figures.schedule import changed_schedule
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.standing import State, standing


def _no_new_cause(case: Case, debt: Debt) -> Iterator[Found]:
    agreement = debt.agreement
    if debt.change is None or agreement is None:
        return
    if not any(cause.since is not None and cause.since > agreement.day for cause in case.hardship):
        yield found("change")


def _enforced(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if debt.change is not None and debt.litigation is not None and debt.litigation.stage is Stage.ENFORCEMENT:
        yield found("change")


def _unaffordable(case: Case, debt: Debt) -> Iterator[Found]:
    """The changed instalments together with what the other creditors are pledged, against what is left each month."""
    if debt.change is None or debt.settled_by(case.dated):
        return
    with suppress(FactsError):
        after = changed_schedule(case, debt.id)
        own = Pledge(debt.id, after, after.first_due)
        together = most_together(case, own)
        left = budget(case, debt.id).disposable
        if together > left:
            yield found("change", most=amount(together), left=amount(left))


def _make_up_past(case: Case, debt: Debt) -> Iterator[Found]:
    apart = debt.change.arrears if debt.change else None
    if isinstance(apart, MakeUp) and apart.pay_by < case.dated:
        yield found("change", "arrears", "pay_by", day=chinese_date(apart.pay_by), dated=chinese_date(case.dated))


def _unrecorded(case: Case, debt: Debt) -> Iterator[Found]:
    paid = standing(case, debt).paid
    if paid is not None and paid.unrecorded:
        yield found("payments", count=paid.unrecorded)


def _missed(case: Case, debt: Debt) -> Iterator[Found]:
    stand = standing(case, debt)
    if stand.state is State.MISSED and stand.paid is not None:
        yield found("payments", short=amount(stand.paid.short))


def _ahead(case: Case, debt: Debt) -> Iterator[Found]:
    """What is told as paid ahead puts off the next day, which the other side may not see so."""
    kept = performance(case, debt) if debt.confirmed_by(case.dated) and not debt.settled_by(case.dated) else None
    if kept is not None and kept.ahead and debt.change is None:
        yield found("payments", amount=amount(kept.ahead))


RULES: tuple[Rule, ...] = (
    DebtRule("change.no_new_cause", _no_new_cause),
    DebtRule("change.enforced", _enforced),
    DebtRule("change.unaffordable", _unaffordable),
    DebtRule("change.make_up_past", _make_up_past),
    DebtRule("payment.unrecorded", _unrecorded),
    DebtRule("payment.short", _missed),
    DebtRule("payment.ahead", _ahead),
)
