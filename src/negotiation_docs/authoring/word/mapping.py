"""The file of places: which place is filled with what, one line each, for a clerk to read and change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from negotiation_docs.authoring.word.place import BLANK, KEPT, WordPlace
from negotiation_docs.authoring.word.wordfile import lines, problem
from negotiation_docs.errors import FactsError, Problem, TemplateError
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.files import Given, content

PLACES, LIKE = "空", "作用"
_WHAT: Final = "对照表"
_PLAIN: Final = re.compile(r"【[^\s:#'\"\\][^:#'\"\\]*】")
_HEAD: Final = f"""\
# 左边是 Word 文件里的空，照抄不改；右边写它填什么：名称（applicant.name，见 negotiation-docs template show-data），
# 或者中文说法（姓名）。后面可以接写法：balance.total|大写（金额 数字 大写 日期 短日期 百分比）。
# 由本人手写的空写 {BLANK}（填好后是一段空白），不是空、要照样印出的写 {KEPT}。改完再填：negotiation-docs template fill

# 这份文书和哪一种自带的文书作用相同（名称见 negotiation-docs kinds），检查按它办；空着的，按承认欠款的信检查。
{LIKE}:

{PLACES}:
"""


class Assigned(Struct, frozen=True):
    """``names`` by place as it is written in the letter; ``like`` is the paper that the letter does the same as."""

    names: Mapping[str, str]
    like: str = ""


def written(places: Iterable[WordPlace]) -> str:
    """The text of the file for ``places``, with what is not known yet left open and what it may be said beside."""
    return _HEAD + "".join(f"  {_key(each.written)}: {each.name}{_aside(each)}\n" for each in places)


def _key(place: str) -> str:
    return place if _PLAIN.fullmatch(place) else json.dumps(place, ensure_ascii=False)


def _aside(place: WordPlace) -> str:
    said = place.meaning or (f"是不是 {'、'.join(place.near)}？" if place.near else "")
    where = f"{place.where}等{place.times}处" if place.times > 1 else place.where
    return f"  # {'；'.join(part for part in (said, where) if part)}"


def read(given: Given | Mapping[str, str]) -> Assigned:
    """What is to be filled in where. Raises TemplateError with all that is wrong with the file."""
    if isinstance(given, Mapping):
        return Assigned(dict(given))
    try:
        text = content(given, _WHAT).decode("utf-8-sig")
        source = read_yaml(text)
    except UnicodeDecodeError:
        fault = problem("word.mapping", why="不是 UTF-8 编码")
        raise TemplateError(lines([fault]), [fault]) from None
    except FactsError as error:
        raise TemplateError(f"{_WHAT}：{lines(error.problems).replace('案件文件', _WHAT)}", error.problems) from None
    data = source.data if isinstance(source.data, dict) else {}
    if faults := [*source.findings, *_faults(data)]:
        raise TemplateError(lines(faults), faults)
    names = data.get(PLACES) or {}
    return Assigned({str(place): str(name or "") for place, name in names.items()}, str(data.get(LIKE) or ""))


def _faults(data: Mapping[object, object]) -> Iterator[Problem]:
    for key in data:
        if key not in (PLACES, LIKE):
            yield problem("word.mapping", why=f"没有“{key}”这一项，只有 {LIKE} 和 {PLACES}")
    names = data.get(PLACES)
    if not isinstance(names, dict):
        yield problem("word.mapping", why=f"没有写“{PLACES}:”，或者下面没有内容")
        return
    if not isinstance(data.get(LIKE), str | None):
        yield problem("word.mapping", why=f"“{LIKE}”只写一种文书的名称")
    for place, name in names.items():
        if not isinstance(name, str | None):
            yield problem("word.mapping", why=f"“{place}”只写一个名称")
