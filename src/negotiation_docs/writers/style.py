"""The one style table: what every role looks like, read by all writers.

Values are those decided for a personal letter (37 characters of 12 pt on A4, leading 22 pt) and for the look of
GB/T 9704-2012 (28 characters × 22 lines of 16 pt). Lengths are points unless a name says mm or em.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from negotiation_docs.writers.fonts.opened import FontChain

Face = Literal["song", "hei", "fangsong", "kai"]
Align = Literal["justify", "left", "center", "right"]

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)


class TextStyle(Struct, frozen=True):
    """How one role is set."""

    name: str  # the Word style's name, in Chinese
    face: Face = "song"
    size: float = 12
    leading: float = 24
    indent: int = 0  # first line, in characters
    align: Align = "justify"
    before: float = 0  # space above, pt
    after: float = 0  # space below, pt
    keep_next: bool = False
    contextual: bool = False  # no space above where a paragraph of the same style stands there
    right_em: float = 0  # inset from the right, in characters (落款)
    tracking: float = 0  # added to every character, in em
    dark: bool = False  # a stroke darker than the regular weight


ENGLISH_HANG = 1.6  # em before the text of an English list item: its number or box stands apart
ENGLISH_DENSE = 8.5  # pt: a Latin word needs more room in a narrow column than two or three Chinese characters


def english_style(style: TextStyle) -> TextStyle:
    """Latin habits: no indent, ragged right, closer lines with space between paragraphs, 落款 on the left."""
    if style.align == "center":
        return replace(style, tracking=0)
    leading = min(style.leading, round(style.size * 1.5, 1))
    return replace(style, indent=0, align="left", right_em=0, leading=leading, after=max(style.after, style.size / 2))


class Look(Struct, frozen=True, eq=False):  # equal only to itself: hashable, so writers can cache by look
    """A whole look: page, margins, running text and every style by key.

    Keys: ``h1 h2 h3``, the values of :class:`~negotiation_docs.tree.Role`, ``item`` (list items), ``figure`` and
    ``figure_label`` (the strip of key figures), ``contact_label``, ``caption``, ``cell``, ``dense`` (cells of tables
    with eight columns or more) and ``page_number``.
    """

    name: str
    top: float
    bottom: float
    left: float
    right: float
    styles: dict[str, TextStyle]
    strong: Face = "hei"
    char_spacing: float = 0  # added to every full-width character, pt
    page_number: Literal["count", "dash"] = "count"  # 第1页 共3页 | — 1 —
    cell_padding: float = 4  # beside the words of 10.5 pt type; half of it above and below
    rule: float = 0.5
    heavy_rule: float = 1.0  # above and below what stands by itself
    hairline: float = 0.3
    leadings: tuple[float, ...] = (2.0, 1.0, 0.0, -1.0)  # pt more between lines, to fit the pages: the widest first
    line_grid: bool = False  # whether a DOCX says how many lines a page holds; LibreOffice then sets tables taller
    rows: tuple[float, ...] = (0.0, -1.0, -2.0)  # pt more for the height of a row
    chains: Mapping[Face, FontChain] | None = None  # of the user's own fonts, for the PDF; None: the packaged ones

    @property
    def measure(self) -> float:
        """The width of the text area in pt."""
        return A4[0] - self.left - self.right


def _personal() -> Look:
    side = (A4[0] - 37 * 12) / 2  # 26.7 mm: a measure of whole characters
    s = TextStyle
    styles = {
        "h1": s("文书标题", "song", 20, 28, align="center", after=14, keep_next=True, tracking=0.08, dark=True),
        "h2": s("一级标题", "hei", 12, 22, align="left", before=5, keep_next=True, dark=True),
        "h3": s("二级标题", "hei", 12, 22, align="left", keep_next=True, dark=True),
        "body": s("文书正文", leading=22, indent=2),
        "salutation": s("称谓", leading=22, align="left", keep_next=True),
        "figure_label": s("要点名称", "hei", 9, 14, align="left"),
        "figure": s("要点", size=10.5, leading=15, align="left"),
        "closing": s("此致", leading=22, indent=2, align="left", keep_next=True),
        "regards": s("敬礼", leading=22, align="left", keep_next=True),
        "signature": s("落款签名", leading=22, align="right", before=12, right_em=2, keep_next=True),
        "fingerprint": s("落款签名按印", leading=22, align="right", before=12, right_em=2, keep_next=True),
        "date": s("落款日期", leading=22, align="right", right_em=2),
        "note": s("附注", size=10.5, leading=16, align="left", before=2, contextual=True),
        "attachments": s("附件说明", leading=21, indent=2, align="left", before=8, contextual=True),
        "contact": s("联系方式", size=10.5, leading=16.5, align="left", before=14, contextual=True),
        "contact_label": s("联系方式名称", "hei", 10.5, 16.5, align="left"),
        "checkbox": s("勾选项", leading=22, indent=2, align="left"),
        "item": s("列表项", leading=22, indent=2),
        "caption": s("表格标题", "hei", 10.5, 18, align="center", before=6, keep_next=True, dark=True),
        "cell": s("表格文字", size=10.5, leading=15, align="left"),
        "dense": s("密排表格文字", size=9, leading=13, align="left"),
        "page_number": s("页码", size=9, leading=12, align="center"),
    }
    return Look("personal", 25 * MM, 22 * MM, side, side, styles)


def _gb9704() -> Look:
    pitch = 28.99  # 225 mm / 22 lines
    s = TextStyle
    styles = {
        "h1": s("文书标题", "song", 22, 2 * pitch * 0.6, align="center", after=pitch, keep_next=True, dark=True),
        "h2": s("一级标题", "hei", 16, pitch, indent=2, align="left", keep_next=True),
        "h3": s("二级标题", "kai", 16, pitch, indent=2, align="left", keep_next=True),
        "body": s("文书正文", "fangsong", 16, pitch, indent=2),
        "salutation": s("称谓", "fangsong", 16, pitch, align="left", keep_next=True),
        "figure_label": s("要点名称", "hei", 9, 14, align="left"),
        "figure": s("要点", "fangsong", 10.5, 16, align="left"),
        "closing": s("此致", "fangsong", 16, pitch, indent=2, align="left", keep_next=True),
        "regards": s("敬礼", "fangsong", 16, pitch, align="left", keep_next=True),
        "signature": s("落款签名", "fangsong", 16, pitch, align="right", before=pitch / 2, right_em=2, keep_next=True),
        "fingerprint": s(
            "落款签名按印", "fangsong", 16, pitch, align="right", before=pitch / 2, right_em=2, keep_next=True
        ),
        "date": s("落款日期", "fangsong", 16, pitch, align="right", right_em=2),
        "note": s("附注", "fangsong", 12, 20, align="left", before=2, contextual=True),
        "attachments": s("附件说明", "fangsong", 16, pitch, indent=2, align="left", before=pitch, contextual=True),
        "contact": s("联系方式", "fangsong", 12, 20, align="left", before=pitch / 2, contextual=True),
        "contact_label": s("联系方式名称", "hei", 12, 20, align="left"),
        "checkbox": s("勾选项", "fangsong", 16, pitch, indent=2, align="left"),
        "item": s("列表项", "fangsong", 16, pitch, indent=2),
        "caption": s("表格标题", "hei", 12, 22, align="center", before=6, keep_next=True),
        "cell": s("表格文字", "fangsong", 10.5, 16.5, align="left"),
        "dense": s("密排表格文字", "fangsong", 9, 13, align="left"),
        "page_number": s("页码", "song", 14, 16, align="center"),
    }
    fitting = tuple(pitch * (22 / lines - 1) for lines in (22, 22.5, 23, 24))  # 22 lines a page, at need up to 24
    return Look(
        "gb9704",
        37 * MM,
        35 * MM,
        28 * MM,
        26 * MM,
        styles,
        char_spacing=-0.22,
        page_number="dash",
        line_grid=True,
        leadings=fitting,
    )


LOOKS: dict[str, Look] = {"personal": _personal(), "gb9704": _gb9704()}
