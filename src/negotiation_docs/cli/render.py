"""``render``: one paper, in the format of the file name's suffix."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.opening import open_with_system
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.report import tell
from negotiation_docs.cli.source import find_kind, read_case
from negotiation_docs.cli.terminal import err, is_terminal, put_paper, read_line
from negotiation_docs.cli.watching import watch
from negotiation_docs.filenames import file_name
from negotiation_docs.files import write
from negotiation_docs.writers.text import to_text

_WORN = ("base", "signature", "password")


def run(options: argparse.Namespace) -> int:
    """Render once, or again whenever something changes."""
    options.kind = find_kind(options.kind, options.templates)
    if options.output is None:
        options.output = "-" if options.short else _file_name(options)
    if options.open and options.output == "-":
        raise WrongCommandError("--open 只在写到文件时用得上")
    if options.watch:
        return watch(options, _render, beside=(options.base, options.signature))
    _render(options)
    return 0


def _file_name(options: argparse.Namespace) -> str:
    """The paper's own name, which tells nothing of anybody."""
    title = next(kind.spoken for kind in nd.kinds(options.templates) if kind.name == options.kind)
    return f"{file_name(title)}{'' if options.lang == 'zh' else f'-{options.lang}'}.pdf"


def _render(options: argparse.Namespace) -> None:
    """Render, write, then tell what should be looked at before the paper leaves the house."""
    dress = _dress(options)
    case = read_case(options.case, draft=options.draft)
    document = nd.render(
        options.kind,
        case,
        debt=options.debt,
        lang=options.lang,
        draft=options.draft,
        acknowledge=options.acknowledge,
        enclose=[find_kind(name, options.templates) for name in options.enclose],
        templates=options.templates,
        fonts=options.fonts,
    )
    if options.short:
        _put(_short(document), options)
    elif options.output == "-":
        put_paper(to_text(document.paper))
    else:
        document.save(Path(options.output), overwrite=options.force, look=options.look, **dress)
    findings = nd.check(
        case,
        options.kind,
        options.debt,
        acknowledge=options.acknowledge,
        fonts=options.fonts,
        templates=options.templates,
    )
    tell(one for one in findings if one.severity == "warning" or (options.draft and one.rule == "jurisdiction"))
    if options.output != "-":
        err(f"已生成：{options.output}\n")
    if options.open:
        open_with_system(Path(options.output))


def _dress(options: argparse.Namespace) -> dict[str, str]:
    """What :func:`worn` gives, which the screen and a short text cannot wear."""
    given = next((name for name in _WORN if getattr(options, name) is not None), None)
    if given and (options.short or options.output == "-"):
        raise WrongCommandError(f"--{given} 只在写成 .docx 或 .pdf 文件时用得上")
    return worn(options)


def worn(options: argparse.Namespace) -> dict[str, str]:
    """Letterhead, signature and password, as ``save`` takes them; a password may be asked for."""
    if options.password == "-":  # noqa: S105 - the sign for: ask
        options.password = _asked_password(options)
    asked = {name: getattr(options, name) for name in _WORN}
    return {name: value for name, value in asked.items() if value is not None}


def _asked_password(options: argparse.Namespace) -> str:
    """What a person types unseen, or the first line of what is piped in."""
    if options.case == "-":
        raise WrongCommandError("案件文件和密码不能都从标准输入读取")
    typed = getpass("打开 PDF 的密码（输入时不显示）：") if is_terminal(sys.stdin) else read_line()
    if not typed:
        raise WrongCommandError("没有输入密码")
    return typed


def _short(document: nd.Document) -> str:
    if not document.short:
        raise WrongCommandError(f"《{document.title}》没有短文本，请去掉 --short")
    return document.short


def _put(words: str, options: argparse.Namespace) -> None:
    """``words`` on the screen, or in a plain text file."""
    if options.output == "-":
        put_paper(f"{words}\n")
    elif options.output.lower().endswith(".txt"):
        write(options.output, f"{words}\n".encode(), overwrite=options.force)
    else:
        raise WrongCommandError("短文本只能写到 .txt 文件或屏幕（-o -）")
