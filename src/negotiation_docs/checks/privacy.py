"""What must not slip into a letter through any text: identifiers, and the name of another lender.

Names and numbers are looked for on a folded key, so that a radical, another width, a blank or a bracket hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from negotiation_docs.checks.rule import Found, Rule, TextRule, Told, found
from negotiation_docs.facts import Case, Debt, EvidenceGroup, Reveal
from negotiation_docs.facts.references import of_one_creditor
from negotiation_docs.facts.texts import Text, texts
from negotiation_docs.facts.values.folding import fold
from negotiation_docs.facts.values.identifiers import id_check_character
from negotiation_docs.facts.values.numbers import plain, runs
from negotiation_docs.question import worked_out_once

_PERSONAL = re.compile(r"(?:86)?1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|[0-9]{12,}X?")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[ \-](?:19|20)[0-9]{2})+")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+")
_CORE = re.compile(r".{2,}?(?:银行|信用社|消费金融|小额贷款|资产管理|金融)")
_GENERIC = frozenset({"商业银行", "农村商业银行", "城市商业银行", "互联网金融"})
_INSTITUTION = re.compile(r"公司|银行$|银行.*行$|信用社|信用卡中心")
_SHORTEST = 2  # characters of a name worth looking for: a person's may have two


def _each(test: Callable[[str], bool], told: Sequence[Told]) -> Iterator[Found]:
    for text in chain.from_iterable(each.texts for each in told):
        if _is_words(text) and test(plain(text.words)):
            yield found(*text.place)


def _is_words(text: Text) -> bool:
    """Whether something may slip in: any printed text but the parties' own names, numbers and addresses."""
    mark = text.mark
    return mark.is_printed and not mark.masked and mark.whose in ("", "third") and mark.use != "number"


def _has_identity(words: str) -> bool:
    return any(len(digits) == 18 and id_check_character(digits[:17]) == digits[17] for _, _, digits in runs(words))


def _has_number(words: str) -> bool:
    numbers = (
        digits
        for start, end, digits in runs(words)
        if not _follows_letter(words, start) and not _YEARS.fullmatch(plain(words[start:end]))
    )
    return any(map(_PERSONAL.fullmatch, numbers)) or _EMAIL.search(words) is not None


def _follows_letter(words: str, start: int) -> bool:
    """Whether a run of digits is the tail of something with letters, such as the number of a contract."""
    return start > 0 and words[start - 1].isascii() and words[start - 1].isalpha()


def _names(debt: Debt) -> set[str]:
    """The keys of the names by which this debt's lender, its platform and the seller are known."""
    creditor = debt.creditor
    seller = creditor.transferred_from.name if creditor.transferred_from else None
    return _known(name for name in (creditor.name, creditor.platform, seller) if name)


def _elsewhere(case: Case) -> set[str]:
    """The keys of the lenders that are paid as agreed, unless the borrower reveals them; 住房贷款 names nobody."""
    if case.finances is None or Reveal.OTHER_CREDITORS in case.choices.reveal:
        return set()
    return _known(other.creditor for other in case.finances.other_debts if _INSTITUTION.search(other.creditor))


def _known(names: Iterable[str]) -> set[str]:
    keys = {fold(name) for name in names}
    keys |= set(filter(None, map(_core, keys)))
    return {key for key in keys if len(key) >= _SHORTEST}


def _core(name: str) -> str | None:
    """The part of a lender's name by which people call it: 示例银行 of 示例银行股份有限公司信用卡中心."""
    match = _CORE.match(name)
    return match.group() if match and match.group() not in _GENERIC and len(match.group()) >= 4 else None


@worked_out_once
def _lenders(case: Case) -> tuple[dict[str, str | None], dict[str, set[str]]]:
    """The keys of all lenders there are, with the core of each, and those of each debt by its id."""
    own = {debt.id: _names(debt) for debt in case.debts}
    return {name: _core(name) for name in set().union(*own.values(), _elsewhere(case))}, own


def _foreign(lenders: Mapping[str, str | None], own: set[str]) -> set[str]:
    """The names that who has the names ``own`` must not read; the branches of one bank are no strangers."""
    return {name for name, core in lenders.items() if name not in own and core not in own}


def _naming(said: Iterable[Text], foreign: set[str], own: Collection[str] = ()) -> Iterator[Text]:
    """The texts that name somebody whom their readers must not read about; ``own`` are the names of these readers."""
    for text in said if foreign else ():
        mark = text.mark
        if not mark.is_printed or mark.masked or mark.use in ("number", "address") or mark.whose == "borrower":
            continue
        key = fold(text.words)
        if key not in own and any(map(key.__contains__, foreign)):
            yield text


def _other_lender(told: Sequence[Told]) -> Iterator[Found]:
    """Texts that one creditor only reads, and papers named under its debt, with the name of another."""
    case = told[0].case
    lenders, own = _lenders(case)
    kept, items = of_one_creditor(case), case.evidence_by_id
    for each in told:
        if each.debt is None:
            continue
        names = own[each.debt.id]
        foreign = _foreign(lenders, names)
        yield from (found(*text.place) for text in _naming(each.texts, foreign, names))
        for text in each.texts if foreign else ():
            if text.mark.use == "reference" and text.words in kept and any(_naming(texts(items[text.words]), foreign)):
                yield found(*text.place)


def _any_lender(told: Sequence[Told]) -> Iterator[Found]:
    """Texts for every creditor with a name that one of them must not read."""
    return (found(*text.place) for text in _shared(told) if not _is_issuer(told[0].case, text))


def _issuer(told: Sequence[Told]) -> Iterator[Found]:
    """A lender that issued what all creditors receive: a bank that pays out wages is not named as a lender."""
    return (found(*text.place) for text in _shared(told) if _is_issuer(told[0].case, text))


def _is_issuer(case: Case, text: Text) -> bool:
    """Whether the text is who issued a paper that is not about a debt."""
    if text.place[0] != "evidence" or text.place[-1] != "issuer":
        return False
    return case.evidence[int(text.place[1])].group not in (EvidenceGroup.DEBT, EvidenceGroup.COMMUNICATION)


def _shared(told: Sequence[Told]) -> Iterator[Text]:
    """The texts for every creditor with a name that one of those looked at must not read."""
    case, kept = told[0].case, of_one_creditor(told[0].case)
    lenders, own = _lenders(case)
    private = {place for place, item in enumerate(case.evidence) if item.id in kept}
    for each in told:
        if each.debt is None:
            foreign = set().union(*(_foreign(lenders, own[reader.id]) for reader in each.readers))
            for text in _naming(each.texts, foreign):
                if not (text.place[0] == "evidence" and text.place[1] in private):
                    yield text


RULES: tuple[Rule, ...] = (
    TextRule("text.identity", partial(_each, _has_identity)),
    TextRule("text.number", partial(_each, _has_number)),
    TextRule("text.lender", _any_lender),
    TextRule("text.other_lender", _other_lender),
    TextRule("evidence.issuer_lender", _issuer),
)
