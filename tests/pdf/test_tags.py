"""The structure tree says what each part is, and everything else is an artifact."""

import io

import pikepdf
import pytest

from negotiation_docs.tree import Role, Row, Table
from negotiation_docs.writers.pdf import to_pdf
from tests.make.samples import PAPERS
from tests.make.trees import cell, head, heading, paper, paragraph
from tests.read.pdf import read, structure
from tests.read.some import some
from tests.read.words import squeeze


def test_a_letter_is_a_document_of_headings_and_paragraphs():
    root = structure(to_pdf(PAPERS["letter"]()))
    assert root.tag == "Document"
    assert root.source["Lang"] == "zh-CN"
    assert [kid.tag for kid in root.kids[:4]] == ["H1", "P", "H2", "P"]
    assert [kid.tag for kid in root.all("Sect")[0].kids] == ["P", "P", "P", "P"]


def test_a_paragraph_over_two_pages_is_one_element():
    data = to_pdf(PAPERS["long"]())
    split = [element for element in structure(data).all("P") if len({page for page, _ in element.marks}) == 2]
    assert split
    assert all(len(element.marks) == 2 for element in split)


def test_a_table_has_a_caption_scoped_heads_and_spans():
    table = structure(to_pdf(PAPERS["plan"]())).all("Table")[0]
    assert [kid.tag for kid in table.kids] == ["Caption", "THead", "TBody", "TFoot"]
    assert {cell.source["Scope"] for cell in table.kids[1].all("TH")} == {"Column"}
    assert table.source["Summary"] == "期次、还款日、应还金额（元）、其中本金（元）、其中利息（元）、剩余本金（元）"
    assert len(table.all("TR")) == 62
    assert table.kids[3].all("TR")[0].kids[0].source["ColSpan"] == "2"


def test_every_row_spans_the_same_number_of_columns_even_where_cells_are_empty():
    table = structure(to_pdf(PAPERS["plan"]())).all("Table")[0]
    spans = {sum(int(cell.source.get("ColSpan", "1")) for cell in line.kids) for line in table.all("TR")}
    assert spans == {6}


def test_a_row_heading_has_the_scope_of_its_row():
    body = (Row((cell("电话", header=True), cell("13800138000"))),)
    table = structure(to_pdf(paper(heading("表", 1), Table((), head("项目", "内容"), body)))).all("TBody")[0]
    assert table.all("TH")[0].source["Scope"] == "Row"


def test_the_first_cell_of_a_row_is_its_heading():
    table = structure(to_pdf(PAPERS["plan"]())).all("Table")[0]
    for line in some(table.kids[2].all("TR")):
        assert [(cell.tag, cell.source.get("Scope")) for cell in line.kids] == [("TH", "Row"), *[("TD", None)] * 5]


def test_a_box_to_tick_is_no_heading_of_its_row():
    rows = (Row((cell("", checkbox=True), cell("收入证明"))),)
    table = structure(to_pdf(paper(heading("表", 1), Table((), head("核对", "材料"), rows)))).all("Table")[0]
    assert [cell.tag for cell in table.kids[1].all("TR")[0].kids] == ["TD", "TD"]


def test_a_repeated_head_and_its_caption_are_furniture():
    data = to_pdf(PAPERS["plan"]())
    reading = read(data)
    assert len(reading.artifacts) > 1
    for page in reading.artifacts[1:]:
        assert any("还款计划表（续表）期次还款日" in squeeze(text) for text in page)
    assert reading.text.count("期次") == 1


def test_a_list_has_labels_and_bodies():
    lists = structure(to_pdf(PAPERS["confirmation"]())).all("L")
    assert [kid.tag for kid in lists[0].kids[0].kids] == ["Lbl", "LBody"]
    assert lists[0].source["ListNumbering"] == "Decimal"
    assert [kid.tag for kid in lists[1].kids[0].kids] == ["LBody"]
    assert lists[1].source["ListNumbering"] == "Disc"


def test_small_print_is_a_note_with_an_identifier():
    data = to_pdf(paper(heading("一", 1), paragraph("甲", Role.NOTE), paragraph("乙", Role.NOTE)))
    assert [note.source["ID"] for note in structure(data).all("Note")] == ["note0001", "note0002"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        assert [str(name) for name in list(names)[::2]] == ["note0001", "note0002"]


def test_a_translation_says_its_language():
    section = next(e for e in structure(to_pdf(PAPERS["bilingual"]())).all("Sect") if e.source.get("Lang"))
    assert section.source["Lang"] == "en"
    assert [kid.tag for kid in section.kids][:2] == ["H1", "Note"]


def test_heading_levels_are_never_skipped():
    data = to_pdf(paper(heading("标题", 1), heading("细目", 3), paragraph("文")))
    assert [kid.tag for kid in structure(data).kids] == ["H1", "H2", "P"]


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_parent_tree_leads_from_every_mark_back_to_its_element(name):
    data = to_pdf(PAPERS[name]())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        rows = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for index, page in enumerate(some(pdf.pages)):
            assert page.obj.StructParents == index
            assert page.obj.Tabs == "/S"
            fields = [rows.pop(int(field.StructParent)) for field in page.obj.get("/Annots", [])]
            assert [str(owner.K.Obj.T) for owner in fields] == [str(each.T) for each in page.obj.get("/Annots", [])]
        owners = {(page, mcid): str(owner.S)[1:] for page, found in rows.items() for mcid, owner in enumerate(found)}
    reached = {mark: element.tag for element in structure(data).walk() for mark in element.marks}
    assert reached == owners
