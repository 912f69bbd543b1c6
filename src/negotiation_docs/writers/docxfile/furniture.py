"""The styles of a look that are no running text, made with python-docx: strong text, tables, even pages' number."""

from __future__ import annotations

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Twips

from negotiation_docs.tree import TableRole
from negotiation_docs.writers.docxfile.elements import Element, element
from negotiation_docs.writers.docxfile.stylenames import EVEN, LISTS, STRONG, TABLES
from negotiation_docs.writers.docxfile.stylesheet import set_face
from negotiation_docs.writers.docxfile.xml import twips
from negotiation_docs.writers.style import Look
from negotiation_docs.writers.tables.beside import FIGURE_ABOVE, FIGURE_BELOW, FIGURE_PADDING

_PADDED_SIZE = 10.5  # pt; the look's cell padding is meant for type of this size
_SIDES = ("top", "left", "bottom", "right")


def add_furniture_styles(styles: Element, look: Look, *, latin: bool) -> None:
    """Add them to a document that has the styles of running text."""
    set_face(_added(styles, STRONG, WD_STYLE_TYPE.CHARACTER), look.strong, latin=latin)
    for (key, role), names in TABLES.items():
        _table(_added(styles, names, WD_STYLE_TYPE.TABLE), look, key, role)
    for key, names in LISTS.items():
        _list(_added(styles, names, WD_STYLE_TYPE.TABLE), look, key)
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


def _list(made: Element, look: Look, key: str) -> None:
    """The strip of figures between heavy rules, or the contact block under a hairline."""
    strip = key == "figures"
    rules = [("top", look.heavy_rule), ("bottom", look.heavy_rule), ("insideV", look.hairline)]
    edges = [_edge(side, width) for side, width in (rules if strip else [("top", look.hairline)])]
    room = (FIGURE_ABOVE, FIGURE_PADDING, FIGURE_BELOW, FIGURE_PADDING / 2) if strip else (0, 0, 0, 0)
    cells = [element(side, w=twips(space), type="dxa") for side, space in zip(_SIDES, room, strict=True)]
    made.element.append(element("tblPr", element("tblBorders", *edges), element("tblCellMar", *cells)))


def _edge(side: str, width: float) -> Element:
    return element(side, val="single", sz=max(2, round(width * 8)), space=0, color="auto")


def _table(made: Element, look: Look, key: str, role: TableRole) -> None:
    """Rules as :func:`tables.grid.rules` has them; cells centred vertically, room by the size of the type."""
    across, down = twips(look.cell_padding * look.styles[key].size / _PADDED_SIZE), twips(look.cell_padding / 2)
    rules = {"top": look.heavy_rule, "bottom": look.heavy_rule}
    if role is TableRole.FORM:
        rules = dict.fromkeys((*_SIDES, "insideH", "insideV"), look.rule)
    elif role is TableRole.PLAIN:
        rules["insideH"] = look.hairline
    edges = [_edge(side, width) for side, width in rules.items()]
    room = [element(side, w=across if side in ("left", "right") else down, type="dxa") for side in _SIDES]
    first = element("tcBorders", _edge("bottom", look.rule))
    last = element("tcBorders", _edge("top", look.rule))
    made.element.extend(
        [
            element("tblPr", element("tblBorders", *edges), element("tblCellMar", *room)),
            element("tcPr", element("vAlign", val="center")),
            element("tblStylePr", element("tcPr", first), type="firstRow"),
            element("tblStylePr", element("tcPr", last), type="lastRow"),
        ]
    )
