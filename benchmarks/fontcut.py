"""Makes the TrueType font every contender sets: Noto Serif SC with quadratic outlines, for peers that refuse CFF.

The cut is made once, in about a minute.
"""

from __future__ import annotations

from pathlib import Path

import pylopdf_fonts_zh_cn
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from fontplace import FAMILY, folder

_TOLERANCE = 1.0  # units of 1/1000 em between the cubic and the quadratic curve
_DROPPED = ("CFF ", "VORG", "DSIG", "GPOS", "GSUB", "GDEF", "BASE", "vhea", "vmtx")  # nobody sets vertical text here


def font() -> Path:
    """The path of the cut, made if it is not there yet."""
    path = folder() / "NotoSerifSC-Cut.ttf"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".tmp")
        _cut(TTFont(pylopdf_fonts_zh_cn.serif_path())).save(unfinished)
        unfinished.replace(path)
    return path


def _cut(source: TTFont) -> TTFont:
    glyphs = source.getGlyphSet()
    order = source.getGlyphOrder()
    table = newTable("glyf")
    table.glyphs, table.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    source["loca"], source["glyf"] = newTable("loca"), table
    _describe(source)
    for tag in _DROPPED:
        if tag in source:
            del source[tag]
    return source


def _describe(cut: TTFont) -> None:
    """The tables that say what kind of font it is, and its name."""
    profile = cut["maxp"]
    profile.tableVersion = 0x00010000
    for name in [
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxComponentDepth",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
    ]:
        setattr(profile, name, 0)
    profile.maxZones = 1
    cut["post"].formatType = 3.0
    cut.sfntVersion = "\0\1\0\0"
    for record in cut["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "")


if __name__ == "__main__":
    print(font())
