"""What a typed answer means at its place: a number of the list shown, several of them, none at all, or the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Final, get_args

from negotiation_docs.errors import Place
from negotiation_docs.facts.reading.editing import scalar
from negotiation_docs.facts.reading.locate import closed_list, is_list
from negotiation_docs.facts.values.days import today
from negotiation_docs.interview.questions import Position, Question
from negotiation_docs.interview.sheet import Sheet, Writing

NONE: Final = ("没有", "无", "没", "没有了", "没了")
UNKNOWN: Final = ("不知道", "不清楚", "不记得", "跳过")
_TODAY: Final = ("今天", "今日")
_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_PARTED: Final = re.compile(r"[\s,，、;；]+")


def options(question: Question, sheet: Sheet, position: Position) -> tuple[tuple[str, str], ...]:
    """What can be chosen by number, each with what is written for it and what is shown; empty for free words."""
    if question.of:
        return tuple(_entries(sheet, question.of))
    spot = sheet.spot(question.place(position))
    choice = closed_list(spot.field) if spot.field else None
    labelled = spot.field is not None and spot.place[-1] == spot.field.title
    members = list(choice or ()) if not question.only else [choice.parse(name) for name in question.only if choice]
    return tuple((member.label if labelled else member.value, member.label) for member in members)


def _entries(sheet: Sheet, name: str) -> Iterator[tuple[str, str]]:
    for position in range(sheet.count((name,))):
        entry = (name, position)
        key, told = sheet.value((*entry, "id")), sheet.value((*entry, "name"))
        if key:
            yield str(key), str(told or key)


def takes_several(question: Question, sheet: Sheet, position: Position) -> bool:
    """Whether the answer is a list of its own."""
    spot = sheet.spot(question.place(position))
    listed = spot.field is not None and is_list(spot.field)
    return listed and not isinstance(question.place(position)[-1], int)


def writings(question: Question, sheet: Sheet, position: Position, typed: str) -> tuple[Writing, ...]:
    """What is to be written for the answer ``typed``, with what belongs to the entry that it opens."""
    place = question.place(position)
    if question.none and typed in NONE and (question.of or sheet.count(question.listed) == 0):
        return ((place if question.of else question.listed, "[]"),)
    along = tuple(_along(question, sheet, position)) if question.opens else ()
    return (*along, (place, _value(question, sheet, position, typed)))


def says_nothing(question: Question, sheet: Sheet, typed: str) -> bool:
    """Whether ``typed`` is as good as a blank line: not known, or no (further) entry of a list."""
    of_none = question.none and sheet.count(question.listed) == 0
    return not typed or typed in UNKNOWN or (question.opens and typed in NONE and not of_none)


def numbered(typed: str, offered: tuple[tuple[str, str], ...]) -> str:
    """What to type instead, for words that are none of those offered."""
    near = get_close_matches(typed[:40], [shown for _, shown in offered], n=3)
    alike = [
        f"{number} {shown}"
        for number, (_, shown) in enumerate(offered, 1)
        if shown in near or (len(typed) > 1 and typed in shown)
    ]
    meant = f"是不是 {'、'.join(alike)}？" if alike else ""
    return f"{meant}请输入前面的号码，1 至 {len(offered)}"


def _value(question: Question, sheet: Sheet, position: Position, typed: str) -> str:
    offered = options(question, sheet, position)
    if takes_several(question, sheet, position):
        return f"[{', '.join(scalar(_chosen(part, offered)) for part in _PARTED.split(typed) if part)}]"
    field = sheet.spot(question.place(position)).field
    if field is not None and typed in _TODAY and _is(date, field.annotation):
        return today().isoformat()
    return scalar(_chosen(typed, offered), text=field is not None and _is(str, field.annotation))


def _chosen(typed: str, offered: tuple[tuple[str, str], ...]) -> str:
    """The option of this number or of these words; what is none of them stays, and the models say what is wrong."""
    number = typed.translate(_DIGITS)
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(offered):
        return offered[int(number[:4]) - 1][0]
    return next((written for written, shown in offered if typed == shown), typed)


def _is(kind: type, annotation: Any) -> bool:  # noqa: ANN401  annotations are any objects
    return annotation is kind or any(_is(kind, part) for part in get_args(annotation))


def _along(question: Question, sheet: Sheet, position: Position) -> Iterator[Writing]:
    """What an entry needs beside its answers: a short name that no other entry has."""
    place: Place = (*question.listed, position or 0)
    if position is None or position < sheet.count(question.listed):
        return
    for key, pattern in question.along.items():
        taken = {str(sheet.value((*question.listed, other, key))) for other in range(position)}
        number = position + 1
        while pattern.format(n=number) in taken:
            number += 1
        yield (*place, key), pattern.format(n=number)


def told(value: object) -> str:
    """A value of the file in one line."""
    if isinstance(value, list):
        return "、".join(map(told, value)) or "没有"
    if isinstance(value, Mapping):
        return "，".join(map(told, value.values()))
    return str(value)
