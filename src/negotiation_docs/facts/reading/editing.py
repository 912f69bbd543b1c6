"""One fact into the text of a case file; no other character is touched, comments stay.

Text is put in where the YAML parser says that it belongs. A library that writes YAML anew would keep comments, and lose
how the borrower set the rest: lines, quotes, brackets. What comes out is read again and compared, or it is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import yaml

from negotiation_docs.errors import FactsError, OutputError, Place
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.reading.standin import copied
from negotiation_docs.facts.reading.yaml_source import read_yaml

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK: Final = ("|", ">")
_NOT_STATED: Final = {"", "~", "null", "Null", "NULL"}


class _Found(NamedTuple):
    """How far a place leads: the last node there is, its key (None in a list), whether brackets hold it, the rest."""

    node: yaml.Node
    key: yaml.Node | None
    in_brackets: bool
    left: Place


def put(text: str, place: Place, value: str) -> str:
    """``text`` of a case file that says ``value`` (YAML in one line) at ``place``, in the keys of the models.

    What is missing on the way is opened, in the words (keys or Chinese labels) of its neighbours; a list grows by its
    next position. Raises OutputError where that cannot be, FactsError if the text is no sound YAML.
    """
    read = read_yaml(text)
    if read.findings:
        raise FactsError(read.findings)
    spelled = locate(read.data, place).place
    found = _follow(text, spelled)
    changed = _changed(text, found, value)
    if changed is None or not _says(changed, read.data, spelled, value):
        raise OutputError("这个案件文件的写法特别，不能自动写入；请在案件文件里手工添加")
    return changed


def drop(text: str, place: Place) -> str:
    """``text`` without the entry of a list at ``place``, in the keys of the models; its lines go, no other.

    A list that held nothing else says nothing any more. Raises OutputError where the entry has no lines of its own.
    """
    read = read_yaml(text)
    spelled = locate(read.data, place).place
    listed, node = _follow(text, spelled[:-1]).node, _follow(text, spelled).node
    rows = text.split("\n")
    del rows[node.start_mark.line : _last_line(node) + 1]
    shorter = "\n".join(rows)
    if getattr(listed, "flow_style", False) or not _reads_as(shorter, _without(read.data, spelled)):
        raise OutputError("这一条的写法特别，不能自动删去；请在案件文件里手工删去")
    return shorter


def scalar(words: str, *, text: bool = True) -> str:
    """``words`` as YAML writes them: bare where any reader takes them as they are, else in quotation marks.

    Without ``text`` (amounts, days) it does not matter that other readers of YAML see a number.
    """
    return words if _reads_back(words, text=text) else json.dumps(words, ensure_ascii=False)


def _reads_back(words: str, *, text: bool) -> bool:
    try:
        bare = read_yaml(f"x: [{words}]\ny: {words}")
        tag = getattr(yaml.compose(words, Loader=_LOADER), "tag", "")
    except (FactsError, yaml.YAMLError):
        return False
    plain = bare.data == {"x": [words], "y": words} and not bare.findings
    return plain and (not text or tag == "tag:yaml.org,2002:str")


def _follow(text: str, place: Place) -> _Found:
    node, key, left, held = yaml.compose(text, Loader=_LOADER), None, place, False
    assert node is not None  # noqa: S101 - the text was read before, so it holds something
    while left and (found := _entry(node, left[0])) is not None:
        held = held or bool(getattr(node, "flow_style", False))
        key, node = found
        left = left[1:]
    return _Found(node, key, held, left)


def _entry(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The key, in a mapping, and the value at ``step``; None if it is not there."""
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _changed(text: str, found: _Found, value: str) -> str | None:
    node, key, in_brackets, left = found
    if not left:
        return _replaced(text, node, key, value)
    if _is_empty(node):
        if key is None or in_brackets:
            return _replaced(text, node, key, _in_line(left, value))
        emptied = text[: node.start_mark.index].rstrip(" ") + text[node.end_mark.index :]
        return _at_line(emptied, key.end_mark.line + 1, _lines(left, value, key.start_mark.column + 2))
    if not isinstance(node, yaml.CollectionNode):
        return None
    if node.flow_style:
        return _into_brackets(text, node, left, value)
    return _at_line(text, _last_line(node) + 1, _lines(left, value, node.start_mark.column))


