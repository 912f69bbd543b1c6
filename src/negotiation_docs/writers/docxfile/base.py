"""The base of a DOCX: a whole document with a place for the words, prepared once; only the body is written per paper.

Our own bases lie in ``bases/`` ready to be used as they are. A letterhead, a draft, a signed paper and a look of the
user's own are prepared with python-docx (:mod:`letterhead`) when the first paper asks for them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from negotiation_docs.writers.docxfile.drawing import file_name
from negotiation_docs.writers.docxfile.fits import Fit
from negotiation_docs.writers.docxfile.fitting import restyled
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.docxfile.stylenames import variant_id, variant_xml
from negotiation_docs.writers.docxfile.xml import DECLARATION, PLACE_PARAGRAPH, escape, twips
from negotiation_docs.writers.style import LOOKS, Look

BASES: Final = Path(__file__).with_name("bases")
BOTH: Final = "zh+en"
LANGUAGES: Final = ("zh", "en", BOTH)
Variants = frozenset[tuple[str, str]]

_DOCUMENT, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_MEDIA = "word/media/"
_STYLE_ID = re.compile('w:styleId="([^"]*)"')
_ENGLISH_FOOTER = "Page "
_COUNTED = re.compile(r"word/(?:foot|head)er[0-9]*\.xml").fullmatch
_COUNT = re.compile(r'(PAGES +</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>)[0-9]+(<)')
_TURN = re.compile(r'<w:p><w:pPr><w:pStyle w:val="end"/><w:sectPr>.*?</w:sectPr></w:pPr></w:p>')
_SECTION_END = "<w:docGrid"  # what stands behind w:titlePg in our own bases


class Base(Struct, frozen=True, eq=False):
    """A prepared document, cut open at the place of the words."""

    parts: tuple[Part, ...]  # all files that no paper changes
    before: str
    after: str
    styles: str
    ids: frozenset[str]  # of all its styles
    measure: int  # the text area's width in twips
    counted: tuple[tuple[str, str], ...] = ()  # the footers that count the pages: name and content
    turn: str = ""  # the paragraph after which a translation begins, in a base that has a section for it

    @classmethod
    def of(cls, data: bytes, measure: int, picture: str = "") -> Base:
        """The base out of a document that :func:`letterhead.prepare` made, with a place for a ``picture``."""
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            content = {name: package.read(name) for name in package.namelist()}
        before, _, after = content[_DOCUMENT].decode().partition(PLACE_PARAGRAPH)
        turn = _TURN.match(after)
        styles = content[_STYLES].decode()
        counted = {name: made.decode() for name, made in content.items() if _COUNTED(name) and b"PAGES " in made}
        varying = (_DOCUMENT, _STYLES, _CORE, _MEDIA + picture, *counted)
        parts = tuple(Part.of(name, made) for name, made in content.items() if name not in varying)
        ids = frozenset(_STYLE_ID.findall(styles))
        rest = after[turn.end() :] if turn else after
        return cls(parts, before, rest, styles, ids, measure, tuple(counted.items()), turn[0] if turn else "")

    def write(
        self, words: str, *own: Part, grid: Callable[[str], str], pages: Sequence[int], single: bool, picture: bytes
    ) -> bytes:
        """The finished file: ``words`` are its paragraphs and tables, ``own`` its styles and properties.

        ``grid`` fits the lines' grid of a section; ``pages`` is what the footers count until a program has laid it
        out, of the paper and of its translation; ``single`` leaves the only page without a number; ``picture`` is the
        signature, empty for none.
        """
        after = self.after.replace(_SECTION_END, f"<w:titlePg/>{_SECTION_END}") if single else self.after
        if self.turn:
            words = words.replace(self.turn, grid(self.turn))
        document = Part.of(_DOCUMENT, f"{self.before}{words}{grid(after)}", level=6)
        image = [Part.of(_MEDIA + file_name(picture), picture, level=1)] if picture else []
        footers = []
        for name, made in self.counted:
            count = pages[-1] if _ENGLISH_FOOTER in made else pages[0]
            footers.append(Part.of(name, _COUNT.sub(rf"\g<1>{count}\g<2>", made)))
        return archive([*self.parts, document, *own, *image, *footers])


@lru_cache(maxsize=256)
def styles_part(base: Base, variants: Variants, look: Look, to: Fit) -> Part:
    """styles.xml with the variants that a paper uses and the base lacks, fitted to its pages."""
    added = [(key, flags) for key, flags in sorted(variants) if variant_id(key, flags) not in base.ids]
    before, end, after = base.styles.rpartition("</w:styles>")
    styles = f"{before}{''.join(variant_xml(key, flags, look) for key, flags in added)}{end}{after}"
    return Part.of(_STYLES, restyled(styles, look, to))


@lru_cache(maxsize=64)
def core_properties(title: str, dated: date | None) -> Part:
    """docProps/core.xml: the kind's title and the paper's own date (the bytes depend on the facts alone)."""
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    made = ""
    if dated is not None:
        made = "".join(
            f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z</dcterms:{what}>'
            for what in ("created", "modified")
        )
    return Part.of(
        _CORE,
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>{made}</cp:coreProperties>",
    )


def base_of(look: Look, lang: str, letterhead: bytes | None, *, draft: str, picture: str) -> Base:
    """What a paper is written into; raises :class:`OutputError` for a letterhead that cannot be used."""
    return _prepared(look, lang, letterhead, draft, picture)


@lru_cache(maxsize=32)
def _prepared(look: Look, lang: str, letterhead: bytes | None, draft: str, picture: str) -> Base:
    ours = own_base(look, lang)
    if letterhead is None and not draft and not picture:
        return Base.of(ours, twips(look.measure))
    from negotiation_docs.writers.docxfile.inspection import inspected  # noqa: PLC0415  # 80 ms that a plain paper
    from negotiation_docs.writers.docxfile.letterhead import prepare  # noqa: PLC0415  # does without

    data = ours if letterhead is None else inspected(letterhead)
    return Base.of(*prepare(data, ours, draft=draft, picture=picture), picture)


@lru_cache(maxsize=16)
def own_base(look: Look, lang: str) -> bytes:
    """Our base of a look in one of the languages: as shipped, or built for a look that is not ours."""
    if LOOKS.get(look.name) is look:
        return (BASES / f"{look.name}.{lang}.docx").read_bytes()
    from negotiation_docs.writers.docxfile.build import build  # noqa: PLC0415

    return build(look, lang)
