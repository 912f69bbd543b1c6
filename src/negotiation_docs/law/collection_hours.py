"""Which calls the log marks, by the kind of creditor: the hours and the numbers that standard and guideline name.

GB/T 45251-2025 (R16: at most three effective calls a day) and the guideline of the China Banking Association (R17: no
more than six to one number a day); both name 22:00 to 8:00. Neither is law, so the log states the fact and judges
nothing.
"""

from __future__ import annotations

from typing import Final

from negotiation_docs.facts import CreditorKind
from negotiation_docs.law.creditors import profile

_CALLS: Final = {"collection_standard": 3, "collection_guideline": 6}


def most_calls(kind: CreditorKind) -> int | None:
    """Calls a day that the strictest rule for this kind of creditor names; None where none fits it."""
    return min((calls for purpose, calls in _CALLS.items() if purpose in profile(kind).cites), default=None)
