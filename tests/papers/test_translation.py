"""The translation of a bilingual paper: nothing in it is signed or ticked, and its pages are counted apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from negotiation_docs.tree import Block, ItemList, Paragraph, Role, Section, Table, plain
from tests.make.variants import paper
from tests.read.pdf import read
from tests.read.words import squeeze

KINDS = ("hardship_letter", "repayment_plan", "evidence_list", "confirmation_request")
SIGNED = "[signature and fingerprint on the Chinese text]"


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.blocks)


def translation(kind: str) -> Section:
    (section,) = [block for block in bilingual(kind).paper.blocks if isinstance(block, Section) and block.lang == "en"]
    return section


def bilingual(kind: str):
    return paper("evidence-attached", kind, "zh+en")


@pytest.mark.parametrize("kind", KINDS)
def test_a_translation_has_no_line_to_sign_and_no_box_to_tick(kind):
    blocks = list(walk(translation(kind).blocks))
    assert len(blocks) > 8
    for block in blocks:
        if isinstance(block, Paragraph):
            assert block.role not in {Role.SIGNATURE, Role.FINGERPRINT, Role.CHECKBOX}
            blank = block.role is Role.DATE and plain(block.content).rstrip().endswith(":")
            assert not blank, plain(block.content)
        elif isinstance(block, ItemList):
            assert not any(item.checkbox for item in block.items)
        elif isinstance(block, Table):
            assert not any(cell.checkbox for row in block.rows for cell in row.cells)


def test_a_translation_says_where_the_paper_is_signed_and_ticked():
    assert bilingual("hardship_letter").text.count(SIGNED) == 1
    slip = bilingual("confirmation_request").text
    assert "(signature): [on the Chinese text]" in slip
    assert slip.count("[to be ticked on the Chinese text]") == 1


def test_the_chinese_text_is_signed_as_ever():
    chinese = paper("evidence-attached", "hardship_letter", "zh").paper.blocks
    assert bilingual("hardship_letter").paper.blocks[: len(chinese)] == chinese


@pytest.mark.parametrize("look", ["personal", "gb9704"])
def test_the_pages_of_a_translation_are_counted_by_themselves(look):
    numbers = [squeeze(page[-1]) for page in read(bilingual("hardship_letter").to_pdf(look)).artifacts if page]
    if look == "gb9704":
        half = numbers.index("—1—", 1)
        assert numbers == [f"—{at}—" for part in (half, len(numbers) - half) for at in range(1, part + 1)]
        return
    chinese = [number for number in numbers if number.startswith("第")]
    english = [number for number in numbers if number.startswith("Page")]
    assert numbers == chinese + english
    assert chinese == [f"第{at}页共{len(chinese)}页" for at in range(1, len(chinese) + 1)]
    assert english == [f"Page{at}of{len(english)}" for at in range(1, len(english) + 1)]


def test_in_word_a_translation_is_a_section_that_counts_its_own_pages_in_english():
    with zipfile.ZipFile(io.BytesIO(bilingual("hardship_letter").to_docx())) as package:
        document = package.read("word/document.xml").decode()
        footers = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    assert document.count("<w:sectPr>") == 2
    assert '<w:pgNumType w:start="1"/>' in document
    assert [("SECTIONPAGES" in footer, "Page " in footer) for footer in footers] == [(True, False), (True, True)]
