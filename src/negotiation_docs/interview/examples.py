"""The example cases that come with the library, to begin from instead of from nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from negotiation_docs.errors import OutputError, likeliest
from negotiation_docs.facts.values.masking import echo

_EDITORS: Final = b"# yaml-language-server:"


@cache
def _folder() -> Path:
    """Inside the installed package, else at the top of the checkout."""
    here = Path(__file__).resolve()
    packaged = here.parents[1] / "examples"
    return packaged if packaged.is_dir() else here.parents[3] / "examples"


def names() -> tuple[str, ...]:
    """What they are called: ``zhou``, ``stories/card-1-overdue`` …"""
    found = sorted(_folder().rglob("*.yaml"), key=lambda path: (len(path.relative_to(_folder()).parts), path))
    return tuple(path.relative_to(_folder()).with_suffix("").as_posix() for path in found)


def example(name: str) -> bytes:
    """The file of an example, without the line that leads editors to a schema beside it.

    Raises OutputError, naming the nearest, if there is none.
    """
    wanted = name.removesuffix(".yaml").removeprefix("examples/")
    if wanted in names():
        lines = (_folder() / f"{wanted}.yaml").read_bytes().splitlines(keepends=True)
        return b"".join(line for line in lines if not line.startswith(_EDITORS))
    near = likeliest(wanted, names(), 0.5)
    hint = f"是不是 {near}？" if near else ""
    raise OutputError(f"没有名为 {echo(name)} 的样例。{hint}可用的样例：{'、'.join(names())}")
