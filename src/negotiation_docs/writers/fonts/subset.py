"""Subsets of fonts by HarfBuzz: only the glyphs asked for, without hints, layout and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import uharfbuzz as hb

# Tables no PDF viewer reads; dropping them before subsetting also spares the work on them.
_DROPPED = (
    "GSUB GPOS GDEF BASE JSTF vhea vmtx VORG name post OS/2 cmap meta STAT MVAR HVAR VVAR gasp DSIG kern hdmx LTSH VDMX"
)
_DROPPED_TAGS = {int.from_bytes(tag.encode().ljust(4), "big") for tag in _DROPPED.split()}


class Subset(NamedTuple):
    """A font that holds a part of another one's glyphs; ``numbers`` maps the old glyph numbers to the new."""

    face: hb.Face
    numbers: dict[int, int]

    def table(self, tag: str) -> bytes:
        """One table of the font."""
        return bytes(self.face.reference_table(tag).data)

    def file(self) -> bytes:
        """The whole font."""
        return bytes(self.face.blob.data)


def subset(face: hb.Face, glyphs: Iterable[int], variations: Mapping[str, float], *, whole_outlines: bool) -> Subset:
    """A subset of ``face`` at one place of its design space.

    ``whole_outlines`` frees CFF outlines from shared subroutines: smaller for few glyphs, faster, and each outline
    then is the same whatever the other glyphs are.
    """
    flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2
    if whole_outlines:
        flags |= hb.SubsetFlags.DESUBROUTINIZE
    kept = set(glyphs)
    wanted = hb.SubsetInput()
    wanted.flags = flags
    wanted.glyph_set.update(kept)
    wanted.drop_table_tag_set.update(_DROPPED_TAGS)
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
        for tag, value in variations.items():
            wanted.pin_axis_location(face, tag, value)
    plan = hb.SubsetPlan(face, wanted)
    numbers = plan.old_to_new_glyph_mapping
    return Subset(plan.execute(), {glyph: numbers[glyph] for glyph in (0, *kept)})
