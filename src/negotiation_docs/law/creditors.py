"""The table of creditor kinds, read from ``data/creditors.json``: all that sets one kind apart from another.

Everything that treats lenders differently asks a row of this table: how a paper addresses them, what they call the
debt and its charges, and for which purposes law may be cited to them. A new kind is a member of
:class:`~negotiation_docs.facts.CreditorKind` and one row; the file is read strictly, so that no cell is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from negotiation_docs.facts import Creditor, CreditorKind, Level

_DATA = Path(__file__).parent / "data" / "creditors.json"


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in both languages; both empty where there is nothing to say."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The words in ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the table.

    ``you`` is the form of address, ``late_charge`` the name of the charge for paying late, ``account`` what the debt
    is called where the file names no product, ``reference`` how a letter refers back to it, ``acquired`` how the claim
    came to a creditor that did not lend itself. ``names`` are words in a company's name that betray the kind.
    ``bank``, ``card`` (it issues credit cards), ``loan`` (the contract is a loan), ``person`` (a natural person),
    ``private`` (民间借贷: the law of private lending governs) and ``reports_credit`` (it may report to the credit
    database) are yes or no. ``ladder`` holds the steps of a complaint in order, ``regulator`` the authority at its end.
    ``cites`` maps each purpose for which law may be cited to it to the names of the conditions that must hold.
    """

    you: Wording
    late_charge: Wording
    account: Wording
    reference: Wording
    acquired: Wording
    names: tuple[str, ...]
    bank: bool
    card: bool
    loan: bool
    person: bool
    private: bool
    reports_credit: bool
    ladder: tuple[Level, ...]
    regulator: Wording
    cites: Mapping[str, tuple[str, ...]]


class _File(Struct, forbid_unknown_fields=True):
    checked: str
    about: str
    kinds: dict[CreditorKind, Profile]


@cache
def profiles() -> Mapping[CreditorKind, Profile]:
    """Every row, in the order of the file; read once a process.

    Raises msgspec.ValidationError naming the row and the cell that is missing, unknown or of the wrong type.
    """
    return msgspec.json.decode(_DATA.read_bytes(), type=_File).kinds


def profile(kind: CreditorKind) -> Profile:
    """The row of ``kind``."""
    return profiles()[kind]


def lender_of(creditor: Creditor) -> Profile:
    """The row of the lender that the contract was made with, whoever holds the debt now."""
    return profile(creditor.transferred_from.kind if creditor.transferred_from else creditor.kind)


@cache
def named() -> tuple[tuple[str, frozenset[CreditorKind]], ...]:
    """The words in names that betray a kind of creditor, the longest first, with the kinds they may stand for."""
    words = dict.fromkeys(word for row in profiles().values() for word in row.names)
    return tuple(
        (word, frozenset(kind for kind, row in profiles().items() if word in row.names))
        for word in sorted(words, key=len, reverse=True)
    )
