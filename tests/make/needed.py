"""What a paper needs beside the facts of the plain case, so that tests over all kinds can make each of them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

NEEDED: Mapping[str, Mapping[str, Any]] = {
    "fee_waiver_request": {"debt": {"proposal": {"waive": {"penalty": "138.60"}}}},
    "deferral_request": {
        "debt": {"deferral": {"amount": "600.00", "from": "2026-12-25", "to": "2027-01-25", "reason": "报酬推迟到账"}}
    },
    "contact_preferences": {"borrower": {"contact_by": ["phone"]}},
}
"""Kind → the facts to add: ``borrower`` and ``debt`` are added to the plain ones, the others replace them."""

MERGED = ("borrower", "proposal")
"""Groups of which single facts are added; any other is taken as a whole, and only where there is none."""


def suited(kind: str, case: dict[str, Any]) -> dict[str, Any]:
    """``case`` with what a paper of ``kind`` needs besides; what it has of that stays as it is."""
    made = copy.deepcopy(case)
    needed = copy.deepcopy(dict(NEEDED.get(kind, {})))
    for debt in made["debts"]:
        _add(debt, needed.get("debt", {}))
    _add(made, {name: facts for name, facts in needed.items() if name != "debt"})
    return made


def _add(target: dict[str, Any], facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        if name in MERGED and isinstance(target.get(name), dict):
            _add(target[name], value)
        else:
            target.setdefault(name, value)