def _is_empty(node: yaml.Node) -> bool:
    if not isinstance(node, yaml.CollectionNode):
        return not getattr(node, "style", "") and node.value in _NOT_STATED
    return not node.value


def _replaced(text: str, node: yaml.Node, key: yaml.Node | None, value: str) -> str | None:
    """``value`` in place of ``node``, which stands in one piece: a list in lines is changed entry by entry."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return None
    if start == end:
        start = end = text.index(":", key.end_mark.index) + 1 if key is not None else start
        return f"{text[:start]} {value}{text[end:]}"
    tail = _newline(text) if _is_block(node) else ""
    return f"{text[:start]}{value}{tail}{text[end:]}"


def _into_brackets(text: str, node: yaml.CollectionNode, left: Place, value: str) -> str:
    """Behind the last entry, before a comma or a comment that follows it."""
    last = node.value[-1]
    end = (last[1] if isinstance(last, tuple) else last).end_mark.index
    step, rest = left[0], left[1:]
    told = _in_line(rest, value) if isinstance(step, int) else f"{_key(step)}: {_in_line(rest, value)}"
    return f"{text[:end]}, {told}{text[end:]}"


def _in_line(left: Place, value: str) -> str:
    if not left:
        return value
    step, inner = left[0], _in_line(left[1:], value)
    return f"[{inner}]" if isinstance(step, int) else f"{{{_key(step)}: {inner}}}"


def _lines(left: Place, value: str, column: int) -> list[str]:
    pad, step, rest = " " * column, left[0], left[1:]
    if not rest:
        return [f"{pad}- {value}" if isinstance(step, int) else f"{pad}{_key(step)}: {value}"]
    inner = _lines(rest, value, column + 2)
    return [f"{pad}- {inner[0].lstrip()}", *inner[1:]] if isinstance(step, int) else [f"{pad}{_key(step)}:", *inner]


def _key(step: str | int) -> str:
    return str(step) if re.fullmatch(r"\w+", str(step)) else json.dumps(step, ensure_ascii=False)


def _last_line(node: yaml.Node) -> int:
    """The line, counted from 0, that the last words of ``node`` stand on."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        node = node.value[-1] if isinstance(node, yaml.SequenceNode) else node.value[-1][1]
    return int(node.end_mark.line) - _is_block(node)


def _is_block(node: yaml.Node) -> bool:
    """Whether it is a text in lines of its own, which ends where the next line begins."""
    return isinstance(node, yaml.ScalarNode) and node.style in _BLOCK and node.end_mark.column == 0


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _at_line(text: str, number: int, lines: Sequence[str]) -> str:
    """``lines`` from the line of this number on, counted from 0."""
    rows, end = text.split("\n"), _newline(text)
    if number >= len(rows):
        tail = "" if text.endswith("\n") else end
        return f"{text}{tail}{end.join(lines)}{end}"
    rows[number:number] = [line + end.removesuffix("\n") for line in lines]
    return "\n".join(rows)


def _says(text: str, before: object, place: Place, value: str) -> bool:
    """Whether ``text`` says what was said ``before``, ``value`` at ``place``, and nothing else."""
    try:
        wanted = _with(before, place, read_yaml(f"x: {value}").data["x"])  # type: ignore[index]
    except (FactsError, LookupError):
        return False
    return _reads_as(text, wanted)


def _reads_as(text: str, wanted: object) -> bool:
    try:
        read = read_yaml(text)
    except FactsError:
        return False
    return read.data == wanted and not read.findings


def _without(data: object, place: Place) -> object:
    """A copy of ``data`` without the entry at ``place``; a list of nothing else is not stated any more."""
    sheet: Any = copied(data)
    *above, name, position = place
    inside = sheet
    for step in above:
        inside = inside[step]
    del inside[name][position]
    inside[name] = inside[name] or None
    return sheet


def _with(data: object, place: Place, value: object) -> object:
    """A copy of ``data`` with ``value`` at ``place``; LookupError for a position that a list does not come to."""
    sheet: Any = copied({"": data})
    inside: Any = sheet
    at: str | int = ""
    for step in place:
        if inside[at] in (None, "", [], {}):
            inside[at] = [] if isinstance(step, int) else {}
        inside, at = inside[at], step
        if isinstance(step, int) and step == len(inside):
            inside.append(None)
        elif isinstance(step, str):
            inside.setdefault(step, None)
    inside[at] = value
    return sheet[""]
