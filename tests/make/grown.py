"""The case that states every fact, with one of its lists or texts grown to a size."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import negotiation_docs as nd

COMPLETE = Path(__file__).parents[1] / "facts" / "complete.yaml"
Place = tuple[str | int, ...]


@cache
def _complete() -> dict[str, Any]:
    facts = yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    first = facts["debts"][0]  # it states more than fits together: what would stop its papers is mended
    first["balance"]["as_of"] = first["payments"][0]["date"] = "2027-06-28"
    first["balance"]["as_of"] = "2027-06-27"
    first["proposal"]["remaining_charges"] = "to_be_agreed"
    return facts


def complete() -> dict[str, Any]:
    """The facts of the case, of which all papers about the first debt can be made."""
    return copy.deepcopy(_complete())


def lists() -> list[Place]:
    """Where lists stand, each kind once."""
    return _kinds(list)


def texts() -> list[Place]:
    """Where texts stand, each kind once."""
    return _kinds(str)


def with_list(place: Place, size: int) -> dict[str, Any]:
    """The case whose list at ``place`` has so many entries."""
    data = complete()
    old = at(data, place)
    new = [copy.deepcopy(old[number % len(old)]) for number in range(size)]
    for number, entry in enumerate(new):
        if isinstance(entry, dict) and "id" in entry and number >= len(old):
            entry["id"] = f"{entry['id']}-{number}"
    at(data, place[:-1])[place[-1]] = new
    return data


def with_text(place: Place, text: str) -> dict[str, Any]:
    """The case with ``text`` at ``place``."""
    data = complete()
    at(data, place[:-1])[place[-1]] = text
    return data


def at(data: Any, place: Place) -> Any:
    """What stands at ``place``."""
    for step in place:
        data = data[step]
    return data


def used(data: dict[str, Any]) -> int:
    """The whole way of a case: load, check, and every paper of its first debt; what was said, in characters."""
    try:
        case = nd.load(data, draft=True)
    except nd.FactsError as error:
        return len(str(error))
    said = sum(len(str(problem)) for problem in nd.check(case))
    for kind in nd.kinds():
        try:
            paper = nd.render(kind.name, case, case.debts[0].id, draft=True, acknowledge=["limitation", "litigation"])
        except nd.NegotiationDocsError as error:
            said += len(str(error))
        else:
            said += len(paper.text) + len(paper.short)
    return said


def _kinds(wanted: type) -> list[Place]:
    found: dict[Place, Place] = {}
    for place, value in _walk(_complete(), ()):
        if isinstance(value, wanted):
            found.setdefault(tuple("" if isinstance(step, int) else step for step in place), place)
    return list(found.values())


def _walk(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    yield place, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, entry in inside:
        yield from _walk(entry, (*place, step))
