"""What is typed behind ``bundle``."""

from __future__ import annotations

from pathlib import Path

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which case, where its scans lie, and where to."""
    shared.case(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="文件",
        required=True,
        help="写到哪里：.pdf 合订本，.eml 邮件草稿，.zip 压缩包，不带后缀的为文件夹",
    )
    command.add_argument(
        "--files", metavar="文件夹", type=Path, help="扫描件在哪个文件夹；不写则在案件文件所在的文件夹"
    )
    shared.password(command)
    shared.words(command)
    shared.templates(command)
