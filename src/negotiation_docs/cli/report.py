"""How findings are told: each problem with its remedy, worst first, and a count at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from negotiation_docs.cli.terminal import err
from negotiation_docs.errors import SEVERITY_LABELS, FactsError, FileInTheWay, NegotiationDocsError, Problem

if TYPE_CHECKING:
    from negotiation_docs.bundling.gathering import Left
    from negotiation_docs.cli.picture import Picture

_ORDER = tuple(SEVERITY_LABELS)


def tell(problems: Iterable[Problem], picture: Picture | None = None) -> None:
    """Write the problems to standard error, worst first, otherwise in the order of the file.

    With a ``picture`` of the case file each is told with its line.
    """
    for problem in sorted(problems, key=lambda each: _ORDER.index(each.severity)):
        what, arrow, hint = str(problem).partition("\n  → ")
        lines = picture.lines(problem) if picture else ()
        err("".join(f"{line}\n" for line in (what, *lines, *((f"  → {hint}",) if arrow else ()))))


def tell_error(error: NegotiationDocsError, picture: Picture | None = None) -> None:
    """Write an error raised on purpose: its problems if it has some, else its own words."""
    if isinstance(error, FactsError):
        tell(error.problems, picture)
        err(f"共{count(error.problems)}，未生成文书。\n")
    else:
        err(f"错误：{said(error)}\n")


def said(error: NegotiationDocsError) -> str:
    """The error's own words, with what to do in those of the command line."""
    return str(FileInTheWay(error.path, "--force")) if isinstance(error, FileInTheWay) else str(error)


def tell_lacks(stops: Iterable[Problem]) -> None:
    """Write what keeps a paper from being made: a fact that is merely missing in a line, an error with its remedy."""
    for stop in stops:
        where = f"{stop.path}：" if stop.path else ""
        err(f"  {where}{stop.message}\n" if stop.absent else f"{stop}\n")


def tell_left(debt: str, paper: Left) -> None:
    """Write why a paper that is due is not made: in a line if it only waits for facts."""
    told = f"债务 {debt} 还不能生成《{paper.kind.title()}》："
    if paper.undrawable:
        err(f"{told}\n  {paper.undrawable}\n")
    elif paper.waits:
        err(f"{told}{in_short(paper.look.stops)}\n")
    else:
        err(f"{told}\n")
        tell_lacks(paper.look.stops)


def in_short(stops: Iterable[Problem]) -> str:
    """What a paper waits for, in a line: the same words as :func:`tell_lacks`, without places and remedies."""
    return "、".join(dict.fromkeys(re.split("，《|；", stop.message)[0] for stop in stops))


def count(problems: Iterable[Problem]) -> str:
    """How many of each severity: ``2个错误、1个提醒``; severities that do not occur are left out."""
    found = [problem.severity for problem in problems]
    parts = [f"{found.count(each)}个{label}" for each, label in SEVERITY_LABELS.items() if each in found]
    return "、".join(parts) or "0个问题"
