"""Parts that are the same in every document of a kind: settings, font table, theme, properties, relationships."""

from __future__ import annotations

from functools import lru_cache

from negotiation_docs.writers.docxfile.package import CONTENT_TYPES, Part
from negotiation_docs.writers.docxfile.xml import DECLARATION, W, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# GB/T 15834 and CLREQ level GB: marks that never start, and never end, a line (Word's own list has fewer).
NO_START = "!%),.:;?]}¢°·ˇ‐–’”†‡›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠／"
NO_END = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥／"

# What a machine without the face may use instead; Word reads the list, the user sees Chinese type everywhere.
_FALLBACKS = {
    "宋体": ("SimSun,Songti SC,STSong,Noto Serif CJK SC,Noto Serif SC,AR PL UMing CN", "02010600030101010101", "auto"),
    "黑体": ("SimHei,Heiti SC,STHeiti,Noto Sans CJK SC,Noto Sans SC", "02010609060101010101", "modern"),
    "仿宋": ("FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC", "02010609060101010101", "modern"),
    "楷体": ("KaiTi,楷体_GB2312,Kaiti SC,STKaiti,AR PL UKai CN", "02010609060101010101", "modern"),
}
_LATIN = {
    "Times New Roman": ("Liberation Serif,Tinos", "02020603050405020304", "roman"),
    "Arial": ("Liberation Sans,Arimo", "020B0604020202020204", "swiss"),
}


@lru_cache(maxsize=1)
def font_table() -> Part:
    """fontTable.xml: each face with its kind and its stand-ins, so that no machine picks one of another script."""
    fonts = [
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for table, charset in ((_FALLBACKS, "86"), (_LATIN, "00"))
        for name, (instead, panose, family) in table.items()
    ]
    return Part.of("word/fontTable.xml", f'{DECLARATION}<w:fonts xmlns:w="{W}">{"".join(fonts)}</w:fonts>')


@lru_cache(maxsize=4)
def settings(*, two_sided: bool) -> Part:
    """settings.xml: punctuation compressed, 避头尾 at level GB, current Word's layout, no 兼容模式.

    ``two_sided``: odd and even pages have footers of their own.
    """
    uri = "http://schemas.microsoft.com/office/word"
    flags = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>' for name, value in flags)
    return Part.of(
        "word/settings.xml",
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f"{'<w:evenAndOddHeaders/>' if two_sided else ''}"
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{escape(NO_END)}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{escape(NO_START)}"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>",
    )


@lru_cache(maxsize=64)
def core_properties(title: str) -> Part:
    """docProps/core.xml: the kind's title and a fixed date (the papers' bytes depend on the facts alone)."""
    date = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:{0}>'
    return Part.of(
        "docProps/core.xml",
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>{date.format('created')}{date.format('modified')}</cp:coreProperties>",
    )


@lru_cache(maxsize=1)
def app_properties() -> Part:
    """docProps/app.xml: nothing but the program's name."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    content = f'<Properties xmlns="{uri}"><Application>negotiation_docs</Application></Properties>'
    return Part.of("docProps/app.xml", DECLARATION + content)


@lru_cache(maxsize=1)
def package_relationships() -> Part:
    """_rels/.rels."""
    targets = (
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    )
    return _relationships("_rels/.rels", [(f"rId{n}", kind, target) for n, (kind, target) in enumerate(targets, 1)])


@lru_cache(maxsize=16)
def document_relationships(pages: tuple[str, ...], picture: str) -> Part:
    """word/_rels/document.xml.rels; ids are the parts' names.

    ``pages`` are headers and footers (``footer-even``), ``picture`` is the image in word/media, empty without one.
    """
    rows = [(kind, f"{_OFFICE}/{kind}", f"{kind}.xml") for kind in ("styles", "settings", "fontTable")]
    rows.append(("theme", f"{_OFFICE}/theme", "theme/theme1.xml"))
    rows += [(name, f"{_OFFICE}/{name.partition('-')[0]}", f"{name}.xml") for name in pages]
    if picture:
        rows.append(("picture", f"{_OFFICE}/image", f"media/{picture}"))
    return _relationships("word/_rels/document.xml.rels", rows)


@lru_cache(maxsize=16)
def content_types(pages: tuple[str, ...], picture: str) -> Part:
    """[Content_Types].xml for the same parts."""
    overrides = {"word/document.xml": f"{_WORD_TYPE}.document.main+xml"}
    overrides |= {f"word/{kind}.xml": f"{_WORD_TYPE}.{kind}+xml" for kind in ("styles", "settings", "fontTable")}
    overrides |= {f"word/{name}.xml": f"{_WORD_TYPE}.{name.partition('-')[0]}+xml" for name in pages}
    overrides["word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    image = picture.rpartition(".")[2]
    default = f'<Default Extension="{image}" ContentType="image/{image}"/>' if image else ""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return Part.of(
        CONTENT_TYPES,
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{default}{rows}</Types>',
    )


def _relationships(name: str, rows: list[tuple[str, str, str]]) -> Part:
    body = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows)
    return Part.of(name, f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>')
