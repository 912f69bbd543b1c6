"""How long the debt has been overdue, and what fell due."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Method
from negotiation_docs.figures.original_contract import payments_left
from negotiation_docs.figures.wording import overdue_days
from negotiation_docs.standing import standing


class DebtView(Struct, frozen=True):
    """``overdue`` in 日 on ``as_of``; ``upcoming`` while the due date still lies ahead; ``settled`` once it is.

    ``then`` is the day of the contract's next payment after an upcoming one, None where it does not tell.
    ``by_instalments``: what fell due first was one payment of several, not the whole; None where nobody can tell.
    """

    due: date | None
    as_of: date
    overdue: int
    upcoming: bool
    then: date | None
    paid_on_time: int | None
    by_instalments: bool | None
    settled: date | None


def arrears(case: Case, debt: Debt) -> DebtView:
    """Overdue days count to the day of the balance; where that is older than the due day, to that of the letter."""
    known = debt.balance.as_of
    as_of = known if known and not (debt.due and known <= debt.due) else case.dated
    ahead = standing(case, debt).past_due is False
    return DebtView(
        due=debt.due,
        as_of=as_of,
        overdue=overdue_days(debt.due, as_of) if debt.due else 0,
        upcoming=ahead,
        then=next((day for day, _ in payments_left(debt) if debt.due and day > debt.due), None) if ahead else None,
        paid_on_time=debt.paid_on_time,
        by_instalments=_by_instalments(debt),
        settled=debt.settled if debt.settled_by(case.dated) else None,
    )


def _by_instalments(debt: Debt) -> bool | None:
    """Whether the contract is repaid by instalments: as its terms say; once it has ended, all that is left is due."""
    contract = debt.contract
    if contract.ends is not None and debt.due is not None and debt.due >= contract.ends:
        return False
    if contract.periods is not None:
        return contract.periods > 1
    if contract.method is not None:
        return contract.method is not Method.BULLET
    return None
