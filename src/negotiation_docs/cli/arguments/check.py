"""What is typed behind ``check``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, for one paper or for all."""
    shared.case(command)
    command.add_argument("--kind", metavar="文书", help="只检查这一种文书")
    shared.json(command)
    shared.font(command)
    shared.acknowledge(command)
    shared.templates(command)
