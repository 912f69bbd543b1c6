"""What is copied out of a PDF keeps every hyphen of a code, wherever the line ends."""

from __future__ import annotations

import pypdfium2
import pytest

from negotiation_docs.tree import Paper, Paragraph, Text
from negotiation_docs.writers.lines.tokens import marked_places, partings
from negotiation_docs.writers.pdf import to_pdf


def copied(words: str) -> str:
    """What PDFium (Chrome, Edge, Android) gives for a paragraph of these words, without blanks and ends of lines."""
    paper = Paper("x", "题", "zh-CN", (Paragraph((Text(words),)),))
    return "".join(pypdfium2.PdfDocument(to_pdf(paper))[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(
    "code", ["HT-2026-ABCD-0001-9988", "HTLOANAGREEMENT-2026ABCDEF-00019988", "zhang-san-li-si@example-bank.com.cn"]
)
@pytest.mark.parametrize("before", range(18, 34))
def test_a_code_is_copied_with_all_its_hyphens_wherever_it_stands(code, before):
    words = f"{'字' * before}编号{code}已经逾期很久"
    assert copied(words) == words


def test_a_hyphen_behind_a_letter_is_the_last_place_to_part_a_word():
    assert partings("HTX-2026") == []
    assert partings("HT2-2026") == [4]
    *better, last = marked_places("ab-c1-d")
    assert 3 not in {place for places in better for place in places}
    assert 3 in last
