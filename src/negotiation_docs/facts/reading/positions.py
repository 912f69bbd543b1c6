"""Where everything stands in a file: the line, the column and the length of each key and each value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Final

from msgspec import Struct, field

from negotiation_docs.errors import Place

_TOKEN: Final = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}\[\],]|[^\s{}\[\],:"]+')
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


def rows(text: str) -> list[str]:
    """The lines of a file, without their ends."""
    return _LINE_END.split(text)


def in_json(text: str) -> Positions:
    """The positions of a JSON text that has been found sound, and no deeper than a case file is."""
    found = Positions()
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    above: list[Place] = []  # the lists and groups that are open
    place: Place = ()
    for token in _TOKEN.finditer(text):
        start, (quoted, colon) = token.start(), token.groups()
        sign = quoted or token[0]
        if sign in ("}", "]"):
            place = above.pop()
        elif sign == ",":
            if isinstance(place[-1], int):
                place = (*above[-1], place[-1] + 1)
        else:
            opens = sign in ("{", "[")
            line = bisect_right(starts, start)
            here = Position(line, start - starts[line - 1] + 1, 0 if opens else len(sign))
            if colon:
                place = (*above[-1], _unquoted(sign))
                found.keys[place] = here
            elif not opens or place not in found.keys:
                found.values[place] = here
            if opens:
                above.append(place)
                place = (*place, 0) if sign == "[" else place
    return found


def _unquoted(sign: str) -> str:
    return str(json.loads(sign)) if "\\" in sign else sign[1:-1]
