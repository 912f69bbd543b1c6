"""The paper as HTML: one self-contained page, or a fragment for a notebook.

The text of the body is the text of the tree: check boxes, signature blanks and draft marks are drawn by the style
sheet. White space of facts is kept (``white-space: pre-wrap``), so nothing is put between tags inside a block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any, Final

from negotiation_docs.tree import (
    Cell,
    Description,
    DescriptionList,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paper,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
)
from negotiation_docs.writers.css import SCOPE, guest_stylesheet, stylesheet
from negotiation_docs.writers.style import LOOKS, Look

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")  # a browser would part it after a hyphen
_SHORT: Final = 4  # characters of a heading such as 序号 that a telephone would set one below the other


def to_html(paper: Paper, look: Look = LOOKS["personal"]) -> str:
    """A whole page with its own style sheet: opens in any browser, prints on A4, loads nothing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(paper.title)}</title>\n<style>body{{margin:0}}{stylesheet(look)}</style>\n</head>\n<body>\n"
        f"{_article(paper)}\n</body>\n</html>\n"
    )


def fragment(paper: Paper, look: Look = LOOKS["personal"]) -> str:
    """The paper for a page that already exists, such as a notebook's; its style sheet touches nothing else."""
    return f"<style>{guest_stylesheet(look)}</style>{_article(paper)}"


def _article(paper: Paper) -> str:
    classes = f"{SCOPE} draft" if paper.draft else SCOPE
    return f'<article class="{classes}" lang="{escape(paper.lang)}">\n{_all(paper.blocks)}\n</article>'


def _node(node: object) -> str:
    try:
        write = WRITERS[type(node)]
    except KeyError:
        raise TypeError(f"the HTML writer has no rule for {type(node).__name__}") from None
    return write(node)


def _all(nodes: Iterable[object]) -> str:
    return "\n".join(map(_node, nodes))


def _inline(nodes: Iterable[object]) -> str:
    return "".join(map(_node, nodes))


def _element(tag: str, content: str, *classes: str, **attributes: object) -> str:
    names = " ".join(filter(None, classes))
    listed = f' class="{names}"' if names else ""
    listed += "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items() if value)
    return f"<{tag}{listed}>{content}</{tag}>"


def _text(node: Text) -> str:
    words = escape(node.text, quote=False)
    return f"<strong>{words}</strong>" if node.strong else words


def _heading(node: Heading) -> str:
    return _element(f"h{node.level}", _inline(node.content))


def _paragraph(node: Paragraph) -> str:
    role = "" if node.role is Role.BODY else node.role.value
    return _element("p", _inline(node.content), role, "long" if node.long else "")


def _list(node: ItemList) -> str:
    return _element("ol" if node.ordered else "ul", _all(node.items), role="list")


def _item(node: ListItem) -> str:
    label = _element("span", escape(node.label), "label") if node.label else ""
    return _element("li", label + _inline(node.content), "checkbox" if node.checkbox else "")


def _descriptions(node: DescriptionList) -> str:
    return _element("dl", _all(node.pairs), node.role.value)


def _description(node: Description) -> str:
    return _element("div", _element("dt", _inline(node.term)) + _element("dd", _inline(node.content)))


def _table(node: Table) -> str:
    parts = [_element("caption", _inline(node.caption))] if node.caption else []
    for tag, rows in (("thead", node.head), ("tbody", node.body), ("tfoot", node.foot)):
        if rows:
            parts.append(_element(tag, _all(rows)))
    return _element("table", "\n".join(parts), node.role.value)


def _row(node: Row) -> str:
    return _element("tr", _inline(node.cells), node.role.value)


def _cell(node: Cell) -> str:
    return _element(
        "th" if node.header else "td",
        _DAY.sub(r'<span class="whole">\g<0></span>', _inline(node.content)),
        "number" if node.number else "",
        "center" if node.center else "",
        "box" if node.checkbox else "",
        "whole" if node.header and len(_words(node)) <= _SHORT else "",
        colspan=node.colspan if node.colspan > 1 else "",
    )


def _words(node: Cell) -> str:
    return "".join(part.text for part in node.content if isinstance(part, Text))


def _section(node: Section) -> str:
    return _element("section", _all(node.blocks), node.role.value, lang=node.lang)


WRITERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Text: _text,
    LineBreak: lambda _: "<br>",
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: _list,
    ListItem: _item,
    DescriptionList: _descriptions,
    Description: _description,
    Table: _table,
    Row: _row,
    Cell: _cell,
    Section: _section,
}
"""How each node of the tree is written; a node that is not listed is a TypeError."""
