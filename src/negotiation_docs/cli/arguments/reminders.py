"""What is typed behind ``reminders``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, and into which calendar."""
    command.add_argument("case", metavar="案件文件", help=shared.CASE)
    command.add_argument("--debt", metavar="编号", help="只要这一笔债务的；不写则全部债务写进一个日历")
    command.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个日历文件（.ics）")
    command.add_argument("--discreet", action="store_true", help="不写对方名称、金额和谈话内容，适合别人也看得到的日历")
    command.add_argument("--force", action="store_true", help="更新上次生成的日历：变了的更新，没有了的取消")
    shared.on(command)
    shared.acknowledge(command)
