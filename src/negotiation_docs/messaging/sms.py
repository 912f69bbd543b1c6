"""A text as SMS: parts of seventy characters that cut no figure, day or amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MOST: Final = 70
"""Characters of one SMS in Chinese: 140 octets of UCS-2 (3GPP TS 23.038), so a rare character counts twice."""
_TOKEN: Final = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:\d{1,2}时(?:\d{1,2}分)?)?"
    r"|第\d+(?:至\d+)?期|[0-9][0-9,.]*[0-9]?(?:万元|元|%|日|期|个月|年|月)?|[A-Za-z0-9@._+-]+|.",
    re.DOTALL,
)
_STOPS: Final = "。；！？"
_PAUSES: Final = "，、：）”》"
_NOT_FIRST: Final = frozenset("，。；：、！？）”》％%")
_NOT_LAST: Final = frozenset("（“《")


def parts(text: str) -> tuple[str, ...]:
    """``text`` in parts of at most :data:`MOST` characters, numbered （1/3） where there are several; none of nothing.

    All words are kept. A part ends after a sentence or a clause where one ends in its second half.
    """
    words = " ".join(text.split())
    if _size(words) <= MOST:
        return (words,) if words else ()
    digits = 1
    while True:
        cut = tuple(_cut(words, MOST - len("（/）") - 2 * digits))
        if len(str(len(cut))) <= digits:
            return tuple(f"（{number}/{len(cut)}）{part}" for number, part in enumerate(cut, start=1))
        digits += 1


def _cut(text: str, most: int) -> Iterator[str]:
    line: list[str] = []
    for token in _pieces(text, most):
        if _size("".join(line)) + _size(token) > most:
            kept = _end(line, token, most)
            yield "".join(line[:kept])
            line = line[kept:]
        line.append(token)
    yield "".join(line)


def _pieces(text: str, most: int) -> Iterator[str]:
    """The tokens; one that fits into no part comes in pieces."""
    for token in _TOKEN.findall(text):
        if _size(token) <= most // 2:
            yield token
        else:
            yield from token


def _end(line: list[str], following: str, most: int) -> int:
    """How many tokens the part takes: up to the end of a sentence or clause in its second half, else as many as fit."""
    for marks in (_STOPS, _PAUSES):
        for kept in range(len(line), 0, -1):
            if _size("".join(line[:kept])) * 2 < most:
                break
            if line[kept - 1] in marks and _may_begin(line, kept, following):
                return kept
    return next((kept for kept in range(len(line), 0, -1) if _may_begin(line, kept, following)), len(line))


def _may_begin(line: list[str], kept: int, following: str) -> bool:
    after = line[kept] if kept < len(line) else following
    return after not in _NOT_FIRST and line[kept - 1] not in _NOT_LAST


def _size(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
