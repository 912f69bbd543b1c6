"""Rendering again whenever something that a paper is made of changes on the disk."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.report import tell_error
from negotiation_docs.cli.terminal import err
from negotiation_docs.errors import NegotiationDocsError

_SECONDS: Final = 0.3
_Stamp = tuple[str, int, int]


def watch(
    options: argparse.Namespace, render: Callable[[argparse.Namespace], None], beside: Iterable[str | None] = ()
) -> int:
    """Until Ctrl-C, whenever the case, the templates or a file ``beside`` them changes.

    An error is told and waits for the next change; only what this run wrote is replaced unasked.
    """
    if "-" in (options.case, options.output):
        raise WrongCommandError("--watch 要有案件文件和输出文件，不能用 -")
    looked_at = [Path(name) for name in (options.case, *beside) if name]
    path, asked, written, seen = Path(options.output), options.force, None, None
    err("案件文件保存后自动重新生成；按 Ctrl-C 结束。\n")
    try:
        while True:
            if (now := tuple(_stamps(looked_at, options.templates))) != seen:
                seen = now
                options.force = asked or (written is not None and path.is_file() and path.read_bytes() == written)
                if _rendered(options, render):
                    options.open, written = False, path.read_bytes()
            time.sleep(_SECONDS)
    except KeyboardInterrupt:
        err("\n")
        return 0


def _rendered(options: argparse.Namespace, render: Callable[[argparse.Namespace], None]) -> bool:
    try:
        render(options)
    except NegotiationDocsError as error:
        tell_error(error)
        return False
    except OSError as error:  # saved by way of another file: the next look finds it
        err(f"错误：打不开 {error.filename}\n")
        return False
    return True


def _stamps(files: Sequence[Path], templates: Path | None) -> Iterator[_Stamp]:
    """When everything that the paper is made of was changed last."""
    for file in (*files, *(sorted(templates.rglob("*")) if templates else ())):
        try:
            found = file.stat()
        except OSError:
            yield str(file), 0, 0
        else:
            yield str(file), found.st_mtime_ns, found.st_size
