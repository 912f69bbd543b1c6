"""The words that clerks write into places, and the name of the data that each stands for.

The common ones stand in ``data/words.yaml``; others are the meanings of names and the labels of the case file, as far
as one means one thing only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from negotiation_docs.authoring.names import entry, fields, offered, plain
from negotiation_docs.facts import Debt
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.reading.locate import fields as facts_of
from negotiation_docs.facts.reading.locate import inner, is_list
from negotiation_docs.facts.texts import mark_of
from negotiation_docs.views.records import fields_told, meanings

_WORDS: Final = Path(__file__).parent / "data" / "words.yaml"
_CODED: Final = re.compile("英文名|用于判断|逐|编号$")
_PLAIN: Final = (str, int, Decimal, date)
_NEAREST: Final = 3


def named(word: str) -> str:
    """The name that ``word`` stands for; empty where it stands for none, or for more than one."""
    return _common().get(_plainly(word)) or _single().get(_plainly(word), "")


def near(word: str) -> Mapping[str, str]:
    """The words most like ``word``, with their names: those that it may stand for, and those spelt like it."""
    plain = _plainly(word)
    meant = [path for each, path in _labels() if each == plain]
    if meant:
        return {path: path for path in list(dict.fromkeys(meant))[:_NEAREST]}
    known = {**_single(), **_common()}
    spelt = get_close_matches(plain, known, _NEAREST, 0.5)
    spelt += [each for each in known if len(plain) > 1 and each not in spelt and (plain in each or each in plain)]
    return {each: known[each] for each in spelt[:_NEAREST]}


def _plainly(word: str) -> str:
    """Without blanks, and full-width letters and digits as plain ones."""
    return "".join(unicodedata.normalize("NFKC", word).split())


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: Mapping[str, list[str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return {path: tuple(words) for path, words in table.items()}


@cache
def _common() -> Mapping[str, str]:
    return {word: path for path, words in _table().items() for word in words}


@cache
def _single() -> Mapping[str, str]:
    """The labels that lead to one name only."""
    found: dict[str, set[str]] = {}
    for word, path in _labels():
        found.setdefault(word, set()).add(path)
    return {word: next(iter(paths)) for word, paths in found.items() if len(paths) == 1}


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    return (*_of_views(), *_of_facts(Debt, "facts.debt", ""))


def _of_views() -> Iterator[tuple[str, str]]:
    """What each name and each field of a record means, for what is printed as it is."""
    for name, hint in offered().items():
        said = meanings().names.get(name, "")
        if fields(hint):
            yield from _of_record(name, hint, _short(said))
        elif said and hint in _PLAIN and not _CODED.search(said):
            yield _short(said), name


def _of_record(path: str, record: Any, above: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a type hint is anything
    for name, said in fields_told(record.__name__).items():
        kind = plain(fields(record).get(name))
        if kind is not bool and entry(kind) is None and not fields(kind) and not _CODED.search(said):
            yield _short(said), f"{path}.{name}"
            yield f"{above}{_short(said)}", f"{path}.{name}"


def _of_facts(model: type[Facts], path: str, above: str) -> Iterator[tuple[str, str]]:
    for key, field in facts_of(model).items():
        mark = mark_of(field)
        if is_list(field) or not field.title or (mark is not None and (mark.coded or not mark.is_printed)):
            continue
        under = inner(field)
        if under is not None:
            yield from _of_facts(under, f"{path}.{key}", field.title)
        else:
            yield field.title, f"{path}.{key}"
            yield f"{above}{field.title}", f"{path}.{key}"


def _short(meaning: str) -> str:
    return _plainly(re.split("[，；：（]", meaning)[0])
