"""``Findings``: what ``check`` returns, a list of problems that shows itself well at a prompt and in a notebook."""

from __future__ import annotations

from typing import Final

from negotiation_docs.errors import SEVERITY_LABELS, Problem
from negotiation_docs.notebook import table

NOTHING: Final = "没有发现问题"
HEAD: Final = ("严重程度", "位置", "问题", "怎么办")


class Findings(list[Problem]):
    """Problems in the order of the case file; a list in every respect but how it shows itself.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> findings = nd.check(case)
    >>> [problem.rule for problem in findings if problem.severity == "error"]
    []
    """

    def __repr__(self) -> str:
        return "\n".join(map(str, self)) or NOTHING

    def _repr_html_(self) -> str:
        return table("llll", HEAD, map(_cells, self)) if self else f'<p lang="zh-CN">{NOTHING}</p>'


def _cells(problem: Problem) -> tuple[str, ...]:
    line = f"（第{problem.line}行）" if problem.line else ""
    return SEVERITY_LABELS[problem.severity], f"{problem.path}{line}", problem.message, problem.hint
