"""What a column stands for: its heading as a place in the case file, by English keys or Chinese labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from pydantic.fields import FieldInfo

from negotiation_docs.errors import Place, likeliest
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.reading.locate import fields, inner, is_list, is_mapping
from negotiation_docs.facts.values.masking import echo

_STEP: Final = re.compile(r"(.+?)(?:\[(\d{1,3})\]|(\d{1,3}))?")
_DEEPEST: Final = 3
_MOST_LISTED: Final = 6


class Column(Struct, frozen=True):
    """A heading, the place it means, and whether a cell of it holds several values with ；between them."""

    heading: str
    place: Place
    several: bool = False


class NoColumn(ValueError):  # noqa: N818 - says what happened
    """A heading that means nothing or more than one thing; the message, in Chinese, says what may be written."""


def column(heading: str, model: type[Facts]) -> Column:
    """The column of ``heading`` in ``model``. Raises NoColumn.

    ``债务1.欠款.本金`` counts from 1, ``debts[0].balance.principal`` from 0; without a number the first is meant.
    Groups between may be left out where only one place can be meant: ``债务1.本金``.
    """
    place: list[str | int] = []
    field: FieldInfo | None = None
    inside: type[Facts] | None = model
    steps = unicodedata.normalize("NFKC", heading).replace("。", ".").strip().split(".")
    for number, step in enumerate(map(str.strip, steps)):
        if inside is None:
            if field is not None and is_mapping(field):
                return Column(heading, (*place, ".".join(steps[number:])))
            raise NoColumn(f"“{echo('.'.join(steps[:number]))}”下面没有别的项目")
        name, at = _parted(step, inside)
        way = _way(name, inside)
        place += way
        field = _field(way, inside)
        inside = inner(field)
        if is_list(field) and (inside is not None or at is not None):
            place.append(at or 0)
        elif at is not None:
            raise NoColumn(f"“{name}”只有一项，后面不写数字")
    if inside is not None:
        raise NoColumn(f"“{echo(heading)}”是一组内容，要写到里面的一项，如“{heading}.{_first(inside)}”")
    return Column(heading, tuple(place), field is not None and is_list(field) and isinstance(place[-1], str))


def list_of(name: str, model: type[Facts]) -> tuple[Place, type[Facts]] | None:
    """The place and the model of the list that a sheet called ``name`` holds entries of; None if there is none."""
    try:
        way = _way(unicodedata.normalize("NFKC", name).strip(), model)
    except NoColumn:
        return None
    field = _field(way, model)
    entry = inner(field)
    return (tuple(way), entry) if entry is not None and is_list(field) else None


def _parted(step: str, model: type[Facts]) -> tuple[str, int | None]:
    """A step as its name and its position from 0."""
    if step in keys(model):
        return step, None
    found = _STEP.fullmatch(step)
    if found is None:
        raise NoColumn("列名里有一段是空的")
    name, from_zero, from_one = found.groups()
    if from_one == "0":
        raise NoColumn(f"“{echo(step)}”从1数起")
    return name, int(from_zero) if from_zero else int(from_one) - 1 if from_one else None


def _way(name: str, model: type[Facts]) -> list[str]:
    """The keys that lead to ``name``, through as few single groups as there are."""
    level: list[tuple[list[str], type[Facts]]] = [([], model)]
    for _ in range(_DEEPEST):
        found = [[*way, keys(one)[name]] for way, one in level if name in keys(one)]
        if len(found) == 1:
            return found[0]
        if found:
            ways = "、".join(f"“{_labels(way, model)}”" for way in found[:_MOST_LISTED])
            raise NoColumn(f"“{name}”不止一处，请写明是哪一处：{ways}")
        level = [([*way, key], group) for way, one in level for key, group in _groups(one)]
    near = likeliest(name, [*keys(model), *(word for _, group in _groups(model) for word in keys(group))], 0.5)
    raise NoColumn(f"没有“{echo(name)}”这一项" + (f"，是不是“{near}”？" if near else ""))


def _groups(model: type[Facts]) -> Iterator[tuple[str, type[Facts]]]:
    """The single groups in a model: no lists, whose entries would have to be told apart."""
    for key, field in fields(model).items():
        group = inner(field)
        if group is not None and not is_list(field):
            yield key, group


def _field(way: list[str], model: type[Facts]) -> FieldInfo:
    *groups, last = way
    for key in groups:
        group = inner(fields(model)[key])
        assert group is not None  # noqa: S101 - _way goes through groups only
        model = group
    return fields(model)[last]


def _labels(way: list[str], model: type[Facts]) -> str:
    return ".".join(str(_field(way[:end], model).title or way[end - 1]) for end in range(1, len(way) + 1))


def _first(model: type[Facts]) -> str:
    known = fields(model)
    field = next((one for one in known.values() if one.is_required()), None) or next(iter(known.values()))
    return str(field.title)
