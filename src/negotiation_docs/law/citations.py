"""Which rule a paper may cite to which lender: the only way for words to quote law.

A template asks by purpose (``cite("change_by_agreement")``), never by article. The matrix of papers and lenders, the
days on which a rule was in force and its conditions decide; whatever they do not allow raises
:class:`~negotiation_docs.errors.CitationError`. A letter has one citation at most as a rule, often none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.errors import CitationError
from negotiation_docs.law.provisions import Citation, table

__all__ = ["Citation", "Situation", "citable", "cite", "obstacles", "rules"]

_FINANCIAL = frozenset({"bank_card", "bank_loan", "consumer_finance", "microloan"})


class Situation(Struct, frozen=True):
    """What decides, besides paper and lender, whether a rule may be cited; all of it comes from the case file.

    ``dated`` is the day of the letter, ``signed`` that of the contract, ``maturity`` the day on which the loan (or the
    instalment in question) falls due; ``excess`` is the computed part of the claimed charges above 24 % a year, in 元;
    ``deducted`` means that less was paid out than the contract says; ``original`` is the transferor's kind.
    """

    dated: date
    signed: date | None = None
    maturity: date | None = None
    excess: Decimal | None = None
    deducted: bool = False
    original: str | None = None
    reports_credit: bool = False

    def conditions(self) -> Mapping[str, bool]:
        """Which of the conditions named in the table hold."""
        return {
            "before_maturity": self.maturity is not None and self.dated < self.maturity,
            "excess": self.excess is not None and self.excess > 0,
            "deduction": self.deducted,
            "financial_origin": self.original in _FINANCIAL,
            "reports_credit": self.reports_credit,
        }


def rules() -> tuple[Citation, ...]:
    """Every citable provision, in the order of the table."""
    return tuple(table().provisions.values())


def obstacles(purpose: str, *, kind: str, creditor: str, situation: Situation) -> tuple[str, ...]:
    """Why ``purpose`` may not be cited here, in Chinese; empty when it may. Unknown purposes raise CitationError."""
    law = table()
    rule = law.provisions.get(purpose)
    if rule is None:
        raise CitationError(f"没有名为“{purpose}”的引用目的；可用：{'、'.join(law.provisions)}。")
    cell = law.cell(kind, creditor)
    name = f"{rule.text}（{rule.id}）"
    if purpose not in cell:
        return (f"{law.title(kind)}不得对{law.creditors.get(creditor, creditor)}引用{name}",)
    holds = situation.conditions()
    found = [f"引用{name}{law.conditions[condition]}" for condition in cell[purpose] if not holds[condition]]
    if not rule.in_force(situation.dated):
        found.append(f"{name}在落款日期{situation.dated.isoformat()}不在施行期内")
    if rule.contract_from and (situation.signed is None or situation.signed < rule.contract_from):
        found.append(f"{name}只适用于{rule.contract_from.isoformat()}及以后签订的合同")
    return tuple(found)


def citable(*, kind: str, creditor: str, situation: Situation) -> tuple[Citation, ...]:
    """All that may be cited in this paper to this lender, in the order of the matrix; often nothing."""
    law = table()
    return tuple(
        law.provisions[purpose]
        for purpose in law.cell(kind, creditor)
        if not obstacles(purpose, kind=kind, creditor=creditor, situation=situation)
    )


def cite(purpose: str, *, kind: str, creditor: str, situation: Situation) -> Citation:
    """The rule for ``purpose`` in a paper of ``kind`` (its name) to a lender of kind ``creditor``.

    Raises :class:`CitationError` (Chinese: paper, lender, rule, reason and what is allowed instead) where the matrix,
    a date or a condition forbids it.
    """
    reasons = obstacles(purpose, kind=kind, creditor=creditor, situation=situation)
    if reasons:
        allowed = citable(kind=kind, creditor=creditor, situation=situation)
        offer = "、".join(f"{rule.text}（{rule.id}，{rule.purpose}）" for rule in allowed)
        raise CitationError(f"{'；'.join(reasons)}。此处可以引用：{offer or '无，不引用任何规定'}。")
    return table().provisions[purpose]
