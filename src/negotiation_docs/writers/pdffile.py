"""A PDF file put together from ReportLab's objects, packed: object streams, a cross-reference stream, no clock.

ReportLab writes each object plainly, which makes a tagged table of 360 rows several hundred KB; here everything that
is not itself a stream goes into compressed object streams (ISO 32000-1 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from itertools import accumulate

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 255  # objects in one object stream, so that an index fits one byte of the cross-reference
_ENTRY = 5  # bytes of one cross-reference entry: kind 1, offset or container 3, index 1
_LEVEL = 4  # two thirds of the time of level 6 for three percent more bytes
_BYTES = [bytes((value,)) for value in range(256)]


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # ReportLab is untyped
    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012  # as ReportLab declares it


class Page(pdfdoc.PDFPage):  # type: ignore[misc]  # ReportLab is untyped
    """A tagged page of ``size`` pt; ``index`` is its row in the parent tree, ``images`` its picture resources."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012
    Override_default_compilation = 1

    def __init__(self, size: tuple[float, float], content: bytes, index: int, images: dict[str, str]) -> None:
        super().__init__()
        data = zlib.compress(content, _LEVEL)
        self.Contents = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode"}), data)
        self.MediaBox = f"[0 0 {size[0]:.2f} {size[1]:.2f}]"
        pictures = "".join(f"/{name} {reference}" for name, reference in images.items())
        self.Resources = pdfdoc.PDFDictionary({"Font": pdfdoc.PDFObjectReference("BasicFonts")})
        if pictures:
            self.Resources["XObject"] = f"<<{pictures}>>"
        self.StructParents = index
        self.Tabs = "/S"

    def check_format(self, document: PdfFile) -> None:
        """Called by ReportLab before it writes the page."""
        self.Parent = document.Reference(document.Pages)


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab is untyped
    """Title and producer only: no author, no dates."""

    def format(self, document: PdfFile) -> bytes:
        entries = {"Title": pdfdoc.PDFString(self.title), "Producer": pdfdoc.PDFString(self.producer)}
        entries["Creator"] = entries["Producer"]
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab is untyped
    """The document ReportLab's objects and fonts register with; :meth:`assemble` gives its bytes, once."""

    def __init__(self, producer: str) -> None:
        super().__init__(dummyoutline=1, invariant=1, compression=1)
        self.Catalog = self._catalog = _Catalog()
        self.Catalog.Pages = self.Pages
        self.Catalog.Outlines = None
        self.info = _Info()
        self.info.producer = producer
        self._raw: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self, count: int) -> int:
        """Set aside ``count`` object numbers in a row for :meth:`put`; returns the first."""
        first = int(self.objectcounter) + 1
        self.objectcounter += count
        return first

    def put(self, first: int, objects: Iterable[bytes]) -> None:
        """Store ready-made objects under reserved numbers."""
        self._raw.update(enumerate(objects, first))

    def put_stream(self, entries: str, data: bytes) -> int:
        """Store a ready-made stream (``data`` as filtered, ``entries`` name the filter); returns its number."""
        number = self.reserve(1)
        self._streams[number] = b"<<%s/Length %d>>\nstream\n%s" % (entries.encode(), len(data), data)
        return number

    def number(self, reference: pdfdoc.PDFObjectReference) -> int:
        """The object number behind a reference."""
        return int(self.idToObjectNumberAndVersion[reference.name][0])

    def assemble(self) -> bytes:
        """The finished file. Its identifier is the digest of its content."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        out, packed, entries = self._format_objects()
        self._pack(packed, out, entries)
        digest = hashlib.sha256(b"".join(out)).hexdigest()[:32]
        trailer = (
            f"/Root {self.number(root)} 0 R/Info {self.number(info)} 0 R/ID[<{digest}><{digest}>]"
            f"/Type/XRef/W[1 3 1]/Size {self.objectcounter + 2}"
        )
        start = sum(map(len, out))
        number = self.reserve(1)
        entries[number] = b"\1" + start.to_bytes(3, "big") + b"\0"
        table = b"".join([b"\0\0\0\0\0", *(entries[key] for key in range(1, number + 1))])
        out.append(_stream(number, trailer + f"/DecodeParms<</Predictor 12/Columns {_ENTRY}>>", _predicted(table)))
        out.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(out)

    def _format_objects(self) -> tuple[list[bytes], dict[int, bytes], dict[int, bytes]]:
        """Streams as they stand in the file, the other objects by number, and the streams' places."""
        out, packed, entries = [_HEADER], dict(self._raw), {}
        offset, number = len(_HEADER), 0
        while number < self.objectcounter:  # formatting an object may register further ones
            number += 1
            if number in self._raw:
                continue
            body = self._streams.get(number)
            if body is None:
                item = self.idToObject[self.numberToId[number]]
                body = pdfdoc.format(item, self, toplevel=1)
                if not isinstance(item, pdfdoc.PDFStream):
                    packed[number] = body
                    continue
            # The end marker stands on a line of its own (ISO 19005-2 6.1.7.1); after CR LF, since a stream that
            # happens to end in CR would seem a byte shorter before a lone LF.
            text = b"%d 0 obj\n%s\r\nendstream\nendobj\n" % (number, body.removesuffix(b"endstream\n"))
            entries[number] = b"\1" + offset.to_bytes(3, "big") + b"\0"
            out.append(text)
            offset += len(text)
        return out, packed, entries

    def _pack(self, packed: dict[int, bytes], out: list[bytes], entries: dict[int, bytes]) -> None:
        """Append the object streams that hold ``packed``."""
        offset = sum(map(len, out))
        numbers = sorted(packed)
        for start in range(0, len(numbers), _PACK):
            chunk = numbers[start : start + _PACK]
            container = self.reserve(1)
            bodies = [packed[number] for number in chunk]
            offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
            index = [f"{number} {at}" for number, at in zip(chunk, offsets, strict=False)]
            kind = b"\2" + container.to_bytes(3, "big")
            entries.update((number, kind + _BYTES[place]) for place, number in enumerate(chunk))
            head = " ".join(index).encode() + b"\n"
            text = _stream(container, f"/Type/ObjStm/N {len(chunk)}/First {len(head)}", head + b"\n".join(bodies))
            entries[container] = b"\1" + offset.to_bytes(3, "big") + b"\0"
            out.append(text)
            offset += len(text)


def _stream(number: int, entries: str, content: bytes) -> bytes:
    data = zlib.compress(content, _LEVEL)
    head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(data)}>>\nstream\n".encode()
    return head + data + b"\r\nendstream\nendobj\n"


def _predicted(table: bytes) -> bytes:
    """PNG's Up predictor: each entry as its difference from the one above, which compresses to next to nothing."""
    above = bytes(_ENTRY) + table
    rows = bytes([(new - old) & 0xFF for new, old in zip(table, above, strict=False)])
    return b"".join([b"\2" + rows[start : start + _ENTRY] for start in range(0, len(rows), _ENTRY)])
