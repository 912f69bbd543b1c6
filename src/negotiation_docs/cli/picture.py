"""The line of a case file that a finding is about, with a mark under the value; somebody's numbers are masked."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts.reading.json_source import read_json
from negotiation_docs.facts.reading.locate import field_at
from negotiation_docs.facts.reading.positions import Position, Positions, rows
from negotiation_docs.facts.reading.source import read_text
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.facts.texts import mark_of
from negotiation_docs.facts.values.masking import mask_document, mask_in_place, mask_text, visible
from negotiation_docs.lazy import lazy

_WIDEST: Final = 76
"""Columns of a line that are shown; of a longer one, what is round the mark."""
_BEFORE: Final = 30
_NEAR: Final = 400
"""Characters on each side of the mark that are looked at: a whole file may be one line, with hundreds of findings."""
_NUMBERS: Final = re.compile(r"(?<![0-9.,])(?:(?<![A-Za-z])[A-Za-z]+)?[0-9]{5,}[A-Za-z0-9]*(?!\.[0-9])")
_COMMENT: Final = re.compile(r"(?<!\s)\s+(?:#.*)?$")


class Picture:
    """The lines of one case file, for findings that know where they are."""

    def __init__(self, name: str, text: str) -> None:
        self._name = mask_text(name)
        self._rows = rows(text)
        self._positions = _positions(name, text)
        self._masked = cache(self._mask)

    @classmethod
    def of(cls, options: argparse.Namespace) -> Picture | None:
        """That of the file a command was given; None for standard input and for what cannot be read."""
        name = getattr(options, "case", "-")
        if name == "-":
            return None
        try:
            return cls(name, read_text(Path(name)))
        except FactsError:
            return None

    def lines(self, problem: Problem) -> Iterator[str]:
        """Where the finding is, and its line with a mark; nothing of one that does not know its line."""
        if problem.line is None or problem.line > len(self._rows):
            return
        number, row = problem.line, self._rows[problem.line - 1]
        where = f"{self._name}:{number}" + (f":{problem.column}" if problem.column else "")
        yield f"  --> {where}"
        before, marked, after = self._parts(number, row, problem.column)
        before, marked, after = _window(before, marked, after)
        gutter = " " * len(str(number))
        yield f"{number} | {before}{marked}{after}"
        if marked:
            yield f"{gutter} | {' ' * _width(before)}{'^' * max(_width(marked), 1)}"

    def _parts(self, number: int, row: str, column: int | None) -> tuple[str, str, str]:
        """The line in front of the mark, under it and behind it, masked."""
        shown = self._masked(number)
        if column is None or self._positions is None:
            return visible(shown[:_NEAR]), "", ""
        start = column - 1
        end = start + (self._lengths.get((number, column)) or len(_COMMENT.sub("", row[start:])))
        near = shown[max(0, start - _NEAR) : start], shown[start : min(end, start + _NEAR)], shown[end : end + _NEAR]
        before, marked, after = map(visible, near)
        return before, marked, after

    def _mask(self, number: int) -> str:
        """The line with every character that stays at its place, but those of numbers."""
        row = self._rows[number - 1]
        if self._positions is None:  # nobody knows what stands where
            return _NUMBERS.sub(lambda found: mask_document(found[0]), mask_in_place(row))
        parts: list[str] = []
        seen = 0
        for spot in self._numbers.get(number, ()):
            start = spot.column - 1
            end = start + spot.length if spot.length else len(row)
            parts += row[seen:start], mask_document(row[start:end])
            seen = end
        return mask_in_place("".join((*parts, row[seen:])))

    @lazy
    def _lengths(self) -> dict[tuple[int, int], int]:
        """How long what begins at a line and column is; a key before a value."""
        here = (self._positions.values, self._positions.keys) if self._positions else ()
        return {(spot.line, spot.column): spot.length for places in here for spot in places.values()}

    @lazy
    def _numbers(self) -> dict[int, list[Position]]:
        """The values that identify somebody or something, by line, from left to right."""
        found: dict[int, list[Position]] = {}
        for place, spot in self._positions.values.items() if self._positions else ():
            field = field_at(place)
            mark = mark_of(field) if field else None
            if mark is not None and mark.use == "number":
                found.setdefault(spot.line, []).append(spot)
        return {line: sorted(spots, key=lambda spot: spot.column) for line, spots in found.items()}


def _positions(name: str, text: str) -> Positions | None:
    try:
        return (read_json(text) if name.lower().endswith(".json") else read_yaml(text)).positions
    except FactsError:
        return None


def _window(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """As much of a long line as fits, with the beginning of the mark in it."""
    if _width(before) > _BEFORE and _width(before + marked + after) > _WIDEST:
        before = f"…{_tail(before, _BEFORE)}"
    room = _WIDEST - _width(before)
    if _width(marked) > room:
        return before, f"{_head(marked, room)}…", ""
    room -= _width(marked)
    return before, marked, after if _width(after) <= room else f"{_head(after, room)}…"


def _head(text: str, columns: int) -> str:
    while _width(text) > columns:
        text = text[: min(len(text) - 1, columns)]
    return text


def _tail(text: str, columns: int) -> str:
    while _width(text) > columns:
        text = text[max(1, len(text) - columns) :]
    return text


def _width(text: str) -> int:
    """Columns on a terminal: wide characters take two, marks that combine none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
