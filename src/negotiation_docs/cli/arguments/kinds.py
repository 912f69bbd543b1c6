"""What is typed behind ``kinds``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Whose templates, and in what form."""
    shared.templates(command)
    shared.json(command)
