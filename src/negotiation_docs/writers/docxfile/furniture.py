"""The styles of a look that are no running text, made with python-docx: strong text, tables, even pages' number."""

from __future__ import annotations

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Twips

from negotiation_docs.writers.docxfile.elements import Element, element
from negotiation_docs.writers.docxfile.stylenames import EVEN, STRONG, TABLES
from negotiation_docs.writers.docxfile.stylesheet import set_face
from negotiation_docs.writers.docxfile.xml import twips
from negotiation_docs.writers.style import Look

_SHADE = "F0F0F0"  # behind a table's head, light enough for a fax
_PADDED_SIZE = 10.5  # pt; the look's cell padding is meant for type of this size
_SIDES = ("top", "left", "bottom", "right")


def add_furniture_styles(styles: Element, look: Look, *, latin: bool) -> None:
    """Add them to a document that has the styles of running text."""
    set_face(_added(styles, STRONG, WD_STYLE_TYPE.CHARACTER), look.strong, latin=latin)
    for key, names in TABLES.items():
        _table(_added(styles, names, WD_STYLE_TYPE.TABLE), look, key)
    if look.page_number == "dash":
        _even_pages(styles, look)


def _added(styles: Element, names: tuple[str, str], kind: WD_STYLE_TYPE) -> Element:
    made = styles.add_style(names[1], kind)
    made.element.styleId = names[0]
    made.priority = 1
    made.quick_style = kind is not WD_STYLE_TYPE.PARAGRAPH
    return made


def _even_pages(styles: Element, look: Look) -> None:
    """双页居左空一字 (GB/T 9704-2012 7.5)."""
    odd = look.styles["page_number"]
    made = _added(styles, EVEN, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles[odd.name]
    layout = made.paragraph_format
    layout.left_indent, layout.right_indent = Twips(twips(odd.size)), Twips(0)
    layout.alignment = WD_ALIGN_PARAGRAPH.LEFT
    made.element.pPr.ind.set(qn("w:leftChars"), "100")
    made.element.pPr.ind.set(qn("w:rightChars"), "0")


def _table(made: Element, look: Look, key: str) -> None:
    """Thin rules on all sides, a light head, cells centred vertically, room by the size of the type."""
    rule = max(2, round(look.rule * 8))
    across, down = twips(look.cell_padding * look.styles[key].size / _PADDED_SIZE), twips(look.cell_padding / 2)
    edges = [element(side, val="single", sz=rule, space=0, color="auto") for side in (*_SIDES, "insideH", "insideV")]
    room = [element(side, w=across if side in ("left", "right") else down, type="dxa") for side in _SIDES]
    shade = element("shd", val="clear", color="auto", fill=_SHADE)
    made.element.extend(
        [
            element("tblPr", element("tblBorders", *edges), element("tblCellMar", *room)),
            element("tcPr", element("vAlign", val="center")),
            element("tblStylePr", element("tcPr", shade), type="firstRow"),
        ]
    )
