"""The same paper as Typst source: our words, the looks of the style table, as a careful author would set it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec.structs import replace

from negotiation_docs.tree import (
    DescriptionList,
    DescriptionRole,
    Heading,
    Inline,
    ItemList,
    Paper,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from negotiation_docs.writers.style import LOOKS, Look, TextStyle

FONTS = {"song": "Noto Serif SC", "fangsong": "Noto Serif SC", "kai": "Noto Serif SC", "hei": "Noto Sans SC"}


def source(paper: Paper, look: Look = LOOKS["personal"]) -> str:
    """The document; every measure is the one our own writers use."""
    margins = f"top: {look.top}pt, bottom: {look.bottom}pt, left: {look.left}pt, right: {look.right}pt"
    spacing = f"tracking: {look.char_spacing}pt"
    return "\n".join(
        (
            f'#set page(paper: "a4", margin: ({margins}))',
            f'#set text(lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, {spacing})',
            *(_block(block, look) for block in paper.blocks),
        )
    )


def _block(node: object, look: Look) -> str:
    match node:
        case Heading():
            return _paragraph(look.styles[f"h{node.level}"], node.content)
        case Paragraph():
            return _paragraph(look.styles[node.role.value], node.content)
        case ItemList():
            return "\n".join(_paragraph(look.styles["item"], (Text(i.label), *i.content)) for i in node.items)
        case DescriptionList():
            return _pairs(node, look)
        case Table():
            return _table(node, look)
        case Section():
            return "\n".join(_block(block, look) for block in node.blocks)
    raise TypeError(type(node).__name__)


def _paragraph(style: TextStyle, content: Iterable[Inline]) -> str:
    gap = style.leading - style.size
    indent = f"(amount: {style.indent}em, all: true)"
    words = (
        f'text(font: "{FONTS[style.face]}", size: {style.size}pt, par(leading: {gap}pt, '
        f"justify: {str(style.align == 'justify').lower()}, first-line-indent: {indent})[{_words(content)}])"
    )
    if style.align in ("center", "right"):
        words = f"align({style.align}, {words})"
    return (
        f"#block(width: 100%, inset: (right: {style.right_em}em), above: {style.before + gap}pt, "
        f"below: {style.after + gap}pt, {words})"
    )


def _pairs(node: DescriptionList, look: Look) -> str:
    """Names and values as a grid: side by side in the strip of figures, two pairs a row in the contact block."""
    strip = node.role is DescriptionRole.FIGURES
    keys = ("figure_label", "figure") if strip else ("contact_label", "contact")
    cells = [
        ", ".join(
            f"[{_paragraph(replace(look.styles[key], before=0), part)}]" for key, part in zip(keys, pair, strict=True)
        )
        for pair in [(one.term, one.content) for one in node.pairs]
    ]
    if strip:
        stacked = ", ".join(f"stack({cell})" for cell in cells)
        rules = f"(top: {look.heavy_rule}pt, bottom: {look.heavy_rule}pt)"
        return f"#block(width: 100%, inset: (y: 5pt), stroke: {rules}, grid(columns: (1fr,) * {len(cells)}, {stacked}))"
    label = max(len(plain(one.term)) for one in node.pairs) * look.styles["contact_label"].size
    return f"#grid(columns: ({label}pt, 1fr) * 2, column-gutter: 8pt, {', '.join(cells)})"


def _words(content: Iterable[Inline]) -> str:
    return "".join(
        (f'#text(font: "Noto Sans SC", {_quoted(node)})' if node.strong else f"#{_quoted(node)}")
        if isinstance(node, Text)
        else "#linebreak()"
        for node in content
    )


def _quoted(node: Text) -> str:
    return json.dumps(node.text, ensure_ascii=False)


def _table(node: Table, look: Look) -> str:
    cell = look.styles["cell"]
    rows = (*node.head, *node.body, *node.foot)
    count = sum(one.colspan for one in rows[0].cells)
    inset = f"(x: {look.cell_padding}pt, y: {(cell.leading + look.cell_padding - cell.size) / 2}pt)"
    return (
        f'#{{ set text(font: "Noto Serif SC", size: {cell.size}pt); '
        f"set par(leading: {cell.leading - cell.size}pt, justify: false); table(inset: {inset}, stroke: {look.rule}pt, "
        f"columns: ({'auto, ' * (count - 1)}1fr), {', '.join(map(_row, rows))}) }}"
    )


def _row(row: Row) -> str:
    return ", ".join(
        f"table.cell(colspan: {cell.colspan}, align: {_side(cell.number, cell.center)})"
        f"[{_words(Text(one.text, strong=True) if cell.header else one for one in cell.content)}]"
        for cell in row.cells
    )


def _side(number: bool, center: bool) -> str:
    return "right" if number else "center" if center else "left"
