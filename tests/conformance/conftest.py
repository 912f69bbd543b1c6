"""All papers, rendered once for all judges."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.make.files import render_all


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory):
    return render_all(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="session")
def one_letter(papers) -> dict[str, Path]:
    """One paper in each format, for tests that spoil it."""
    return {file.suffix: file for file in (papers.pdf[0], papers.docx[0], papers.html[0])}
