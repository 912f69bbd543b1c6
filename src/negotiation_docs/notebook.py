"""The small tables by which cases, figures and findings show themselves in a notebook, and DataFrames of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import Any, Final, Protocol, runtime_checkable

GAP: Final = ("…",)
"""A row that stands for the rows left out."""

_ONE_LINE: Final = 12
"""Characters that a narrow column beside long sentences would otherwise set one below the other."""


@runtime_checkable
class Axes(Protocol):
    """By what matplotlib's axes are known, which is no dependency: they draw bars, upright and lying."""

    def bar(self, x: object, height: object, /) -> object:
        """Upright bars."""
        ...

    def barh(self, y: object, width: object, /) -> object:
        """Lying bars."""
        ...


def table(
    columns: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "", total: bool = False
) -> str:
    """An escaped HTML table; ``columns`` holds one letter a column, ``l`` for words or ``r`` for figures.

    Each cell says where it stands, since a notebook sets every cell flush right; the language is named so that a
    browser picks a Chinese font. ``head`` may be empty. With ``total`` the last row is the sum of the others.
    """
    body = [_row("td", columns, row) for row in rows]
    top = f"<caption>{escape(caption)}</caption>" if caption else ""
    top += f"<thead>{_row('th', columns, head)}</thead>" if head else ""
    end = f"<tfoot>{body.pop()}</tfoot>" if total else ""
    return f'<table lang="zh-CN">{top}<tbody>{"".join(body)}</tbody>{end}</table>'


def frame(columns: Mapping[str, Sequence[object]], index: str) -> Any:  # noqa: ANN401 - pandas is the host's own
    """A pandas DataFrame of what stands in ``columns``, as it is; ModuleNotFoundError where there is no pandas."""
    return import_module("pandas").DataFrame(columns, dtype=object).set_index(index)


def _row(tag: str, columns: str, cells: Sequence[str]) -> str:
    if cells == GAP:
        return f'<tr><td colspan="{len(columns)}" style="text-align:center">…</td></tr>'
    return "<tr>" + "".join(_cell(tag, *pair) for pair in zip(columns, cells, strict=True)) + "</tr>"


def _cell(tag: str, side: str, words: str) -> str:
    align = "right" if side == "r" else "left"
    whole = ";white-space:nowrap" if len(words) <= _ONE_LINE else ""
    return f'<{tag} style="text-align:{align};vertical-align:baseline{whole}">{escape(words)}</{tag}>'
