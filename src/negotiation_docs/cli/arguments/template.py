"""What is typed behind ``template``."""

from __future__ import annotations

from pathlib import Path

from negotiation_docs.cli.arguments import shared
from negotiation_docs.cli.parser import Parser
from negotiation_docs.names import LANGUAGES
from negotiation_docs.notice import NOT_ADVICE


def declare(command: Parser) -> None:
    """What is to be done, and with which templates."""
    actions = command.add_subparsers(
        title="做什么", metavar="做什么", help="见下", dest="action", required=True, parser_class=Parser
    )

    def action(name: str, summary: str) -> Parser:
        return actions.add_parser(name, help=summary, description=f"{summary}。", epilog=NOT_ADVICE)

    shared.templates(action("list", "列出模板，注明哪些是自备的"))
    shown = action("show-data", "列出一份文书可以印出的全部名称、含义和这个案件的值")
    shared.kind(shown)
    shared.case(shown)
    shown.add_argument("--lang", choices=LANGUAGES[:2], default="zh", help="语言：zh 中文，en 英文")
    shared.templates(shown)
    copied = action("copy", "把自带的模板复制到自己的文件夹，从这里改起")
    shared.kind(copied)
    copied.add_argument("-o", "--output", metavar="文件夹", required=True, help="自备模板的文件夹（没有就新建）")
    shared.force(copied)
    checked = action("check", "一次列出自备模板的全部问题")
    checked.add_argument("folder", metavar="文件夹", type=Path, help="自备模板的文件夹")
    checked.add_argument("case", metavar="案件文件", nargs="?", help=f"用它试着生成一遍；{shared.CASE}")
    previewed = action("preview", "在浏览器里预览，模板或案件文件每次保存后自己更新，直到按 Ctrl-C")
    shared.kind(previewed)
    shared.case(previewed)
    previewed.add_argument("-o", "--output", metavar="文件", default="预览.html", help="写到哪个 .html 文件")
    shared.version(previewed)
    shared.force(previewed)
    shared.opened(previewed)
    shared.templates(previewed)
    found = action("from", "找出自己的 Word 文件里【姓名】这样的空，写成对照表：每个空填什么")
    _letter(found)
    found.add_argument("case", metavar="案件文件", nargs="?", help=f"显示每个空在这个案件里的内容；{shared.CASE}")
    found.add_argument("--debt", metavar="编号", help="哪一笔债务；只有一笔时可以不写")
    found.add_argument("-o", "--output", metavar="文件", type=Path, help="对照表写到哪里；不写则为 文件名-对照.yaml")
    shared.force(found)
    filled = action("fill", "按对照表把案件填进自己的 Word 文件，除了空以外一处不改")
    _letter(filled)
    shared.case(filled)
    filled.add_argument("--places", metavar="对照表", type=Path, help="不写则用 Word 文件旁边的 文件名-对照.yaml")
    filled.add_argument("-o", "--output", metavar="文件", type=Path, help="写到哪里；不写则为 文件名-已填.docx")
    filled.add_argument("--lang", choices=LANGUAGES[:2], default="zh", help="金额、日期用哪种语言写：zh 中文，en 英文")
    filled.add_argument("--draft", action="store_true", help="草稿：缺的内容印作【待填：…】，每页标明草稿")
    shared.acknowledge(filled)
    shared.force(filled)
    shared.opened(filled)


def _letter(command: Parser) -> None:
    command.add_argument(
        "letter", metavar="Word文件", type=Path, help="自己的 .docx，要填的地方写成【姓名】、【欠款：大写】"
    )
