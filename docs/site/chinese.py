"""Chinese on the site: lines of a source join without a space, and words are searched for by pairs of characters.

Pairs are indexed and looked up, so no dictionary has to know the words.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9_]+")
_WIDE = re.compile(r"[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_SPLITTER = """
function splitQuery(query) {
  return (query.match(/[\\u3400-\\u9fff]+|[A-Za-z0-9_]+/g) || []).flatMap((run) =>
    /^[A-Za-z0-9_]/.test(run) || run.length < 3 ? [run] : [...run].slice(1).map((sign, at) => run[at] + sign));
}
"""


def pairs(text: str) -> list[str]:
    """Latin words as they are, Chinese as each two neighbours."""
    found = []
    for run in _RUNS.findall(text):
        latin = run[0].isascii() or len(run) < 3
        found += [run] if latin else [run[at : at + 2] for at in range(len(run) - 1)]
    return found


class SearchChinese(SearchEnglish):
    """In place of Sphinx's own, which needs a dictionary of words."""

    lang = "zh"
    language_name = "English"  # of the stemmer, for the Latin words
    js_splitter_code = _SPLITTER

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx's name
        """What Sphinx is to index of a text."""
        return pairs(input)


def join(app: Sphinx, doctree: nodes.document) -> None:
    """Take out the end of a line between two wide characters: HTML would show it as a space."""
    for line_end in [text for text in doctree.findall(nodes.Text) if text == "\n"]:
        parent = line_end.parent
        at = next(at for at, child in enumerate(parent) if child is line_end)
        before, after = ("".join(part.astext() for part in parts) for parts in (parent[:at], parent[at + 1 :]))
        if _WIDE.match(before[-1:]) and _WIDE.match(after[:1]):
            del parent[at]


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_search_language(SearchChinese)
    app.connect("doctree-read", join)
    return {"parallel_read_safe": True}
