"""Where a YAML file most likely went wrong, and what to do: the parser only notices when it is already too late."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from negotiation_docs.facts.reading.positions import rows


class Clue(NamedTuple):
    """The line of the mistake, counted from 1, and what to do."""

    line: int
    hint: str


GENERAL = "请检查缩进是否对齐、冒号后是否空一格；文字里有“: ”“#”“[”“{”时，整段文字要加引号"
_QUOTES = "引号没有成对；一段文字前后都要有引号，或者都不要"
_OPENED = re.compile(r"""(?:^|[:\-,\[{]\s)\s*(?:(")[^"]*|(')[^']*)$""")
_LONGEST = 2_000  # of a line: a clue stands at its beginning, and a hostile line must not keep us busy

# What a line looks like → what to do; the first that fits the line of the error, or the one before it.
_LOOKS = (
    (re.compile(r"\t"), "缩进要用空格，不能用Tab键"),
    (re.compile(r"^[ ]*[\u3000\u00a0]"), "缩进要用半角空格，不能用全角空格"),
    (re.compile(r"^```"), "请删去“```”这一行"),
    (re.compile(r"^[^:]*：(?!.*:(?:\s|$))"), "冒号要用半角“:”，后面空一格，如 name: 周启明"),
    (re.compile(r"^\s*[－—–][^:]*:\s"), "列表每项前面用半角“-”，后面空一格"),
    (re.compile(r"^\s*-[^\s\-][^:]*:\s"), "列表每项前面的“-”后面要空一格"),
    (re.compile(r"\{[^{}]*，[^，:{}\s]{1,12}:\s"), "大括号里几项之间用半角逗号“,”，后面空一格"),
    (re.compile(r"^\s*(?:- )?[^\s:\"'{\[]+:[^\s:/]"), "冒号后面要空一格，如 name: 周启明"),
    (re.compile(r"^\s*(?:- )?[^\s:\"'{\[]+:\s+[^\"'{\[].*:\s"), "文字里有冒号，整段文字要加引号"),
)


def clue(text: str, line: int) -> Clue:
    """What is wrong near ``line``, where the parser gave up."""
    lines = [each[:_LONGEST] for each in rows(text)]
    last = min(line, len(lines))
    for number in range(1, last + 1):
        opened = _OPENED.search(lines[number - 1].partition(" #")[0].rstrip())
        if opened and not _closed(opened[1] or opened[2], islice(lines, number, None)):
            return Clue(number, _QUOTES)
    near = [number for number in (last - 1, last) if number >= 1]
    for look, hint in _LOOKS:
        for number in near:
            if look.search(lines[number - 1]):
                return Clue(number, hint)
    for number in near:
        if any(lines[number - 1].count(left) != lines[number - 1].count(right) for left, right in ("[]", "{}")):
            return Clue(number, "括号没有成对，请检查这一行")
    return Clue(line, GENERAL)


def _closed(quote: str, following: Iterable[str]) -> bool:
    """Whether a text that began with ``quote`` and goes on over the line ends as such a text may end."""
    rest = next((each.partition(quote)[2].strip() for each in following if quote in each), None)
    return rest is not None and (not rest or rest[0] in ",]}#")
