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
    return [
        "\n".join(line for line in page.split("\n") if not FURNITURE.fullmatch(_letters(line)))
        for page in read.split("\f")
    ]


def astray(words: str, found: list[str]) -> str:
    """Where ``found``, page by page, first differs from ``words``; empty if it does not.

    A page may open with lines the paper has said before: the caption and head of a table that goes on.
    """
    said, at = _letters(words), 0
    lines = [_letters(line) for line in words.splitlines() if line.strip()]
    for page in map(_letters, found):
        rest = page
        while not said.startswith(rest[:ENOUGH], at):
            mark = CONTINUED.match(rest)
            again = mark[0] if mark else next((line for line in lines if rest.startswith(line)), None)
            if again is None:
                break
            rest = rest.removeprefix(again)
        if not said.startswith(rest, at):
            return f"{rest[:60]!r} for {said[at : at + 60]!r}"
        at += len(rest)
    return said[at:]


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
