"""The page of rules for templates lists what a template can use, with a meaning and an example for each."""

from __future__ import annotations

import re

import pytest

import negotiation_docs as nd
from negotiation_docs.templating.filters import FILTERS as PLAIN
from negotiation_docs.views.manual import BEGIN, END, page
from negotiation_docs.views.providers import PROVIDERS
from negotiation_docs.views.records import TITLE, meanings, records
from negotiation_docs.words.formats import FILTERS
from tests.packaging.snippets import ROOT

PAGE = (ROOT / "docs/template-rules.zh.md").read_text(encoding="utf-8")
CASES = [
    ROOT / "examples/zhou.yaml",
    *sorted((ROOT / "examples").glob("*.yaml")),
    *sorted((ROOT / "examples/stories").glob("*.yaml")),
    ROOT / "tests/facts/complete.yaml",
    ROOT / "tests/facts/rare.yaml",
]


def test_the_list_on_the_page_is_made_from_the_providers():
    assert page(PAGE, [nd.load(path) for path in CASES]) == PAGE, "run: make names"


def test_a_page_without_a_place_for_the_list_is_an_error():
    for text in ("", BEGIN, END):
        with pytest.raises(ValueError, match="no place"):
            page(text, [])


def test_every_name_and_every_field_has_a_meaning_and_no_meaning_is_left_over():
    assert meanings().names.keys() == PROVIDERS.keys()
    assert {record: {TITLE, *fields} for record, fields in records().items()} == {
        record: set(fields) for record, fields in meanings().records.items()
    }


def test_no_two_kinds_of_records_share_a_title():
    titles = [fields[TITLE] for fields in meanings().records.values()]
    assert len(set(titles)) == len(titles)


def test_every_name_and_field_has_an_example():
    rows = [row.split(" | ") for row in PAGE.partition(BEGIN)[2].split("\n") if row.startswith("| `")]
    assert len(rows) > 200
    assert [row[0] for row in rows if not row[-1].strip("| ")] == []


def test_meanings_are_chinese_without_a_full_stop():
    told = [*meanings().names.values()]
    told += [word for each in meanings().records.values() for word in each.values() if word]
    for words in told:
        assert re.search("[\u4e00-\u9fff]", words), words
        assert not words.endswith("。"), words


def test_the_page_names_every_filter():
    assert [name for name in (*FILTERS["zh"], *PLAIN) if f"`{name}" not in PAGE] == []
