"""The evidence checklist: groups, serial numbers, what each item backs and what may stand in for a missing one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_uppercase

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.wording import chinese_numeral
from negotiation_docs.views.exhibits import ACCOUNT, Exhibit
from negotiation_docs.words.voice import Voice

# The tables of the checklist: its name among the words, and the groups of evidence it holds.
SECTIONS = {
    "identity": ("identity", "debt"),
    "hardship": ("hardship",),
    "income": ("income",),
    "communication": ("communication",),
}
# An item that no claim names speaks for its group.
_BY_GROUP = {
    "identity": "identity",
    "debt": "account",
    "hardship": "cause",
    "income": "means",
    "communication": "talk",
}


class EvidenceEntry(Struct, frozen=True):
    """One line of the checklist."""

    serial: int
    exhibit: Exhibit
    claims: str
    substitutes: tuple[int, ...]


class EvidenceTable(Struct, frozen=True):
    """One table of the checklist."""

    letter: str
    label: str
    entries: tuple[EvidenceEntry, ...]


def groups(case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> tuple[EvidenceTable, ...]:
    """The groups that have items, lettered 一、二、三 (A, B, C in English), serial numbers running through."""
    words = _passages(case, debt, voice)
    claims = dict(_claims(case, debt, exhibits, words, voice.words.phrases["separator"]))
    result: list[EvidenceTable] = []
    serial = 0
    for section, members in SECTIONS.items():
        found = [exhibit for exhibit in exhibits.values() if exhibit.group in members]
        if not found:
            continue
        entries = tuple(
            EvidenceEntry(
                serial + place,
                exhibit,
                claims.get(exhibit.id) or words[_BY_GROUP[exhibit.group]],
                _substitutes(exhibit, case, exhibits) if exhibit.status == "unavailable" else (),
            )
            for place, exhibit in enumerate(found, 1)
        )
        serial += len(found)
        place = len(result) + 1
        letter = ascii_uppercase[place - 1] if voice.lang == "en" else chinese_numeral(place)
        result.append(EvidenceTable(letter, voice.words.sections[section], entries))
    return tuple(result)


def _passages(case: Case, debt: Debt, voice: Voice) -> Mapping[str, str]:
    """The passages by name, called as the letter's headings call them."""
    words = voice.words.passages
    ahead = debt.due is not None and debt.due >= case.dated
    return {**words, "cause": words["cause_ahead"]} if ahead else words


def _claims(
    case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], words: Mapping[str, str], separator: str
) -> Iterator[tuple[str, str]]:
    """Evidence id → the passages of the letters that rest on it."""
    found: dict[str, list[str]] = {}
    for cause in case.hardship:
        for name in cause.evidence:
            found.setdefault(name, []).append(words["cause"])
    finances = None if case.oversight_only else case.finances
    backed = [line.evidence for line in finances.income or ()] if finances else []
    backed += [line.evidence for line in finances.essentials or ()] if finances else []
    for names in backed:
        for name in names:
            found.setdefault(name, []).append(words["means"])
    for name in debt.evidence:
        group = exhibits[name].group if name in exhibits else ""
        found.setdefault(name, []).append(words["account" if group in ACCOUNT else _BY_GROUP.get(group, "account")])
    for name, passages in found.items():
        yield name, separator.join(dict.fromkeys(passages))


def _substitutes(exhibit: Exhibit, case: Case, exhibits: Mapping[str, Exhibit]) -> tuple[int, ...]:
    """附件 numbers of attached items that the same hardship claim rests on."""
    numbers = {
        other.number
        for cause in case.hardship
        if exhibit.id in cause.evidence
        for name in cause.evidence
        if (other := exhibits.get(name)) is not None and other.number is not None
    }
    return tuple(sorted(numbers))
