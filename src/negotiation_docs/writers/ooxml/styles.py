"""styles.xml from the one style table: built-in styles, the look's styles under their Chinese names, variants."""

from __future__ import annotations

from functools import lru_cache
from math import floor

from negotiation_docs.writers.ooxml.names import (
    BLANK,
    CELLS,
    CUT,
    KEEP,
    LATIN,
    NEW_PAGE,
    OUTLINE,
    PAGE,
    PLACE,
    STRONG,
    TABLE,
    WHOLE,
    text_styles,
    variant_id,
    variant_name,
)
from negotiation_docs.writers.ooxml.package import Part
from negotiation_docs.writers.ooxml.xml import DECLARATION, W, escape, twips
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
_VARIANT_PROPERTIES = {KEEP: "<w:keepNext/>", WHOLE: "<w:keepLines/>", PAGE: "<w:pageBreakBefore/>"}


def fonts(face: Face, *, latin: bool = False) -> str:
    """``w:rFonts`` naming all four slots; the hint gives “”—… to the Chinese face unless the text is Latin."""
    east, west = FONTS[face]
    west, hint = (west, "default") if latin else (east, "eastAsia")
    return f'<w:rFonts w:hint="{hint}" w:ascii="{west}" w:eastAsia="{east}" w:hAnsi="{west}" w:cs="{west}"/>'


def paragraph_style(key: str, style: TextStyle, look: Look, *, latin: bool) -> str:
    """One paragraph style with every property said, so that it looks the same whatever it is based on."""
    outline = f'<w:outlineLvl w:val="{OUTLINE[key] - 1}"/>' if key in OUTLINE else ""
    rule = "atLeast" if key in ("signature", "fingerprint") else "exact"  # a signature's picture must not be cut
    spacing = (
        f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"'
        f' w:line="{twips(style.leading)}" w:lineRule="{rule}"/>'
    )
    grid = "" if style.leading == look.styles["body"].leading else '<w:snapToGrid w:val="0"/>'
    # No gaps between Han and digits in cells: a date must not get wider than its column.
    gaps = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if key in CELLS else ""
    indent = (
        f'<w:ind w:left="0" w:rightChars="{round(style.right_em * 100)}" w:right="{twips(style.right_em * style.size)}"'
    )
    indent += f' w:firstLineChars="{style.indent * 100}" w:firstLine="{twips(style.indent * style.size)}"/>'
    indent += "<w:contextualSpacing/>" if style.contextual else ""
    keep = "<w:keepNext/>" if style.keep_next else ""
    lines = "<w:keepLines/>" if key in OUTLINE or key == "caption" else ""
    size = round(style.size * 2)
    tight = f'<w:spacing w:val="{floor(look.char_spacing * 20)}"/>' if look.char_spacing else ""
    parent = f"Heading{OUTLINE[key]}" if key in OUTLINE else "Normal"
    following = '<w:next w:val="body"/>' if key in OUTLINE else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{parent}"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
        f'<w:pPr>{keep}{lines}{gaps}{grid}{spacing}{indent}<w:jc w:val="{_JC[style.align]}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts(style.face, latin=latin)}{tight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"{LANGUAGE}</w:rPr></w:style>"
    )


def furniture_styles(look: Look, *, latin: bool) -> dict[str, str]:
    """The styles of what is not text, and of strong text and tables, by id."""

    def furniture(names: tuple[str, str], properties: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{names[0]}"><w:name w:val="{names[1]}"/>'
            f'<w:basedOn w:val="Normal"/><w:uiPriority w:val="2"/><w:pPr>{properties}</w:pPr></w:style>'
        )

    def character(names: tuple[str, str], properties: str) -> str:
        return (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{names[0]}"><w:name w:val="{names[1]}"/>'
            f'<w:uiPriority w:val="1"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
        )

    song = FONTS["song"][0]
    edge = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right")
    )
    place = f"<w:keepNext/><w:pBdr>{edge}</w:pBdr>"
    cut = (
        '<w:keepNext/><w:pBdr><w:top w:val="dashed" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        '<w:spacing w:before="360" w:after="120" w:line="120" w:lineRule="exact"/>'
    )
    page = '<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return {
        STRONG[0]: character(STRONG, fonts(look.strong, latin=latin) + ("<w:b/>" if latin else "")),
        BLANK[0]: character(
            BLANK, f'<w:rFonts w:ascii="{song}" w:eastAsia="{song}" w:hAnsi="{song}"/><w:u w:val="single"/>'
        ),
        CUT[0]: furniture(CUT, cut),
        PLACE[0]: furniture(PLACE, place),
        NEW_PAGE[0]: furniture(NEW_PAGE, page),
        TABLE[0]: _table_style(look),
    }


def variant_style(key: str, flags: str, look: Look) -> str:
    """A style based on ``key`` with the properties of ``flags``, kept out of Word's gallery."""
    style = text_styles(look)[key]
    properties = "".join(_VARIANT_PROPERTIES.get(flag, "") for flag in flags)
    face = f"<w:rPr>{fonts(style.face, latin=True)}</w:rPr>" if LATIN in flags else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{variant_id(key, flags)}">'
        f'<w:name w:val="{variant_name(style.name, flags)}"/><w:basedOn w:val="{key}"/>'
        f'<w:uiPriority w:val="3"/><w:semiHidden/><w:pPr>{properties}</w:pPr>{face}</w:style>'
    )


@lru_cache(maxsize=256)
def styles_part(look: Look, lang: str, variants: frozenset[tuple[str, str]]) -> Part:
    """styles.xml for a look, a paper's language and the variants its paragraphs use."""
    return Part.of("word/styles.xml", styles_xml(look, lang, variants))


def styles_xml(look: Look, lang: str, variants: frozenset[tuple[str, str]]) -> str:
    """The text of that part."""
    latin = not lang.startswith("zh")
    body = [paragraph_style(key, style, look, latin=latin) for key, style in text_styles(look).items()]
    body += furniture_styles(look, latin=latin).values()
    body += [variant_style(key, flags, look) for key, flags in sorted(variants)]
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{_defaults(look, latin)}{"".join(body)}</w:styles>'


def _defaults(look: Look, latin: bool) -> str:
    """Document defaults and the four built-in styles every package needs.

    Punctuation never hangs outside the margin and is squeezed at the start of a line (CLREQ 3.1.6).
    """
    size = round(look.styles["body"].size * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.styles['body'].face, latin=latin)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{LANGUAGE}</w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{''.join(_built_in_heading(level) for level in OUTLINE.values())}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _built_in_heading(level: int) -> str:
    """Word's own heading style (标题 1 in a Chinese Word), the parent of ours: programs know headings by its name."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="body"/><w:uiPriority w:val="9"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def _table_style(look: Look) -> str:
    """Thin rules on all sides, cells centred vertically."""
    rule = max(2, round(look.rule * 8))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="{rule}" w:space="0" w:color="auto"/>' for side in sides)
    across, down = twips(look.cell_padding), twips(look.cell_padding / 2)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", down), ("left", across), ("bottom", down), ("right", across))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE[0]}"><w:name w:val="{escape(TABLE[1])}"/>'
        f'<w:uiPriority w:val="1"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )
