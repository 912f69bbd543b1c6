"""Stand-ins: what takes the place of a fact that is missing or unreadable while the rest is looked at."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any, get_args

from pydantic.fields import FieldInfo

from negotiation_docs.errors import Place
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.reading.locate import Spot, fields, inner, locate
from negotiation_docs.facts.reading.source import MAX_DEPTH
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.leftopen import left_open
from negotiation_docs.facts.values.prose import one_line, prose

_numbers = count(1)


def copied(data: object, depth: int = 0) -> object:
    """A copy whose mappings and lists may be changed; what else there is, or lies deeper than any case, is shared."""
    if depth > MAX_DEPTH:
        return data
    if isinstance(data, Mapping):
        return {str(key): copied(value, depth + 1) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [copied(value, depth + 1) for value in data]
    return data


def is_text(spot: Spot) -> bool:
    """Whether the place holds free text, which a draft can leave open."""
    if spot.field is None:
        return False
    marks = [*spot.field.metadata, *(mark for part in get_args(spot.field.annotation) for mark in get_args(part))]
    readers = [mark.read for mark in marks if isinstance(mark, Door)]
    return any(isinstance(read, partial) and read.func in (one_line, prose) for read in readers)


def fill(sheet: Any, loc: Place, spot: Spot) -> bool:  # noqa: ANN401  plain data of any shape
    """For a draft: write ``【待填：标签】`` where a text is missing, or open its group; False if neither fits."""
    if spot.field is None:
        return False
    if is_text(spot):
        _put(sheet, loc, left_open(spot.label))
        return True
    if inner(spot.field) is not None and "tuple" not in str(spot.field.annotation):
        _put(sheet, loc, {})
        return True
    return False


def set_aside(sheet: Any, loc: Place, spot: Spot) -> None:  # noqa: ANN401  plain data of any shape
    """Take an unreadable or unknown value away; where the format needs one, put a stand-in."""
    if loc and isinstance(loc[-1], int):
        _set_entry_aside(sheet, loc, spot)
        return
    if spot.field is not None and spot.field.is_required():
        _put(sheet, loc, _stand_in(spot.field))
    else:
        _drop(sheet, loc)


def _set_entry_aside(sheet: Any, loc: Place, spot: Spot) -> None:  # noqa: ANN401  plain data of any shape
    model = inner(spot.field) if spot.field else None
    if model is None:
        set_aside(sheet, loc[:-1], spot)
        return
    *parents, last = locate(sheet, loc).place
    for step in parents:
        sheet = sheet[step]
    sheet[last] = _needed(model)


def _needed(model: type[Facts]) -> dict[str, object]:
    return {key: _stand_in(part) for key, part in fields(model).items() if part.is_required()}


def _stand_in(field: FieldInfo) -> object:
    annotation: Any = field.annotation
    if getattr(annotation, "__origin__", None) is tuple:
        return []
    if (model := inner(field)) is not None:
        return _needed(model)
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return next(iter(annotation))
    return {Decimal: Decimal(1), date: date(2000, 1, 1), int: 1}.get(annotation, f"stand-in{next(_numbers)}")


def _put(sheet: Any, loc: Place, value: object) -> None:  # noqa: ANN401  plain data of any shape
    _drop(sheet, loc)
    *parents, last = locate(sheet, loc).place
    for step in parents:
        sheet = sheet[step]
    sheet[last] = value


def _drop(sheet: Any, loc: Place) -> None:  # noqa: ANN401  plain data of any shape
    *parents, last = locate(sheet, loc).place
    for step in parents:
        sheet = sheet[step]
    if isinstance(sheet, dict):
        sheet.pop(last, None)
