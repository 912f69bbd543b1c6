"""What a table is, for who cannot see it: PDF and DOCX say the same."""

from __future__ import annotations

from negotiation_docs.tree import Table, plain


def told(table: Table) -> str:
    """The heads of its columns; empty for a table without."""
    heads = [plain(cell.content).replace("\n", "") for row in table.head[:1] for cell in row.cells]
    return (" | " if heads and heads[0].isascii() else "、").join(filter(None, heads))
