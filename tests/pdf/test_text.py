"""What a PDF says is what its paper says, in the same order."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS
from tests.make.samples import PAPERS
from tests.make.trees import heading, paper, paragraph
from tests.read.elsewhere import printed_elsewhere
from tests.read.lines import printed
from tests.read.pdf import read, spoken
from tests.read.words import squeeze

MATRIX = [(name, look) for name in PAPERS for look in LOOKS]


@pytest.mark.parametrize(("name", "look"), MATRIX)
def test_marked_content_is_the_text_of_the_tree_in_reading_order(name, look):
    paper = PAPERS[name]()
    data = to_pdf(paper, LOOKS[look])

    assert squeeze(read(data).text) == squeeze(paper.text)
    assert squeeze(spoken(data)) == squeeze(paper.text)


@pytest.mark.parametrize("name", ["letter", "plan", "bilingual"])
def test_the_same_paper_gives_the_same_bytes(name):
    assert to_pdf(PAPERS[name]()) == to_pdf(PAPERS[name]())


def test_rare_characters_above_the_basic_plane_extract_as_themselves():
    assert "欧阳𬭎，联系人䶮𫖮，地址在𣲘头村" in read(to_pdf(PAPERS["rare"]())).text


def test_six_threads_at_once_give_the_same_bytes_as_one():
    papers = [PAPERS[name]() for name in ("letter", "plan", "evidence", "confirmation", "rare", "bilingual")]
    alone = [to_pdf(paper) for paper in papers]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(to_pdf, papers * 3))
    assert together == alone * 3


def test_another_process_with_another_hash_seed_gives_the_same_bytes():
    code = (
        "import hashlib, sys\n"
        "from negotiation_docs.writers.pdf import to_pdf\n"
        "from tests.make.samples import PAPERS\n"
        "print(hashlib.sha256(b''.join(to_pdf(PAPERS[name]()) for name in ('letter', 'plan', 'evidence'))).hexdigest())"
    )
    digests = {printed_elsewhere(code, PYTHONHASHSEED=seed) for seed in ("1", "2")}
    assert len(digests) == 1


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    "title",
    [
        "Checking the Account, and How to Reach Me Meanwhile",
        "关于信用卡欠款的还款计划变更申请及有关情况的说明",
    ],
)
def test_a_title_of_two_lines_is_parted_near_its_middle(look, title):
    data = to_pdf(paper(heading(title, 1), paragraph("本人。")), LOOKS[look])
    (lines,) = [lines for tag, lines in printed(data) if tag == "H1"]
    one, other = map(len, map(str.strip, lines))
    assert abs(one - other) <= len(title) / 8
