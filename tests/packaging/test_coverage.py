"""The page of what is covered holds: each of its eighty points names things that exist, and a test that does."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.checks.rule import all_words, figure_words
from negotiation_docs.cli.arguments import build_parser
from tests.packaging.snippets import ROOT
from tests.read.some import some
from tests.shipped import KINDS

PAGE = (ROOT / "docs/coverage.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
LATER = "comes later:"
RULES = {*all_words(), *figure_words()}
COMMANDS = set(next(each.choices for each in build_parser()._actions if each.dest == "command"))


def exists(name: str) -> bool:
    """Whether the project has what the page calls by ``name``."""
    if name.startswith("check: "):
        return name.removeprefix("check: ") in RULES
    if name.startswith("nd."):
        return name.removeprefix("nd.") in nd.__all__
    return name in KINDS or name in COMMANDS or ("." in name and is_fact(name))


def names(words: str) -> list[str]:
    return re.findall("`(.+?)`", words)


@cache
def found_in(path: str) -> set[str]:
    """The names of the tests of a file."""
    return {node.name for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body if hasattr(node, "name")}


def test_there_are_eighty_points_in_order():
    assert [int(row[0]) for row in ROWS] == list(range(1, 81))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_a_point_names_exists_or_is_said_to_come_later(row):
    now, later, promised = row[2].partition(LATER)
    assert [name for name in names(now) if not exists(name)] == []
    assert names(now) or later
    assert bool(names(promised)) == bool(later)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_test_of_a_point_is_there(row):
    now = row[2].partition(LATER)[0]
    if not names(now):
        assert row[3] == "–"
        return
    for test in some(names(row[3])):
        path, _, name = test.partition("::")
        assert name.startswith("test_")
        assert name in found_in(path), test


def promised(page: str) -> set[str]:
    return {name for found in re.findall(r"comes? later: (.*?)(?:\||$|\.)", page) for name in names(found)}


def test_what_is_said_to_come_later_has_not_come():
    assert promised("| 1 | send it | `render`, comes later: `bundle` | – |") == {"bundle"}
    there = {name for name in promised(PAGE) if exists(name) or name in nd.__all__}
    assert there == set(), f"docs/coverage.md says that these come later: name them, and their tests: {there}"
