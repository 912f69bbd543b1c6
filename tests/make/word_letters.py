"""Word letters with places, written for the tests: by python-docx, and what it has no word for as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
from docx.oxml import parse_xml

from negotiation_docs.writers.docxfile.xml import NAMESPACES

_W14 = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'

ATTACHED = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" TargetMode="External" Target="%s" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
)
"""Relationships of settings that were made from a template; where it lies is left open."""


def letter(*paragraphs: str, header: str = "", inner: Iterable[str] = ()) -> bytes:
    """A letter of plain paragraphs; ``inner`` are further ones as XML."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for xml in inner:
        element = parse_xml(f"<w:p {NAMESPACES} {_W14}>{xml}</w:p>".encode())
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a document of python-docx."""
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def runs(*pieces: str, tag: str = "w:r") -> str:
    """Runs of one paragraph, each in a colour of its own, so that a test can tell them apart."""
    return "".join(
        f'<{tag}><w:rPr><w:color w:val="{number:06d}"/></w:rPr><w:t xml:space="preserve">{piece}</w:t></{tag}>'
        for number, piece in enumerate(pieces)
    )


def box(words: str) -> str:
    """A text box as Word writes it: once for itself and once for older programs."""
    inside = f"<w:txbxContent><w:p>{runs(words)}</w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData "
        f"uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx>{inside}"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:rect><v:textbox>{inside}</v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(code: str, shown: str) -> str:
    """A field with its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def repacked(data: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The file with some parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**parts(data), **changes}.items():
            package.writestr(name, content)
    return out.getvalue()


def told(data: bytes) -> str:
    """The paragraphs of the body, a line each."""
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
