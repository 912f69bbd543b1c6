"""An OpenType file (CFF, glyf, collection, variable) seen through HarfBuzz: glyphs, metrics and subsets of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import uharfbuzz as hb

from negotiation_docs.errors import OutputError
from negotiation_docs.lazy import lazy
from negotiation_docs.writers.fonts.charmap import is_orderly
from negotiation_docs.writers.fonts.subset import Subset, subset

TWO_EM_DASH = 0x2E3A
_QUOTE = 0x2019
_HALF = 500
_RESTRICTED, _NO_SUBSETTING, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
_INK_MARGIN = 20  # 1/1000 em: ink that reaches this far over the middle of a mark still counts as its half


class FontFile:
    """One font of one file, at one place of its design space (``variations``: axis tag to value).

    The file is mapped into memory, which kills the process if somebody shortens it meanwhile: of a file that is not
    ours ``data`` is what was read of it.
    """

    def __init__(
        self, path: Path, index: int = 0, variations: Mapping[str, float] | None = None, data: bytes | None = None
    ) -> None:
        self._path = path
        with self.reading():
            blob = hb.Blob.from_file_path(str(path)) if data is None else hb.Blob(data)
            self._face = hb.Face(blob, index)
            self._font = hb.Font(self._face)
            self._variations = dict(variations or _upright(self._face))
            if self._variations:
                self._font.set_variations(self._variations)
            self.upem: int = self._face.upem
            self.is_cff = any(tag in {"CFF ", "CFF2"} for tag in self._face.table_tags)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What a damaged file makes its readers raise, as OutputError."""
        try:
            yield
        except (RuntimeError, ValueError, LookupError, ArithmeticError, MemoryError, OSError, hb.HarfBuzzError):
            raise OutputError(f"字体文件“{self._path.name}”已损坏，读不出来，请换用完好的字体") from None

    @lazy
    def readable(self) -> bool:
        """Whether this is a font at all: it has glyphs, and characters for them."""
        return self._face.glyph_count > 0 and "cmap" in self._face.table_tags and is_orderly(self._table("cmap"))

    @lazy
    def embeddable(self) -> bool:
        """Whether the font's licence bits (OS/2 fsType) allow a subset of its outlines in a file."""
        bits = int.from_bytes(self._table("OS/2")[8:10], "big")
        restricted = bits & 0x000F == _RESTRICTED
        return not restricted and not bits & (_NO_SUBSETTING | _BITMAPS_ONLY)

    def glyph(self, point: int) -> int:
        """The glyph of a code point, 0 if there is none."""
        return self._font.get_nominal_glyph(point) or 0

    def raw_advance(self, glyph: int) -> int:
        """The width of a glyph in the font's own units."""
        return int(self._font.get_glyph_h_advance(glyph))

    def advance(self, glyph: int) -> int:
        """The width of a glyph in 1/1000 em."""
        return self._per_mille(self.raw_advance(glyph))

    def extents(self, glyph: int) -> tuple[int, int, int, int]:
        """The box around the ink of a glyph: left, bottom, width and height in the font's own units."""
        found = self._font.get_glyph_extents(glyph)
        if found is None:
            return 0, 0, 0, 0
        return int(found.x_bearing), int(found.y_bearing + found.height), int(found.width), -int(found.height)

    def ink(self, glyph: int) -> tuple[float, float]:
        """Where the ink of a glyph begins and ends, from the character's start, in 1/1000 em."""
        left, _, width, _ = self.extents(glyph)
        return 1000 * left / self.upem, 1000 * (left + width) / self.upem

    def slack(self, glyph: int) -> int:
        """The blank half of a full-width mark, as :meth:`FontFace.slack` describes it."""
        extents = self._font.get_glyph_extents(glyph)
        if extents is None or self.advance(glyph) != 2 * _HALF:
            return 0
        left = self._per_mille(extents.x_bearing)
        right = self._per_mille(extents.x_bearing + extents.width)
        if right <= _HALF + _INK_MARGIN:
            return _HALF
        return -_HALF if left >= _HALF - _INK_MARGIN else 0

    def dash(self) -> int:
        """The glyph of an unbroken dash two ems wide, 0 if the font has none."""
        glyph = self._featured(TWO_EM_DASH, "fwid")
        return glyph if glyph and self.advance(glyph) == 4 * _HALF else 0

    def apostrophe(self) -> int:
        """The narrow glyph of ’, where its own is as wide as a Chinese character; 0 if the font has none."""
        glyph = self._featured(_QUOTE, "pwid")
        return glyph if glyph != self.glyph(_QUOTE) and 0 < self.advance(glyph) < _HALF else 0

    def _featured(self, point: int, feature: str) -> int:
        """The glyph of a code point with a feature of the font."""
        buffer = hb.Buffer()
        buffer.add_codepoints([point])
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, {feature: True})
        return int(buffer.glyph_infos[0].codepoint)

    def subset(self, glyphs: Iterable[int], *, whole_outlines: bool) -> Subset:
        """A font that holds only ``glyphs``, as :func:`fontsubset.subset` describes it."""
        with self.reading():
            return subset(self._face, glyphs, self._variations, whole_outlines=whole_outlines)

    @lazy
    def ascent(self) -> int:
        """Typographic ascent in 1/1000 em."""
        return self._signed("OS/2", 68)

    @lazy
    def descent(self) -> int:
        """Typographic descent in 1/1000 em, negative."""
        return self._signed("OS/2", 70)

    @lazy
    def cap_height(self) -> int:
        """Height of capitals in 1/1000 em; fonts older than version 2 of the table do not say."""
        return self._signed("OS/2", 88) if len(self._table("OS/2")) >= 90 else 700

    @lazy
    def stem(self) -> int:
        """Thickness of vertical stems, estimated from the weight class as Adobe's tools do."""
        weight = int.from_bytes(self._table("OS/2")[4:6], "big")
        return 50 + (weight // 65) ** 2

    @lazy
    def box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs in 1/1000 em."""
        return (self._signed("head", 36), self._signed("head", 38), self._signed("head", 40), self._signed("head", 42))

    @lazy
    def design_box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs in the font's own units, for the font program itself."""
        head = self._table("head")
        left, bottom, right, top = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42))
        return left, bottom, right, top

    @lazy
    def name(self) -> str:
        """The PostScript name, for the PDF's font dictionaries."""
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return "".join(char for char in name if char.isascii() and (char.isalnum() or char == "-"))

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)

    def _signed(self, table: str, offset: int) -> int:
        return self._per_mille(int.from_bytes(self._table(table)[offset : offset + 2], "big", signed=True))

    def _per_mille(self, units: float) -> int:
        return round(units * 1000 / self.upem)


def _upright(face: hb.Face) -> dict[str, float]:
    """The regular weight of a variable font, whose default is often its thinnest."""
    if not face.has_var_data:
        return {}
    weights = [axis for axis in face.axis_infos if axis.tag == "wght"]
    return {axis.tag: min(max(400.0, axis.min_value), axis.max_value) for axis in weights}
