"""A row's cells put where they belong: nested facts, with the cell of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from msgspec import Struct

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.base import Facts, is_stated
from negotiation_docs.facts.reading.locate import fields, inner
from negotiation_docs.tables.columns import Column
from negotiation_docs.tables.line import Line

_PARTED: Final = "；"
_NONE: Final = "无"


class Entry(Struct, frozen=True):
    """What a row says of one borrower or of one entry of a list."""

    facts: dict[str, object]
    cells: dict[Place, str]
    here: str
    problems: tuple[Problem, ...] = ()


def filled(line: Line, columns: Mapping[int, Column], here: str) -> Entry:
    """The facts of a row; ``here`` names it. Entries of lists that say nothing are left out, and the rest moves up."""
    stated = [
        (one, text.strip())
        for place, one in columns.items()
        if place < len(line.cells) and is_stated(text := line.cells[place])
    ]
    moved = _moved([one.place for one, _ in stated])
    facts: dict[str, object] = {}
    cells: dict[Place, str] = {}
    for one, text in stated:
        place = moved[one.place]
        _put(facts, place, _several(text) if one.several else text)
        cells[place] = cell(here, one.heading)
    problems = tuple(
        Problem("error", (), message, "", "table.cell", written=cell(here, columns[place].heading))
        for place, message in line.faults.items()
        if place in columns
    )
    return Entry(facts, cells, here, problems)


def cell(here: str, heading: str) -> str:
    """How a cell is named: 表“借款人”第3行“债务1.本金”列."""
    return f"{here}“{heading}”列"


def with_ids(facts: dict[str, object], model: type[Facts]) -> None:
    """Give every entry of a list that needs a short name one, 1, 2, …, where the table gives it none."""
    for key, field in fields(model).items():
        value, entry = facts.get(key), inner(field)
        if entry is None or not isinstance(value, dict | list):
            continue
        for number, one in enumerate(value if isinstance(value, list) else [value], start=1):
            with_ids(one, entry)
            if isinstance(value, list) and "id" in fields(entry):
                one.setdefault("id", str(number))


def _several(text: str) -> list[str]:
    """The values of a cell; 无 says that there are none, which an empty cell does not."""
    if text == _NONE:
        return []
    return [part.strip() for part in text.replace(";", _PARTED).replace("\n", _PARTED).split(_PARTED) if part.strip()]


def _moved(places: Sequence[Place]) -> dict[Place, Place]:
    """Every place with its positions in lists closed up: without 债务1, 债务2 is the first."""
    there: dict[Place, list[int]] = {}
    for place in places:
        for above, step in _positions(place):
            known = there.setdefault(above, [])
            if step not in known:
                known.append(step)
    for known in there.values():
        known.sort()
    return {
        place: tuple(there[place[:at]].index(step) if isinstance(step, int) else step for at, step in enumerate(place))
        for place in places
    }


def _positions(place: Place) -> Iterator[tuple[Place, int]]:
    for at, step in enumerate(place):
        if isinstance(step, int):
            yield place[:at], step


def _put(facts: dict[str, Any], place: Place, value: object) -> None:
    """``value`` at ``place``, with the groups and lists on the way; the positions of a list come in any order."""
    spot: Any = facts
    for step, following in pairwise(place):
        empty: object = [] if isinstance(following, int) else {}
        spot = _entered(spot, step, empty)
    if isinstance(spot, list):
        _entered(spot, place[-1], None)
    spot[place[-1]] = value


def _entered(spot: Any, step: str | int, empty: object) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(spot, list) and isinstance(step, int):
        spot.extend([None] * (step + 1 - len(spot)))
        spot[step] = empty if spot[step] is None else spot[step]
        return spot[step]
    return spot.setdefault(step, empty)
