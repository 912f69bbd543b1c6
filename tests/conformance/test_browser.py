"""The HTML of every paper in a real browser: all words shown, nothing wider than the window, prints on A4."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from html import escape
from pathlib import Path

import pytest

from tests.conformance.judges import needed
from tests.read.some import some

pytestmark = pytest.mark.check

QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
# Written into a copy of the page: what the browser measures is left in the document it dumps.
MEASURE = (
    "<script>document.documentElement.dataset.overflow = document.documentElement.scrollWidth - innerWidth</script>"
)
PHONE = """<script>
const box = (each) => each.getBoundingClientRect()
const words = [...document.querySelectorAll("tbody td:not(.number):not(.center)")].map((each) => box(each).width)
const edges = [...document.querySelectorAll("table")].map((each) => box(each).right - innerWidth)
parent.document.documentElement.dataset.seen = `${Math.floor(Math.min(...words))} ${Math.ceil(Math.max(...edges))}`
</script>"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_window(papers, tmp_path, width):
    for file in some(papers.html[:: max(1, len(papers.html) // 6)]):
        over = overflow(file.read_text(encoding="utf-8"), width, tmp_path)
        assert over <= 0, f"{file.name} is {over} px wider than a window of {width} px"


def test_a_phone_shows_words_in_columns_of_four_characters_at_least_and_codes_whole(papers, tmp_path):
    logs = some(file for file in papers.html if "contact_log" in file.name)
    shares = some(file for file in papers.html if "creditor_allocation" in file.name and file.stem.endswith("-zh"))
    for file in (*logs[:2], *shares[:2]):
        narrowest, beyond = on_a_phone(file.read_text(encoding="utf-8"), tmp_path)
        assert narrowest >= 4 * 12, f"{file.name} has a column of words {narrowest} px wide"
        assert beyond <= 0, f"a table of {file.name} reaches {beyond} px beyond the window"


def test_a_column_of_words_that_is_too_narrow_is_noticed(papers, tmp_path):
    file = some(file for file in papers.html if "contact_log" in file.name)[0]
    squeezed = "<style>.nd-paper tbody td{display:inline-block;min-width:0!important;max-width:2em}</style>"
    assert on_a_phone(file.read_text(encoding="utf-8") + squeezed, tmp_path)[0] < 4 * 12


def test_a_page_that_is_too_wide_is_noticed(papers, tmp_path):
    wide = papers.html[0].read_text(encoding="utf-8") + '<p style="width: 2000px">很宽</p>'
    assert overflow(wide, 1280, tmp_path) > 0


def test_a_page_prints_with_all_its_words(papers, tmp_path):
    import pdfplumber

    for file in some(papers.html[:: max(1, len(papers.html) // 4)]):
        printed = tmp_path / "printed.pdf"
        browse(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}", file.as_uri())
        with pdfplumber.open(printed) as pdf:
            words = "".join(page.extract_text() for page in pdf.pages)
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", file.read_text(encoding="utf-8"))
        assert heading
        assert _letters(heading[1]) in _letters(words)


def overflow(html: str, width: int, folder: Path) -> int:
    """By how many px a page is wider than a window of ``width`` px."""
    page = folder / "page.html"
    page.write_text(html + MEASURE, encoding="utf-8")
    dom = browse(folder, f"--window-size={width},900", "--dump-dom", page.as_uri())
    found = re.search(r'data-overflow="(-?\d+)"', dom)
    assert found, "the page did not load"
    return int(found[1])


def on_a_phone(html: str, folder: Path) -> tuple[int, int]:
    """The px of the narrowest cell of words, and by how many px a table is wider than a window of 360 px."""
    page = folder / "phone.html"
    framed = escape(html + PHONE, quote=True)
    page.write_text(f'<iframe style="width:360px;height:2000px;border:0" srcdoc="{framed}"></iframe>', encoding="utf-8")
    found = re.search(r'data-seen="(-?\d+) (-?\d+)"', browse(folder, "--dump-dom", page.as_uri()))
    assert found, "the page did not load"
    return int(found[1]), int(found[2])


def browse(profile, *arguments: str) -> str:
    """Run the browser once, alone with an empty profile; what it prints."""
    command = [needed("chromium"), *QUIET, f"--user-data-dir={profile}/profile", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def _letters(text: str) -> str:
    """Without markup and blanks; a printer's radicals (U+2F00 …) are the characters that they look like."""
    return unicodedata.normalize("NFKC", re.sub(r"<[^>]+>|\s+", "", text))
