"""The paper as plain text for a mail, a chat window or a terminal.

Unlike the words of the tree (``Paper.text``), a text file needs its furniture in characters: □ for a box to tick,
underscores for a place to sign, columns set with blanks, 【草稿】 at the top of a draft.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from negotiation_docs.tree import (
    Cell,
    DescriptionList,
    Heading,
    ItemList,
    Paper,
    Paragraph,
    Role,
    Row,
    RowRole,
    Section,
    SectionRole,
    Table,
    TableRole,
    plain,
)

_BOX: Final = "□ "
_BLANK: Final = "＿＿＿＿＿＿"
_CUT: Final = "- " * 30
_GAP: Final = "  "


def to_text(paper: Paper) -> str:
    """The paper as text, one block a paragraph, ending with a line break."""
    parts = list(_blocks(paper.blocks))
    if paper.draft:
        parts.insert(0, "【草稿】" if paper.lang.startswith("zh") else "[DRAFT]")
    return "\n".join(parts).strip("\n") + "\n"


def _blocks(blocks: Iterable[object]) -> Iterable[str]:
    for block in blocks:
        try:
            write = WRITERS[type(block)]
        except KeyError:
            raise TypeError(f"the text writer has no rule for {type(block).__name__}") from None
        yield write(block)


def _heading(node: Heading) -> str:
    words = plain(node.content)
    return f"{words}\n" if node.level == 1 else f"\n{words}"


def _paragraph(node: Paragraph) -> str:
    words = plain(node.content)
    if node.role in (Role.SIGNATURE, Role.FINGERPRINT):
        return f"\n{words}{_BLANK * (2 if node.long else 1)}"
    return _BOX + words if node.role is Role.CHECKBOX else words


def _list(node: ItemList) -> str:
    bullet = "" if node.ordered else "• "
    return "\n".join(
        (_BOX if item.checkbox else bullet) + (f"{item.label.rstrip()} " if item.label else "") + plain(item.content)
        for item in node.items
    )


def _descriptions(node: DescriptionList) -> str:
    pairs = [(plain(pair.term), plain(pair.content).replace("\n", " ")) for pair in node.pairs]
    return "\n".join(f"{term}{': ' if term.isascii() else '：'}{said}" for term, said in pairs)


def _table(node: Table) -> str:
    if node.role is TableRole.FORM:
        return "\n" + "\n".join(map(_form_row, node.rows)) + "\n"
    widths = [0] * node.columns
    for row in node.rows:
        for column, cell in _places(row):
            if cell.colspan == 1:
                words = _cell(cell, indent=row.role is RowRole.PART and not column)
                widths[column] = max(widths[column], _width(words))
    lines = [plain(node.caption)] if node.caption else []
    lines += [_row(row, widths) for row in node.rows]
    return "\n" + "\n".join(lines) + "\n"


def _form_row(row: Row) -> str:
    """What is asked, and below it what was filled in, line by line."""
    asked, *filled = row.cells
    lines = [f"{_GAP}{line}" for cell in filled for line in _cell(cell, indent=False, end="\n").split("\n") if line]
    return "\n".join([_cell(asked, indent=False, end="\n"), *lines])


def _row(row: Row, widths: list[int]) -> str:
    parts = []
    for column, cell in _places(row):
        spanned = widths[column : column + cell.colspan]
        words = _cell(cell, indent=row.role is RowRole.PART and not column)
        padding = " " * max(0, sum(spanned) + len(_GAP) * (cell.colspan - 1) - _width(words))
        parts.append(padding + words if cell.number else words + padding)
    return _GAP.join(parts).rstrip()


def _places(row: Row) -> Iterable[tuple[int, Cell]]:
    """Each cell with the number of its first column."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.colspan


def _cell(cell: Cell, *, indent: bool, end: str = " ") -> str:
    words = ("\u3000" if indent else "") + plain(cell.content).replace("\n", end)
    return _BOX + words if cell.checkbox else words


def _width(text: str) -> int:
    """Columns of a terminal: two for a full-width character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _section(node: Section) -> str:
    words = "\n".join(_blocks(node.blocks))
    return f"\n{_CUT.rstrip()}\n{words}" if node.role is SectionRole.RECEIPT else words


WRITERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ItemList: _list,
    DescriptionList: _descriptions,
    Table: _table,
    Section: _section,
}
"""How each block is written; a block that is not listed is a TypeError."""
