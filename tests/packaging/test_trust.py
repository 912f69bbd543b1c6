"""The page of what is promised holds: every test it names is there, and every limit is the one of the code."""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache

import pytest

from negotiation_docs import files
from negotiation_docs.authoring.word import filling, story, wordfile
from negotiation_docs.catalogue import shelf
from negotiation_docs.facts import case
from negotiation_docs.facts.reading import source
from negotiation_docs.messaging import pictures
from negotiation_docs.tables import cells, line, workbook
from negotiation_docs.templating import grammar, printing, sandbox, session
from negotiation_docs.writers import jpeg, packages, picture, sheets
from negotiation_docs.writers.docxfile import inspection
from negotiation_docs.writers.fonts import chosen
from negotiation_docs.writers.scans import limits
from tests.packaging.snippets import ROOT
from tests.read.some import some
from tests.soak.mistakes import functions, mistakes
from tests.templating.test_bounds import BOMBS

PAGE = (ROOT / "docs/trust.md").read_text(encoding="utf-8")
MEGABYTE = 10**6
MOST = {
    "a case file": (source.MAX_BYTES // MEGABYTE, source.MAX_DEPTH),
    "entries of all lists of a case": (source.MOST_ENTRIES,),
    "debts of a case": (case.MOST_DEBTS,),
    "problems told of one file": (source.MOST_TOLD, source.MOST_TOLD),
    "a template": (shelf._MAX_SOURCE, grammar._MAX_DEPTH),
    "a rendering": (session.MAX_COST, session.MAX_CALLS, printing.MAX_TEXT, sandbox.MAX_NUMBER),
    "a page made a picture": (pictures._MOST, pictures._LARGEST // MEGABYTE),
    "a table of talks": (
        sheets.MOST_ROWS,
        sheets.MOST_COLUMNS,
        sheets.MOST_TEXT,
        sheets._MOST_BYTES // MEGABYTE,
        sheets.MOST_BESIDE,
    ),
    "a table of borrowers": (
        *(
            line.MOST_COLUMNS,
            source.MAX_BYTES,
            cells._LONGEST,
            workbook._MOST_EMPTY,
            workbook._MOST_BYTES // 10**9,
            workbook._MOST_STRINGS // MEGABYTE,
            sheets.MOST_BESIDE,
        ),
    ),
    "a scan of a bundle": (
        *(limits.MOST_BYTES // MEGABYTE, limits.MOST_PIXELS // MEGABYTE, limits.MOST_JPEG_PIXELS // MEGABYTE),
        jpeg.MOST_PASSES,
        *(limits.MOST_PAGES, limits.MOST_FILE_PIXELS // MEGABYTE, limits.MOST_UNFOLDED // MEGABYTE),
        *(limits.CHILD_MEMORY // 10**9, limits.CHILD_SECONDS),
    ),
    "the scans of a bundle together": (
        *(limits.MOST_SHEETS, limits.BUNDLE_BYTES // MEGABYTE, limits.BUNDLE_PIXELS // MEGABYTE),
        *(limits.BUNDLE_UNFOLDED // MEGABYTE, limits.MOST_UNFOLDED // MEGABYTE),
    ),
    "a Word letter to fill": (wordfile._MOST_PLACES, filling._MOST_WORDS, story._DEEPEST),
    "a picture, letterhead or font": (
        *(
            files._MOST // MEGABYTE,
            chosen._LARGEST // MEGABYTE,
            picture._MOST // MEGABYTE,
            picture._MOST_WHOLE // MEGABYTE,
            jpeg.MOST_PASSES,
            packages.MOST_ENTRIES,
            inspection._LARGEST // 2**20,
        ),
        *(
            inspection._MOST_XML // 2**20,
            inspection._MOST_TAGS,
            inspection._MOST_NAMESPACES,
            inspection._MOST_ATTRIBUTES,
        ),
    ),
}


@cache
def names_in(path: str) -> set[str]:
    """The names of the tests of a file."""
    return {node.name for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body if hasattr(node, "name")}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table whose first heading is given."""
    table = PAGE[PAGE.index(f"| {heading} |") :].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def not_there(cell: str) -> list[str]:
    """What a cell names as tests, and is none: a file alone says nothing of what is tested."""
    named = some(re.findall(r"`(tests/.+?)`", cell))
    return [name for name in named if "::" not in name or name.split("::")[1] not in names_in(name.split("::")[0])]


@pytest.mark.parametrize("row", [*rows("promise")[:-1], *rows("limit"), *rows("defect")], ids=lambda row: row[0])
def test_every_test_of_a_promise_or_limit_is_there(row):
    assert not_there(row[-1]) == []


def test_a_file_alone_and_a_test_that_is_gone_are_found_out():
    here = "tests/packaging/test_trust.py"
    there = f"`{here}::test_every_test_of_a_promise_or_limit_is_there`"
    assert not_there(f"`{here}` {there} `{here}::test_gone`") == [here, f"{here}::test_gone"]


def test_every_limit_is_that_of_the_code():
    told = {row[0]: tuple(map(number, re.findall(r"\d[\d,^]*", row[1]))) for row in rows("limit")}
    assert told == MOST


def number(words: str) -> int:
    base, _, power = words.strip(",").replace(",", "").partition("^")
    return int(base) ** int(power or 1)


def test_the_numbers_of_what_was_attacked_are_true():
    assert f"({len(BOMBS)} bombs in a process of 600 MB)" in PAGE
    assert "(600 << 20, 600 << 20)" in (ROOT / "tests/templating/test_bounds.py").read_text(encoding="utf-8")


def test_every_mistake_that_cannot_be_noticed_is_one_that_can_be_made():
    told = [row[0].strip("`") for row in rows("mistake")]
    assert set(some(told)) - {each.place for each in mistakes()} == set()
    assert len(set(told)) == len(told)


def test_every_function_that_a_mistake_stands_in_is_one_that_it_can_be_put_into():
    """A decorator that hides its function would end the whole run."""
    found: dict[str, set[str]] = {}
    for each in some(mistakes()):
        named = each.place.removeprefix(f"{each.module}.").partition(":")[0]
        found.setdefault(each.module, set()).add(named)
    for module, named in found.items():
        known = {one.__qualname__ for one in functions(importlib.import_module(f"negotiation_docs.{module}"))}
        lost = {name for name in named if not any(name == one or name.startswith(f"{one}.") for one in known)}
        assert (module, lost) == (module, set())
