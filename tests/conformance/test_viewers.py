"""Where people read, select, copy and search the papers: PDFium (Chrome, Edge, Android), pdf.js (Firefox), poppler."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conformance.judges import against, pdfjs, poppler, spread
from tests.read.some import some
from tests.read.viewer import bare, blanks, misread, phrases, unfound, viewers

pytestmark = pytest.mark.check


def test_pdfium_finds_every_character_and_phrase_where_it_is_seen_and_copies_no_more(papers):
    assert not against(spread(_in_pdfium, papers.pdf))


@pytest.mark.parametrize("read", [pdfjs, poppler])
def test_no_blank_is_read_that_is_not_written(papers, read: Callable):
    found = {
        file: [each for page in pages for each in blanks(page, words(file))] for file, pages in read(papers.pdf).items()
    }
    assert not against(found)


def test_pdfjs_reads_phrases_on_where_they_are_broken_over_lines(papers):
    for file, pages in some(pdfjs(papers.pdf).items()):
        shown, searched = bare("".join(pages)), _searched("\n".join(pages))
        wanted = [phrase for phrase in phrases(words(file)) if "-" not in phrase and bare(phrase) in shown]
        missing = [phrase for phrase in some(wanted) if _searched(phrase) not in searched]
        assert [phrase for phrase in missing if not _parted(bare(phrase), pages)] == [], file.name


def _parted(phrase: str, pages: list[str]) -> bool:
    """Whether a phrase begins on one page, above its number, and ends on the next: no viewer searches on there."""
    ends = [(bare(page.rpartition("\n")[0]), bare(after)) for page, after in pairwise(pages)]
    return any(
        end.endswith(phrase[:at]) and top.startswith(phrase[at:]) for end, top in ends for at in range(1, len(phrase))
    )


def words(file: Path) -> str:
    """The words of the paper that a PDF was made from."""
    return file.with_name(re.sub(r"-(personal|gb9704)\.pdf$", ".txt", file.name)).read_text(encoding="utf-8")


def _in_pdfium(file: Path) -> list[str]:
    data, said = file.read_bytes(), words(file)
    copied = [each for viewer in viewers(data) for each in blanks(viewer.copied, said)]
    return [*misread(data), *unfound(data, said), *copied]


def _searched(text: str) -> str:
    """Text without line ends beside Chinese characters, and without blanks beside marks, which a search leaves open."""
    joined = re.sub(r"(?<=[^ -~])\n|\n(?=[^ -~])", "", text).replace("\n", " ")
    return re.sub(r" *([^\w\s]) *", r"\1", joined)
