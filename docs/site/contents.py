"""The table of contents follows the pages: what a page called ``index`` lists in its tables stands below it.

So no page holds a list for Sphinx beside the one for people, and one that no table leads to fails the build.
"""

from __future__ import annotations

import re
from itertools import groupby
from posixpath import dirname, normpath

from sphinx.application import Sphinx

_BESIDE = "docs/problems/"  # three hundred pages in the margin of every page would be a quarter of the site's bytes
_LINK = re.compile(r"\[([^\]]+)\]\(([^)#:]+)\.md\)")


def listed(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Heading → the pages that the tables below it link to, each with the words of the link."""
    heading, found = "", []
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("|"):
            found += [(heading, page) for page in _LINK.findall(line)]
    return [(name, [page for _, page in pages]) for name, pages in groupby(found, lambda each: each[0])]


def add_contents(app: Sphinx, docname: str, content: list[str]) -> None:
    """Write the table of contents, unseen, at the end of an index page."""
    if docname.startswith(_BESIDE) and not docname.startswith(f"{_BESIDE}index"):
        content[0] = f"---\norphan: true\n---\n{content[0]}"
    if docname.startswith(_BESIDE) or not docname.rpartition("/")[2].startswith("index"):
        return
    for heading, pages in listed(content[0]):
        entries = "\n".join(f"{words} </{normpath(f'{dirname(docname)}/{page}')}>" for words, page in pages)
        caption = f":caption: {heading}\n" if heading else ""
        content[0] += f"\n```{{toctree}}\n:hidden:\n{caption}\n{entries}\n```\n"


def setup(app: Sphinx) -> dict[str, bool]:
    """Called by Sphinx."""
    app.connect("source-read", add_contents)
    return {"parallel_read_safe": True}
