"""What can be typed: the commands and their options."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from negotiation_docs.cli.overview import EXAMPLES, Overview
from negotiation_docs.cli.parser import Parser
from negotiation_docs.names import FORMAT_NAMES, LANGUAGES, LOOK_NAMES, STOPS
from negotiation_docs.notice import NOT_ADVICE

_KIND = "文书的英文名或中文名，见 negotiation-docs kinds"
_CASE = "YAML 或 JSON；- 表示从标准输入读取"
EXIT_CODES = "退出码：0 正常，1 事实有错误，2 命令或文件有误。"
SHELLS = ("bash", "zsh", "fish", "powershell")
SETTING_UP = """bash：在 ~/.bashrc 里加一行 eval "$(negotiation-docs completion bash)"
zsh：在 ~/.zshrc 里 compinit 之后加一行 eval "$(negotiation-docs completion zsh)"
fish：negotiation-docs completion fish > ~/.config/fish/completions/negotiation-docs.fish（没有这个文件夹就先建）
powershell：negotiation-docs completion powershell | Out-String | Invoke-Expression，写进 $PROFILE"""
_OUTPUT = "写到哪里，按后缀定格式：.docx .pdf .html .txt；- 为屏幕"


def build_parser() -> Parser:
    """The parser of the whole command line; ``command`` names the module in this package that runs it."""
    parser = Overview(
        prog="negotiation-docs",
        description="把一份案件文件变成正式的债务协商文书（DOCX、PDF、HTML、TXT）。",
        epilog=f"{EXIT_CODES}\n{NOT_ADVICE}",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="命令", dest="command", required=True, parser_class=Parser)
    for name, summary, declare in (
        ("new", "一问一答写出案件文件，或者接着填写；也可以从样例开始", _declare_new),
        ("render", "生成一份文书", _declare_render),
        ("check", "检查案件文件，一次列出全部问题和各文书还缺什么", _declare_check),
        ("status", "每笔债务到了哪一步，接下来做什么、到哪一天、为什么", _declare_status),
        ("reminders", "把还款日、承诺和期限写成日历文件（.ics），再次生成时更新", _declare_reminders),
        ("log", "沟通记录写成表格（.csv、.xlsx），或者把表格里的沟通写进案件文件", _declare_log),
        ("pack", "生成案件已具备条件的全部文书，DOCX 和 PDF 各一份", _declare_pack),
        ("bundle", "把要交给一家债权人的文书和证据扫描件合订成一个 PDF、ZIP 或者文件夹", _declare_bundle),
        ("batch", "许多案件一起生成：文件夹、案件文件或表格；中断以后接着做", _declare_batch),
        ("kinds", "列出能生成的文书", _declare_kinds),
        ("schema", "案件文件的 JSON Schema：编辑器据此补全、检查和说明每一项", _declare_schema),
        ("explain", "说明一份文书何时用、需要什么、怎么交、留存什么、下一步和常见误解", _declare_explain),
        ("rules", "列出可以引用的规定", _declare_json),
        ("template", "修改文书的措辞，或者增加一种文书", _declare_template),
        ("completion", "打印命令行补全的设置：按 Tab 键补全命令、选项、文书和债务编号", _declare_completion),
    ):
        epilog = f"例：{parser.prog} {EXAMPLES.get(name, name)}\n\n{NOT_ADVICE}"
        command = commands.add_parser(name, help=summary, description=f"{summary}。", epilog=epilog)
        declare(command)
        parser.tell(name, summary)
    return parser


def _declare_completion(command: Parser) -> None:
    command.add_argument("shell", metavar="外壳", choices=SHELLS, help=SETTING_UP)


def _declare_new(command: Parser) -> None:
    command.add_argument("case", metavar="案件文件", nargs="?", help="写进哪个文件（.yaml）；不写则为 案件.yaml")
    command.add_argument("--from", metavar="样例", dest="example", help="复制一个样例，如 zhou；不提问")
    command.add_argument("--force", action="store_true", help="复制样例时覆盖已有的不同文件")


def _declare_open(command: Parser) -> None:
    command.add_argument("--open", action="store_true", help="生成后用系统的程序打开")


def _declare_render(command: Parser) -> None:
    command.add_argument("kind", metavar="文书", help=_KIND)
    _declare_case(command)
    command.add_argument("-o", "--output", metavar="文件", help=f"{_OUTPUT}；不写则为 文书名.pdf")
    _declare_open(command)
    command.add_argument("--watch", action="store_true", help="案件文件每次保存后重新生成，直到按 Ctrl-C")
    _declare_words(command)
    command.add_argument("--short", action="store_true", help="只要发短信或在聊天窗口发送的短文本（.txt 或屏幕）")
    command.add_argument("--password", metavar="密码", help="打开 PDF 的密码；写 - 则另行输入，不留在命令记录里")
    _declare_templates(command)
    command.add_argument(
        "--enclose", metavar="文书", action="append", default=[], help="随附的另一份文书，编入附件，可多次使用"
    )
    command.add_argument("--draft", action="store_true", help="草稿：缺的内容印作【待填：…】，每页标明草稿")


def _declare_check(command: Parser) -> None:
    _declare_case(command)
    command.add_argument("--kind", metavar="文书", help="只检查这一种文书")
    _declare_json(command)
    _declare_font(command)
    _declare_acknowledge(command)
    _declare_templates(command)


def _declare_status(command: Parser) -> None:
    _declare_case(command)
    _declare_on(command)
    command.add_argument("--before", metavar="旧案件", help="同一个人以前的案件文件：比较收支，看方案还合不合适")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--quiet", action="store_true", help="每件事一行：日期、债务、做什么")
    form.add_argument("--json", action="store_true", help="给程序读的 JSON")
    _declare_acknowledge(command)
    _declare_templates(command)


def _declare_reminders(command: Parser) -> None:
    command.add_argument("case", metavar="案件文件", help=_CASE)
    command.add_argument("--debt", metavar="编号", help="只要这一笔债务的；不写则全部债务写进一个日历")
    command.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个日历文件（.ics）")
    command.add_argument("--discreet", action="store_true", help="不写对方名称、金额和谈话内容，适合别人也看得到的日历")
    command.add_argument("--force", action="store_true", help="更新上次生成的日历：变了的更新，没有了的取消")
    _declare_on(command)
    _declare_acknowledge(command)


def _declare_log(command: Parser) -> None:
    _declare_case(command)
    command.add_argument("-o", "--output", metavar="表格", help="写到哪个表格：.csv 或 .xlsx；附件的哈希值一起写")
    command.add_argument("--add", metavar="表格", help="把这个表格里新的沟通写进案件文件（YAML）")
    command.add_argument("--force", action="store_true", help="更新上次写的表格；附件和那时不一致的，会指出来")


def _declare_on(command: Parser) -> None:
    command.add_argument("--on", metavar="日期", type=_day, help="按哪一天来看，如 2026-12-01（不写的，按落款日期）")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("应写成年月日，如 2026-12-01") from None


def _declare_pack(command: Parser) -> None:
    _declare_case(command)
    command.add_argument("-o", "--output", metavar="文件夹", required=True, help="写到哪个文件夹（没有就新建）")
    _declare_open(command)
    _declare_words(command)
    _declare_templates(command)
    _declare_json(command)


def _declare_schema(command: Parser) -> None:
    command.add_argument("--keys", choices=("en", "zh"), default="en", help="项目名用英文（en）还是中文（zh）")


def _declare_bundle(command: Parser) -> None:
    _declare_case(command)
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
    command.add_argument("--password", metavar="密码", help="打开 PDF 的密码；写 - 则另行输入，不留在命令记录里")
    _declare_words(command)
    _declare_templates(command)


def _declare_batch(command: Parser) -> None:
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
    command.add_argument("--workers", metavar="个数", type=_workers, help="用几个进程；不写则每个处理器核心一个")
    command.add_argument(
        "--executor",
        metavar="方式",
        default="processes",
        help="processes（默认）、threads，或者 Dask 集群 dask://主机:8786",
    )
    _declare_words(command)
    _declare_templates(command)


def _sheet(text: str) -> tuple[str, str]:
    name, sign, table = text.partition("=")
    if not (name and sign and table):
        raise argparse.ArgumentTypeError("要写成 名称=表格，如 债务=debts.csv")
    return name, table


def _workers(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise argparse.ArgumentTypeError("应是进程的个数，如 4")
    return int(text)


def _declare_explain(command: Parser) -> None:
    command.add_argument(
        "kind", metavar="文书或问题", nargs="?", help=f"{_KIND}；或者检查发现的问题的编号；不写则说明从哪里开始"
    )
    _declare_templates(command)


def _declare_kinds(command: Parser) -> None:
    _declare_templates(command)
    _declare_json(command)


def _declare_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="给程序读的 JSON")


def _declare_template(command: Parser) -> None:
    actions = command.add_subparsers(
        title="做什么", metavar="做什么", help="见下", dest="action", required=True, parser_class=Parser
    )

    def action(name: str, summary: str) -> Parser:
        return actions.add_parser(name, help=summary, description=f"{summary}。", epilog=NOT_ADVICE)

    _declare_templates(action("list", "列出模板，注明哪些是自备的"))
    shown = action("show-data", "列出一份文书可以印出的全部名称、含义和这个案件的值")
    shown.add_argument("kind", metavar="文书", help=_KIND)
    _declare_case(shown)
    shown.add_argument("--lang", choices=LANGUAGES[:2], default="zh", help="语言：zh 中文，en 英文")
    _declare_templates(shown)
    copied = action("copy", "把自带的模板复制到自己的文件夹，从这里改起")
    copied.add_argument("kind", metavar="文书", help=_KIND)
    copied.add_argument("-o", "--output", metavar="文件夹", required=True, help="自备模板的文件夹（没有就新建）")
    copied.add_argument("--force", action="store_true", help="覆盖已有的不同文件")
    checked = action("check", "一次列出自备模板的全部问题")
    checked.add_argument("folder", metavar="文件夹", type=Path, help="自备模板的文件夹")
    checked.add_argument("case", metavar="案件文件", nargs="?", help=f"用它试着生成一遍；{_CASE}")
    previewed = action("preview", "在浏览器里预览，模板或案件文件每次保存后自己更新，直到按 Ctrl-C")
    previewed.add_argument("kind", metavar="文书", help=_KIND)
    _declare_case(previewed)
    previewed.add_argument("-o", "--output", metavar="文件", default="预览.html", help="写到哪个 .html 文件")
    _declare_version(previewed)
    previewed.add_argument("--force", action="store_true", help="覆盖已有的不同文件")
    _declare_open(previewed)
    previewed.set_defaults(base=None, signature=None)
    _declare_templates(previewed)


def _declare_templates(command: Parser) -> None:
    command.add_argument(
        "--templates", metavar="文件夹", type=Path, help="自备模板的文件夹，见 docs/template-rules.zh.md"
    )


def _declare_case(command: Parser) -> None:
    command.add_argument("case", metavar="案件文件", help=_CASE)
    command.add_argument("--debt", metavar="编号", help="哪一笔债务；只有一笔时可以不写")


def _declare_version(command: Parser) -> None:
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="语言：zh 中文，en 英文，zh+en 中文附英文译文")
    command.add_argument("--look", choices=LOOK_NAMES, default="personal", help="版式：personal 个人信函，gb9704 公文")


def _declare_words(command: Parser) -> None:
    _declare_version(command)
    command.add_argument("--force", action="store_true", help="覆盖已有的不同文件")
    command.add_argument("--base", metavar="信头", help="自己的信头（.docx），写成 .docx 时用")
    command.add_argument("--signature", metavar="图片", help="签名图片（PNG 或 JPEG），写成 .docx 和 .pdf 时用")
    _declare_font(command)
    _declare_acknowledge(command)


def _declare_acknowledge(command: Parser) -> None:
    command.add_argument(
        "--acknowledge",
        metavar="规则",
        choices=STOPS,
        action="append",
        default=[],
        help="已知悉风险、仍要出具的规则；"
        "只有 limitation（诉讼时效）、litigation（已进入法律程序）和 jurisdiction（应诉即接受管辖）可以这样放行",
    )


def _declare_font(command: Parser) -> None:
    command.add_argument(
        "--font",
        metavar="字体=文件",
        action=_Font,
        default={},
        dest="fonts",
        help="PDF 用自己的字体，如 --font 仿宋=simfang.ttf（宋体 黑体 仿宋 楷体；也可写已安装字体的名称），可多次使用",
    )


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


class _Version(argparse.Action):
    """Looks the version up only when asked: reading package metadata costs more than parsing the command."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            number = version("negotiation-docs")
        except PackageNotFoundError:  # run from a checkout that nobody installed
            number = "（未安装）"
        parser.exit(message=f"negotiation-docs {number}\n")
