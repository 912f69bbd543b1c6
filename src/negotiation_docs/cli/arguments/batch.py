"""What is typed behind ``batch``."""

from __future__ import annotations

import argparse
from pathlib import Path

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser
from negotiation_docs.names import FORMAT_NAMES


def declare(command: Parser) -> None:
    """Where cases come from, what of each is made, and by whom."""
    command.add_argument(
        "sources", metavar="来源", nargs="*", help="案件文件、放案件文件的文件夹，或者表格（.csv .xlsx，一行一人）"
    )
    command.add_argument("-o", "--output", metavar="文件夹", help="写到哪个文件夹；中断以后再运行一次，就接着做")
    command.add_argument(
        "--kind",
        metavar="文书",
        action="append",
        default=[],
        help="只要这种文书，可多次使用；不写则生成已具备条件、现在用得上的",
    )
    command.add_argument("--format", choices=FORMAT_NAMES, action="append", help="格式，可多次使用；不写则 pdf 和 docx")
    command.add_argument(
        "--with",
        metavar="名称=表格",
        dest="also",
        type=_sheet,
        action="append",
        default=[],
        help="CSV 的另一个表，如 债务=debts.csv",
    )
    command.add_argument("--blank", metavar="表格", type=Path, help="只生成一个空白表格（.xlsx），填好后作为来源")
    command.add_argument(
        "--mail-house",
        action="store_true",
        help="交付印的：寄给债权人的文书合订成PDF（letters-0001.pdf …），每份从单数页开始，另有索引（.json）",
    )
    command.add_argument(
        "--shard", metavar="份数", type=_number, help="和 --mail-house 一起用：一个PDF里最多几份，不写则500"
    )
    command.add_argument("--workers", metavar="个数", type=_number, help="用几个进程；不写则每个处理器核心一个")
    command.add_argument(
        "--executor",
        metavar="方式",
        default="processes",
        help="processes（默认）、threads，或者 Dask 集群 dask://主机:8786",
    )
    shared.words(command)
    shared.templates(command)


def _sheet(text: str) -> tuple[str, str]:
    name, sign, table = text.partition("=")
    if not (name and sign and table):
        raise argparse.ArgumentTypeError("要写成 名称=表格，如 债务=debts.csv")
    return name, table


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text)):
        raise argparse.ArgumentTypeError("应是从1开始的整数，如 4")
    return int(text)
