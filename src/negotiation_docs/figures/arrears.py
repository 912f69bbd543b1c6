"""Around a change: what earlier instalments lack and what later ones have already; charges and interest first."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.fen import total
from negotiation_docs.figures.performance import Performed, performance, served, since_agreed
from negotiation_docs.figures.proposals import agreed, compute


class ArrearsParts(Struct, frozen=True):
    """元 of principal, and of interest and charges together."""

    principal: Decimal
    charges: Decimal

    @property
    def whole(self) -> Decimal:
        """Both together."""
        return total((self.principal, self.charges))


def arrears(case: Case, debt: Debt) -> ArrearsParts:
    """What the instalments before ``change.from_instalment`` that are over still lack, in 元.

    One that was paid in part lacks the rest. One on which nothing is recorded lacks all of it only where the change
    says what becomes of arrears: else nobody has said that it was not paid.
    """
    rows = lacking(case, debt)
    return ArrearsParts(total(each.open_principal for each in rows), total(each.open_charges for each in rows))


def lacking(case: Case, debt: Debt) -> list[Performed]:
    """The instalments that make up :func:`arrears`."""
    change, found = debt.change, performance(case, debt)
    if change is None or change.from_instalment is None or found is None:
        return []
    told = change.arrears is not None
    return [
        each
        for each in found.rows
        if each.row.period < change.from_instalment
        and each.row.due < case.dated
        and (each.short or (told and each.open))
    ]


def assumed(case: Case, debt: Debt) -> list[Performed]:
    """What a change counts as paid before it begins, though nothing says so yet.

    Instalments that fall due on the day of the paper or later, and, where the change does not say what becomes of
    arrears, those on which nothing is recorded.
    """
    change, plan = debt.change, agreed(debt)
    if change is None or change.from_instalment is None or plan is None or performance(case, debt) is None:
        return []
    apart = [each.row for each in lacking(case, debt)]
    rows = served(compute(case, debt, plan), since_agreed(case, debt))
    return [each for each in rows if each.row.period < change.from_instalment and each.open and each.row not in apart]


def ahead(case: Case, debt: Debt) -> ArrearsParts:
    """What was paid already on the instalments from ``change.from_instalment`` on, in 元: nobody pays it twice."""
    change, found = debt.change, performance(case, debt)
    if change is None or change.from_instalment is None or found is None:
        return ArrearsParts(total(()), total(()))
    rows = [each for each in found.rows if each.row.period >= change.from_instalment]
    return ArrearsParts(
        total(each.row.principal - each.open_principal for each in rows),
        total(min(each.paid, each.row.charges) for each in rows),
    )
