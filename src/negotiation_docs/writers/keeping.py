"""What a page break never parts: one set of rules over the tree, which PDF and DOCX carry out with their own means.

Which styles hold to what follows them (headings, 称谓, 此致) stands in the style table. What stays on one page does so
if it fits on one.
"""

from __future__ import annotations

from typing import Final

from negotiation_docs.tree import Block, Paragraph, Role, SectionRole, Table, TableRole, plain

LINES: Final = 2  # of a paragraph stay together at either end, and so many go with a closing block that follows
HOLE: Final = 0.25  # of a page: a table is not split for the sake of a smaller one; one no higher never is
ROWS: Final = 12  # of a long table had better stand at either side of a page's end
TALL: Final = 4  # lines: a row of a table that has so many may stand alone where others would not
_ROWS_AFTER_HEAD: Final = 2
_ROWS_OF_A_LONG_ONE: Final = (
    6  # the same for a table of twice twelve rows and more: where they do not fit, it starts a page
)
_ROWS_AT_END: Final = 3  # before the foot: two are never left alone …
_ROWS_WITH_CLOSING: Final = 2  # … but no more go with a closing block; of three rows one
_COLUMNS: Final = 4  # of a table that has room in half the measure
_COLONS: Final = ("：", ":")
_WHOLE: Final = (SectionRole.KEEP, SectionRole.SIGNOFF, SectionRole.RECEIPT)


def clings(block: Block) -> bool:
    """Whether a block stays with what stands before it: small print with what it explains, a day with what it dates."""
    return isinstance(block, Paragraph) and block.role in (Role.NOTE, Role.DATE)


def announces(block: Block) -> bool:
    """Whether a paragraph stays with what follows it: words such as 如下： are nothing alone."""
    return isinstance(block, Paragraph) and block.role is Role.BODY and plain(block.content).rstrip().endswith(_COLONS)


def whole(role: SectionRole) -> bool:
    """Whether the blocks of a section stay on one page."""
    return role in _WHOLE


def narrow(table: Table) -> bool:
    """Whether a table is long and narrow enough to stand in two blocks beside each other."""
    few = table.role is TableRole.PLAIN and table.columns <= _COLUMNS
    return few and len(table.body) >= 2 * ROWS and all(len(row.cells) == table.columns for row in table.rows)


def rows(table: Table, *, closing: bool = False) -> list[bool]:
    """For each row of a table that may split, whether it stays with the next: head, ends, and headings of groups.

    ``closing`` says whether a closing block follows, which takes the last rows with it.
    """
    count = len(table.rows)
    if table.role is TableRole.FORM:  # its rows are tall, and each stands for itself; only headings lead to the next
        return [row.cells[0].header and row.cells[0].colspan == table.columns for row in table.rows]
    long = len(table.body) >= 2 * ROWS
    start = len(table.head) + (_ROWS_OF_A_LONG_ONE if long else _ROWS_AFTER_HEAD) - 1
    end = count - (_ROWS_AT_END + len(table.foot))
    if closing:
        end = count - (_ROWS_WITH_CLOSING if len(table.body) > _ROWS_WITH_CLOSING + 1 else 1)
    kept = [at < start or at >= end or (len(row.cells) == 1 < table.columns) for at, row in enumerate(table.rows)]
    return [*kept[:-1], False] if kept else []
