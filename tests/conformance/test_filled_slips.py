"""A slip can be filled in where people open it, and is an archival file before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conformance.judges import HERE, ROOT, needed
from tests.read.some import some
from tests.read.typing import fields, filled

pytestmark = pytest.mark.check


def test_a_slip_is_filled_in_and_saved_by_pdfjs(papers, tmp_path):
    for file in slips(papers):
        saved = tmp_path / file.name
        modules = ROOT / ".venv/npm/node_modules"
        command = [needed("node"), str(HERE / "pdfjs_fill.mjs"), str(modules), str(file), str(saved), "2026-12-01"]
        subprocess.run(command, check=True, capture_output=True)
        as_filled_in(saved.read_bytes())


def test_a_slip_is_filled_in_and_saved_by_pdfium(papers):
    for file in slips(papers):
        data = file.read_bytes()
        date = next(name for name in fields(data) if name.startswith("date"))
        as_filled_in(filled(filled(data, "tick1"), date, "2026-12-01"))


def as_filled_in(data: bytes) -> None:
    found = fields(data)
    assert [each.state for name, each in found.items() if name.startswith("tick")] == ["/Yes", "/Off", "/Off"]
    (date,) = [each for name, each in found.items() if name.startswith("date")]
    assert date.value == "2026-12-01"
    assert "\0".join("2026-12-01") in date.shown, "in the font that the file holds"


def slips(papers) -> list[Path]:
    """Chinese slips in both looks; a translation has none."""
    return some(each for each in papers.pdf if "confirmation_request" in each.name and "-zh-" in each.name)
