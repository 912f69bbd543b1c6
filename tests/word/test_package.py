"""The file itself: the same bytes every time, small, in order, and silent about who made it."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import docx
import pytest

from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.style import LOOKS
from tests.make.letters import letter
from tests.make.samples import PAPERS, everything
from tests.make.sheets import plan
from tests.read.docx import faults, parts, xml
from tests.read.elsewhere import printed_elsewhere


def test_the_same_paper_gives_the_same_bytes():
    assert to_docx(everything()) == to_docx(everything())


def test_threads_give_the_same_bytes():
    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(lambda n: to_docx(plan(30)), range(12)))) == 1


def test_another_process_gives_the_same_bytes():
    code = (
        "import hashlib\n"
        "from negotiation_docs.writers.docx import to_docx\n"
        "from tests.make.samples import PAPERS, everything\n"
        "print(hashlib.sha256(to_docx(everything())).hexdigest())"
    )
    assert printed_elsewhere(code) == sha256(to_docx(everything())).hexdigest()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_no_document_has_a_fault(look):
    assert [fault for sample in PAPERS.values() for fault in faults(to_docx(sample(), look))] == []


def test_a_letter_weighs_less_than_ten_kilobytes():
    assert len(to_docx(letter())) < 10_000


def test_a_long_table_costs_little_per_row():
    assert len(to_docx(plan(360))) < 20_000


def test_python_docx_opens_it_and_finds_the_chinese_style_names():
    opened = docx.Document(io.BytesIO(to_docx(letter())))
    assert [paragraph.style.name for paragraph in opened.paragraphs][:4] == ["文书标题", "称谓", "一级标题", "文书正文"]


def test_the_properties_hold_the_title_and_nobody():
    opened = docx.Document(io.BytesIO(to_docx(letter()))).core_properties
    assert (opened.title, opened.author, opened.last_modified_by) == ("困难情况说明", "", "")
    assert b"\xe5\x91\xa8\xe5\x90\xaf\xe6\x98\x8e" not in b"".join(
        content for name, content in parts(to_docx(letter())).items() if name != "word/document.xml"
    )


def test_a_title_with_markup_in_it_is_only_a_title():
    from msgspec.structs import replace

    data = to_docx(replace(letter(), title='A&B <b> "说明"'))
    assert docx.Document(io.BytesIO(data)).core_properties.title == 'A&B <b> "说明"'


def test_an_archive_is_a_zip_file_that_the_standard_library_reads():
    made = archive([Part.of("b.xml", "乙" * 1000), Part.of("[Content_Types].xml", "<x/>"), Part.of("a/é.xml", b"")])
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        assert package.namelist() == ["[Content_Types].xml", "a/é.xml", "b.xml"]
        assert package.read("b.xml").decode() == "乙" * 1000


def test_only_a_draft_carries_the_watermark_and_on_each_page():
    assert not [name for name in parts(to_docx(letter())) if "header" in name]
    draft = to_docx(letter(draft=True))
    section = docx.Document(io.BytesIO(draft)).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert [paragraph.text for paragraph in header.paragraphs] == ["草稿"]
        assert header._element.xpath('.//*[@string="草稿"]')
    assert "草稿" not in "".join(xml(draft).itertext())
