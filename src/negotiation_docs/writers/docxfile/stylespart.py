"""styles.xml from the one style table: built-in styles, the look's styles under their Chinese names, variants."""

from __future__ import annotations

from functools import lru_cache

from negotiation_docs.writers.docxfile.builtin import defaults, furniture_styles
from negotiation_docs.writers.docxfile.package import Part
from negotiation_docs.writers.docxfile.properties import characters, layout
from negotiation_docs.writers.docxfile.stylenames import (
    CENTRE,
    KEEP,
    LATIN,
    OUTLINE,
    PAGE,
    SPACE,
    WHOLE,
    text_styles,
    variant_id,
    variant_name,
)
from negotiation_docs.writers.docxfile.xml import DECLARATION, W, twips
from negotiation_docs.writers.style import Look, TextStyle

_VARIANT_PROPERTIES = {KEEP: "<w:keepNext/>", WHOLE: "<w:keepLines/>", PAGE: "<w:pageBreakBefore/>"}
_RULED = ("checkbox", "item")  # may end in a rule to write on, which runs to the right margin


@lru_cache(maxsize=256)
def styles_part(look: Look, lang: str, variants: frozenset[tuple[str, str]]) -> Part:
    """styles.xml for a look, a paper's language and the variants its paragraphs use."""
    return Part.of("word/styles.xml", styles_xml(look, lang, variants, twips(look.measure)))


def styles_xml(look: Look, lang: str, variants: frozenset[tuple[str, str]], measure: int) -> str:
    """The text of that part; ``measure`` is the text area's width in twips."""
    latin = not lang.startswith("zh")
    styles = text_styles(look, latin=latin)
    body = [_paragraph_style(key, style, look, latin=latin, measure=measure) for key, style in styles.items()]
    body += furniture_styles(look, latin=latin)
    body += [_variant_style(key, flags, look, latin=latin) for key, flags in sorted(variants)]
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults(look, latin=latin)}{"".join(body)}</w:styles>'


def _paragraph_style(key: str, style: TextStyle, look: Look, *, latin: bool, measure: int) -> str:
    """One paragraph style; headings are based on Word's own, so that every program knows them for headings."""
    parent = f"Heading{OUTLINE[key]}" if key in OUTLINE else "Normal"
    following = '<w:next w:val="body"/>' if key in OUTLINE else ""
    keep = "<w:keepNext/>" if style.keep_next else ""
    lines = "<w:keepLines/>" if key in OUTLINE or key == "caption" else ""
    rule = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{measure}"/></w:tabs>' if key in _RULED else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{parent}"/>{following}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{keep}{lines}{rule}{layout(key, style, look, latin=latin)}</w:pPr>"
        f"<w:rPr>{characters(style, look, latin=latin)}</w:rPr></w:style>"
    )


def _variant_style(key: str, flags: str, look: Look, *, latin: bool) -> str:
    """A style based on ``key`` with the properties of ``flags``, kept out of Word's gallery."""
    style = text_styles(look, latin=latin)[key]
    properties = "".join(_VARIANT_PROPERTIES.get(flag, "") for flag in flags)
    extra = look.styles["cell"].size if SPACE in flags else 0  # as much as stands below a table
    run = ""
    if LATIN in flags:
        english = text_styles(look, latin=True)[key]
        properties += layout(key, english, look, latin=True, extra_before=extra)
        run = f"<w:rPr>{characters(english, look, latin=True)}</w:rPr>"
    else:
        properties += f'<w:spacing w:before="{twips(style.before + extra)}"/>' if extra else ""
        properties += '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>' if CENTRE in flags else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{variant_id(key, flags)}">'
        f'<w:name w:val="{variant_name(style.name, flags)}"/><w:basedOn w:val="{key}"/>'
        f'<w:uiPriority w:val="3"/><w:semiHidden/><w:pPr>{properties}</w:pPr>{run}</w:style>'
    )
