"""base=: the user's own letterhead keeps its page and styles, and a hostile one is refused in plain words."""

import contextlib
import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.xml import NAMESPACES
from negotiation_docs.writers.style import LOOKS
from tests.make.letters import letter
from tests.make.samples import everything
from tests.pictures.photos import SECRETS, marked, photo
from tests.pictures.photos import saved as jpeg
from tests.read.docx import W, parts, val, words, xml
from tests.read.words import squeeze


def letterhead(**text: str) -> bytes:
    made = docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "某某律师事务所"
    section.footer.paragraphs[0].text = "地址：某市某路"
    section.page_width, section.left_margin, section.right_margin = Mm(200), Mm(20), Mm(30)
    made.styles.add_style("文书正文", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    made.core_properties.author = "张三"
    for line in text.values():
        made.add_paragraph(line)
    return saved(made)


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """The package with parts exchanged (a name with ``__`` for ``/`` and ``_`` for ``.``), or added."""
    return packed(
        parts(data) | {name.replace("__", "/").replace("_xml", ".xml"): made for name, made in changed.items()}
    )


def packed(contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return out.getvalue()


def test_header_footer_and_page_stay_and_the_old_body_goes():
    data = to_docx(letter(), base=letterhead(old="旧的正文"))
    opened = docx.Document(io.BytesIO(data))
    assert opened.sections[0].header.paragraphs[0].text == "某某律师事务所"
    assert opened.sections[0].footer.paragraphs[0].text == "地址：某市某路"
    assert opened.sections[0].page_width.mm == pytest.approx(200, abs=0.1)
    assert squeeze(words(xml(data))) == squeeze(letter().text)


def test_the_paper_takes_the_place_of_the_mark():
    data = to_docx(letter(), base=letterhead(before="前言", mark="【正文】", after="后记"))
    said = squeeze(words(xml(data)))
    assert said == "前言" + squeeze(letter().text) + "后记"


def test_a_style_of_the_letterhead_wins_and_missing_ones_are_added():
    opened = docx.Document(io.BytesIO(to_docx(letter(), base=letterhead())))
    used = {paragraph.style.name: paragraph.style.font.size for paragraph in opened.paragraphs}
    assert used["文书正文"] == Pt(15)
    assert used["文书标题"] == Pt(20)


def test_tables_are_as_wide_as_the_letterheads_text_area():
    table = xml(to_docx(letter(), base=letterhead())).find(f".//{W}tblW")
    assert abs(int(table.get(f"{W}w")) - 150 / 25.4 * 1440) <= 2


def test_a_document_of_ours_serves_as_a_letterhead():
    data = to_docx(everything(), base=to_docx(letter()))
    assert squeeze(words(xml(data))) == squeeze(everything().text)
    names = [val(style.find(f"{W}name")) for style in xml(data, "word/styles.xml").findall(f"{W}style")]
    assert len(names) == len(set(names))


def test_what_the_letterhead_says_of_its_author_stays_behind():
    data = to_docx(letter(), base=letterhead())
    opened = docx.Document(io.BytesIO(data)).core_properties
    assert (opened.author, opened.title) == ("", "困难情况说明")
    assert "张三".encode() not in b"".join(parts(data).values())
    assert not [name for name in parts(data) if "thumbnail" in name or "stylesWithEffects" in name]


def test_the_same_letterhead_gives_the_same_bytes():
    base = letterhead()
    assert to_docx(everything(), base=base) == to_docx(everything(), base=base)


def test_a_draft_on_a_letterhead_is_marked_in_every_header():
    made = docx.Document(io.BytesIO(letterhead()))
    made.sections[0].different_first_page_header_footer = True
    data = to_docx(replace(letter(), draft=True), base=saved(made))
    headers = [content.decode() for name, content in parts(data).items() if name.startswith("word/header")]
    assert len(headers) == 3  # of first, odd and even pages
    assert all('string="草稿"' in header and "<w:t>草稿</w:t>" in header for header in headers)
    assert sum("某某律师事务所" in header for header in headers) == 1


def test_a_letterhead_may_be_a_path(tmp_path: Path):
    path = tmp_path / "信头.docx"
    path.write_bytes(letterhead())
    assert to_docx(letter(), LOOKS["gb9704"], base=path) == to_docx(letter(), LOOKS["gb9704"], base=letterhead())


def rels(target: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
GOOD = letterhead()


@pytest.mark.parametrize(
    ("base", "said"),
    [
        (b"", "不是完好的 DOCX"),
        (b"PK\3\4 nonsense", "不是完好的 DOCX"),
        (b"%PDF-1.7", "不是完好的 DOCX"),
        (GOOD[: len(GOOD) // 2], "不是完好的 DOCX"),
        (repacked(GOOD, word__document_xml=b"<broken"), "另存为 .docx"),
        (repacked(GOOD, word__document_xml=BOMB), "实体声明"),
        (repacked(GOOD, word__vbaProject_bin=b"x"), "宏"),
        (
            repacked(GOOD, word___rels__footer1_xml=b"", **{"word/_rels/header9.xml.rels": rels("http://x/y.png")}),
            "外部内容",
        ),
        (repacked(GOOD, **{"[Content_Types].xml": b"<Types/>"}), "不是 Word 文档"),
        (repacked(GOOD, **{"huge.bin": b"0" * (51 * 2**20)}), "过大"),
        (Path("/nonexistent/信头.docx"), "找不到信头文件"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_broken_or_hostile_letterhead_is_refused_in_plain_words(base, said):
    with pytest.raises(OutputError, match=said):
        to_docx(letter(), base=base)


def test_a_letterhead_of_more_parts_than_any_letter_has_is_refused():
    full = parts(letterhead())
    room = 2000 - len(full)
    assert to_docx(letter(), base=packed(full | {f"word/x{number}.bin": b"" for number in range(room)}))
    with pytest.raises(OutputError, match="解压后过大"):
        to_docx(letter(), base=packed(full | {f"word/x{number}.bin": b"" for number in range(room + 1)}))


def test_a_letterhead_without_room_for_text_is_refused():
    made = docx.Document()
    made.sections[0].left_margin = Mm(200)
    with pytest.raises(OutputError, match="版心太窄"):
        to_docx(letter(), base=saved(made))


def test_the_page_about_letterheads_names_every_style_of_the_contract():
    page = (Path(__file__).parents[2] / "docs/letterhead.zh.md").read_text(encoding="utf-8")
    names = set(re.findall(r"[\w]+", page))
    made = xml(to_docx(letter()), "word/styles.xml").findall(f"{W}style[@{W}customStyle='1']")
    missing = [name for name in (val(style.find(f"{W}name")) for style in made) if name not in names]
    assert [name for name in missing if "（" not in name and name != "页码"] == []


def with_mark(place: str) -> bytes:
    """A letterhead whose mark stands somewhere else than in a paragraph of its own."""
    made = docx.Document(io.BytesIO(letterhead(old="旧的正文")))
    if place == "cell":
        made.add_table(1, 1).cell(0, 0).text = "【正文】"
    elif place == "sentence":
        made.add_paragraph("特此说明【正文】如上。")
    elif place == "header":
        made.sections[0].header.add_paragraph("【正文】")
    elif place == "text box":
        box = (
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>【正文】</w:t></w:r></w:p></w:txbxContent>"
        )
        drawn = f"<w:p {NAMESPACES}>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
        made.element.body.insert(0, docx.oxml.parse_xml(drawn))
    elif place == "control":
        control = "<w:sdtContent><w:p><w:r><w:t>【正文】</w:t></w:r></w:p></w:sdtContent>"
        made.element.body.insert(0, docx.oxml.parse_xml(f"<w:sdt {NAMESPACES}>{control}</w:sdt>"))
    else:
        made.add_paragraph("【正文】")
        made.add_paragraph("【正文】")
    return saved(made)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("cell", "写在表格的单元格里，那里放不下文书；请在正文里另起一段，只写“【正文】”"),
        ("sentence", "写在句子中间"),
        ("header", "写在页眉或者页脚里"),
        ("text box", "写在文本框里"),
        ("control", "写在内容控件里"),
        ("twice", "有2处“【正文】”，只能有一处"),
    ],
)
def test_a_mark_where_no_paper_can_go_is_an_error_that_says_so(place, said):
    with pytest.raises(OutputError, match=said):
        to_docx(letter(), base=with_mark(place))


def test_a_mark_typed_in_several_runs_and_with_blanks_around_it_is_the_mark():
    made = docx.Document(io.BytesIO(letterhead(before="前言")))
    paragraph = made.add_paragraph(" 【")
    paragraph.add_run("正文")
    paragraph.add_run("】 ")
    said = squeeze(words(xml(to_docx(letter(), base=saved(made)))))
    assert said == "前言" + squeeze(letter().text)


def test_the_words_are_as_wide_as_the_section_that_holds_the_mark():
    made = docx.Document(io.BytesIO(letterhead(mark="【正文】")))
    made.add_section()
    made.sections[1].left_margin = Mm(60)
    table = xml(to_docx(letter(), base=saved(made))).find(f".//{W}tblW")
    assert abs(int(table.get(f"{W}w")) - 150 / 25.4 * 1440) <= 2


def with_picture() -> bytes:
    """A letterhead with a picture in the header, and one in the old body."""
    made = docx.Document(io.BytesIO(letterhead(old="旧的正文")))
    for colour, run in (
        ("red", made.sections[0].header.paragraphs[0].add_run()),
        ("blue", made.paragraphs[0].add_run()),
    ):
        image = io.BytesIO()
        Image.new("RGB", (20, 10), colour).save(image, "PNG")
        run.add_picture(image)
    return saved(made)


def test_a_relationship_to_nothing_is_skipped_and_what_would_show_it_goes_too():
    contents = parts(with_picture())
    lost = next(name for name in contents if name.startswith("word/media/"))
    assert len([name for name in contents if name.startswith("word/media/")]) == 2
    for name in [name for name in contents if name.startswith("word/media/")]:
        del contents[name]
    assert lost not in contents
    data = to_docx(letter(), base=packed(contents))
    opened = docx.Document(io.BytesIO(data))
    assert opened.sections[0].header.paragraphs[0].text == "某某律师事务所"
    assert b"<w:drawing" not in b"".join(parts(data).values())
    assert squeeze(words(xml(data))) == squeeze(letter().text)


def test_a_thumbnail_that_is_not_there_is_skipped():
    contents = parts(letterhead())
    del contents["docProps/thumbnail.jpeg"]
    assert squeeze(words(xml(to_docx(letter(), base=packed(contents))))) == squeeze(letter().text)


def test_a_header_that_is_not_there_is_skipped():
    contents = parts(letterhead())
    del contents["word/header1.xml"]
    data = to_docx(letter(), base=packed(contents))
    assert xml(data).find(f".//{W}headerReference") is None
    assert docx.Document(io.BytesIO(data)).sections[0].footer.paragraphs[0].text == "地址：某市某路"


def test_a_strict_file_is_told_to_be_saved_as_an_ordinary_one():
    contents = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
        ).replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006", b"http://purl.oclc.org/ooxml/wordprocessingml"
        )
        for name, content in parts(letterhead()).items()
    }
    with pytest.raises(OutputError, match=r"Strict Open XML 文档.*另存为普通的“Word 文档") as refused:
        to_docx(letter(), base=packed(contents))
    assert "完好" not in str(refused.value)


def test_the_picture_of_the_header_stays_and_that_of_the_old_letter_goes():
    data = to_docx(letter(), base=with_picture())
    pictures = [content for name, content in parts(data).items() if name.startswith("word/media/")]
    assert [Image.open(io.BytesIO(picture)).getpixel((0, 0)) for picture in pictures] == [(255, 0, 0)]


def test_an_old_letter_used_as_a_letterhead_leaves_its_client_behind():
    made = docx.Document(io.BytesIO(letterhead(kept="抬头", mark="【正文】")))
    made.paragraphs[0].add_run()._r.append(docx.oxml.parse_xml(f'<w:commentReference {NAMESPACES} w:id="0"/>'))
    variables = f'<w:docVars {NAMESPACES}><w:docVar w:name="client" w:val="钱五"/></w:docVars>'
    made.settings.element.append(docx.oxml.parse_xml(variables))
    contents = parts(saved(made))
    contents["customXml/item1.xml"] = "<client>钱五</client>".encode()
    comment = '<w:comment w:id="0" w:author="赵六"><w:p><w:r><w:t>钱五的案子</w:t></w:r></w:p></w:comment>'
    contents["word/comments.xml"] = f"<w:comments {NAMESPACES}>{comment}</w:comments>".encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    name = "word/_rels/document.xml.rels"
    relationship = f'<Relationship Id="rId99" Type="{kind}" Target="comments.xml"/></Relationships>'
    contents[name] = contents[name].replace(b"</Relationships>", relationship.encode())
    whole = b"".join(parts(to_docx(letter(), base=packed(contents))).values()).decode(errors="replace")
    assert not [name for name in ("钱五", "赵六") if name in whole]


def test_what_an_old_letter_has_on_record_stays_behind():
    """Deleted words, who added which, notes of the old body, an embedded sheet, a data binding, a place of a photo."""
    made = docx.Document(io.BytesIO(letterhead(kept="抬头", mark="【正文】")))
    header = made.sections[0].header
    changes = (
        '<w:del w:id="1" w:author="赵六"><w:r><w:delText>钱五</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="赵六" w:rsidR="00ABCDEF"><w:r><w:t>律师函</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="赵六"><w:r><w:t>钱五</w:t></w:r></w:moveFrom>'
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/钱五" w:storeItemID="{1}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>电话</w:t></w:r></w:sdtContent></w:sdt>"
    )
    wrapped = docx.oxml.parse_xml(f"<w:p {NAMESPACES}>{changes}</w:p>")
    header.paragraphs[0]._p.extend(list(wrapped))
    header.paragraphs[0].add_run().add_picture(io.BytesIO(jpeg(marked(), "JPEG")))
    embedded = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId77"/></w:object>'
    header.paragraphs[0]._p.append(docx.oxml.parse_xml(f"<w:r {NAMESPACES}>{embedded}</w:r>"))
    made.settings.element.append(docx.oxml.parse_xml(f'<w:saveThroughXslt {NAMESPACES} w:solutionID="钱五"/>'))
    made.paragraphs[0].add_run()._r.append(docx.oxml.parse_xml(f'<w:footnoteReference {NAMESPACES} w:id="5"/>'))
    contents = parts(saved(made))
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
        for number, words in ((5, "收件地址"), (6, "钱五的旧注"))
    )
    contents["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>".encode()
    contents["word/embeddings/sheet1.xlsx"] = "钱五".encode()
    contents["word/media/image1.jpg"] = photo()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for name, target, kind in (
        ("word/_rels/document.xml.rels", "footnotes.xml", "footnotes"),
        ("word/_rels/header1.xml.rels", "embeddings/sheet1.xlsx", "package"),
    ):
        relationship = f'<Relationship Id="rId77" Type="{office}/{kind}" Target="{target}"/></Relationships>'
        contents[name] = contents[name].replace(b"</Relationships>", relationship.encode())
    types = '<Default Extension="xlsx" ContentType="application/vnd.ms-excel"/></Types>'
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(b"</Types>", types.encode())
    data = to_docx(letter(), base=packed(contents))
    whole = b"".join(parts(data).values())
    assert [secret for secret in ("钱五", "赵六", "rsid", "OLEObject") if secret.encode() in whole] == []
    assert [secret for secret in SECRETS if secret in whole] == []
    assert [word for word in ("律师函", "电话", "收件地址", "抬头") if word.encode() not in whole] == []


@pytest.mark.parametrize("field", ["INCLUDEPICTURE", "includetext", "DDEAUTO", "LINK"])
def test_a_field_that_fetches_something_is_outside_content(field):
    made = docx.Document(io.BytesIO(letterhead()))
    run = made.sections[0].header.paragraphs[0].add_run()
    run._r.append(docx.oxml.parse_xml(f'<w:instrText {NAMESPACES}> {field} "http://example.com/x" </w:instrText>'))
    with pytest.raises(OutputError, match="外部内容"):
        to_docx(letter(), base=saved(made))


@pytest.mark.parametrize(
    "rels",
    [
        '<Relationship Id="rId1" Type="{image}" TargetMode="&#69;xternal" Target="http://x/y.png"/>',
        '<Relationship Id="rId1" Type="{image}" Target="http://x/y.png?a>b" TargetMode="External"/>',
        '<Relationship Id="rId1" Type="{image}" Target="http://x/hyperlink" TargetMode="External"/>',
    ],
)
def test_outside_content_is_found_however_it_is_written(rels):
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    text = f'<?xml version="1.0"?><Relationships xmlns="{space}">{rels.format(image=image)}</Relationships>'
    for content in (text.encode(), text.replace('1.0"', '1.0" encoding="UTF-16"').encode("utf-16")):
        with pytest.raises(OutputError, match="外部内容"):
            to_docx(letter(), base=repacked(GOOD, **{"word/_rels/header9.xml.rels": content}))


def test_a_letterhead_may_call_its_namespaces_what_it_likes():
    contents = parts(letterhead(before="前言", mark="【正文】"))
    for name in [name for name in contents if name.startswith("word/") and name.endswith(".xml")]:
        text = contents[name].decode().replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:")
        contents[name] = text.replace("xmlns:w=", "xmlns:x=").encode()
    data = to_docx(everything(), base=packed(contents))
    assert squeeze(words(xml(data))) == "前言" + squeeze(everything().text)
    assert docx.Document(io.BytesIO(data)).paragraphs[1].style.name == "文书标题"


def test_a_mark_that_ends_a_section_leaves_the_section():
    made = docx.Document(io.BytesIO(letterhead(mark="【正文】", after="后记")))
    section = made.add_section()
    section.left_margin = Mm(60)
    made.paragraphs[0]._p.get_or_add_pPr().append(made.paragraphs[-1]._p.pPr.sectPr)
    opened = docx.Document(io.BytesIO(to_docx(letter(), base=saved(made))))
    assert len(opened.sections) == 2
    assert squeeze("".join(words(opened.element))) == squeeze(letter().text) + "后记"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_letterhead_is_used_or_refused_and_nothing_else(data):
    contents = parts(GOOD)
    name = data.draw(st.sampled_from(sorted(name for name in contents if name.endswith((".xml", ".rels")))))
    text = contents[name].decode()
    pieces = re.findall(r'"[^"]*"|<[^>]*>', text)
    piece = data.draw(st.sampled_from(pieces))
    other = data.draw(st.sampled_from(['""', '"-1"', '"x y"', "", *pieces[:50]]))
    contents[name] = text.replace(piece, other, 1).encode()
    with contextlib.suppress(OutputError):
        made = to_docx(replace(letter(), draft=True), base=packed(contents))
        assert squeeze(words(xml(made))).endswith(squeeze(letter().text))
