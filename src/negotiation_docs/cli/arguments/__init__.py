"""What can be typed. What is told of every command stands here; its options, in the module of its name beside."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

from negotiation_docs.cli.overview import Overview
from negotiation_docs.cli.parser import Parser
from negotiation_docs.notice import NOT_ADVICE

_EXIT_CODES: Final = "退出码：0 正常，1 事实有错误，2 命令或文件有误。"
_COMMANDS: Final = (
    ("new", "案件.yaml", "一问一答写出案件文件，或者接着填写；也可以从样例开始"),
    ("render", "困难情况说明 案件.yaml", "生成一份文书"),
    ("check", "案件.yaml", "检查案件文件，一次列出全部问题和各文书还缺什么"),
    ("status", "案件.yaml", "每笔债务到了哪一步，接下来做什么、到哪一天、为什么"),
    ("reminders", "案件.yaml -o 还款.ics", "把还款日、承诺和期限写成日历文件（.ics），再次生成时更新"),
    ("log", "案件.yaml -o 沟通记录.csv", "沟通记录写成表格（.csv、.xlsx），或者把表格里的沟通写进案件文件"),
    ("pack", "案件.yaml -o 文书", "生成案件已具备条件的全部文书，DOCX 和 PDF 各一份"),
    ("bundle", "案件.yaml -o 合订.pdf", "把要交给一家债权人的文书和证据扫描件合订成一个 PDF、ZIP 或者文件夹"),
    ("batch", "案件 -o 文书", "许多案件一起生成：文件夹、案件文件或表格；中断以后接着做"),
    ("kinds", "", "列出能生成的文书"),
    ("schema", "", "案件文件的 JSON Schema：编辑器据此补全、检查和说明每一项"),
    ("explain", "困难情况说明", "说明一份文书何时用、需要什么、怎么交、留存什么、下一步和常见误解"),
    ("rules", "", "列出可以引用的规定"),
    ("template", "copy 困难情况说明 -o 模板", "修改文书的措辞，或者增加一种文书"),
    ("completion", "bash", "打印命令行补全的设置：按 Tab 键补全命令、选项、文书和债务编号"),
)
"""Name, what is typed behind it as an example, and what it does."""


class Command(Parser):
    """The parser of one command, which declares its options when they are asked for: one of them is typed at a time."""

    def __init__(self, *, command: str, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._undeclared = command

    def declare(self) -> None:
        """Take the options from the module of the command, once."""
        name, self._undeclared = self._undeclared, ""
        if name:
            import_module(f"{__name__}.{name}").declare(self)

    def parse_known_args(  # type: ignore[override]  # the overloads of typeshed say no more
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As in the parent class, once there is something to be known."""
        self.declare()
        return super().parse_known_args(args, namespace)


def build_parser() -> Parser:
    """The parser of the whole command line; ``command`` names the module of ``negotiation_docs.cli`` that runs it."""
    parser = Overview(
        prog="negotiation-docs",
        description="把一份案件文件变成正式的债务协商文书（DOCX、PDF、HTML、TXT）。",
        epilog=f"{_EXIT_CODES}\n{NOT_ADVICE}",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", dest="command", required=True, parser_class=Command)
    for name, example, summary in _COMMANDS:
        typed = f"{parser.prog} {name} {example}".rstrip()
        epilog = f"例：{typed}\n\n{NOT_ADVICE}"
        commands.add_parser(name, command=name, help=summary, description=f"{summary}。", epilog=epilog)
        parser.tell(name, typed, summary)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked: reading package metadata costs more than parsing the command."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            number = version("negotiation-docs")
        except PackageNotFoundError:  # run from a checkout that nobody installed
            number = "（未安装）"
        parser.exit(message=f"negotiation-docs {number}\n")
