"""What is typed behind ``render``."""

from __future__ import annotations

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser


def declare(command: Parser) -> None:
    """Which paper of which case, where to, and in what words and dress."""
    shared.kind(command)
    shared.case(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="文件",
        help="写到哪里，按后缀定格式：.docx .pdf .html .txt；- 为屏幕；不写则为 文书名.pdf",
    )
    shared.opened(command)
    command.add_argument("--watch", action="store_true", help="案件文件每次保存后重新生成，直到按 Ctrl-C")
    shared.words(command)
    command.add_argument("--short", action="store_true", help="只要发短信或在聊天窗口发送的短文本（.txt 或屏幕）")
    shared.password(command)
    shared.templates(command)
    command.add_argument(
        "--enclose", metavar="文书", action="append", default=[], help="随附的另一份文书，编入附件，可多次使用"
    )
    command.add_argument("--draft", action="store_true", help="草稿：缺的内容印作【待填：…】，每页标明草稿")
