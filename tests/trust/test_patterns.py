"""No regular expression of the library takes more than linear time, whatever text it meets.

Every pattern is attacked with repetitions of the characters it is made of. Times are compared with each other: four
times the text may take some four times as long, where going back over the text again and again takes sixteen.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import islice, permutations, product
from pathlib import Path
from re import _parser
from typing import Any

import pytest

import negotiation_docs
from negotiation_docs.checks.grounds import no_ground
from negotiation_docs.law import demands
from negotiation_docs.law.admissions import admission
from negotiation_docs.law.phrases import phrases

SHORT, LONG = 1500, 6000
NOTICED = 0.004
"""Seconds below which nothing is said."""
LISTED = ("demand", "no_demand", "offer", "no_offer", "papers")
"""Words of the law that are searched for in a whole text."""
SHORT_OR_OURS = {
    "negotiation_docs.checks.privacy._INSTITUTION.0": "a name of one line",
    "negotiation_docs.facts.reading.positions._TOKEN.0": "JSON that was read already, whose texts all end",
    "negotiation_docs.writers.docxfile.twocolumns._SECTION.0": "XML of ours",
    "negotiation_docs.writers.docxfile.twocolumns._COLUMNS.0": "XML of ours",
}
"""Patterns that go back over a text which cannot be long, or cannot be of that kind."""
WHOLE = {"match", "fullmatch"}
"""Ways of asking a pattern that begin at one place only."""


@cache
def patterns() -> dict[str, tuple[re.Pattern[Any], bool]]:
    """Every pattern under the name of its module and its own, and whether it is searched for in a text."""
    found: dict[str, tuple[re.Pattern[Any], bool]] = {}
    for module in pkgutil.walk_packages(negotiation_docs.__path__, "negotiation_docs."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        asked = _asked(Path(str(loaded.__file__)))
        for name, value in vars(loaded).items():
            for number, pattern in enumerate(_patterns(value)):
                ways = asked.get(name, {"search"})
                found.setdefault(f"{module.name}.{name}.{number}", (pattern, not ways <= WHOLE))
    found.update((entry.id, (entry.pattern, True)) for entry in phrases())
    found.update((f"demands.{name}", (demands._pattern(name), True)) for name in LISTED)
    return found


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _patterns(inner)


def _asked(path: Path) -> dict[str, set[str]]:
    """The methods by which a module asks each of its names, where it does nothing else with it."""
    ways: dict[str, set[str]] = {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            ways.setdefault(node.value.id, set()).add(node.attr)
    return ways


def letters(pattern: re.Pattern[Any]) -> list[str]:
    """Characters that the pattern speaks of."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found: dict[str, None] = {}
    stack: list[Any] = [_parser.parse(source, pattern.flags & ~re.DEBUG)]
    classes = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
    while stack:
        part = stack.pop()
        if isinstance(part, _parser.SubPattern | list):
            stack += list(part)
        elif isinstance(part, tuple):
            kind = str(part[0])
            if kind in ("LITERAL", "NOT_LITERAL"):
                found[chr(part[1])] = None
            elif kind == "RANGE":
                found[chr(part[1][0])] = None
            elif kind == "CATEGORY":
                found[classes.get(str(part[1]), "甲")] = None
            else:
                stack += list(part)
    return list(found)


def atoms(pattern: re.Pattern[Any]) -> list[str]:
    own = letters(pattern)
    pairs = islice(("".join(pair) for pair in permutations(own[:8], 2)), 40)
    return list(dict.fromkeys([*own[:24], *pairs, "甲", "a", "1", " ", "\n"]))


