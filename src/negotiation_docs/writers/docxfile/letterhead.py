"""The user's own letterhead: its page, header, footer and styles around our words.

The contract is style names. A style the letterhead has under one of our Chinese names wins; those it lacks are added.
A paragraph saying only ``【正文】`` is replaced by the paper; without one, the whole body is. What the letterhead says
of its author, company and template stays behind.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from negotiation_docs.errors import OutputError
from negotiation_docs.tree import Paper
from negotiation_docs.writers.docxfile import constants
from negotiation_docs.writers.docxfile.adoption import Element, adopt_styles, tag
from negotiation_docs.writers.docxfile.controls import draft_word, watermark
from negotiation_docs.writers.docxfile.drawing import NAME
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.docxfile.xml import NAMESPACES, R

PLACE_MARK: Final = "【正文】"
_DROPPED = ("/custom-properties", "/thumbnail")
_PAGE_WIDTH, _MARGIN = 11906, 1800  # Word's own values, where a section says nothing (twips)
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


class Letterhead:
    """One opened letterhead; raises :class:`OutputError` if it cannot be used."""

    def __init__(self, data: bytes) -> None:
        import docx  # noqa: PLC0415  # 90 ms that only a letterhead needs

        try:
            self.document: Element = docx.Document(io.BytesIO(data))
            self.body: Element = self.document.element.body
            self.section: Element = self.document.sections[-1]._sectPr
            self.styles: Element = self.document.styles.element
        except Exception:  # python-docx has no error tree of its own: KeyError, ValueError, XMLSyntaxError …
            raise OutputError("信头文件不能作为 Word 文档打开，请用 Word 打开后另存为 .docx 再试") from None

    @property
    def measure(self) -> int:
        """The text area's width in twips."""
        page, margins = self.section.find(tag("pgSz")), self.section.find(tag("pgMar"))
        try:
            width = _PAGE_WIDTH if page is None else int(page.get(tag("w"), _PAGE_WIDTH))
            sides = (
                (_MARGIN,) * 2 if margins is None else [int(margins.get(tag(side), "0")) for side in ("left", "right")]
            )
        except ValueError:
            raise OutputError("信头文件的页面设置读不出来，请用 Word 打开后另存为 .docx 再试") from None
        measure = width - sum(sides)
        if measure < _MARGIN:
            raise OutputError("信头文件的版心太窄，放不下正文，请检查页面设置")
        return measure

    def write(self, paper: Paper, content: str, styles: str, picture: bytes) -> bytes:
        """The finished document: ``content`` (paragraphs and tables as text), ``styles`` (styles.xml) and a PNG."""
        blocks = list(_parse(f"<w:body {NAMESPACES}>{content}</w:body>"))
        adopt_styles(self.styles, _parse(styles), blocks)
        self._place(blocks)
        if picture:
            self._add_picture(picture, blocks)
        if paper.draft:
            self._mark_draft(draft_word(paper.lang))
        return self._save(paper.title)

    def _place(self, blocks: list[Element]) -> None:
        """Put ``blocks`` in the place of the mark, or of everything."""
        for paragraph in self.body.findall(tag("p")):
            if "".join(text.text or "" for text in paragraph.iter(tag("t"))).strip() == PLACE_MARK:
                for block in blocks:
                    paragraph.addprevious(block)
                self.body.remove(paragraph)
                return
        for element in list(self.body):
            if element is not self.section:
                self.body.remove(element)
        self.body.extend([*blocks, self.section])

    def _add_picture(self, picture: bytes, blocks: list[Element]) -> None:
        from docx.opc.packuri import PackURI  # noqa: PLC0415
        from docx.opc.part import Part as Blob  # noqa: PLC0415

        part = self.document.part
        blob = Blob(PackURI(f"/word/media/{NAME}"), "image/png", picture, part.package)
        key = part.relate_to(blob, f"{R}/image")
        for block in blocks:
            for blip in block.iter(_BLIP):
                blip.set(f"{{{R}}}embed", key)

    def _mark_draft(self, word: str) -> None:
        """草稿 on every page: in every header there is, and in new ones for pages that have none."""
        first, *others = self.document.sections
        headers = [first.header]
        if first.different_first_page_header_footer:
            headers.append(first.first_page_header)
        if self.document.settings.odd_and_even_pages_header_footer:
            headers.append(first.even_page_header)
        for section in others:
            own = (section.header, section.first_page_header, section.even_page_header)
            headers += [header for header in own if not header.is_linked_to_previous]
        for number, header in enumerate(headers, 1):
            new = header.is_linked_to_previous
            paragraph = header.paragraphs[0]._p if header.paragraphs else header.add_paragraph()._p
            if new and paragraph.pPr is not None:  # python-docx writes a style the letterhead may not have
                paragraph.remove(paragraph.pPr)
            paragraph.extend(_parse(f"<w:p {NAMESPACES}>{watermark(word, number)}</w:p>"))

    def _save(self, title: str) -> bytes:
        """The package, reproducible and without the letterhead's personal properties."""
        package = self.document.part.package
        _drop(package.rels, _DROPPED)
        settings = self.document.settings
        for link in settings.element.findall(tag("attachedTemplate")):
            settings.element.remove(link)
        _drop(self.document.part._settings_part.rels, ("/attachedTemplate",))
        _drop(self.document.part.rels, ("/stylesWithEffects",))  # Word 2010's copy of the styles, now out of date
        out = io.BytesIO()
        self.document.save(out)
        own = {part.name: part for part in (constants.core_properties(title), constants.app_properties())}
        with zipfile.ZipFile(out) as saved:
            return archive([own.get(name) or Part.of(name, saved.read(name)) for name in saved.namelist()])


def _drop(relationships: Element, kinds: tuple[str, ...]) -> None:
    for key in [key for key, relationship in relationships.items() if relationship.reltype.endswith(kinds)]:
        del relationships[key]


def _parse(text: str) -> Element:
    from docx.oxml import parse_xml  # noqa: PLC0415

    return parse_xml(text.encode())
