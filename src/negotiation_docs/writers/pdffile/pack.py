"""The bytes of a PDF file: a plain table finds every object but those of the structure tree, which stand packed.

A tagged table of 360 rows has thousands of structure elements: as plain objects they would make several hundred KB.
They are added as an update is, in object streams behind a cross-reference stream (ISO 32000-1 7.5.7, 7.5.8): a parser
that knows nothing but the table reads the same file without its tags.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFCrossReferenceTable, PDFDocument, PDFFile, PDFObject

from negotiation_docs.writers.pdffile.source import Dictionary, Entries, Stream

_PACK = 256  # objects in one object stream, so that an index fits one byte of the cross-reference
_ENTRY = struct.Struct(">BIB")  # kind, offset or number of an object stream, index in that stream


def written(document: PDFDocument, trailer: Entries, tree: Sequence[str]) -> bytes:
    """The file of all objects that a document holds, and of a ``tree`` of further ones, numbered after them.

    ``trailer`` names root and information dictionary. The file's identifier is the digest of its content.
    """
    out = PDFFile((1, 7))
    for number, name in document.numberToId.items():
        document.idToOffset[name] = _write(out, document, number, document.idToObject[name])
    digest = hashlib.sha256(b"".join([*out.strings, *[source.encode("ascii") for source in tree]])).hexdigest()[:32]
    first = len(document.numberToId) + 1
    trailer = {**trailer, "ID": f"[<{digest}><{digest}>]"}
    table = PDFCrossReferenceTable()
    table.addsection(0, list(document.numberToId.values()))
    start = _end(out, document, table.format(document), {**trailer, "Size": first})
    if tree:
        _update(out, document, first, tree, {**trailer, "Prev": start})
    return b"".join(out.strings)


def _update(out: PDFFile, document: PDFDocument, first: int, objects: Sequence[str], trailer: Entries) -> None:
    """Append packed objects, numbered from ``first`` on, with a cross-reference section of their own."""
    number = first + len(objects)
    offsets = []
    for stream in packed(objects, first):
        offsets.append(_write(out, document, number, stream))
        number += 1
    place = out.offset
    _write(out, document, number, cross_reference(first, len(objects), [*offsets, place]))
    _end(out, document, b"xref\n0 0\n", {**trailer, "Size": number + 1, "XRefStm": place})


def _write(out: PDFFile, document: PDFDocument, number: int, item: PDFObject) -> int:
    """Append an object; returns where it stands."""
    return int(out.add(b"%d 0 obj\n%s\nendobj\n" % (number, item.format(document))))


def _end(out: PDFFile, document: PDFDocument, table: bytes, trailer: Entries) -> int:
    """Append a cross-reference table and its trailer; returns where the table stands."""
    start = int(out.add(table))
    out.add(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (Dictionary(trailer).format(document), start))
    return start


def packed(objects: Sequence[str], first: int) -> Iterator[Stream]:
    """The object streams of ``objects``, which are numbered from ``first`` on."""
    for start in range(0, len(objects), _PACK):
        chunk = objects[start : start + _PACK]
        places = accumulate([len(source) + 1 for source in chunk[:-1]], initial=0)
        head = " ".join([f"{number} {at}" for number, at in enumerate(places, first + start)]) + "\n"
        data = (head + "\n".join(chunk)).encode("ascii")
        yield Stream(data, {"Type": "/ObjStm", "N": len(chunk), "First": len(head)})


def cross_reference(first: int, count: int, offsets: Sequence[int]) -> Stream:
    """The cross-reference stream of ``count`` packed objects and of what follows them.

    Their numbers begin at ``first``; then come their object streams and the stream itself, which stand at ``offsets``.
    """
    container = first + count
    entries = [_ENTRY.pack(2, container + index // _PACK, index % _PACK) for index in range(count)]
    entries += [_ENTRY.pack(1, offset, 0) for offset in offsets]
    said = {
        "Type": "/XRef",
        "W": "[1 4 1]",
        "Index": f"[{first} {len(entries)}]",
        "Size": first + len(entries),
    }
    return Stream(b"".join(entries), said)
