"""Nothing is set beyond the margins of its page, in a translation neither."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from tests.make.variants import maker, paper
from tests.read.some import some
from tests.shipped import KINDS

ROOM = 4.0  # pt: a mark that hangs at the end of a line may reach beyond the measure


@pytest.mark.parametrize("look", ["personal", "gb9704"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_character_stands_beyond_the_right_margin(kind, look):
    from negotiation_docs.writers.style import LOOKS

    document = paper(maker(kind), kind, "zh+en")
    assert document is not None
    with pdfplumber.open(io.BytesIO(document.to_pdf(look))) as pdf:
        edge = float(pdf.pages[0].width) - LOOKS[look].right + ROOM
        ends = [(page.page_number, char["text"], char["x1"]) for page in pdf.pages for char in page.chars]
    assert [end for end in some(ends) if end[2] > edge and end[1].strip("，。、；：）》”！？ ")] == []
