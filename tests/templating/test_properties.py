"""Whatever the facts hold arrives verbatim; whatever the markup holds ends in blocks or a TemplateError."""

from __future__ import annotations

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_docs.errors import TemplateError
from negotiation_docs.templating.escaping import encode
from negotiation_docs.templating.markup import TAGS, parse
from negotiation_docs.tree import lines, plain

quick = settings(max_examples=150, deadline=None, derandomize=True)
facts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
pieces = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *(f"</{tag}>" for tag in TAGS),
        "甲",
        "a",
        " ",
        "\n",
        "&amp;",
        "&#32;",
        '<p class="note">',
    ]
)


@quick
@given(facts, st.sampled_from(["zh", "en"]))
def test_any_fact_reads_back_as_it_was(fact, lang):
    (block,) = parse(f"<p>|{encode(fact)}|</p>", template="x", lang=lang)
    assert plain(block.content) == f"|{fact}|"


@quick
@given(facts, facts)
def test_two_facts_side_by_side_keep_to_themselves(one, two):
    (row,) = parse(f"<table><tr><td>{encode(one)}</td><td>{encode(two)}</td></tr></table>", template="x")[0].rows
    assert [plain(cell.content) for cell in row.cells] == [one.strip("\n"), two.strip("\n")]


@quick
@given(st.lists(pieces, max_size=30).map("".join))
def test_any_markup_is_read_or_refused(html):
    with contextlib.suppress(TemplateError):
        list(lines(parse(html, template="x")))
