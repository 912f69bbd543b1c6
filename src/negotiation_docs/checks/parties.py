"""Other people's money and word: who carries a plan, who has consented to it, and who vouches for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, PartyRole
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.proposals import other_source
from negotiation_docs.figures.wording import amount
from negotiation_docs.standing import standing

_PAYING = frozenset({PartyRole.SPOUSE, PartyRole.PAYER})
_RELATIVE = re.compile(
    "配偶|丈夫|妻子|爱人|老公|老婆|父|母|爸|妈|儿子|女儿|子女|哥|弟|姐|妹|兄|亲属|亲戚|亲友|朋友|家人|代付|代为还|代还"
)


def _offered(case: Case, debt: Debt) -> bool:
    """Whether a plan is proposed for which nobody who might pay has consented; a co-borrower owes it anyway."""
    if debt.proposal is None or not standing(case, debt).negotiating:
        return False
    return not any(party.consents and party.role in _PAYING for party in debt.parties)


def _others_income(case: Case, debt: Debt) -> Iterator[Found]:
    """The month holds the income of others, and the borrower's own would not carry what is promised."""
    if not _offered(case, debt) or any(party.role is PartyRole.CO_BORROWER for party in debt.parties):
        return
    with suppress(FactsError):  # told as what is missing
        measured = affordability(case, debt.id)
        own = measured.budget.own_disposable
        if measured.affordable and measured.monthly > 0 and own < min(measured.together, measured.budget.disposable):
            yield found("proposal", own=amount(own), asked=amount(measured.together))


def _others_funds(case: Case, debt: Debt) -> Iterator[Found]:
    source = other_source(debt.proposal) if debt.proposal else ""
    unasked = any(party.role in _PAYING for party in debt.parties)
    if source and _offered(case, debt) and (unasked or _RELATIVE.search(source)):
        yield found("proposal", "funds")


def _guarantor(case: Case, debt: Debt) -> Iterator[Found]:
    """民法典695: what a change means for who vouches, and for the creditor."""
    if debt.proposal is None or not standing(case, debt).negotiating:
        return
    for place, party in enumerate(debt.parties):
        if party.role is PartyRole.GUARANTOR and not party.consents:
            yield found("parties", place, "consents")


RULES: tuple[Rule, ...] = (
    DebtRule("plan.others_income", _others_income),
    DebtRule("plan.others_funds", _others_funds),
    DebtRule("party.guarantor", _guarantor),
)
