"""A folder of one template, rendered as the library renders a user's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negotiation_docs.templating.templates import render_template
from negotiation_docs.tree import lines


@pytest.fixture
def render(tmp_path) -> Callable:
    """render(source, view, lang="zh", …) → blocks."""

    def run(source: str, view=None, *, lang: str = "zh", **options):
        (tmp_path / lang).mkdir(exist_ok=True)
        (tmp_path / lang / "paper.html").write_text(source, encoding="utf-8")
        return render_template("paper", lang, view or {}, folder=tmp_path, **options)

    return run


@pytest.fixture
def words(render) -> Callable:
    """As render, but gives the text."""

    def run(*args, **options) -> str:
        return "\n".join(lines(render(*args, **options)))

    return run
