"""Where everything stands in a file: the line, the column and the length of each key and each value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from negotiation_docs.errors import Place

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Position(Struct, frozen=True, gc=False):
    """Line and column are counted from 1, columns in characters; a ``length`` of 0 reaches to the end of the line."""

    line: int
    column: int
    length: int = 0


class Positions(Struct):
    """The places of a file, in its own words; of a list or a group that has a key, the key's alone."""

    keys: dict[Place, Position] = field(default_factory=dict)
    values: dict[Place, Position] = field(default_factory=dict)

    def of(self, place: Place, *, key: bool = False) -> Position | None:
        """Where the value of ``place`` stands, or with ``key`` its key; of what is not there, the nearest above."""
        value, own = self.values.get(place), self.keys.get(place)
        if value and not key and (own is None or own.line == value.line):
            return value
        for end in range(len(place), 0, -1):
            found = self.keys.get(place[:end]) or self.values.get(place[:end])
            if found:
                return found
        return None

    def on(self, line: int) -> Iterator[tuple[Place, Position]]:
        """The values on a line."""
        return ((place, position) for place, position in self.values.items() if position.line == line)


def rows(text: str) -> list[str]:
    """The lines of a file, without their ends."""
    return _LINE_END.split(text)


def in_json(text: str) -> Positions:
    """The positions of a JSON text that has been found sound, and no deeper than a case file is."""
    found = Positions()
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    open_: list[list[str | int]] = []  # of each object its key, of each list the position reached
    is_key: list[bool] = []
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in ("}", "]"):
            open_.pop()
            is_key.pop()
        elif sign == ",":
            if isinstance(open_[-1][0], int):
                open_[-1][0] += 1
            else:
                is_key[-1] = True
        elif sign != ":":
            line = bisect_right(starts, token.start())
            here = Position(line, token.start() - starts[line - 1] + 1, 0 if sign in ("{", "[") else len(sign))
            if is_key and is_key[-1]:
                open_[-1][0], is_key[-1] = _unquoted(sign), False
                found.keys[_place(open_)] = here
                continue
            place = _place(open_)
            if sign not in ("{", "[") or place not in found.keys:
                found.values[place] = here
            if sign in ("{", "["):
                open_.append(["" if sign == "{" else 0])
                is_key.append(sign == "{")
    return found


def _place(open_: list[list[str | int]]) -> Place:
    return tuple(step for (step,) in open_)


def _unquoted(sign: str) -> str:
    return str(json.loads(sign))
