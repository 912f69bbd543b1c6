"""``bundle``: what goes to one creditor in one piece: a PDF, a ZIP file or a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.render import asked_password
from negotiation_docs.cli.report import tell, tell_left
from negotiation_docs.cli.source import read_case
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.messaging.message import LARGEST


def run(options: argparse.Namespace) -> int:
    """Write the bundle, and tell what is not in it; 1 if an error kept some paper back."""
    dress = {"base": options.base, "signature": options.signature, "password": options.password}
    if options.password == "-":  # noqa: S105 - the sign for: ask
        dress["password"] = asked_password(options)
    case = read_case(options.case)
    made = nd.bundle(
        case,
        options.debt,
        options.lang,
        look=options.look,
        acknowledge=options.acknowledge,
        templates=options.templates,
        fonts=options.fonts,
        files=options.files,
    )
    for paper in made.left:
        tell_left(made.debt.id, paper)
    tell(made.problems)
    made.save(options.output, options.force, **dress)
    out(f"{options.output}\n")
    _tell_size(Path(options.output))
    err(f"合订{len(made.papers)}份文书、{len(made.exhibits)}项扫描件。\n")
    return int(any(not paper.waits for paper in made.left))


def _tell_size(path: Path) -> None:
    """What most mailboxes do not take had better be known before it is sent."""
    size = path.stat().st_size if path.is_file() else 0
    if size > LARGEST:
        most = f"{LARGEST // 1_000_000}兆字节"
        err(f"这个文件约{size / 1_000_000:.1f}兆字节，超过邮箱常见的上限{most}，可能寄不出去。\n")
