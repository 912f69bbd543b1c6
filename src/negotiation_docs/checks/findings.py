"""``Findings``: what ``check`` returns, a list of problems that shows itself well at a prompt and in a notebook."""

from __future__ import annotations

from html import escape
from typing import Final

from negotiation_docs.errors import SEVERITY_LABELS, Problem, Severity

NOTHING: Final = "没有发现问题"
_COLUMNS: Final = ("严重程度", "位置", "问题", "怎么办")
_LEFT: Final = 'style="text-align:left;vertical-align:top"'  # a notebook's own style sets cells flush right
_INKS: Final[dict[Severity, str]] = {"error": "#b00020", "warning": "#8a5a00", "notice": "inherit"}


class Findings(list[Problem]):
    """Problems in the order of the case file; a list in every respect but how it shows itself."""

    def __repr__(self) -> str:
        return "\n".join(map(str, self)) or NOTHING

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>{NOTHING}</p>"
        head = "".join(f"<th {_LEFT}>{name}</th>" for name in _COLUMNS)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, self))}</tbody></table>"


def _row(problem: Problem) -> str:
    line = f"（第{problem.line}行）" if problem.line else ""
    words = (f"{problem.path}{line}", problem.message, problem.hint)
    cells = "".join(f"<td {_LEFT}>{escape(word)}</td>" for word in words)
    label = (
        f'<span style="color:{_INKS[problem.severity]};white-space:nowrap">{SEVERITY_LABELS[problem.severity]}</span>'
    )
    return f"<tr><td {_LEFT}>{label}</td>{cells}</tr>"
