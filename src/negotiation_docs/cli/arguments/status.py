"""What is typed behind ``status``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, on which day, and in what form it is told."""
    shared.case(command)
    shared.on(command)
    command.add_argument("--before", metavar="旧案件", help="同一个人以前的案件文件：比较收支，看方案还合不合适")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--quiet", action="store_true", help="每件事一行：日期、债务、做什么")
    form.add_argument("--json", action="store_true", help="给程序读的 JSON")
    shared.acknowledge(command)
    shared.templates(command)
