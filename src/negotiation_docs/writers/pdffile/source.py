"""Dictionaries and streams of ReportLab's, written as PDF/A wants them and no longer than need be."""

from __future__ import annotations

from collections.abc import Mapping

from deflate import zlib_compress
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

LEVEL = 2  # of deflating: half the time of level 6 for three percent more bytes

Entries = Mapping[str, object]  # of a dictionary: PDF source, numbers and ReportLab's objects, by name


class Dictionary(PDFDictionary):  # type: ignore[misc]  # ReportLab has no types
    """A dictionary whose names need no escaping: written in half the time."""

    def format(self, document: PDFDocument) -> bytes:
        entries = [b"/%s %s" % (name.encode(), _source(value, document)) for name, value in sorted(self.dict.items())]
        return b"<<%s>>" % b"".join(entries)


def _source(value: object, document: PDFDocument) -> bytes:
    if isinstance(value, str | int):
        return str(value).encode("ascii")
    return bytes(formatted(value, document))


class Stream(PDFStream):  # type: ignore[misc]
    """A stream, deflated unless ``level`` is 0; the same on every machine, whatever its own zlib.

    The end marker stands on a line of its own (ISO 19005-2 6.1.7.1); after CR LF, since a stream that happens to end
    in CR would seem a byte shorter before a lone LF.
    """

    def __init__(self, data: bytes, entries: Entries, level: int = LEVEL) -> None:
        filtered = {"Filter": "/FlateDecode"} if level else {}
        content = bytes(zlib_compress(data, level)) if level else data
        super().__init__(Dictionary({**entries, **filtered, "Length": len(content)}), content)

    def format(self, document: PDFDocument) -> bytes:
        return b"%s\nstream\n%s\r\nendstream" % (self.dictionary.format(document), self.content)
