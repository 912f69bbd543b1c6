"""What is typed behind ``pack``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, into which folder, and in what words and dress."""
    shared.case(command)
    command.add_argument("-o", "--output", metavar="文件夹", required=True, help="写到哪个文件夹（没有就新建）")
    shared.opened(command)
    shared.words(command)
    shared.templates(command)
    shared.json(command)
