"""Facts copied as an app shows them, half hidden: a paper with 周*明 or ××银行 reaches nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from negotiation_docs.catalogue.factpaths import label
from negotiation_docs.checks.rule import DebtRule, Found, Rule, TextRule, Told, found
from negotiation_docs.facts import Case, Debt

# One run of asterisks beside Chinese or two asterisks together; several runs are somebody's **marks**.
_STARS = r"^[^*＊]*(?:(?<=[一-鿿])[*＊]+|[*＊]+(?=[一-鿿])|[*＊]{2,})[^*＊]*$"
_HIDDEN = re.compile(rf"[×✕○●□■]|某|(?<![A-Za-z])[XxＸｘ]{{2,}}(?![A-Za-z])|{_STARS}")
_INITIALS = re.compile(r"\A[Xx]{2}(?![Xx])(?=[\w.-]*@)")  # 徐鑫 writes from xx1988@…


def _names(whose: str, told: Sequence[Told]) -> Iterator[Found]:
    """Names, and the borrower's own numbers, by which one side is to be known or reached."""
    for text in chain.from_iterable(each.texts for each in told):
        mark = text.mark
        if mark.whose == whose and mark.use in ("name", "number") and _is_hidden(text.words):
            yield found(*text.place, label=label(".".join(step for step in text.place if isinstance(step, str))))


def _account(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if _is_hidden(debt.account):
        hint = "写卡号最后四位" if debt.creditor.is_card else "按合同写完整的合同编号"
        yield found("account", better=hint)


def _is_hidden(value: object) -> bool:
    """Whether a text has something hidden in it."""
    return isinstance(value, str) and _HIDDEN.search(_INITIALS.sub("", value)) is not None


RULES: tuple[Rule, ...] = (
    TextRule("borrower.masked", partial(_names, "borrower")),
    TextRule("creditor.masked", partial(_names, "creditor")),
    DebtRule("debt.masked_account", _account),
)
