"""What a person uses and no text holds: check boxes, blanks for ink, fingerprints, page numbers, draft mark."""

from __future__ import annotations

from negotiation_docs.writers.docxfile.runs import run
from negotiation_docs.writers.docxfile.stylenames import BLANK, CUT, NEW_PAGE, PLACE

CUT_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{CUT}"/></w:pPr></w:p>'
_SIDE = 1417  # 25 mm in twips
# The frame stands in the paragraph, not in its style: LibreOffice does not read frames from styles.
PLACE_PARAGRAPH = (
    f'<w:p><w:pPr><w:pStyle w:val="{PLACE}"/><w:framePr w:w="{_SIDE}" w:h="{_SIDE}" w:hRule="exact" w:hSpace="170"'
    ' w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="200"/></w:pPr></w:p>'
)
NEW_PAGE_PARAGRAPH = f'<w:p><w:pPr><w:pStyle w:val="{NEW_PAGE}"/></w:pPr></w:p>'

# No-break spaces: a right-aligned line drops ordinary spaces at its end, these keep their width
# and their underline (half an em each in the style's Chinese face: seven characters).
TAB = "<w:r><w:tab/></w:r>"  # to the text of an English item, or a rule to write on (styles have the tab stops)
BULLET = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
SIGNATURE_BLANK = (
    f'<w:r><w:rPr><w:rStyle w:val="{BLANK}"/></w:rPr><w:t xml:space="preserve">{chr(0xA0) * 14}</w:t></w:r>'
)


def check_box(number: int) -> str:
    """A box to tick: a check-box control in Word (a click ticks it), a drawn square on paper, no character of text.

    ``number`` is unique in the document. The square is a symbol of Wingdings 2, which every office program maps to its
    own symbol font; the gap after it belongs to it.
    """
    state = '<w14:{0} w14:val="{1}" w14:font="Wingdings 2"/>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="勾选"/><w:id w:val="{1000 + number}"/>'
        '<w14:checkbox><w14:checked w14:val="0"/>'
        f"{state.format('checkedState', '0052')}{state.format('uncheckedState', '00A3')}</w14:checkbox></w:sdtPr>"
        '<w:sdtContent><w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r></w:sdtContent></w:sdt>'
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
