"""The styles that are no running text: Word's own, and those of furniture, strong text and tables."""

from __future__ import annotations

from negotiation_docs.writers.docxfile.properties import FONTS, LANGUAGE, fonts
from negotiation_docs.writers.docxfile.stylenames import BLANK, CUT, EVEN, NEW_PAGE, OUTLINE, PLACE, STRONG, TABLES
from negotiation_docs.writers.docxfile.xml import twips
from negotiation_docs.writers.style import Look

_SHADE = "F0F0F0"  # behind a table's head, light enough for a fax
_PADDED_SIZE = 10.5  # pt; the look's cell padding is meant for type of this size


def defaults(look: Look, *, latin: bool) -> str:
    """Document defaults and the built-in styles every package needs.

    Punctuation never hangs outside the margin and is squeezed at the start of a line (CLREQ 3.1.6).
    """
    body = look.styles["body"]
    size = round(body.size * 2)
    hidden = "<w:semiHidden/><w:unhideWhenUsed/>"
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(body.face, latin=latin)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{LANGUAGE}</w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{''.join(_heading(level) for level in OUTLINE.values())}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>{hidden}</w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/>{hidden}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/>{hidden}</w:style>'
    )


def furniture_styles(look: Look, *, latin: bool) -> list[str]:
    """The styles of blanks, boxes, cut lines, breaks and even pages' numbers, of strong text and of tables."""
    song = FONTS["song"][0]
    blank = f'<w:rFonts w:ascii="{song}" w:eastAsia="{song}" w:hAnsi="{song}"/><w:u w:val="single"/>'
    edges = "".join(
        f'<w:{side} w:val="dotted" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
    )
    cut = (
        '<w:keepNext/><w:pBdr><w:top w:val="dashed" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="360" w:after="120" w:line="120" w:lineRule="exact"/>'
    )
    page = '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    made = [
        _character(STRONG, fonts(look.strong, latin=latin) + ("<w:b/>" if latin and look.strong == "hei" else "")),
        _character(BLANK, blank),
        _furniture(CUT, cut),
        _furniture(PLACE, f"<w:keepNext/><w:pBdr>{edges}</w:pBdr>"),
        _furniture(NEW_PAGE, page),
        *(_table(names, look, key) for key, names in TABLES.items()),
    ]
    if look.page_number == "dash":  # 双页居左空一字 (GB/T 9704-2012 7.5)
        em = round(look.styles["page_number"].size * 20)
        indent = f'<w:ind w:leftChars="100" w:left="{em}" w:rightChars="0" w:right="0"/><w:jc w:val="left"/>'
        made.append(_furniture(EVEN, indent, parent="page_number"))
    return made


def _furniture(names: tuple[str, str], properties: str, parent: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{names[0]}"><w:name w:val="{names[1]}"/>'
        f'<w:basedOn w:val="{parent}"/><w:uiPriority w:val="2"/><w:pPr>{properties}</w:pPr></w:style>'
    )


def _character(names: tuple[str, str], properties: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{names[0]}"><w:name w:val="{names[1]}"/>'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


def _heading(level: int) -> str:
    """Word's own heading style (标题 1 in a Chinese Word), the parent of ours: programs know headings by its name."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="body"/><w:uiPriority w:val="9"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def _table(names: tuple[str, str], look: Look, key: str) -> str:
    """Thin rules on all sides, a light head, cells centred vertically, room by the size of the type."""
    rule = max(2, round(look.rule * 8))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/>' for side in sides)
    across, down = twips(look.cell_padding * look.styles[key].size / _PADDED_SIZE), twips(look.cell_padding / 2)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", down), ("left", across), ("bottom", down), ("right", across))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{names[0]}"><w:name w:val="{names[1]}"/>'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr></w:style>'
    )
