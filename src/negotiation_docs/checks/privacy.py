"""What must not slip into a letter through free text: identifiers, and the name of another lender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Loc, Rule, found
from negotiation_docs.checks.sentences import everywhere
from negotiation_docs.checks.texts import FreeText, case_texts, debt_texts
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.identifiers import id_check_character

_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_NUMBER = re.compile(r"(?<![\dA-Za-z])(?:1[3-9]\d{9}|\d{12,19})(?![\dXx])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_CORE = re.compile(r".{2,}?(?:银行|信用社|消费金融|小额贷款|资产管理|金融)")
_GENERIC = frozenset({"商业银行", "农村商业银行", "城市商业银行", "互联网金融"})
_SHORTEST = 2  # characters of a name worth looking for: a person's may have two


def _identity(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    if any(id_check_character(number[:17]) == number[17].upper() for number in _ID_NUMBER.findall(text.text)):
        yield {}


def _number(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    if _NUMBER.search(text.text) or _EMAIL.search(text.text):
        yield {}


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


def _other_lender(case: Case, debt: Debt) -> Iterator[Found]:
    own = _names(debt)
    foreign = {name for other in case.debts if other is not debt for name in _names(other)} - own
    for text in debt_texts(debt):
        if _foreign(text.text, foreign, own):
            yield found(*text.loc)
    items = {item.id: (place, item) for place, item in enumerate(case.evidence)}
    for place, name in enumerate(debt.evidence):
        if name in items and _foreign(f"{items[name][1].name}{items[name][1].proves or ''}", foreign, own):
            yield found("evidence", place)


def _any_lender(case: Case) -> Iterator[Found]:
    if len({debt.creditor.name for debt in case.debts}) < 2:
        return
    names = {name for debt in case.debts for name in _names(debt)}
    named = {name for debt in case.debts for name in debt.evidence}
    for text in case_texts(case):
        if not _of_one_debt(case, text.loc, named) and _foreign(text.text, names, set()):
            yield found(*text.loc)


def _of_one_debt(case: Case, loc: Loc, named: set[str]) -> bool:
    """Whether the text is that of an evidence item named under a debt, which goes to its creditor only."""
    return loc[0] == "evidence" and isinstance(loc[1], int) and case.evidence[loc[1]].id in named


RULES: tuple[Rule, ...] = (
    *everywhere(
        "text.identity",
        _identity,
    ),
    *everywhere("text.number", _number),
    CaseRule("text.lender", _any_lender),
    DebtRule(
        "text.other_lender",
        _other_lender,
    ),
)
