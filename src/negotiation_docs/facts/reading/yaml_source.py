"""YAML read from its events: every scalar as text, nothing that a borrower's file has no use for.

Events come one by one, so a hostile file is refused at the first level too deep, before anything is built from it.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

import yaml

from negotiation_docs.errors import FactsError, Place
from negotiation_docs.facts.reading.clues import clue
from negotiation_docs.facts.reading.positions import Position, Positions, rows
from negotiation_docs.facts.reading.source import MAX_DEPTH, Refused, Source, Unreadable, refuse

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLD = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) (?=[\u2e80-\u9fff\uff00-\uffef])")
_LOST = re.compile(r"[ \t]#[^\s#]")  # what YAML would silently take for a comment
_LOST_AFTER = re.compile(r"[ \t]+#[^\s#]")  # the same, where some text ends
_BRACKET = re.compile(r"[\[\]{}]")
_NOT_STATED = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def read_yaml(text: str) -> Source:
    """The one document of a YAML file. Raises FactsError where the syntax gives no second chance."""
    if (found := _CONTROL.search(text)) is not None:
        line = text.count("\n", 0, found.start()) + 1
        message = f"有控制字符U+{ord(found[0]):04X}"
        raise refuse(message, "请删除这个看不见的字符，把这一行重新输入一遍", "character", line)
    try:
        return _Reader(text).document()
    except yaml.YAMLError as error:
        gave_up = _line_of(error)
    # Raised out here, so that the refusal does not carry the parser's error, which may quote the file.
    if gave_up is None:
        raise refuse("文件的写法不对，读不下去", "请对照样例检查缩进、冒号和引号")
    if _brackets_open(text, gave_up) > MAX_DEPTH:
        raise _too_deep(gave_up)
    found_at, hint = clue(text, gave_up)
    raise refuse("这一行附近的写法不对，读不下去", hint, line=found_at)


def _line_of(error: yaml.YAMLError) -> int | None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else None


def _brackets_open(text: str, line: int) -> int:
    """The most brackets open at once up to ``line``: some parsers refuse deep nesting in words of their own."""
    until = "".join(text.splitlines(keepends=True)[:line])
    steps = (1 if mark in "[{" else -1 for mark in _BRACKET.findall(until))
    return max(accumulate(steps), default=0)


def _too_deep(line: int) -> FactsError:
    return refuse("层级太深，不是案件文件的写法", "请对照样例检查", "depth", line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _position(event: yaml.Event) -> Position:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Position(1, 1)
    return Position(start.line + 1, start.column + 1, end.column - start.column if start.line == end.line else 0)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._rows = rows(text) if _LOST.search(text) else []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._positions = Positions()
        self._findings = Refused()

    def document(self) -> Source:
        next(self._events)  # the stream opens
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise refuse("案件文件是空的", "请从样例开始填写", "empty")
        data = self._node(next(self._events), ())
        next(self._events)  # the document ends
        follower = next(self._events)
        if not isinstance(follower, yaml.StreamEndEvent):
            hint = "一个文件只写一个借款人；删去多余的“---”"
            raise refuse("文件里有不止一份内容", hint, "documents", _line(follower))
        if not isinstance(data, (dict, Unreadable)):
            raise refuse("文件里没有“项目: 内容”", clue(self._text, 1).hint, "shape")
        return Source(data, self._positions, self._findings.all())

    def _node(self, event: yaml.Event, place: Place) -> object:
        if len(place) > MAX_DEPTH:
            raise _too_deep(_line(event))
        self._note(event, place)
        self._refuse_extras(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else Unreadable()

    def _note(self, event: yaml.Event, place: Place) -> None:
        """Where a value stands; a list or a group is found by its key, or as an entry by where it begins."""
        positions = self._positions
        if isinstance(event, yaml.ScalarEvent):
            if event.value and place not in positions.values:
                positions.values[place] = _position(event)
        elif place not in positions.keys and place not in positions.values:
            positions.values[place] = Position(_line(event), event.start_mark.column + 1 if event.start_mark else 1)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return event.value
        if end.line < len(self._rows) and _LOST_AFTER.match(self._rows[end.line], end.column):
            message = "“#”后面的文字会被当作注释丢掉"
            hint = "“#”是内容的一部分时，给整段文字加引号；确是注释时，在“#”后面空一格"
            self._findings.add(place, "comment", message, hint)
        plain = event.implicit[0]  # not quoted, not a block
        if plain and event.value in _NOT_STATED:
            return None
        # A folded line gets a blank where it was folded; between two Chinese characters nobody typed one.
        return event.value if start.line == end.line or event.style == "|" else _FOLD.sub("", event.value)

    def _sequence(self, place: Place) -> list[object]:
        entries: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._node(event, (*place, len(entries))))
        return entries

    def _mapping(self, place: Place) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise refuse("项目名只能是文字", "请对照样例检查这一行", "key", _line(event))
            key, line = event.value, _line(event)
            here = (*place, key)
            self._refuse_extras(event, here)
            first = self._positions.keys.setdefault(here, _position(event)).line
            value = self._node(next(self._events), here)
            if key in values:
                message = f"“{{}}”写了两次，第{first}行和第{line}行"
                self._findings.add(here, "key_repeated", message, "请只保留一处", key)
            elif key == "<<":
                self._findings.add(here, "merge", "不能用“<<”合并内容", "请把要合并的内容直接写出来")
            else:
                values[key] = value
        return values

    def _refuse_extras(self, event: yaml.Event, place: Place) -> None:
        """Anchors, aliases and tags: a value should stand where it is read."""
        hint = "请把内容直接写在这里；文字以“&”“*”或“!”开头时要加引号"
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._findings.add(place, "anchor", f"不能用“{mark}{{}}”这样的引用", hint, anchor)
        if tag is not None:
            self._findings.add(place, "tag", "不能用类型标记“{}”", hint, tag)
