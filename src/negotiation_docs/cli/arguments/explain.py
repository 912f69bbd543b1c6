"""What is typed behind ``explain``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """About what."""
    command.add_argument(
        "kind", metavar="文书或问题", nargs="?", help=f"{shared.KIND}；或者检查发现的问题的编号；不写则说明从哪里开始"
    )
    shared.templates(command)
