"""Search in Chinese: words are indexed and looked up by pairs of characters, so no dictionary has to know them."""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9_]+")
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


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.add_search_language(SearchChinese)
    return {"parallel_read_safe": True}
