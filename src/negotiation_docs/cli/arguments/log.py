"""What is typed behind ``log``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, and which tables its talks go to or come from."""
    shared.case(command)
    command.add_argument("-o", "--output", metavar="表格", help="写到哪个表格：.csv 或 .xlsx；附件的哈希值一起写")
    command.add_argument("--add", metavar="表格", help="把这个表格里新的沟通写进案件文件（YAML）")
    command.add_argument("--seal", action="store_true", help="把录音、截图等附件的哈希值和今天的日期写进案件文件")
    command.add_argument("--force", action="store_true", help="更新上次写的表格；附件和那时不一致的，会指出来")
