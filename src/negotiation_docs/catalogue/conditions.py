"""Conditions under which a paper can do without a fact: ``needs: [{path: finances, unless: oversight}]``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing import State, standing


class Condition(Struct, frozen=True):
    """``meaning`` as the page of rules says it, and whether it ``holds`` for a debt of a case."""

    meaning: str
    holds: Callable[[Case, Debt], bool]


CONDITIONS: Final[Mapping[str, Condition]] = {
    "oversight": Condition("只是疏忽或计划不周", lambda case, _: case.oversight_only),
    "paid_at_once": Condition("一次付清", lambda _, debt: debt.proposal is not None and debt.proposal.paid_at_once),
    "settlement": Condition(
        "申请一次性结清", lambda _, debt: debt.proposal is not None and debt.proposal.settlement is not None
    ),
    "missed": Condition("书面确认的方案有一期没有还足", lambda case, debt: standing(case, debt).state is State.MISSED),
    "contact_times": Condition("写了方便时间", lambda case, _: case.borrower.contact_times is not None),
    "unreported": Condition(
        "不向征信系统报送的机构（如典当行）",
        lambda _, debt: not profile(debt.creditor.kind).private and not profile(debt.creditor.kind).reports_credit,
    ),
    "private": Condition("民间借贷，出借人是自然人或者普通公司", lambda _, debt: profile(debt.creditor.kind).private),
}
"""Every condition by name."""
