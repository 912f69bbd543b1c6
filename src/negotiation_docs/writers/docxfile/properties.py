"""What a paragraph style says, as XML in the order the schema asks for."""

from __future__ import annotations

from math import floor

from negotiation_docs.writers.docxfile.stylenames import CELLS, OUTLINE
from negotiation_docs.writers.docxfile.xml import line_twips, twips
from negotiation_docs.writers.style import Face, Look, TextStyle

# The Chinese face, and the Western one that stands beside it in Latin text. Chinese text is set in the Chinese face
# alone, digits included: they are half an em wide in it, keep to the grid, and need no second font on the machine.
FONTS: dict[Face, tuple[str, str]] = {
    "song": ("宋体", "Times New Roman"),
    "hei": ("黑体", "Arial"),
    "fangsong": ("仿宋", "Times New Roman"),
    "kai": ("楷体", "Times New Roman"),
}
LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'  # of Latin letters and of Han, side by side in any paragraph
_JC = {"justify": "both", "left": "left", "center": "center", "right": "right"}
_ATTACHMENT_EM = 4.0  # 附件：1. before an attachment's name (GB/T 9704-2012 7.3.4: further lines stand below it)
_ENGLISH_ITEM_EM = 1.6  # the number or box before the text of an English item
_GROWS = ("signature", "fingerprint")  # a signature's picture must not be cut by an exact line height


def fonts(face: Face, *, latin: bool = False) -> str:
    """``w:rFonts`` naming all four slots; the hint gives “”—… to the Chinese face unless the text is Latin."""
    east, west = FONTS[face]
    west, hint = (west, "default") if latin else (east, "eastAsia")
    return f'<w:rFonts w:hint="{hint}" w:ascii="{west}" w:eastAsia="{east}" w:hAnsi="{west}" w:cs="{west}"/>'


def characters(style: TextStyle, look: Look, *, latin: bool) -> str:
    """The run properties of a style."""
    size = round(style.size * 2)
    tight = f'<w:spacing w:val="{floor(look.char_spacing * 20)}"/>' if look.char_spacing else ""
    bold = "<w:b/>" if latin and style.face == "hei" else ""  # Western type has a weight for what Chinese has a face
    return f'{fonts(style.face, latin=latin)}{bold}{tight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{LANGUAGE}'


def layout(key: str, style: TextStyle, look: Look, *, latin: bool, extra_before: float = 0) -> str:
    """The paragraph properties that place a style's lines, every one said, whatever the style is based on."""
    # No gaps between Han and digits in cells: a date must not get wider than its column.
    gaps = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if key in CELLS else ""
    grid = "" if style.leading == look.styles["body"].leading else '<w:snapToGrid w:val="0"/>'
    spacing = (
        f'<w:spacing w:before="{twips(style.before + extra_before)}" w:after="{twips(style.after)}"'
        f' w:line="{line_twips(style.leading)}" w:lineRule="{"atLeast" if key in _GROWS else "exact"}"/>'
    )
    contextual = "<w:contextualSpacing/>" if style.contextual else ""
    outline = f'<w:outlineLvl w:val="{OUTLINE[key] - 1}"/>' if key in OUTLINE else ""
    hang = 0.0
    if key == "attachments":
        hang = 0.0 if latin else _ATTACHMENT_EM
    elif latin and key in ("item", "checkbox"):
        hang = _ENGLISH_ITEM_EM
    return f'{gaps}{grid}{spacing}{_indent(style, hang)}{contextual}<w:jc w:val="{_JC[style.align]}"/>{outline}'


def _indent(style: TextStyle, hang: float) -> str:
    """Indents in characters for Word, with the same in twips for programs that do not count characters."""
    em = style.size * 20
    right = f'w:rightChars="{round(style.right_em * 100)}" w:right="{round(style.right_em * em)}"'
    if hang:
        left = style.indent + hang
        first = f'w:hangingChars="{round(hang * 100)}" w:hanging="{round(hang * em)}"'
        return f'<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * em)}" {right} {first}/>'
    first = f'w:firstLineChars="{style.indent * 100}" w:firstLine="{round(style.indent * em)}"'
    return f'<w:ind w:left="0" {right} {first}/>'
