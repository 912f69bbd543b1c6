"""The paragraph styles of a document: which ones a look makes, their ids, their Chinese names, their variants.

A style's id is its key in the look (``body``); Chinese names are the contract with a user's own letterhead. A variant
adds a property to a style and is based on it, so that no paragraph is formatted by hand and a change of the parent
changes the variant too. The Western variants stand in the base; the others are added to the papers that use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from negotiation_docs.tree import TableRole
from negotiation_docs.writers.docxfile.xml import twips
from negotiation_docs.writers.style import ENGLISH_DENSE, Align, Look, TextStyle, english_style
from negotiation_docs.writers.tables.beside import DISTANCE

STRONG: Final = ("strong", "强调")
TABLES: Final = {
    ("cell", TableRole.PLAIN): ("table", "文书表格"),
    ("dense", TableRole.PLAIN): ("table-dense", "密排文书表格"),
    ("cell", TableRole.LEDGER): ("ledger", "三线表"),
    ("dense", TableRole.LEDGER): ("ledger-dense", "密排三线表"),
    ("cell", TableRole.FORM): ("form", "表格式文书"),
    ("dense", TableRole.FORM): ("form-dense", "密排表格式文书"),
}
"""The table styles, by the style of their cells and how they are ruled."""
LISTS: Final = {"figures": ("figures-table", "要点表格"), "contact": ("contact-table", "联系方式表格")}
EVEN: Final = ("page_number_even", "双页页码")
BLANK, CUT, PLACE, NEW_PAGE, END = "blank", "cut", "place", "page", "end"  # the same in every look: skeleton/styles.xml

KEEP, WHOLE, PAGE, SPACE, APART, CENTRE, LATIN = "kwpsace"  # flags of a variant, in this order in its id
VARIANTS: Final = {
    KEEP: "与下段同页",
    WHOLE: "段中不分页",
    PAGE: "段前分页",
    SPACE: "表后",
    APART: "表前",
    CENTRE: "居中",
    LATIN: "西文",
}

OUTLINE: Final = {"h1": 1, "h2": 2, "h3": 3}
_CELL_KINDS: Final[tuple[tuple[str, str, Align], ...]] = (
    ("number", "数字", "right"),
    ("center", "居中", "center"),
    ("part", "细目", "left"),
    ("head", "表头", "center"),
    ("head-left", "左表头", "left"),
    ("head-number", "数字表头", "right"),
)
_NARROW: Final = ("figure", "figure_label", "contact_label", "page_number")  # stand in columns in any language
CELLS: Final = frozenset(("cell", "dense", *(prefix + kind for prefix in ("", "dense-") for kind, _, _ in _CELL_KINDS)))


@lru_cache(maxsize=32)
def text_styles(look: Look, *, latin: bool = False) -> dict[str, TextStyle]:
    """All paragraph styles by id: those of the look and the cell styles derived from ``cell`` and ``dense``.

    ``latin`` adapts running text to the habits of English.
    """
    styles = dict(look.styles)
    if latin:
        styles = {key: style if key in CELLS else english_style(style) for key, style in styles.items()}
        styles |= {key: look.styles[key] for key in _NARROW}
        styles["dense"] = replace(styles["dense"], size=ENGLISH_DENSE)
    beside = replace(styles["contact"], name="联系方式内容", before=0, after=0, contextual=False)
    styles["contact_value"] = beside  # beside its name, in the block at the end
    if look.page_number == "dash":  # 单页居右空一字 (GB/T 9704-2012 7.5)
        styles["page_number"] = replace(look.styles["page_number"], align="right", right_em=1)
    for base, prefix in (("cell", ""), ("dense", "dense-")):
        cell = styles[base]
        stem = cell.name.removesuffix("文字")
        for kind, suffix, align in _CELL_KINDS:
            made = replace(cell, name=stem + suffix, align=align, indent=1 if kind == "part" else 0)
            styles[prefix + kind] = replace(made, face=look.strong, keep_next=True) if "head" in kind else made
    return styles


def variant_id(key: str, flags: str) -> str:
    """The id of ``key`` with ``flags``: ``body`` and ``kp`` give ``body-kp``."""
    return f"{key}-{flags}" if flags else key


def variant_name(name: str, flags: str) -> str:
    """The Chinese name of a variant: 文书正文（与下段同页）."""
    return f"{name}（{'，'.join(VARIANTS[flag] for flag in flags)}）"


def variant_of(name: str, keys: Mapping[str, str]) -> str:
    """The id of the variant called ``name``, of styles given as name: id; empty if it is none."""
    stem, _, said = name.removesuffix("）").partition("（")
    flags = [flag for flag, word in VARIANTS.items() if word in said.split("，")]
    known = said and stem in keys and variant_name(stem, "".join(flags)) == name
    return variant_id(keys[stem], "".join(flags)) if known else ""


def above_list(key: str, look: Look) -> float:
    """The room in pt between a paragraph and a list of names and values below it: the strip, or the contacts."""
    return DISTANCE if key == "salutation" else look.styles["contact"].before


_PROPERTIES: Final = {KEEP: "<w:keepNext/>", WHOLE: "<w:keepLines/>", PAGE: "<w:pageBreakBefore/>"}
_CENTRED: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'


def variant_xml(key: str, flags: str, look: Look) -> str:
    """A style based on ``key`` with the properties of ``flags``, kept out of Word's gallery."""
    style = text_styles(look)[key]
    properties = "".join(_PROPERTIES.get(flag, "") for flag in flags)
    room = f' w:before="{twips(style.before + look.styles["cell"].size)}"' if SPACE in flags else ""  # as below a table
    room += f' w:after="{twips(style.after + above_list(key, look))}"' if APART in flags else ""
    properties += f"<w:spacing{room}/>" if room else ""
    properties += _CENTRED if CENTRE in flags else ""
    parent = variant_id(key, LATIN if LATIN in flags else "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{variant_id(key, flags)}">'
        f'<w:name w:val="{variant_name(style.name, flags)}"/><w:basedOn w:val="{parent}"/>'
        f'<w:uiPriority w:val="3"/><w:semiHidden/><w:pPr>{properties}</w:pPr></w:style>'
    )
