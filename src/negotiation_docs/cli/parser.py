"""An argument parser that speaks Chinese: headings, usage line and every complaint."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from negotiation_docs.cli.terminal import err, out
from negotiation_docs.errors import likeliest

_ALIKE = 0.55  # of 1: what is typed is short
# argparse words its complaints in English; each pattern is one of them, in the wording of Python 3.11 to 3.14.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", "缺少参数：{}"),
    (r"unrecognized arguments: (.+)", "不认识的参数：{}"),
    (r"argument (.+?): expected one argument", "{} 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", "{} 后面至少要写一个值"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{} 不能是 {}，可选：{}"),
    (r"argument (.+?): not allowed with argument (.+)", "{} 不能与 {} 同时使用"),
    (r"argument (.+?): ignored explicit argument (.+)", "{} 不带值，多写了 {}"),
    (r"argument (.+?): ([^\x00-\x7f].+)", "{} {}"),  # our own words
)


_COLON = "\ue000"  # stands for a heading's colon while argparse puts the help together


class WrongCommandError(ValueError):
    """A command that cannot be meant as it was typed; the message, in Chinese, says what to type instead."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese usage line; lines of a help text are kept as written."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """As in the parent class, with the heading in Chinese."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """As in the parent class, which ends a heading with a colon of its own; ours is full-width."""
        super().start_section(heading and f"{heading}{_COLON}")

    def format_help(self) -> str:
        """The whole help text, with the colons after headings as Chinese writes them."""
        return super().format_help().replace(f"{_COLON}:", "：")

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        is_list = isinstance(action, argparse._SubParsersAction)  # its first line only repeats the heading
        return text.partition("\n")[2] if is_list else text

    def _split_lines(self, text: str, width: int) -> list[str]:
        del width  # Chinese has no blanks to break at: a help text is kept short instead
        return text.splitlines()


class Parser(argparse.ArgumentParser):
    """``argparse.ArgumentParser`` in Chinese; a wrong command exits with 2."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 – handed on as they are
        settings.setdefault("formatter_class", Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def _print_message(self, message: str, file: object = None) -> None:
        """As any other message: to streams that may be closed or lack a character."""
        (err if file is None or file is sys.stderr else out)(message)

    def parse_known_args(  # type: ignore[override]  # the overloads of typeshed say no more
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As in the parent class; what is not known is told by the command that it was given to."""
        found, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, in Chinese, what may be meant, and how to get help; exit with 2."""
        near = nearest(message, self._option_string_actions)
        hint = f"是不是 {near}？" if near else ""
        told = f"错误：{in_chinese(message)}{'。' if hint else ''}{hint}"
        self.exit(2, f"{self.format_usage()}{told}\n查看用法：{self.prog} --help\n")


def nearest(complaint: str, options: Iterable[str]) -> str:
    """What a mistyped option, command or choice most likely means; empty if nothing is near."""
    if found := re.fullmatch(r"unrecognized arguments: (-[^ =]*).*", complaint, re.DOTALL):
        return likeliest(found[1], options, _ALIKE)
    if found := re.fullmatch(r"argument .+?: invalid choice: (.+?) \(choose from (.+)\)", complaint, re.DOTALL):
        return likeliest(found[1].strip("'\""), [each.strip(" '\"") for each in found[2].split(",")], _ALIKE)
    return ""


def in_chinese(complaint: str) -> str:
    """One of argparse's complaints in Chinese; an unknown one becomes a general sentence."""
    for pattern, chinese in _COMPLAINTS:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return chinese.format(*found.groups())
    return "命令写法不对"
