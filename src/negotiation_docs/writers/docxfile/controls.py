"""What a person uses and no text holds: check boxes, blanks for ink, fingerprints, page numbers, draft mark."""

from __future__ import annotations

from negotiation_docs.writers.docxfile.runs import run
from negotiation_docs.writers.docxfile.stylenames import BLANK, CUT, END, NEW_PAGE, PLACE
from negotiation_docs.writers.docxfile.xml import escape

CUT_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{CUT}"/></w:pPr></w:p>'
FINGERPRINT_SIDE = 1417  # 25 mm in twips
_SIDES = ("top", "left", "bottom", "right")
_NAME_LENGTH = 60  # Word takes 64 characters
END_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{END}"/></w:pPr></w:p>'  # a table ends no document
NEW_PAGE_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{NEW_PAGE}"/></w:pPr></w:p>'

# No-break spaces: a right-aligned line drops ordinary spaces at its end, these keep their width
# and their underline (half an em each in the style's Chinese face: nine characters).
TAB = "<w:r><w:tab/></w:r>"  # to the text of an English item, or a rule to write on (styles have the tab stops)
BULLET = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'


def signature_blank(*, long: bool = False) -> str:
    """A rule to sign on, nine characters wide, or fourteen for a long name."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{BLANK}"/></w:rPr>'
        f'<w:t xml:space="preserve">{chr(0xA0) * (28 if long else 18)}</w:t></w:r>'
    )


def fingerprint_table(words: str, width: int, *, english: bool) -> str:
    """The lines to sign beside the place for the fingerprint: a table of two cells, ``width`` twips wide.

    A frame would do for Word alone: other programs let it collapse, or push it into what follows.
    """
    left = width - FINGERPRINT_SIDE
    edges = "".join(f'<w:{side} w:val="dashed" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES)
    label = f'<w:p><w:pPr><w:pStyle w:val="{PLACE}"/></w:pPr>{run("Fingerprint" if english else "指印")}</w:p>'
    side = f'<w:tcW w:w="{FINGERPRINT_SIDE}" w:type="dxa"/><w:tcBorders>{edges}</w:tcBorders><w:vAlign w:val="center"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{FINGERPRINT_SIDE}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{FINGERPRINT_SIDE}" w:hRule="atLeast"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{left}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>{words}</w:tc>'
        f"<w:tc><w:tcPr>{side}</w:tcPr>{label}</w:tc></w:tr></w:tbl>"
    )


def check_box(number: int, name: str) -> str:
    """A box to tick: □ in a check-box control, which a click in Word turns into ☑.

    ``number`` is unique in the document; ``name`` is what the control calls itself, for who hears it instead of seeing.
    The characters are plain ones, because programs without Word's symbol fonts show a symbol as another character.
    """
    called = escape(" ".join(name.split())[:_NAME_LENGTH] or f"勾选{number}")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{called}"/><w:tag w:val="box{number}"/><w:id w:val="{1000 + number}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
        '<w14:uncheckedState w14:val="25A1" w14:font="宋体"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>□</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, cached: str) -> str:
    """A complex field with the result a program shows until it computes its own."""
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{_mark('begin')}{instruction}{_mark('separate')}{run(cached)}{_mark('end')}"


# Word's shape type 136, "plain text effect"; a shape refers to it by its id.
_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
_TEXT_EFFECT = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    f"<v:formulas>{''.join(f'<v:f eqn={chr(34)}{formula}{chr(34)}/>' for formula in _FORMULAS)}</v:formulas>"
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"'
    ' o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


def watermark(word: str, number: int) -> str:
    """草稿 across the page, as Word's own watermark command writes it (text effect in the header, behind the words)."""
    width = 320 if len(word) == 2 else 480  # pt; two Han characters or DRAFT
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:160pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return (
        f'<w:r><w:pict>{_TEXT_EFFECT}<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}"'
        f' type="#_x0000_t136" alt="{word}" style="{style}" o:allowincell="f" fillcolor="silver" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="{word}"/>'
        "</v:shape></w:pict></w:r>"
    )


def draft_line(word: str, number: int, namespaces: str) -> str:
    """A header's paragraph that says the draft is one: in plain words, and across the page."""
    line = f'<w:pPr><w:pStyle w:val="page_number"/></w:pPr>{run(word)}{watermark(word, number)}'
    return f"<w:p {namespaces}>{line}</w:p>"


def draft_word(lang: str) -> str:
    """What a draft is marked with."""
    return "草稿" if lang.startswith("zh") else "DRAFT"
