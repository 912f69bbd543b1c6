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
from collections.abc import Iterator
from functools import cache
from itertools import islice, permutations
from pathlib import Path
from re import _parser
from typing import Any

import pytest

import negotiation_docs
from negotiation_docs.law.phrases import phrases

SHORT, LONG = 1500, 6000
NOTICED = 0.004
"""Seconds below which nothing is said."""
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


def seconds(pattern: re.Pattern[Any], text: Any, *, searched: bool) -> float:
    best = 9.0
    for _ in range(3):
        begun = time.process_time()
        if searched:
            for _ in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
            pattern.fullmatch(text)
        taken = time.process_time() - begun
        best = min(best, taken)
        if taken < NOTICED:
            return taken
    return best


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


@pytest.mark.parametrize("source", [r"[。，\s]+\Z", r"[\w.]+@\w+"])
def test_a_pattern_that_goes_back_over_the_text_is_found_out(source):
    assert worst(re.compile(source), searched=True) is not None
