"""Several papers in one file keep their words, their tags and their own page numbers."""

import io

import pikepdf
import pytest

from negotiation_docs.tree import Role, SectionRole
from negotiation_docs.writers.pdf import to_pdf, together
from tests.make.letters import english
from tests.make.nodes import paper as every_node
from tests.make.samples import PAPERS
from tests.make.sheets import receipt
from tests.make.trees import heading, paper, paragraph, section
from tests.read.pdf import spoken, structure
from tests.read.some import some
from tests.read.typing import fields
from tests.read.words import squeeze

TITLE = "协商材料"


def test_one_paper_together_is_the_file_of_that_paper():
    letter = PAPERS["letter"]()
    assert together([letter], letter.title) == to_pdf(letter)


def test_every_paper_is_a_part_in_its_own_language_with_all_its_words():
    papers = [PAPERS["letter"](), english(), PAPERS["plan"]()]
    data = together(papers, TITLE)
    root = structure(data)
    assert (root.tag, [kid.tag for kid in root.kids]) == ("Document", ["Part"] * 3)
    assert [kid.source["Lang"] for kid in root.kids] == ["zh-CN", "en", "zh-CN"]
    assert squeeze(spoken(data)) == squeeze("".join([spoken(to_pdf(each)) for each in papers]))


def test_every_paper_looks_the_same_as_in_a_file_of_its_own():
    papers = [PAPERS["long"](), every_node(), PAPERS["plan"]()]
    alone = [page.extract_text() for each in papers for page in _pages(to_pdf(each))]
    assert [page.extract_text() for page in _pages(together(papers, TITLE))] == some(alone)


def test_the_outline_names_the_papers_one_after_the_other():
    papers = [paper(heading(name, 1), *PAPERS["long"]().blocks[1:]) for name in ("甲", "乙", "丙")]
    with pikepdf.open(io.BytesIO(together(papers, TITLE))) as pdf, pdf.open_outline() as outline:
        found = [(entry.title, pdf.pages.index(pikepdf.Page(entry.destination[0]))) for entry in outline.root]
    pages = len(_pages(to_pdf(papers[0])))
    assert pages > 1
    assert found == [("甲", 0), ("乙", pages), ("丙", 2 * pages)]


def test_the_notes_of_all_papers_have_names_of_their_own_in_order():
    inner = section(paragraph("内注", Role.NOTE), role=SectionRole.SIGNOFF)
    noted = paper(heading("标题", 1), inner, paragraph("外注", Role.NOTE))
    data = together([noted, noted], TITLE)
    notes = [note.source["ID"] for note in structure(data).all("Note")]
    assert len(set(notes)) == len(notes) == 4
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [str(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]] == sorted(notes)


def test_the_fields_of_all_papers_have_names_and_places_of_their_own():
    slip = paper(heading("题", 1), receipt())
    data = together([slip, slip], TITLE)
    names = [element.source["Field"] for element in structure(data).walk() if "Field" in element.source]
    alone = len(some(fields(to_pdf(slip))))
    assert len(set(names)) == len(names) == 2 * alone
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [len(page.Annots) for page in pdf.pages if "/Annots" in page] == [alone, alone]


def test_a_font_lies_in_the_file_once():
    letter = PAPERS["letter"]()
    assert len(together([letter] * 3, TITLE)) < 1.5 * len(to_pdf(letter))


def test_the_file_has_the_title_it_is_given_and_the_day_of_the_first_paper():
    first, second = PAPERS["letter"](), PAPERS["plan"]()
    with pikepdf.open(io.BytesIO(together([first, second], TITLE))) as pdf:
        assert str(pdf.docinfo.Title) == TITLE
        assert ("/CreationDate" in pdf.docinfo) == (first.dated is not None)


@pytest.mark.parametrize("times", [1, 2])
def test_the_same_papers_give_the_same_bytes(times):
    papers = [PAPERS["letter"](), PAPERS["plan"]()] * times
    assert together(papers, TITLE) == together(papers, TITLE)


def _pages(data):
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = list(pdf.pages)
        for page in pages:
            page.extract_text()
        return pages
