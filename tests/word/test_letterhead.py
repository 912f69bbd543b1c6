"""base=: the user's own letterhead keeps its page and styles, and a hostile one is refused in plain words."""

import io
import re
import zipfile
from pathlib import Path

import docx
import docx_papers as papers
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt
from docx_reading import W, parts, squeezed, val, words, xml
from msgspec.structs import replace

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.style import LOOKS


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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        contents = parts(data) | {
            name.replace("__", "/").replace("_xml", ".xml"): made for name, made in changed.items()
        }
        for name, content in contents.items():
            package.writestr(name, content)
    return out.getvalue()


def test_header_footer_and_page_stay_and_the_old_body_goes():
    data = to_docx(papers.letter(), base=letterhead(old="旧的正文"))
    opened = docx.Document(io.BytesIO(data))
    assert opened.sections[0].header.paragraphs[0].text == "某某律师事务所"
    assert opened.sections[0].footer.paragraphs[0].text == "地址：某市某路"
    assert opened.sections[0].page_width.mm == pytest.approx(200, abs=0.1)
    assert squeezed(words(xml(data))) == squeezed(papers.letter().text)


def test_the_paper_takes_the_place_of_the_mark():
    data = to_docx(papers.letter(), base=letterhead(before="前言", mark="【正文】", after="后记"))
    said = squeezed(words(xml(data)))
    assert said == "前言" + squeezed(papers.letter().text) + "后记"


def test_a_style_of_the_letterhead_wins_and_missing_ones_are_added():
    opened = docx.Document(io.BytesIO(to_docx(papers.letter(), base=letterhead())))
    used = {paragraph.style.name: paragraph.style.font.size for paragraph in opened.paragraphs}
    assert used["文书正文"] == Pt(15)
    assert used["文书标题"] == Pt(18)


def test_tables_are_as_wide_as_the_letterheads_text_area():
    table = xml(to_docx(papers.letter(), base=letterhead())).find(f".//{W}tblW")
    assert abs(int(table.get(f"{W}w")) - 150 / 25.4 * 1440) <= 2


def test_a_document_of_ours_serves_as_a_letterhead():
    data = to_docx(papers.everything(), base=to_docx(papers.letter()))
    assert squeezed(words(xml(data))) == squeezed(papers.everything().text)
    names = [val(style.find(f"{W}name")) for style in xml(data, "word/styles.xml").findall(f"{W}style")]
    assert len(names) == len(set(names))


def test_what_the_letterhead_says_of_its_author_stays_behind():
    data = to_docx(papers.letter(), base=letterhead())
    opened = docx.Document(io.BytesIO(data)).core_properties
    assert (opened.author, opened.title) == ("", "困难情况说明")
    assert "张三".encode() not in b"".join(parts(data).values())
    assert not [name for name in parts(data) if "thumbnail" in name or "stylesWithEffects" in name]


def test_the_same_letterhead_gives_the_same_bytes():
    base = letterhead()
    assert to_docx(papers.everything(), base=base) == to_docx(papers.everything(), base=base)


def test_a_draft_on_a_letterhead_is_marked_in_every_header():
    made = docx.Document(io.BytesIO(letterhead()))
    made.sections[0].different_first_page_header_footer = True
    data = to_docx(replace(papers.letter(), draft=True), base=saved(made))
    headers = [content.decode() for name, content in parts(data).items() if name.startswith("word/header")]
    assert len(headers) == 3  # of first, odd and even pages
    assert all('string="草稿"' in header and "<w:t>草稿</w:t>" in header for header in headers)
    assert sum("某某律师事务所" in header for header in headers) == 1


def test_a_letterhead_may_be_a_path(tmp_path: Path):
    path = tmp_path / "信头.docx"
    path.write_bytes(letterhead())
    assert to_docx(papers.letter(), LOOKS["gb9704"], base=path) == to_docx(
        papers.letter(), LOOKS["gb9704"], base=letterhead()
    )


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
        to_docx(papers.letter(), base=base)


def test_a_letterhead_without_room_for_text_is_refused():
    made = docx.Document()
    made.sections[0].left_margin = Mm(200)
    with pytest.raises(OutputError, match="版心太窄"):
        to_docx(papers.letter(), base=saved(made))


def test_the_page_about_letterheads_names_every_style_of_the_contract():
    page = (Path(__file__).parents[2] / "docs/letterhead.zh.md").read_text(encoding="utf-8")
    names = set(re.findall(r"[\w]+", page))
    made = xml(to_docx(papers.letter()), "word/styles.xml").findall(f"{W}style[@{W}customStyle='1']")
    missing = [name for name in (val(style.find(f"{W}name")) for style in made) if name not in names]
    assert [name for name in missing if "（" not in name and name != "页码"] == []
