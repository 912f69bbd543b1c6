"""What a check is: a small pure function that finds places; its severity and words stand in ``data/rules.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from negotiation_docs.errors import Place, Problem, Severity
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.texts import Text

_DATA = Path(__file__).parent / "data" / "rules.json"

Found = tuple[Place, Mapping[str, object]]
"""What a rule finds: the place, and the values that its words speak of (already masked)."""


def found(*place: str | int, **values: object) -> Found:
    """A finding at ``place``, relative to the case or, in a rule on debts, to the debt."""
    return place, values


class Words(Struct, frozen=True):
    """How a rule speaks: stable ``id``, severity, Chinese message and hint (format strings over the found values).

    ``trait`` limits the rule to papers that have it (:mod:`catalogue.traits`; ``lender``: all but those with
    ``unknown_lender``); empty means every paper. ``absent`` marks a fact that is merely missing, which a draft leaves
    open; ``unfit`` that this is not the paper to write, or not yet.
    """

    id: str
    severity: Severity
    message: str
    hint: str = ""
    trait: str = ""
    absent: bool = False
    unfit: bool = False

    def about(self, finding: Found) -> Problem:
        """The finding in these words."""
        place, values = finding
        message, hint = self.message.format_map(values), self.hint.format_map(values)
        return Problem(
            self.severity, place, message, hint, self.id, absent=self.absent, unfit=self.unfit, trait=self.trait
        )


@cache
def all_words() -> Mapping[str, Words]:
    """The words of every rule, by id, in the order of the data file."""
    return _words("rules")


@cache
def figure_words() -> Mapping[str, Words]:
    """What the findings of the figures are about, for the page of rules; the figures make their own messages."""
    return _words("figures")


@cache
def loading_words() -> Mapping[str, Words]:
    """What reading a case file refuses, for the page of rules; ``load`` makes its own messages."""
    return _words("loading")


@cache
def word_words() -> Mapping[str, Words]:
    """What may be wrong with a Word file that is to be filled, for the page of rules too."""
    return _words("word")


def _words(section: str) -> Mapping[str, Words]:
    entries = json.loads(_DATA.read_text(encoding="utf-8"))[section]
    return {
        id_: Words(
            id_, entry["severity"], entry["message"], entry["hint"], entry.get("papers", ""), entry.get("absent", False)
        )
        for id_, entry in entries.items()
    }


class CaseRule(Struct, frozen=True):
    """A rule that looks at the whole case once."""

    id: str
    find: Callable[[Case], Iterable[Found]]


class DebtRule(Struct, frozen=True):
    """A rule that looks at one debt of the case; its places are relative to the debt."""

    id: str
    find: Callable[[Case, Debt], Iterable[Found]]


class Told(Struct, frozen=True):
    """Texts with the same ``readers``: the creditor of ``debt``, or, where that is None, all creditors looked at.

    ``unfilled`` are those in which the mark of a draft stands; ``texts`` all that say more than that.
    """

    case: Case
    texts: Sequence[Text]
    readers: Sequence[Debt]
    debt: Debt | None = None
    unfilled: Sequence[Text] = ()


class TextRule(Struct, frozen=True):
    """A rule that looks at all texts, by who reads them; its places are theirs, from the case downwards."""

    id: str
    find: Callable[[Sequence[Told]], Iterable[Found]]


Rule = CaseRule | DebtRule | TextRule
