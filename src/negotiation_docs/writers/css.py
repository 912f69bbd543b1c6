"""The CSS of the HTML writer, made from the style table; all furniture is drawn here, so that none of it is text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from negotiation_docs.writers.style import Face, Look, TextStyle
from negotiation_docs.writers.tables.columns import FORM_SHARE

SCOPE: Final = "nd-paper"
"""The class of the element every rule is confined to: a notebook page keeps its own look."""

_FONTS: Final[dict[Face, str]] = {
    "song": '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif',
    "hei": '"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif',
    "fangsong": 'FangSong,STFangsong,"Noto Serif SC",serif',
    "kai": 'KaiTi,"Kaiti SC",STKaiti,"Noto Serif SC",serif',
}
_SELECTORS: Final = {  # of styles whose keys are no classes of paragraphs
    "h1": "h1",
    "h2": "h2",
    "h3": "h3",
    "item": "li",
    "caption": "caption",
    "cell": "td,.{0} th",
    "figure_label": "dl.figures dt",
    "figure": "dl.figures dd",
    "contact_label": "dl.contact dt",
    "contact": "p.contact,.{0} dl.contact dd",
}
_SUMS: Final = ",.{0} ".join(  # what is noted beside the sums of a ledger is none
    (
        "th",
        *(f"table:not(.ledger) {row} td" for row in ("tfoot", "tr.sum")),
        *(f"{row} td{which}" for row in ("tfoot", "tr.sum") for which in (":first-child", ".number")),
    )
)
_BOX: Final = (
    'content:"";display:inline-block;text-indent:0;box-sizing:border-box;width:.85em;height:.85em;'
    "border:1px solid;margin-right:.4em;vertical-align:-.08em"
)

_FIXED: Final = (
    ("", "position:relative;margin:0 auto;overflow:hidden"),
    ("", "color:#000;background:#fff;text-align:left;overflow-wrap:anywhere"),
    ("h1,.{0} h2,.{0} h3,.{0} p,.{0} li,.{0} caption,.{0} th,.{0} td", "white-space:pre-wrap"),
    ("h1,.{0} h2,.{0} h3", "font-weight:normal;break-after:avoid"),
    ("p,.{0} h1,.{0} h2,.{0} h3,.{0} ol,.{0} ul", "margin:0;padding:0"),
    ("ol,.{0} ul", "list-style:none"),
    ("ul>li:not(.checkbox)::before", 'content:"•";display:inline-block;text-indent:0;width:1em'),
    (".label", "margin-right:.25em"),
    ("strong", "font-weight:600;font-family:{strong}"),
    ("p.checkbox::before,.{0} li.checkbox::before,.{0} .box::before", _BOX),
    ("p.signature::after,.{0} p.fingerprint::after", 'content:"";display:inline-block;width:9em;height:1.2em'),
    ("p.long::after,.{0} p.long.fingerprint::after", "min-width:14em"),
    ("p.signature::after", "border-bottom:.6pt solid;margin-left:.25em"),
    ("p.fingerprint::after", "width:25mm;height:25mm;border:1px dashed #777;margin-left:6em;vertical-align:middle"),
    ("dl", "margin:0;padding:0;display:grid"),
    ("dt,.{0} dd", "white-space:pre-wrap;margin:0"),
    ("dl.figures", "display:flex"),
    ("dl.figures div", "flex:1 1 auto;padding:4pt 4pt 5pt 7pt"),
    ("dl.contact", "grid-template-columns:repeat(auto-fit,minmax(15em,1fr));gap:0 12pt"),
    ("dl.contact div", "display:grid;grid-template-columns:6.5em 1fr;gap:0 8pt"),
    ("table", "width:100%;border-collapse:collapse;margin:6pt 0 12pt;background:none"),
    ("th,.{0} td", "border:0;vertical-align:top;background:none;overflow-wrap:break-word"),
    (".whole", "white-space:nowrap"),
    ("thead", "display:table-header-group"),
    ("tr", "break-inside:avoid;background:none"),
    ("th.center,.{0} td.center", "text-align:center"),
    ("th.number,.{0} td.number", "text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal"),
    ("section.keep,.{0} section.signoff,.{0} section.receipt", "break-inside:avoid"),
    ("section.receipt", "border-top:1px dashed #000;margin-top:18pt;padding-top:12pt"),
    ("section.page-break", "break-before:page"),
)
_DRAFT: Final = (
    "position:absolute;inset:0;z-index:0;pointer-events:none;display:flex;align-items:center;justify-content:center;"
    "font:150pt sans-serif;color:rgba(0,0,0,.09);transform:rotate(-50deg)"
)

_SHEET: Final = "margin:8pt auto;padding:36pt 42pt;border:1px solid #ccc"


@lru_cache(maxsize=8)
def stylesheet(look: Look) -> str:
    """All rules of ``look``, confined to :data:`SCOPE`."""
    strong = _FONTS[look.strong]
    rules = [_rule(selector, body.replace("{strong}", strong)) for selector, body in _FIXED]
    rules[0:0] = [_rule("", f"max-width:{look.measure:.0f}pt;padding:{look.top:.0f}pt {look.right:.0f}pt")]
    rules += [_rule(_selector(key), _text(style)) for key, style in look.styles.items() if _selector(key)]
    rules.append(_rule("th,.{0} td", f"padding:2pt {look.cell_padding:g}pt;text-align:left"))
    rules.append(_rule(_SUMS, f"font-family:{strong};font-weight:600"))
    rules += _ruled(look)
    rules += [
        _rule("th,.{0} td.center", "text-align:center"),
        _rule("table.ledger th:not(.center)", "text-align:left"),
        _rule("th.number,.{0} td.number", "text-align:right"),
    ]
    for lang, mark in (("zh", "草稿"), ("en", "DRAFT")):
        rules.append(f'.{SCOPE}.draft:lang({lang})::before{{content:"{mark}";{_DRAFT}}}')
    page = f"size:A4;margin:{look.top:.0f}pt {look.right:.0f}pt {look.bottom:.0f}pt {look.left:.0f}pt"
    narrow = (
        _rule("", "padding:14pt 8pt;overflow-x:auto")
        + _rule("h1", "font-size:16pt;letter-spacing:0;text-wrap:balance")  # fifteen characters in a window of 360 px
        + _rule("dl.figures", "flex-wrap:wrap;overflow:hidden")
        + _rule("dl.figures div", f"{_lines(look)};margin:-1px 0 0 -1px")  # those at its edges are out of sight
        + _rule("th,.{0} td", "padding:2pt 1.5pt;font-size:9pt")
        + _rule("table:not(.form) tr:not(.part)>:first-child", "padding-left:0")
        + _rule("table:not(.form) tr>:last-child", "padding-right:0")
        + _rule("table:has(th:nth-child(6)) th,.{0} table:has(th:nth-child(6)) td", "font-size:8pt")
        + _rule("td:not(.number):not(.center)", "min-width:4em")  # words have room for four characters at least
        + "".join(_rule(_selector(key), "text-align:left") for key in _justified(look))  # a long figure tears a line
    )
    rules.append(f"@media(max-width:30em){{{narrow}}}")
    on_paper = f".{SCOPE}{{padding:0;max-width:none;overflow:visible}}.{SCOPE}.draft::before{{position:fixed}}"
    rules.append(f"@page{{{page}}}@media print{{{on_paper}}}")
    return "".join(rules)


def _lines(look: Look) -> str:
    """The lines above and left of a figure in a strip of several rows."""
    hair = f"{look.hairline:g}pt solid"
    return f"border-left:{hair};border-top:{hair}"


def _ruled(look: Look) -> list[str]:
    """The strip of figures between heavy rules, the contact block under a hairline, the three rules of a ledger."""
    heavy, hair = f"{look.heavy_rule:g}pt solid", f"{look.hairline:g}pt solid"
    return [
        _rule("dl.figures", f"border-top:{heavy};border-bottom:{heavy};margin:6pt 0"),
        _rule("dl.figures div+div", f"border-left:{hair}"),
        _rule("dl.contact", f"border-top:{hair};padding-top:5pt;margin-top:{look.styles['contact'].before:g}pt"),
        _rule("dl.contact dd", "margin:0"),
        _rule("p:lang(en),.{0} li:lang(en)", "text-indent:0;text-align:left;padding-right:0;margin-bottom:.5em"),
        _rule("h1:lang(en)", "letter-spacing:0"),
        _rule("p.attachments", "padding-left:5em;text-indent:-3em"),  # each number below the first
        _rule("p.attachments:lang(en)", "padding-left:6em;text-indent:-6em"),
        _rule("table", f"border-top:{heavy};border-bottom:{heavy}"),
        _rule("tbody tr+tr", f"border-top:{hair}"),
        _rule("table.ledger tr+tr:not(.sum)", "border-top:0"),
        _rule("table.ledger tr+tr.sum", f"border-top:{hair}"),
        _rule("table.form td,.{0} table.form th", f"border:{look.rule:g}pt solid;vertical-align:middle"),
        _rule("table.form td:first-child:not([colspan])", f"width:{FORM_SHARE:.0%}"),
        _rule("thead", f"border-bottom:{look.rule:g}pt solid"),
        _rule("tfoot", f"border-top:{look.rule:g}pt solid"),
        _rule("tr.part td:first-child", "padding-left:1.6em"),
    ]


@lru_cache(maxsize=8)
def guest_stylesheet(look: Look) -> str:
    """The rules for a paper on a page with rules of its own, such as a notebook's.

    The class is named three times over to outweigh that page's rules for tables (it stripes them and sets every cell
    flush right); the page's own margins and printing are left alone, and the paper is a sheet with an edge.
    """
    rules = stylesheet(look).partition("@page")[0] + _rule("", _SHEET) + _rule("table", "table-layout:auto")
    return rules.replace(f".{SCOPE}", f".{SCOPE}" * 3)


def _rule(selector: str, body: str) -> str:
    joined = f".{SCOPE} {selector.replace('{0}', SCOPE)}" if selector else f".{SCOPE}"
    return f"{joined}{{{body}}}"


def _justified(look: Look) -> list[str]:
    """The keys of the styles whose lines fill the measure."""
    return [key for key, style in look.styles.items() if style.align == "justify" and _selector(key)]


def _selector(key: str) -> str:
    """The selector of a style key; empty for styles that no HTML element has."""
    if key in ("page_number", "dense"):
        return ""
    return _SELECTORS.get(key) or ("p" if key == "body" else f"p.{key}")


def _text(style: TextStyle) -> str:
    """A style as declarations; lengths in pt, the first-line indent in characters."""
    parts = [
        f"font-family:{_FONTS[style.face]}",
        f"font-size:{style.size:g}pt",
        f"line-height:{style.leading / style.size:.3f}",
        f"text-indent:{style.indent}em",
        f"text-align:{style.align}",
        f"margin-top:{style.before:g}pt",
        f"margin-bottom:{style.after:g}pt",
    ]
    if style.tracking:
        parts.append(f"letter-spacing:{style.tracking:g}em")
    if style.dark:
        parts.append("font-weight:600")
    if style.right_em:
        parts.append(f"padding-right:{style.right_em:g}em")
    return ";".join(parts)
