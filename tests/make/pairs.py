"""Single facts, each with a mark of its own, and every two of them laid over one case. All people are fictional."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

from tests.make.cases import CREDITORS, with_debt
from tests.make.singles import SINGLES

Case = dict[str, Any]


def base() -> Case:
    """The plain case before any talk, with a second debt at another lender."""
    case = with_debt(contacts=None, agreement=None)
    other = {"id": "two", "creditor": {**CREDITORS["consumer_finance"]}, "account": "8802", "due": "2026-10-05"}
    case["debts"].append({**other, "balance": {"as_of": "2026-11-20", "principal": "4300.00", "source": "手机应用"}})
    return case


def lay(target: Case, change: Case) -> None:
    """Put ``change`` into ``target``: groups flow together, lists grow, anything else takes its place; None removes."""
    for name, value in copy.deepcopy(change).items():
        if value is None:
            target.pop(name, None)
        elif isinstance(value, dict) and isinstance(target.get(name), dict):
            lay(target[name], value)
        elif isinstance(value, list) and name in target:
            target[name] += [entry for entry in value if entry not in target[name]]
        else:
            target[name] = value


def joined(*names: str) -> Case:
    """The base with these facts, talks in the order of their days."""
    case = base()
    for name in names:
        _, change = SINGLES[name]
        lay(case, {part: value for part, value in change.items() if part not in ("one", "two")})
        for debt, part in zip(case["debts"], ("one", "two"), strict=True):
            lay(debt, change.get(part, {}))
    for debt in case["debts"]:
        debt.get("contacts", []).sort(key=lambda talk: str(talk["at"]))
    return case


@cache
def _laid(*names: str) -> str:
    def in_order(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: in_order(inner) for name, inner in value.items()}
        return sorted(map(written, value)) if isinstance(value, list) else value

    def written(value: Any) -> str:
        return json.dumps(in_order(value), sort_keys=True)

    return written(joined(*names))


def apart(one: str, two: str) -> bool:
    """Whether the two write different fields: then it does not matter which is laid first, and neither is undone."""
    both = _laid(one, two)
    return both == _laid(two, one) and both not in (_laid(one), _laid(two))


PAIRS = [pair for pair in combinations(SINGLES, 2) if apart(*pair)]
"""Any two facts in one case that do not write the same field."""


def places(name: str, *beside: str) -> list[str]:
    """Where a fact stands in the case file with those ``beside`` it, as findings name it: what the base has not so."""
    return list(_stated("", base(), joined(name), joined(name, *beside)))


def _stated(where: str, before: Any, alone: Any, now: Any) -> Iterator[str]:
    if isinstance(alone, dict) and isinstance(before, dict):
        for name in alone:
            yield from _stated(f"{where}.{name}".lstrip("."), before.get(name), alone[name], now.get(name))
    elif isinstance(alone, list) and isinstance(before, list) and before and isinstance(before[0], dict):
        for at, value in enumerate(alone):
            if at < len(before):
                yield from _stated(f"{where}[{at}]", before[at], value, now[at])
            else:
                yield f"{where}[{now.index(value)}]"
    elif before != alone:
        yield where
