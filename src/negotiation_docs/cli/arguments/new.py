"""What is typed behind ``new``."""

from __future__ import annotations

from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which file, and what it begins from."""
    command.add_argument("case", metavar="案件文件", nargs="?", help="写进哪个文件（.yaml）；不写则为 案件.yaml")
    command.add_argument("--from", metavar="样例", dest="example", help="复制一个样例，如 zhou；不提问")
    command.add_argument("--force", action="store_true", help="复制样例时覆盖已有的不同文件")
