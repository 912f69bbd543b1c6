"""Facts copied as an app shows them, half hidden: a paper with 周*明 or ××银行 reaches nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation_docs.checks.labels import label
from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Debt

# One run of asterisks beside Chinese or two asterisks together; several runs are somebody's **marks**.
_STARS = r"^[^*＊]*(?:(?<=[一-鿿])[*＊]+|[*＊]+(?=[一-鿿])|[*＊]{2,})[^*＊]*$"
_HIDDEN = re.compile(rf"[×✕○●□■]|某|(?<![A-Za-z])[XxＸｘ]{{2,}}(?![A-Za-z])|{_STARS}")


def _borrower(case: Case) -> Iterator[Found]:
    for name in ("name", "email"):
        if _is_hidden(getattr(case.borrower, name)):
            yield found("borrower", name, label=label(Case, ("borrower", name)))


def _creditor(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for path in (("name",), ("transferred_from", "name")):
        value: object = debt.creditor
        for name in path:
            value = getattr(value, name, None)
        if _is_hidden(value):
            yield found("creditor", *path, label=label(Debt, ("creditor", *path)))


def _account(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if _is_hidden(debt.account):
        hint = "写卡号最后四位" if debt.creditor.is_card else "按合同写完整的合同编号"
        yield found("account", better=hint)


def _is_hidden(value: object) -> bool:
    """Whether a text has something hidden in it."""
    return isinstance(value, str) and _HIDDEN.search(value) is not None


RULES: tuple[Rule, ...] = (
    CaseRule("borrower.masked", _borrower),
    DebtRule("creditor.masked", _creditor),
    DebtRule("debt.masked_account", _account),
)
