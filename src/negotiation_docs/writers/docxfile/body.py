"""document.xml: the flow of a paper as paragraphs and tables, everything formatted by named styles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from negotiation_docs.tree import plain
from negotiation_docs.writers import keeping
from negotiation_docs.writers.docxfile.base import Base
from negotiation_docs.writers.docxfile.controls import (
    BULLET,
    CUT_PARAGRAPH,
    END_PARAGRAPH,
    NEW_PAGE_PARAGRAPH,
    TAB,
    check_box,
    fingerprint_table,
    signature_blank,
)
from negotiation_docs.writers.docxfile.estimate import page_height, table_height
from negotiation_docs.writers.docxfile.flow import CUT_LINE, Grid, Line, Pairs, Piece, translated
from negotiation_docs.writers.docxfile.listxml import list_xml
from negotiation_docs.writers.docxfile.runs import run, runs
from negotiation_docs.writers.docxfile.stylenames import KEEP, LATIN, VARIANTS, text_styles, variant_id
from negotiation_docs.writers.docxfile.tablexml import TableWriter
from negotiation_docs.writers.docxfile.twocolumns import GAP, going_on, in_two_columns
from negotiation_docs.writers.style import Look

_SIGNED = ("signature", "fingerprint")
_COLONS = ("：", ":")
_HEAD_AND_CAPTION = 3  # rows that they take together
_NARROW = 10.5  # pt: type up to this size has room in half the measure


class Body:
    """Builds the body of one paper; afterwards ``variants`` holds the style variants it used."""

    def __init__(self, look: Look, base: Base, picture: str = "", *, latin: bool = False) -> None:
        self.look = look
        self.after = base.after  # what ends the document
        self.measure = base.measure  # twips
        self.picture = picture  # the drawing of the signature, for the first signature line
        self.latin = latin
        self.turn = base.turn  # what ends the section before a translation; without it a translation begins a page
        self.variants: set[tuple[str, str]] = set()
        self.boxes = 0
        self.columns = False  # whether a table stands in two

    def xml(self, pieces: list[Piece]) -> str:
        """All paragraphs and tables. Two tables never touch and none ends the body: Word would join or repair them."""
        self._unify(pieces)
        self._begin_columns(pieces)
        parts: list[str] = []
        after_table = held = False
        for piece in self._signed(pieces):
            if isinstance(piece, Line):
                if self.turn and translated(piece):
                    parts.append(self.turn)
                    piece.new_page = False
                parts.append(self._line(piece))
                after_table = False
                continue
            if after_table or (not isinstance(piece, str) and piece.new_page):
                new_page = not isinstance(piece, str) and piece.new_page
                parts.append(NEW_PAGE_PARAGRAPH if new_page else self._gap(keep=held))
            parts.append(self._table(piece))
            after_table, held = True, isinstance(piece, str) or piece.keep  # what is signed stays with the contacts
        if after_table:
            parts.append(END_PARAGRAPH)
        return "".join(parts)

    def _signed(self, pieces: list[Piece]) -> Iterator[Piece | str]:
        """The pieces, with the table of a place for a fingerprint in place of the lines that stand beside it."""
        waiting = pieces[::-1]
        while waiting:
            piece = waiting.pop()
            if not (isinstance(piece, Line) and piece.key == "fingerprint"):
                yield piece
                continue
            beside = self._line(piece)
            following = waiting[-1] if waiting else None
            if isinstance(following, Line) and following.key == "date":
                beside += self._line(following)
                waiting.pop()
            yield fingerprint_table(beside, self.measure, english=self.latin or piece.latin)

    def _table(self, piece: Grid | Pairs | str) -> str:
        if isinstance(piece, str):
            return piece
        return self._pairs(piece) if isinstance(piece, Pairs) else self._grid(piece)

    def _unify(self, pieces: list[Piece]) -> None:
        """Neighbours of one role without space between them get one variant: Word knows them only within one style."""
        for key, group in groupby(pieces, key=lambda piece: piece.key if isinstance(piece, Line) else ""):
            if key in self.look.styles and self.look.styles[key].contextual:
                lines = [piece for piece in group if isinstance(piece, Line)]
                keep, spaced = any(line.keep for line in lines), any(line.spaced for line in lines)
                apart = any(line.apart for line in lines)
                for line in lines:
                    line.keep, line.spaced, line.apart = keep, spaced, apart

    def style(self, key: str, flags: str) -> str:
        """The id of a style variant, noted for styles.xml."""
        if KEEP in flags and text_styles(self.look)[key].keep_next:
            flags = flags.replace(KEEP, "")
        if flags:
            self.variants.add((key, flags))
        return variant_id(key, flags)

    def box(self, name: str) -> str:
        """The next check box, called ``name``."""
        self.boxes += 1
        return check_box(self.boxes, name)

    def _begin_columns(self, pieces: list[Piece]) -> None:
        """A table in two columns begins a page: no program holds its caption to it over the end of a section."""
        for above, piece in pairwise(pieces):
            if isinstance(piece, Grid) and self._has_columns(piece):
                first = above if isinstance(above, Line) and above.key == "caption" else piece
                first.new_page = True

    def _has_columns(self, piece: Grid) -> bool:
        """Whether a table stands in two columns; not where each language counts the pages of its own section."""
        return not self.turn and keeping.narrow(piece.table) and table_height(piece, self.look) > page_height(self.look)

    def _grid(self, piece: Grid) -> str:
        flags = LATIN if piece.latin and not self.latin else ""
        if self._has_columns(piece):
            return self._in_two_columns(piece, flags)
        writer = TableWriter(piece, self.look, self.measure, style=self.style, box=self.box)
        return writer.xml(flags, whole=piece.whole, keep=piece.keep)

    def _in_two_columns(self, piece: Grid, flags: str) -> str:
        """A long narrow table, in type that has room in half the measure, smaller if it would not fit one page."""
        cell = self.look.styles["cell"]
        rows = (len(piece.table.rows) + 1) // 2 + _HEAD_AND_CAPTION
        one_page = rows * (cell.leading + self.look.cell_padding) <= page_height(self.look)
        piece.base = "cell" if cell.size <= _NARROW and one_page else "dense"
        writer = TableWriter(piece, self.look, (self.measure - GAP) // 2, style=self.style, box=self.box)
        ending = going_on(self.after) if self.columns else self.after
        self.columns = True
        return in_two_columns(writer.xml(flags, whole=False, keep=False), ending)

    def _pairs(self, piece: Pairs) -> str:
        return list_xml(piece, self.look, self.measure, self.style)

    def _line(self, line: Line) -> str:
        if line.key == CUT_LINE:
            return CUT_PARAGRAPH
        start = f'<w:p><w:pPr><w:pStyle w:val="{self.style(line.key, self._flags(line))}"/></w:pPr>'
        sign = self.box(plain(line.content)) if line.box else BULLET if line.bullet else ""
        label = run(line.label)
        if line.label and (line.latin or self.latin):
            label = f"{run(line.label.rstrip())}{TAB}"
        words = label + runs(line.content)
        return f"{start}{sign}{words}{self._ink(line)}</w:p>"

    def _ink(self, line: Line) -> str:
        """What follows the words where something is to be written: a picture on the first line to sign, or a blank."""
        if line.key in _SIGNED and self.picture and not line.foreign:
            picture, self.picture = self.picture, ""
            return picture
        words = plain(line.content).rstrip() if line.box or line.key in (*_SIGNED, "date") else ""
        if words.endswith(_COLONS):
            return TAB if line.box else (run(" ") if words[-1] == ":" else "") + signature_blank(long=line.long)
        # A name may be printed behind the colon; without a colon the words are the name of a place to sign.
        return (
            signature_blank(long=line.long)
            if line.key in _SIGNED and not any(colon in words for colon in _COLONS)
            else ""
        )

    def _gap(self, *, keep: bool) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style("note", KEEP if keep else "")}"/></w:pPr></w:p>'

    def _flags(self, line: Line) -> str:
        """The variant of its style that a paragraph needs; an English paper's styles are Western already."""
        latin = line.latin and not self.latin
        wishes = (line.keep, line.whole, line.new_page, line.spaced, line.apart, line.centred, latin)
        return "".join(flag for flag, wish in zip(VARIANTS, wishes, strict=True) if wish)
