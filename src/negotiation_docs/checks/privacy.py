"""What must not slip into a letter through free text: identifiers, and the name of another lender."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from negotiation_docs.checks.rule import Found, Rule, TextRule, found
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.references import of_one_creditor, references
from negotiation_docs.facts.texts import Text
from negotiation_docs.facts.texts import texts as texts_of
from negotiation_docs.facts.values.identifiers import id_check_character

_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_NUMBER = re.compile(r"(?<![\dA-Za-z])(?:1[3-9]\d{9}|\d{12,19})(?![\dXx])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_CORE = re.compile(r".{2,}?(?:银行|信用社|消费金融|小额贷款|资产管理|金融)")
_GENERIC = frozenset({"商业银行", "农村商业银行", "城市商业银行", "互联网金融"})
_SHORTEST = 2  # characters of a name worth looking for: a person's may have two


def _each(test: Callable[[str], bool], case: Case, debt: Debt | None, texts: Sequence[Text]) -> Iterator[Found]:
    del case, debt
    return (found(*text.place) for text in texts if _is_words(text) and test(text.words))


def _is_words(text: Text) -> bool:
    """Whether something may slip in: any printed text but the parties' own names, numbers and addresses."""
    mark = text.mark
    return mark.is_printed and not mark.masked and mark.whose in ("", "third") and mark.use != "number"


def _has_identity(words: str) -> bool:
    return any(id_check_character(number[:17]) == number[17].upper() for number in _ID_NUMBER.findall(words))


def _has_number(words: str) -> bool:
    return bool(_NUMBER.search(words) or _EMAIL.search(words))


def _names(debt: Debt) -> set[str]:
    creditor = debt.creditor
    seller = creditor.transferred_from.name if creditor.transferred_from else None
    full = {name for name in (creditor.name, creditor.platform, seller) if name}
    return full | {core for name in full if (core := _core(name))}


def _core(name: str) -> str | None:
    """The part of a lender's name by which people call it: 示例银行 of 示例银行股份有限公司信用卡中心."""
    match = _CORE.match(name)
    return match.group() if match and match.group() not in _GENERIC and len(match.group()) >= 4 else None


def _foreign(text: str, foreign: set[str], own: set[str]) -> bool:
    return any(len(name) >= _SHORTEST and name in text and name not in own for name in foreign)


def _other_lender(case: Case, debt: Debt | None, texts: Sequence[Text]) -> Iterator[Found]:
    """A text that this creditor reads, or a paper named under its debt, with the name of another."""
    if debt is None:
        return
    own = _names(debt)
    foreign = {name for other in case.debts if other is not debt for name in _names(other)} - own
    for text in texts:
        if _is_words(text) and _foreign(text.words, foreign, own):
            yield found(*text.place)
    kept, items = of_one_creditor(case), case.evidence_by_id
    for place, name in references(debt, ("debts", case.debts.index(debt))):
        item = texts_of(items[name]) if name in kept else ()
        if any(_is_words(text) and _foreign(text.words, foreign, own) for text in item):
            yield found(*place)


def _any_lender(case: Case, debt: Debt | None, texts: Sequence[Text]) -> Iterator[Found]:
    if debt is not None or len({debt.creditor.name for debt in case.debts}) < 2:
        return
    names = {name for debt in case.debts for name in _names(debt)}
    kept = {place for place, item in enumerate(case.evidence) if item.id in of_one_creditor(case)}
    for text in texts:
        of_one = text.place[0] == "evidence" and text.place[1] in kept
        if _is_words(text) and not of_one and _foreign(text.words, names, set()):
            yield found(*text.place)


RULES: tuple[Rule, ...] = (
    TextRule("text.identity", partial(_each, _has_identity)),
    TextRule("text.number", partial(_each, _has_number)),
    TextRule("text.lender", _any_lender),
    TextRule("text.other_lender", _other_lender),
)