def words(pattern: re.Pattern[Any]) -> list[str]:
    """What it looks for as a whole: its characters that stand side by side."""
    found: dict[str, None] = {}

    def look(part: Any) -> None:
        begun = ""
        for each in [*part, None]:
            if isinstance(each, tuple) and str(each[0]) == "LITERAL":
                begun += chr(each[1])
                continue
            found[begun] = None
            begun = ""
            if isinstance(each, tuple | list | _parser.SubPattern):
                look(each)

    look(_parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    return [word for word in found if word]


def seconds(pattern: re.Pattern[Any], text: Any, *, searched: bool) -> float:
    def asked() -> None:
        if searched:
            for _ in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
            pattern.fullmatch(text)

    return taking(asked)


def taking(asked: Callable[[], object]) -> float:
    """The least of three times, or the first below which nothing is said."""
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        asked()
        taken = time.process_time() - begun
        best = min(best, taken)
        if taken < NOTICED:
            return taken
    return best


def goes_back(pattern: re.Pattern[Any]) -> bool:
    """Whether some word many times over, and another after it, takes more than its share."""
    return any(
        (slow := seconds(pattern, text(800), searched=True)) > NOTICED
        and slow > 8 * seconds(pattern, text(200), searched=True)
        for first, second in product(words(pattern)[:14], ["", *words(pattern)[:14]])
        for end in ("", "，")
        for text in [lambda times, all_=(first, second, end): all_[0] * times + all_[1] * times + all_[2]]
    )


def worst(pattern: re.Pattern[Any], *, searched: bool) -> tuple[str, float, float] | None:
    """The first text that takes more than its share, with both times."""
    for atom in atoms(pattern):
        for head, tail in (("", ""), ("甲", "\x01")):
            short, long = (head + atom * (size // len(atom)) + tail for size in (SHORT, LONG))
            if isinstance(pattern.pattern, bytes):
                short, long = short.encode("latin-1", "replace"), long.encode("latin-1", "replace")
            slow = seconds(pattern, long, searched=searched)
            if slow > NOTICED and slow > 8 * (quick := seconds(pattern, short, searched=searched)):
                return atom, quick, slow
    return None


@pytest.mark.parametrize("name", patterns())
def test_a_pattern_takes_time_in_proportion_to_the_text(name):
    pattern, searched = patterns()[name]
    assert worst(pattern, searched=searched) is None


@pytest.mark.parametrize(
    "name", [name for name, (_, searched) in patterns().items() if searched and name not in SHORT_OR_OURS]
)
def test_a_pattern_takes_time_in_proportion_to_its_own_words_in_a_row(name):
    pattern = patterns()[name][0]
    assert isinstance(pattern.pattern, bytes) or not goes_back(pattern)


@pytest.mark.parametrize("source", ["(?:银行|平台)[^，]*(?:称|说)[^，]*$", "(?:默认|视为)(?:默认)*同意"])
def test_a_pattern_that_goes_back_over_its_words_is_found_out(source):
    assert goes_back(re.compile(source))


def _said_to_a_court(text: str) -> object:
    return admission(text, date(2026, 11, 21))


@pytest.mark.parametrize(
    "words", ["银行愿还", "不愿还100元", "能付", "一直按时还5", "没有失业", "银行银行称失业", "我会还钱"]
)
@pytest.mark.parametrize("way", [_said_to_a_court, no_ground], ids=lambda way: way.__name__)
def test_what_is_written_to_a_court_is_judged_in_proportion_to_its_length(way, words):
    """A statement may have 20,000 characters without a stop, and each word is judged by those beside it."""
    short, long = (words * (size // len(words)) for size in (SHORT, 4 * SHORT))
    assert (slow := taking(lambda: way(long))) <= NOTICED or slow <= 8 * taking(lambda: way(short))


def test_that_the_other_side_says_it_is_seen_without_going_back():
    short, long = ("银行" * many + "称" * many + "，" + "没有失业" * 10 for many in (100, 400))
    assert (slow := taking(lambda: no_ground(long))) <= NOTICED or slow <= 8 * taking(lambda: no_ground(short))


@pytest.mark.parametrize("source", [r"[。，\s]+\Z", r"[\w.]+@\w+"])
def test_a_pattern_that_goes_back_over_the_text_is_found_out(source):
    assert worst(re.compile(source), searched=True) is not None
