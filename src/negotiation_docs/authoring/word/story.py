"""One part of a Word file as lines of words, each word with the bytes it stands in, so that only those are changed.

Read by expat, which tells where in the file everything stands. What Word keeps beside the words (fields, bound
controls, recorded changes, drawn text) is noted, for a place there cannot be filled.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import Final
from xml.parsers import expat

from msgspec import Struct

from negotiation_docs.writers.docxfile.xml import W

_TAG: Final = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_DRAWN: Final = frozenset({
    "http://schemas.openxmlformats.org/drawingml/2006/main t",
    "http://schemas.openxmlformats.org/drawingml/2006/chart v",
    "http://schemas.openxmlformats.org/officeDocument/2006/math t",
})  # fmt: skip
_WRITTEN: Final = {"urn:schemas-microsoft-com:vml textpath": "string", f"{W} lvlText": f"{W} val"}
"""What prints the words of an attribute."""
_DEEPEST: Final = 256
"""Elements inside each other, as libxml2 has it."""
_FALLBACK: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
ROOTS: Final[Mapping[str, str]] = {
    f"{W} document": "正文",
    f"{W} hdr": "页眉",
    f"{W} ftr": "页脚",
    f"{W} footnotes": "脚注",
    f"{W} endnotes": "尾注",
}
"""The root of each part whose words are printed, and what it is called."""
_AROUND: Final[Mapping[str, str]] = {f"{W} txbxContent": "文本框", f"{W} tc": "表格"}
_BREAKS: Final = frozenset(f"{W} {name}" for name in ("tab", "br", "cr", "ptab", "sym", "drawing", "pict", "object"))
_CHANGES: Final = frozenset(
    f"{W} {name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tcPrChange",
        "trPrChange", "tblGridChange", "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_KEPT_FIELDS: Final = frozenset({"HYPERLINK", "FORMTEXT"})
"""Fields whose words stay when Word brings fields up to date."""


class Piece(Struct, frozen=True):
    """The words of one text element: from which byte to which, and its opening tag; a break has neither.

    ``fault`` is why nothing can be filled in here: ``field`` or ``control``.
    """

    words: str
    start: int = 0
    end: int = 0
    tag: int = 0
    fault: str = ""


class Line(Struct, frozen=True):
    """One paragraph: where it stands, in Chinese; a ``twin`` repeats another for older programs.

    ``words`` are those of all pieces, with a line break for what is no text; ``starts`` is where in them each begins.
    """

    at: int
    where: str
    twin: bool
    pieces: tuple[Piece, ...]
    words: str
    starts: tuple[int, ...]

    def touched(self, start: int, end: int) -> range:
        """The numbers of the pieces that have words between these places of ``words``."""
        return range(bisect_right(self.starts, start) - 1, bisect_left(self.starts, end))


class Story(Struct, frozen=True):
    """The lines of a part, in their order, and what stands in it that is more than words.

    ``codes`` are the instructions of fields, ``drawn`` the words of drawings, ``changed`` whether changes are recorded,
    ``embeds`` whether another file is embedded in place of words.
    """

    root: str
    lines: tuple[Line, ...]
    codes: str = ""
    drawn: str = ""
    changed: bool = False
    embeds: bool = False


def story(content: bytes) -> Story:
    """The words of one part. Raises ValueError for what is no XML in UTF-8."""
    return _Reader(content).story()


class _Field(Struct):
    kind: str = ""
    shown: bool = False

    @property
    def renewed(self) -> bool:
        """Whether what is shown of it is not kept."""
        return self.shown and self.kind not in _KEPT_FIELDS


class _Paragraph(Struct):
    at: int
    where: str
    twin: bool
    pieces: list[Piece]


class _Reader:
    """Follows the tags of one part; what is open is kept in lists, however deep it nests."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._open: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._fields: list[_Field] = []
        self._controls: list[bool] = []
        self._lines: list[Line] = []
        self._text: list[str] | None = None
        self._text_at = (0, 0)
        self._codes: list[str] = []
        self._drawn: list[str] = []
        self._changed = self._embeds = False
        self._counted = self._renewed = 0

    def story(self) -> Story:
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        self._parser = parser
        try:
            parser.Parse(self._content, True)
        except expat.ExpatError:
            raise ValueError("no XML") from None
        root, lines = self._root, tuple(sorted(self._lines, key=lambda line: line.at))
        return Story(root, lines, "".join(self._codes), "".join(self._drawn), self._changed, self._embeds)

    def _start(self, name: str, values: dict[str, str]) -> None:
        if not self._open:
            self._root = name
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise ValueError("too deep")
        local = name.removeprefix(f"{W} ")
        if name == f"{W} p":
            self._paragraphs.append(_Paragraph(self._parser.CurrentByteIndex, self._where(), self._twin(), []))
        elif name == f"{W} t":
            tag = self._parser.CurrentByteIndex
            opening = _TAG.match(self._content, tag)
            self._text, self._text_at = [], (tag, opening.end() if opening else tag)
        elif name in _BREAKS and self._paragraphs:
            self._paragraphs[-1].pieces.append(Piece("\n"))
        elif local in ("fldChar", "fldSimple"):
            self._field(local, values)
        elif local == "sdt":
            self._controls.append(False)
        elif name.rpartition(" ")[2] in ("dataBinding", "showingPlcHdr") and self._controls:
            self._controls[-1] = True
        if name in _WRITTEN and "%" not in (words := values.get(_WRITTEN[name], "")):  # % counts: 【%1】
            self._drawn.append(words)
        self._changed = self._changed or name in _CHANGES
        self._embeds = self._embeds or local == "altChunk"

    def _field(self, local: str, values: dict[str, str]) -> None:
        if local == "fldSimple":
            code = values.get(f"{W} instr", "")
            self._codes.append(f"\n{code}")
            self._fields.append(_Field(_first_word(code), shown=True))
            self._renewed += self._fields[-1].renewed
            return
        kind = values.get(f"{W} fldCharType")
        if kind == "begin":
            self._codes.append("\n")
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._renewed += not self._fields[-1].shown and self._fields[-1].kind not in _KEPT_FIELDS
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._renewed -= self._fields.pop().renewed

    def _end(self, name: str) -> None:
        self._open.pop()
        if name == f"{W} t" and self._text is not None:
            tag, start = self._text_at
            if self._paragraphs and self._text:
                end = self._parser.CurrentByteIndex
                self._paragraphs[-1].pieces.append(Piece("".join(self._text), start, end, tag, self._fault()))
            self._text = None
        elif name == f"{W} p" and self._paragraphs:
            done = self._paragraphs.pop()
            self._lines.append(_line(done))
        elif name == f"{W} fldSimple" and self._fields:
            self._renewed -= self._fields.pop().renewed
        elif name == f"{W} sdt" and self._controls:
            self._controls.pop()

    def _words(self, words: str) -> None:
        if self._text is not None:
            self._text.append(words)
        elif self._open and self._open[-1] == f"{W} instrText":
            self._codes.append(words)
            if self._fields and not self._fields[-1].shown:
                self._fields[-1].kind = self._fields[-1].kind or _first_word(words)
        elif self._open and self._open[-1] in _DRAWN:
            self._drawn.append(words)

    def _fault(self) -> str:
        if self._renewed:
            return "field"
        return "control" if any(self._controls) else ""

    def _where(self) -> str:
        part = ROOTS.get(self._root, "")
        around = next((_AROUND[name] for name in reversed(self._open) if name in _AROUND), "")
        if around or part != "正文":
            return f"{part if part != '正文' else ''}{around}"
        self._counted += 1
        return f"正文第{self._counted}段"

    def _twin(self) -> bool:
        return _FALLBACK in self._open


def _line(read: _Paragraph) -> Line:
    words = [piece.words for piece in read.pieces]
    starts = accumulate(map(len, words[:-1]), initial=0) if words else ()
    return Line(read.at, read.where, read.twin, tuple(read.pieces), "".join(words), tuple(starts))


def _first_word(code: str) -> str:
    return (code.split() or [""])[0].upper()
