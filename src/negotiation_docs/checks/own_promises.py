"""What the borrower promised in a talk: past its day, or to be paid beside a plan that does not count it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.money import parse_money
from negotiation_docs.figures.fen import total
from negotiation_docs.figures.promised import held_to, pledge
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.standing import standing

_PAID: Final = re.compile(r"[付还交存转].{0,12}?([0-9][0-9,]{0,12}(?:\.[0-9]{1,2})?\s?万?元)")


def _overdue(case: Case, debt: Debt) -> Iterator[Found]:
    for place, contact in enumerate(debt.contacts):
        if contact.own_promise_due and contact.lapsed(case.dated):
            yield found("contacts", place, "own_promise_due", day=chinese_date(contact.own_promise_due))


def _beside_a_plan(case: Case, debt: Debt) -> Iterator[Found]:
    """A sum promised by a day by which the plan pays less: letters tell both, and the plan takes the whole debt."""
    if not standing(case, debt).negotiating or held_to(case, debt) is None:
        return
    for place, contact in enumerate(debt.contacts):
        due, said = contact.own_promise_due, _PAID.search(contact.own_promise or "")
        if due is None or said is None or due < case.dated or contact.own_promise_kept:
            continue
        promised = parse_money(said[1])
        planned = _planned(case, debt, due)
        if planned is not None and planned < promised:
            told = {"day": chinese_date(due), "sum": amount(promised), "planned": amount(planned)}
            yield found("contacts", place, "own_promise", **told)


def _planned(case: Case, debt: Debt, due: date) -> Decimal | None:
    plan = held_to(case, debt)
    if plan is not None:
        with suppress(FactsError):  # told as what is missing
            return total(row.payment for row in pledge(case, debt, plan).schedule.rows if row.due <= due)
    return None


RULES: tuple[Rule, ...] = (
    DebtRule("contact.own_promise_overdue", _overdue),
    DebtRule("contact.pays_beside", _beside_a_plan),
)
