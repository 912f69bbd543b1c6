"""What a stranger's program reads out of a PDF is what the paper says: all of it, in order, and nothing else."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conformance.judges import needed
from tests.read.some import some

pytestmark = pytest.mark.check

FURNITURE = re.compile(r"第\d+页共\d+页|—\d+—|Page\d+of\d+")  # page numbers
LABEL = re.compile(r"(?:^|(?<=[:：]))\s*(?:Fingerprint|指印)\s*$", re.MULTILINE)  # in its square, for the eye only
CONTINUED = re.compile(r"（续表）|续表|（续）|\(continued\)")
ENOUGH = 12  # letters that tell the place in a paper


def test_poppler_reads_the_words_of_every_paper_in_order(papers):
    for file in some(papers.pdf):
        words = file.with_name(re.sub(r"-(personal|gb9704)\.pdf$", ".txt", file.name)).read_text(encoding="utf-8")
        assert not astray(words, pages(file)), file.name


def test_a_lost_word_and_a_strange_word_are_noticed():
    words = "还款计划\n期次\t金额\n1\t100.00\n2\t100.00"
    assert not astray(words, ["还款计划\n期次 金额\n1 100.00", "期次 金额\n2 100.00"])
    assert astray(words, ["还款计划\n期次 金额\n1 100.00", "期次 金额\n3 100.00"])
    assert astray(words, ["还款计划\n期次 金额\n1 100.00"])
    assert astray(words, ["还款计划\n期次 金额\n1 100.00", "陌生\n2 100.00"])


def pages(file: Path) -> list[str]:
    """The words poppler finds on each page, in the order of the page's content, without lines of furniture."""
    command = [needed("pdftotext"), "-raw", "-enc", "UTF-8", str(file), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    read = LABEL.sub("", read)
    return [
        "\n".join(line for line in page.split("\n") if not FURNITURE.fullmatch(_letters(line)))
        for page in read.split("\f")
    ]


def astray(words: str, found: list[str]) -> str:
    """Where ``found``, page by page, first differs from ``words``; empty if it does not.

    A line the paper has said before may come again: the caption and head of a table that goes on, on the next page or
    in a second block beside the first.
    """
    said, at = _letters(words), 0
    lines = sorted({_letters(line) for line in words.splitlines() if line.strip()}, key=len, reverse=True)
    for page in map(_letters, found):
        place = 0
        while place < len(page):
            same = _same(page, place, said, at)
            again = _again(page, place, same, lines)
            if again is None:
                at += same
                if place + same < len(page):
                    return f"{page[place + same :][:60]!r} for {said[at : at + 60]!r}"
                break
            back, length = again
            at += same - back
            place += same - back + length
    return said[at:]


def _same(page: str, place: int, said: str, at: int) -> int:
    """How many letters of the page, from ``place`` on, are what the paper says from ``at`` on."""
    most = min(len(page) - place, len(said) - at)
    return next((n for n in range(most) if page[place + n] != said[at + n]), most)


def _again(page: str, place: int, same: int, lines: list[str]) -> tuple[int, int] | None:
    """A repeated line where the page stops being what the paper says: how far before that it begins, and its length."""
    end = place + same
    for back in range(min(same, ENOUGH) + 1) if end < len(page) else ():
        mark = CONTINUED.match(page, end - back)
        line = mark[0] if mark else next((one for one in lines if page.startswith(one, end - back)), "")
        if len(line) > back:
            return back, len(line)
    return None


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
