"""Whatever a paper is made of: its words arrive in order, inside the text area, tagged, the same bytes again."""

import io
import re

import pikepdf
import pytest

from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import A4, LOOKS
from tests.make.dice import Dice
from tests.read.pdf import read, spoken
from tests.read.some import some
from tests.read.words import squeeze


@pytest.mark.parametrize("seed", range(40))
def test_a_random_paper_is_set_whole(seed):
    dice = Dice(seed)
    made, look = dice.paper(), LOOKS[dice.choice(tuple(LOOKS))]
    data = to_pdf(made, look)

    assert squeeze(spoken(data)) == squeeze(made.text)
    assert to_pdf(made, look) == data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes().decode("latin-1")
            body = re.sub(r"/Artifact<</Type/Pagination.*?EMC", "", content, flags=re.DOTALL)
            for _, y in some(re.findall(r"1 0 0 [\d.]+ ([\d.-]+) ([\d.-]+) Tm", body)):
                assert look.bottom < float(y) < A4[1] - look.top
    assert all("\0" not in text for text in some(read(data).marks.values()))
