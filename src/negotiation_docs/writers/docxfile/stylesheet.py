"""The looks' styles as Word styles, made with python-docx from the one style table."""

from __future__ import annotations

from math import floor

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from negotiation_docs.writers.docxfile.elements import Element, element
from negotiation_docs.writers.docxfile.stylenames import CELLS, LATIN, OUTLINE, text_styles, variant_id, variant_name
from negotiation_docs.writers.docxfile.xml import line_twips, twips
from negotiation_docs.writers.style import ENGLISH_HANG, Align, Face, Look, TextStyle

# The Chinese face, and the Western one for digits and Latin letters: its digits are half an em wide too.
FACES: dict[Face, tuple[str, str]] = {
    "song": ("宋体", "Times New Roman"),
    "hei": ("黑体", "Arial"),
    "fangsong": ("仿宋", "Times New Roman"),
    "kai": ("楷体", "Times New Roman"),
}
_ALIGN: dict[Align, WD_ALIGN_PARAGRAPH] = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_ATTACHMENT_EM = 4.0  # 附件：1. before an attachment's name (GB/T 9704-2012 7.3.4: further lines stand below it)
_ENGLISH_ATTACHMENT_EM = 5.6  # of “Attachments: ” in Times New Roman
_ROOMY = 1.5  # em; every face fits into such a leading, and an exact one would cut what is higher, such as a signature
_RULED = ("checkbox", "item")  # may end in a rule to write on, which runs to the right margin


def add_text_styles(styles: Element, look: Look, *, latin: bool) -> None:
    """Every paragraph style of ``look`` under its Chinese name; a Chinese base holds the Western variants too."""
    body = look.styles["body"]
    set_face(styles["Normal"], body.face, latin=latin)
    styles["Normal"].font.size = Pt(body.size)
    western = {} if latin else text_styles(look, latin=True)
    for key, style in text_styles(look, latin=latin).items():
        made = _added(styles, key, style.name, f"heading {OUTLINE[key]}" if key in OUTLINE else "Normal", priority=1)
        made.quick_style = True
        _set(made, key, style, look, latin=latin)
        if key in western:
            other = _added(styles, variant_id(key, LATIN), variant_name(style.name, LATIN), style.name, priority=3)
            other.hidden = True
            _set(other, key, western[key], look, latin=True)
    for key in OUTLINE:
        styles[look.styles[key].name].next_paragraph_style = styles[body.name]


def set_face(style: Element, face: Face, *, latin: bool) -> None:
    """Name the face in all four slots; the hint gives “”—… to the Chinese face unless the text is Latin."""
    east, west = FACES[face]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), west)
    fonts.set(qn("w:eastAsia"), east)
    fonts.set(qn("w:hint"), "default" if latin else "eastAsia")
    if latin and face == "hei":  # Western type has a weight for what Chinese has a face
        style.font.bold = True


def _added(styles: Element, key: str, name: str, parent: str, *, priority: int) -> Element:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.element.styleId = key
    made.base_style = styles[parent]
    made.priority = priority
    return made


def _set(made: Element, key: str, style: TextStyle, look: Look, *, latin: bool) -> None:
    """Say all of a style, whatever it is based on. python-docx puts what it knows before what is appended here."""
    text = made.element.get_or_add_rPr()
    spacing = look.char_spacing + style.tracking * style.size
    text.append(element("spacing", val=floor(spacing * 20)))
    text.append(element("lang", val="en-GB", eastAsia="zh-CN"))
    set_face(made, style.face, latin=latin)
    made.font.size = Pt(style.size)
    if style.dark and style.face != "hei":  # 黑体 is dark by itself
        made.font.bold = True

    properties = made.element.get_or_add_pPr()
    if key in CELLS:  # no gaps between Han and digits: a date must not get wider than its column
        properties.extend([element("autoSpaceDE", val=0), element("autoSpaceDN", val=0)])
    if style.leading != look.styles["body"].leading:
        properties.append(element("snapToGrid", val=0))
    if style.contextual:
        properties.append(element("contextualSpacing"))
    if key in OUTLINE:
        properties.append(element("outlineLvl", val=OUTLINE[key] - 1))
    layout = made.paragraph_format
    layout.keep_with_next = style.keep_next or None
    layout.keep_together = key in OUTLINE or key == "caption" or None
    layout.space_before, layout.space_after = Twips(twips(style.before)), Twips(twips(style.after))
    roomy = key not in CELLS and style.leading >= _ROOMY * style.size
    layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST if roomy else WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Twips(line_twips(style.leading))
    layout.alignment = _ALIGN[style.align]
    _indent(layout, properties, style, _hang(key, latin=latin))
    if key in _RULED:
        layout.tab_stops.add_tab_stop(Twips(twips(look.measure)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _hang(key: str, *, latin: bool) -> float:
    """How far further lines stand in from the first, in em."""
    if key == "attachments":
        return _ENGLISH_ATTACHMENT_EM if latin else _ATTACHMENT_EM
    return ENGLISH_HANG if latin and key in ("item", "checkbox") else 0.0


def _indent(layout: Element, properties: Element, style: TextStyle, hang: float) -> None:
    """Indents in characters for Word, with the same in twips for programs that do not count characters."""
    em = style.size * 20
    left = style.indent + hang if hang else 0
    layout.left_indent = Twips(round(left * em))
    layout.right_indent = Twips(round(style.right_em * em))
    layout.first_line_indent = Twips(round(-hang * em if hang else style.indent * em))
    inwards = {"left": left} if hang else {}
    first = {"hanging": hang} if hang else {"firstLine": style.indent}
    for side, characters in {**inwards, "right": style.right_em, **first}.items():
        properties.ind.set(qn(f"w:{side}Chars"), str(round(characters * 100)))
