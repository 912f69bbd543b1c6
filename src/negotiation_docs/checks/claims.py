"""What the other side claims, recomputed beside it: notices for the borrower, never an accusation."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, ChargeKind, Debt
from negotiation_docs.figures.charges import waiver
from negotiation_docs.figures.claimed import beside, beside_24
from negotiation_docs.figures.recounts import recounted
from negotiation_docs.figures.wording import amount, percent
from negotiation_docs.law.citations import Situation, hindrances
from negotiation_docs.law.creditors import lender_of
from negotiation_docs.law.lpr import cap


def _over_24(case: Case, debt: Debt) -> Iterator[Found]:
    compared = beside_24(debt)
    if compared is None:
        return
    if not hindrances("charges_over_24", debt.creditor.kind, Situation.of(case, debt, excess=compared.excess)):
        yield found("balance", excess=amount(compared.excess), days=compared.days, basis=compared.basis)


def _over_lpr(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    limit = cap(debt)
    compared = beside(debt, limit.rate) if limit else None
    if limit and compared and compared.excess:
        values = {"days": compared.days, "basis": compared.basis, "cap": percent(limit.rate)}
        yield found("balance", excess=amount(compared.excess), **values)


def _recounted(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    lender = lender_of(debt.creditor)
    counted = recounted(debt, card=lender.card, bank=lender.bank)
    if counted is None or counted.low <= counted.claimed <= counted.high:
        return
    figure = amount(counted.low) if counted.low == counted.high else f"{amount(counted.low)}至{amount(counted.high)}"
    label = lender.late_charge.zh if counted.way.kind is ChargeKind.PENALTY else counted.way.kind.label
    base = f"以本金{amount(counted.base)}元、{counted.days}天、一年{counted.way.basis}天计算"
    yield found("balance", "charges", label=label, way=counted.way.name, base=base, figure=figure,
                claimed=amount(counted.claimed))  # fmt: skip


def _waiver_saves(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    asked = waiver(debt)
    if asked is not None and debt.agreement is None:
        sums = {"saved": amount(asked.saved), "owed": amount(asked.owed), "left": amount(asked.owed - asked.saved)}
        yield found("proposal", "waive", share=percent(asked.share, 2), **sums)


def _waives_principal(case: Case, debt: Debt) -> Iterator[Found]:
    asked = debt.proposal.waive if debt.proposal else None
    if asked and asked.principal and not debt.settled_by(case.dated):
        yield found("proposal", "waive", "principal", amount=amount(asked.principal))


RULES: tuple[Rule, ...] = (
    DebtRule("balance.over_24", _over_24),
    DebtRule("balance.over_lpr", _over_lpr),
    DebtRule("balance.recounted", _recounted),
    DebtRule("plan.waives_principal", _waives_principal),
    DebtRule("plan.waiver_saves", _waiver_saves),
)
