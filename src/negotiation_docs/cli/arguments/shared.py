"""What several commands take, declared once."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from negotiation_docs.cli.parser import Parser
from negotiation_docs.names import LANGUAGES, LOOK_NAMES, STOPS

KIND = "文书的英文名或中文名，见 negotiation-docs kinds"
CASE = "YAML 或 JSON；- 表示从标准输入读取"


def kind(command: Parser) -> None:
    """A paper by its name."""
    command.add_argument("kind", metavar="文书", help=KIND)


def case(command: Parser) -> None:
    """A case file, and one of its debts."""
    command.add_argument("case", metavar="案件文件", help=CASE)
    command.add_argument("--debt", metavar="编号", help="哪一笔债务；只有一笔时可以不写")


def on(command: Parser) -> None:
    """A day of one's choice."""
    command.add_argument("--on", metavar="日期", type=_day, help="按哪一天来看，如 2026-12-01（不写的，按落款日期）")


def templates(command: Parser) -> None:
    """A folder with templates of one's own."""
    command.add_argument(
        "--templates", metavar="文件夹", type=Path, help="自备模板的文件夹，见 docs/template-rules.zh.md"
    )


def version(command: Parser) -> None:
    """Language and look."""
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="语言：zh 中文，en 英文，zh+en 中文附英文译文")
    command.add_argument("--look", choices=LOOK_NAMES, default="personal", help="版式：personal 个人信函，gb9704 公文")


def words(command: Parser) -> None:
    """All that a paper can be made with."""
    version(command)
    force(command)
    command.add_argument("--base", metavar="信头", help="自己的信头（.docx），写成 .docx 时用")
    command.add_argument("--signature", metavar="图片", help="签名图片（PNG 或 JPEG），写成 .docx 和 .pdf 时用")
    font(command)
    acknowledge(command)


def acknowledge(command: Parser) -> None:
    """What is known and shall not stop a paper."""
    command.add_argument(
        "--acknowledge",
        metavar="规则",
        choices=STOPS,
        action="append",
        default=[],
        help="已知悉风险、仍要出具的规则；"
        "只有 limitation（诉讼时效）、litigation（已进入法律程序）和 jurisdiction（应诉即接受管辖）可以这样放行",
    )


def json(command: Parser) -> None:
    """An answer for programs."""
    command.add_argument("--json", action="store_true", help="给程序读的 JSON")


def opened(command: Parser) -> None:
    """Whether to show what was written."""
    command.add_argument("--open", action="store_true", help="生成后用系统的程序打开")


def force(command: Parser) -> None:
    """Whether a different file may be replaced."""
    command.add_argument("--force", action="store_true", help="覆盖已有的不同文件")


def password(command: Parser) -> None:
    """What opens a PDF."""
    command.add_argument("--password", metavar="密码", help="打开 PDF 的密码；写 - 则另行输入，不留在命令记录里")


def font(command: Parser) -> None:
    """Fonts of one's own, by face."""
    command.add_argument(
        "--font",
        metavar="字体=文件",
        action=_Font,
        default={},
        dest="fonts",
        help="PDF 用自己的字体，如 --font 仿宋=simfang.ttf（宋体 黑体 仿宋 楷体；也可写已安装字体的名称），可多次使用",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("应写成年月日，如 2026-12-01") from None


class _Font(argparse.Action):
    """Collects ``face=font`` into a mapping of face to fonts, in the order typed."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, value: object, *_: object
    ) -> None:
        del parser
        face, _sign, font = str(value).partition("=")
        if not (face and font):
            raise argparse.ArgumentError(self, "要写成 字体=文件，如 --font 仿宋=simfang.ttf")
        known = getattr(namespace, self.dest)
        setattr(namespace, self.dest, {**known, face: (*known.get(face, ()), font)})
