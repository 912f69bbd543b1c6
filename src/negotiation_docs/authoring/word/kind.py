"""What a letter of one's own is taken for: the checks of the paper it does the same as, and of all that it prints."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import structs

from negotiation_docs.authoring.word.lookup import Lookup
from negotiation_docs.catalogue.kind import Kind, frozen
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.catalogue.traits import printed_by

_TITLES: Final = {"zh": "自备的 Word 文书", "en": "Letter of one's own"}
_CAREFUL: Final = Kind("word", frozen(_TITLES), 0, "creditor", (), traits=frozenset({"letter", "admits"}))
"""A letter to the creditor that speaks of a debt as owed: what is stopped for such a one is stopped for this."""
_TRAITS: Final = {
    "balance": ("balance", "principal", "charges", "waive", "waiver", "excess"),
    "offers": ("plan", "alternative", "other_settlement", "other_waive", "comparison", "settlement", "valid_until"),
    "pleads": ("causes", "hardships", "unproved"),
    "agreed": ("talk", "agreed", "terms", "unclear", "reply_by", "agreed_points"),
    "defers": ("deferral",),
    "changes": ("after_change", "change_runs"),
}
_OF_NAME: Final = {name: trait for trait, names in _TRAITS.items() for name in names}


def own_kind(like: str = "", printed: Iterable[Lookup] = (), folder: Path | None = None) -> Kind:
    """The kind of a letter that does the same as the paper ``like`` and prints ``printed``; it needs nothing else.

    Raises TemplateError for an unknown paper, naming the nearest.
    """
    kind = find(like, folder) if like else _CAREFUL
    traits = {trait for each in printed for trait in _traits(each)}
    traits |= {"plan"} if "offers" in traits else set()  # its figures are printed whatever they are
    return structs.replace(kind, needs=(), unless=frozen({}), traits=kind.traits | traits)


def _traits(asked: Lookup) -> frozenset[str]:
    """What a paper does that prints this."""
    root, *rest = map(str, asked.steps)
    if root == "facts":
        return printed_by(rest[1]) if rest[:1] == ["debt"] and len(rest) > 1 else frozenset()
    return frozenset({_OF_NAME[root]} if root in _OF_NAME else ())
