"""A translation beside its original: nothing in it is signed, ticked or filled in, and it says where that is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from negotiation_docs.tree import (
    Block,
    Cell,
    ItemList,
    ListItem,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
    lines,
    plain,
)
from negotiation_docs.words.lexicon import lexicon

MARKED = "[in Chinese]"
"""What stands behind words that the file does not translate, as the lexicon has it."""
_STAMP = "official stamp"
_COLONS = ("：", ":")
_SIGNED = (Role.SIGNATURE, Role.FINGERPRINT)


def for_reference(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` in English as they stand below their Chinese original: without blanks, boxes or a place to sign."""
    found: list[Block] = []
    for ticked, group in groupby(blocks, key=_ticked):
        if ticked:
            found += _alternatives([block for block in group if isinstance(block, Paragraph)])
        else:
            found += map(_unsigned, group)
    return tuple(found)


def explained(name: str, blocks: Sequence[Block]) -> Paragraph:
    """What an English paper says of itself: the Chinese one counts, and what a stranger to such papers has to know."""
    words = lexicon("en").translations
    said = [words[name]]
    if any(map(_fingerprinted, blocks)):
        said.append(words["fingerprint"])
    if any(_STAMP in line for line in lines(tuple(blocks))):
        said.append(words["stamp"])
    if any(MARKED in line for line in lines(tuple(blocks))):
        said.append(words["quoted"])
    return Paragraph((Text(" ".join(said)),), Role.NOTE)


def _fingerprinted(block: Block) -> bool:
    if isinstance(block, Section):
        return any(map(_fingerprinted, block.blocks))
    return isinstance(block, Paragraph) and block.role is Role.FINGERPRINT


def _ticked(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.CHECKBOX


def _alternatives(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    """What is to be ticked as a list, and where it is ticked: bare sentences would contradict each other."""
    yield ItemList(tuple(ListItem("", paragraph.content) for paragraph in paragraphs), ordered=False)
    yield _note("ticked")


def _note(name: str) -> Paragraph:
    return Paragraph((Text(lexicon("en").translations[name]),), Role.NOTE)


def _unsigned(block: Block) -> Block:
    if isinstance(block, Section):
        return replace(block, blocks=for_reference(block.blocks))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(replace(item, checkbox=False) for item in block.items))
    if isinstance(block, Table):
        parts = {part: tuple(map(_row, getattr(block, part))) for part in ("head", "body", "foot")}
        return replace(block, **parts)
    return _line(block) if isinstance(block, Paragraph) else block


def _row(row: Row) -> Row:
    cells: tuple[Cell, ...] = tuple(replace(cell, checkbox=False) for cell in row.cells)
    return replace(row, cells=cells)


def _line(paragraph: Paragraph) -> Paragraph:
    """A line to sign or to fill in says where that is done, and is a plain line."""
    if paragraph.role is Role.FINGERPRINT:
        return Paragraph((Text(lexicon("en").translations["signed"]),), Role.DATE)
    if paragraph.role in (*_SIGNED, Role.DATE) and plain(paragraph.content).rstrip().endswith(_COLONS):
        return Paragraph((*paragraph.content, Text(f" {lexicon('en').translations['filled']}")), Role.DATE)
    return replace(paragraph, role=Role.DATE) if paragraph.role in _SIGNED else paragraph
