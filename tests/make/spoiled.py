"""A clean case, and how a test spoils it: one fact at a time, by the path the findings use."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import negotiation_docs as nd
from negotiation_docs import checks
from negotiation_docs.catalogue.kinds import find

CHECKS = Path(__file__).parents[1] / "checks"
CLEAN: dict[str, Any] = yaml.load((CHECKS / "clean.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
GONE = object()

OTHER_DEBT = {
    "id": "loan",
    "creditor": {"name": "示例消费金融有限公司", "kind": "consumer_finance"},
    "account": "XF-18",
    "due": "2026-09-02",
    "balance": {
        "as_of": "2026-11-20", "principal": "8100.00", "interest": "90.00", "penalty": "10.00", "source": "官方APP",
    },
}  # fmt: skip


def spoiled(changes: Mapping[str, object]) -> nd.Case:
    """The clean case with ``changes`` (path → value, or GONE to take the fact out; one past the end appends)."""
    return nd.load(changed(changes), today=date(2026, 11, 21))


def changed(changes: Mapping[str, object]) -> dict[str, Any]:
    """The same as plain data, not read yet."""
    data = deepcopy(CLEAN)
    for path, value in changes.items():
        steps: list[Any] = [int(n) if n else name for n, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", path)]
        *way, last = steps
        here: Any = data
        for step in way:
            here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
        if value is GONE:
            del here[last]
        elif isinstance(here, list) and last == len(here):
            here.append(value)
        else:
            here[last] = value
    return data


def own(title: str, *needs: str, traits: Collection[str] = ()) -> nd.Kind:
    """A kind as the head of a user's template makes it."""
    return nd.Kind("own", {"zh": title}, 0, "creditor", needs, traits=frozenset(traits))


def readiness(case: nd.Case, kind: nd.Kind | str, **options: Any) -> tuple[nd.Problem, ...]:
    """What stops a kind, shipped ones by name."""
    return checks.readiness(case, find(kind) if isinstance(kind, str) else kind, **options)
