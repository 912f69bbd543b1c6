"""What makes a tagged PDF claim PDF/A-2a and PDF/UA-1: XMP metadata, the output intent and the catalogue's marks.

ISO 19005-2 6.2.3 and 6.6, ISO 14289-1 5 and 7.1. No author, no dates: a file tells only what kind of paper it is.
"""

from __future__ import annotations

from functools import cache
from html import escape

from negotiation_docs.writers.pdffile.icc import srgb_profile
from negotiation_docs.writers.pdffile.objects import PdfFile, text_string
from negotiation_docs.writers.pdffile.pack import FLATE, deflated

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


def xmp(title: str, lang: str, *, archival: bool = True) -> bytes:
    """The metadata packet; without the PDF/A claim when ``archival`` is false (an encrypted file may not make it)."""
    claim = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" if archival else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>{claim}<pdfuaid:part>1</pdfuaid:part>'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(lang)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>\n"
        f'{_UA_SCHEMA if archival else ""}</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def claim_conformance(file: PdfFile, title: str, lang: str, *, archival: bool = True) -> None:
    """Write title, language, metadata and output intent into the file's catalogue."""
    file.info |= {"Title": text_string(title), "Producer": f"({PRODUCER})", "Creator": f"({PRODUCER})"}
    profile = file.add_stream(f"/N 3{FLATE}", _profile())
    intent = (
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile}>>"
    )
    file.catalog |= {
        "Metadata": file.add_stream("/Type/Metadata/Subtype/XML", xmp(title, lang, archival=archival)),
        "OutputIntents": f"[{intent}]",
        "Lang": f"({lang})",
        "MarkInfo": "<</Marked true>>",
        "ViewerPreferences": "<</DisplayDocTitle true>>",
    }


@cache
def _profile() -> bytes:
    return deflated(srgb_profile(), level=9)
