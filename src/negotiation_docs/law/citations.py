"""Which rule a paper may cite to which lender: the only way for words to quote law.

A template asks by purpose (``cite("change_by_agreement")``), never by article. Three truths meet: the paper's head
lists its purposes, the creditor's row says which of them may be cited to it and on what conditions, and of the
provisions that serve a purpose the one in force on the day of the letter is taken. A letter has one citation at most
as a rule, often none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import CitationError
from negotiation_docs.facts import Case, CreditorKind, Debt
from negotiation_docs.law.creditors import profile
from negotiation_docs.law.provisions import Citation, table

__all__ = ["Citation", "Citing", "Mention", "Situation", "hindrances", "lapsed", "rules"]


_NO_CONSUMPTION: Final = re.compile(
    "经营|农户|农业|生产|企业|商用|商户|流动资金|创业|助农|惠农|住房|购房|房屋|按揭|房贷"
)


class Situation(Struct, frozen=True):
    """What decides, besides paper and lender, whether a rule may be cited; all of it comes from the case file.

    ``dated`` is the day of the letter, ``signed`` that of the contract, ``maturity`` the day on which the loan (or the
    instalment in question) falls due; ``excess`` is the computed part of the claimed charges above 24 % a year, in 元;
    ``deducted`` means that less was paid out than the contract says; ``original`` is the transferor's kind;
    ``reports_credit`` means that a record of this creditor stands in the credit database: the borrower disputes it;
    ``consumer`` that the product is not called a loan for a business, a farm or a home.
    """

    dated: date
    signed: date | None = None
    maturity: date | None = None
    excess: Decimal | None = None
    deducted: bool = False
    original: CreditorKind | None = None
    reports_credit: bool = False
    consumer: bool = True

    @classmethod
    def of(cls, case: Case, debt: Debt, *, excess: Decimal | None = None) -> Situation:
        """What the case file says about ``debt``."""
        transferor, contract = debt.creditor.transferred_from, debt.contract
        return cls(
            dated=case.dated,
            signed=contract.signed,
            maturity=debt.due,
            excess=excess,
            deducted=bool(contract.amount and contract.received and contract.received < contract.amount),
            original=transferor.kind if transferor else None,
            reports_credit=debt.dispute is not None,
            consumer=not _NO_CONSUMPTION.search(debt.product or ""),
        )

    def conditions(self) -> Mapping[str, bool]:
        """Which of the conditions named in the table hold."""
        return {
            "before_maturity": self.maturity is not None and self.dated < self.maturity,
            "excess": self.excess is not None and self.excess > 0,
            "deduction": self.deducted,
            "financial_origin": self.original is not None and "charges_over_24" in profile(self.original).cites,
            "reports_credit": self.reports_credit,
            "consumer": self.consumer,
        }

    def governed_by(self, rule: Citation) -> bool:
        """Whether ``rule`` applies to a contract of the day on which this one was signed."""
        return rule.contract_from is None or (self.signed is not None and self.signed >= rule.contract_from)


class Mention(Struct, frozen=True):
    """One entry of ``cites`` in a paper's head: a purpose, and the only kinds of creditor it is for (empty: any).

    >>> import negotiation_docs as nd
    >>> next(kind.cites[0].purpose for kind in nd.kinds() if kind.cites)
    'information_copy'
    """

    purpose: str
    to: frozenset[CreditorKind] = frozenset()


def lapsed(day: date) -> frozenset[str]:
    """The purposes that no provision serves on ``day``."""
    return frozenset(
        purpose for purpose, rules_ in table().provisions.items() if not any(rule.in_force(day) for rule in rules_)
    )


@told
def rules() -> tuple[Citation, ...]:
    """Every citable provision, in the order of the table.

    >>> import negotiation_docs as nd
    >>> nd.rules()[0].id
    'L01'
    """
    return tuple(rule for serving in table().provisions.values() for rule in serving)


def serving(purpose: str, situation: Situation) -> tuple[Citation, ...]:
    """The provisions that serve ``purpose`` on the day of the letter; the one for this contract, if any, comes first.

    Raises CitationError for a purpose that no provision serves.
    """
    if purpose not in table().provisions:
        raise CitationError(f"没有名为“{purpose}”的引用目的；可用：{'、'.join(table().provisions)}。")
    current = (rule for rule in table().provisions[purpose] if rule.in_force(situation.dated))
    return tuple(
        sorted(current, key=lambda rule: (situation.governed_by(rule), rule.contract_from or date.min, rule.start))
    )[::-1]


def hindrances(purpose: str, creditor: CreditorKind, situation: Situation) -> tuple[str, ...]:
    """Why law for ``purpose`` may not be cited to ``creditor`` in any paper, in Chinese; empty if it may be.

    Raises CitationError for an unknown purpose.
    """
    current = serving(purpose, situation)
    rule = current[0] if current else table().provisions[purpose][-1]
    name = f"{rule.text}（{rule.id}）"
    row = profile(creditor)
    if purpose not in row.cites:
        return (f"不得对{creditor.label}引用{name}",)
    holds = situation.conditions()
    found = [f"引用{name}{table().conditions[needed]}" for needed in row.cites[purpose] if not holds[needed]]
    if not current:
        found.append(f"{name}在落款日期{situation.dated.isoformat()}不在施行期内")
    elif not situation.governed_by(rule) and rule.contract_from:
        found.append(f"{name}只适用于{rule.contract_from.isoformat()}及以后签订的合同")
    return tuple(found)


class Citing(Struct, frozen=True):
    """The citations of one paper (its ``title``, and the ``mentions`` of its head) to one creditor about one debt."""

    title: str
    mentions: tuple[Mention, ...]
    creditor: CreditorKind
    situation: Situation

    def citable(self, purpose: str) -> bool:
        """Whether :meth:`cite` gives a rule today; CitationError if the paper's head does not list ``purpose``."""
        mention = self._mention(purpose)
        return self._reaches(mention) and not hindrances(purpose, self.creditor, self.situation)

    def cite(self, purpose: str) -> Citation:
        """The rule for ``purpose``.

        Raises :class:`CitationError` (Chinese: paper, lender, rule, reason and what is allowed instead) where the
        head, the creditor's row, a condition or the time forbids it.
        """
        mention = self._mention(purpose)
        if self._reaches(mention):
            reasons = hindrances(purpose, self.creditor, self.situation)
        else:
            rule = table().provisions[purpose][-1]
            reasons = (f"不得对{self.creditor.label}引用{rule.text}（{rule.id}）",)
        if reasons:
            raise CitationError(f"《{self.title}》{'；'.join(reasons)}。{self._offer()}{self._guard(mention)}")
        return serving(purpose, self.situation)[0]

    def allowed(self) -> tuple[Citation, ...]:
        """All that may be cited here, in the order of the head; often nothing."""
        purposes = (mention.purpose for mention in self.mentions)
        return tuple(serving(purpose, self.situation)[0] for purpose in purposes if self.citable(purpose))

    def lapsed(self) -> tuple[Citation, ...]:
        """What would be cited here if it were in force on the day of the letter: its sentences are left out."""
        return tuple(
            table().provisions[mention.purpose][-1]
            for mention in self.mentions
            if mention.purpose in lapsed(self.situation.dated) and self._reaches(mention) and self._conditions(mention)
        )

    def _conditions(self, mention: Mention) -> bool:
        holds = self.situation.conditions()
        cites = profile(self.creditor).cites
        return mention.purpose in cites and all(holds[needed] for needed in cites[mention.purpose])

    def _reaches(self, mention: Mention) -> bool:
        return not mention.to or self.creditor in mention.to

    def _mention(self, purpose: str) -> Mention:
        serving(purpose, self.situation)  # an unknown purpose is named first
        for mention in self.mentions:
            if mention.purpose == purpose:
                return mention
        raise CitationError(f"《{self.title}》的模板头部（cites）没有列出引用目的“{purpose}”。{self._offer()}")

    def _guard(self, mention: Mention) -> str:
        """How a template leaves out the sentence whose rule is not in force."""
        if mention.purpose not in lapsed(self.situation.dated) or not self._conditions(mention):
            return ""
        guard = '{% if citable("' + mention.purpose + '") %}'
        return f"引用它的话请放在 {guard} 和 {{% endif %}} 之间，不在施行期内时就会略去。"

    def _offer(self) -> str:
        offer = "、".join(f"{rule.text}（{rule.id}，{rule.purpose}）" for rule in self.allowed())
        return f"此处可以引用：{offer or '无，不引用任何规定'}。"
