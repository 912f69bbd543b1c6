"""What makes a tagged PDF claim PDF/A-2a and PDF/UA-1: XMP metadata, the output intent and the catalogue's marks.

ISO 19005-2 6.2.3 and 6.6, ISO 14289-1 5 and 7.1. No author: a file tells only what kind of paper it is, and its date.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from html import escape
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFString

from negotiation_docs.writers.pdffile.objects import PdfFile

PRODUCER = "negotiation-docs"

_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
)
# PDF/A wants every schema it does not know described inside the file; PDF/UA's is one of them.
_UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part number</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"
)


def xmp(title: str, lang: str, dated: date | None, *, archival: bool = True, accessible: bool = True) -> bytes:
    """The metadata packet; without the PDF/A claim when ``archival`` is false (an encrypted file may not make it).

    Without that of PDF/UA unless it is ``accessible``: pages of strangers are not.
    """
    told = "<pdfuaid:part>1</pdfuaid:part>" if accessible else ""
    claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" if archival else ""
    day = f"{dated.isoformat()}T00:00:00+08:00" if dated else ""
    dates = "".join([f"<xmp:{name}Date>{day}</xmp:{name}Date>" for name in ("Create", "Modify", "Metadata") if day])
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>{claim}{told}'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(lang)}</rdf:li></rdf:Bag></dc:language>{dates}"
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>\n"
        f'{_UA_SCHEMA if archival else ""}</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def describe(  # noqa: PLR0913 - each is a fact of the file, by name
    file: PdfFile, title: str, lang: str, dated: date | None, *, archival: bool = True, accessible: bool = True
) -> None:
    """Write title, language, dates, metadata and output intent into the file's catalogue and information."""
    info = {"Title": title, "Producer": PRODUCER, "Creator": PRODUCER}
    if dated:
        info["CreationDate"] = info["ModDate"] = f"D:{dated:%Y%m%d}000000+08'00'"
    for name, text in info.items():
        file.info[name] = PDFString(text)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": "(sRGB)",
        "Info": "(sRGB IEC61966-2.1)",
        "DestOutputProfile": file.add_stream(srgb_profile(), {"N": 3}),
    }
    packet = xmp(title, lang, dated, archival=archival, accessible=accessible)
    file.Catalog.dict |= {
        "Metadata": file.add_stream(packet, {"Type": "/Metadata", "Subtype": "/XML"}, level=0),
        "OutputIntents": PDFArray([file.add(intent)]),
        "Lang": PDFString(lang),
        "MarkInfo": "<</Marked true>>",
        "ViewerPreferences": "<</DisplayDocTitle true>>",
    }


@cache
def srgb_profile() -> bytes:
    """The sRGB profile that says what greys and colours mean (ours, CC0: see ``tests/pdf/srgb_profile.py``)."""
    return Path(__file__).with_name("srgb.icc").read_bytes()
