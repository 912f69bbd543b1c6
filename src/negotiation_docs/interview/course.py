"""The way through the questions: list by list, entry by entry, what does not apply left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from negotiation_docs.facts.reading.locate import closed_list
from negotiation_docs.interview.answers import options
from negotiation_docs.interview.questions import Condition, Position, Question, place, questions
from negotiation_docs.interview.sheet import Sheet


class Point(Struct, frozen=True):
    """One question, about one entry where it is asked of a list."""

    question: Question
    position: Position


def points(sheet: Sheet) -> tuple[Point, ...]:
    """Every question that applies to what the file says so far."""
    return tuple(point for point in _all(sheet) if _applies(point, sheet))


def _all(sheet: Sheet) -> Iterator[Point]:
    for listed, group in groupby(questions(), key=_run):
        asked, entries = list(group), sheet.count(listed[0]) if listed[0] else 0
        if not listed[0]:
            yield from (Point(question, None) for question in asked)
            continue
        for position in range(entries):
            yield from (Point(question, position) for question in asked)
        if asked[0].opens:
            yield Point(asked[0], entries)


def _run(question: Question) -> tuple[tuple[str | int, ...], str]:
    return question.listed, question.part


def _applies(point: Point, sheet: Sheet) -> bool:
    question, position = point.question, point.position
    if question.condition and not _holds(question.condition, sheet, position):
        return False
    return not question.of or bool(options(question, sheet, position)) or question.none


def _holds(condition: Condition, sheet: Sheet, position: Position) -> bool:
    """Whether the fact is stated (of a list without a position: in any entry), as one of those named."""
    head, sign, _ = condition.fact.partition("[]")
    entries = [position] if position is not None or not sign else range(sheet.count(tuple(head.split("."))))
    return any(_says(condition, sheet, entry) for entry in entries)


def _says(condition: Condition, sheet: Sheet, position: Position) -> bool:
    fact = place(condition.fact, position)
    value, field = sheet.value(fact), sheet.spot(fact).field
    words = closed_list(field) if field else None
    if value is None or not condition.among or words is None:
        return value is not None
    return any(
        str(value) in (member.value, member.label, *member.also) for member in words if member in condition.among
    )
