"""What is typed behind ``schema``."""

from __future__ import annotations

from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """In which language the keys are."""
    command.add_argument("--keys", choices=("en", "zh"), default="en", help="项目名用英文（en）还是中文（zh）")
