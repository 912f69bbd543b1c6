"""The courts' element forms of the answer (要素式答辩状), row by row, read from ``data/court_forms.json``.

What the form asks, in which order and with which boxes, is the courts' and may not be changed; what a box says of the
case stands in the case file alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from negotiation_docs.facts import Action, CreditorKind, Debt

_DATA = Path(__file__).parent / "data" / "court_forms.json"

Language = Literal["zh", "en"]


class FormRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One row: the ``item`` as the case file calls it, its words, and its kind of ``box`` (empty: to write in)."""

    item: str
    box: Literal["AO", "NO", "NF", "NT", ""]
    zh: str
    en: str

    def of(self, lang: str) -> str:
        """What the row asks, in ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """The rows about the claims and those about the facts, each numbered from 1 by its place."""

    claims: tuple[FormRow, ...]
    facts: tuple[FormRow, ...]


class BoxWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The two boxes of a row: the first says nothing against it, the second does; then what is written after them."""

    options: tuple[str, str]
    prompt: str


class MediationWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The rows about mediation; ``yes_no`` are the boxes of the first two, ``wishes`` those of the last."""

    known: str
    benefits_asked: str
    benefits: tuple[str, ...]
    wish: str
    yes_no: tuple[str, str]
    wishes: tuple[str, str, str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    checked: str
    source: str
    mark: Literal["V", "V2"]
    about: str
    boxes: dict[str, dict[Language, BoxWords]]
    notice: dict[Language, tuple[str, ...]]
    mediation: dict[Language, MediationWords]
    not_built: dict[str, str]
    forms: dict[Action, Form]


@cache
def _table() -> _File:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File)


def forms() -> Mapping[Action, Form]:
    """Every form that is built, by its cause of action. Raises msgspec.ValidationError for a damaged file."""
    return _table().forms


def boxes(kind: str, lang: str) -> BoxWords:
    """The words of a kind of box."""
    return _table().boxes[kind]["zh" if lang == "zh" else "en"]


def notice(lang: str) -> tuple[str, ...]:
    """The notes at the head of the form, a line each."""
    return _table().notice["zh" if lang == "zh" else "en"]


def mediation(lang: str) -> MediationWords:
    """The rows about the wish to mediate."""
    return _table().mediation["zh" if lang == "zh" else "en"]


def not_built(debt: Debt) -> str:
    """Why there is no form for the suit about ``debt``, as a clause; empty where there is one, or no cause is told."""
    holders = (debt.creditor.kind, debt.creditor.transferred_from.kind if debt.creditor.transferred_from else None)
    reasons = _table().not_built
    if debt.vouched:
        return reasons["vouched"]
    for kind in (CreditorKind.INSURER, CreditorKind.LEASING, CreditorKind.GUARANTOR):
        if kind in holders:
            return reasons[kind.value]
    cause = debt.litigation.cause if debt.litigation else None
    return reasons["other"] if cause is Action.OTHER else ""
