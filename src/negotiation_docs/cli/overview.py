"""The first screen of ``--help``: the three commands that are enough for a letter, with examples; then the rest."""

from __future__ import annotations

from typing import Any, Final

from negotiation_docs.cli.parser import Parser

FIRST: Final = ("new", "check", "render")


class Overview(Parser):
    """The parser above all commands."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._told: dict[str, tuple[str, str]] = {}

    def tell(self, name: str, typed: str, summary: str) -> None:
        """Keep a command for the first screen: how it is typed, and what it does."""
        self._told[name] = typed, summary

    def format_help(self) -> str:
        """The three commands with an example each, then the others, then where to read on."""
        width = max(map(len, self._told)) + 2
        lines = [f"用法：{self.prog} 命令 …", "", str(self.description), "", "先用这三个："]
        for name in FIRST:
            typed, summary = self._told[name]
            lines += [f"  {name:<{width}}{summary}", f"  {'':<{width}}{typed}"]
        lines += ["", "更多："]
        lines += [f"  {name:<{width}}{summary}" for name, (_, summary) in self._told.items() if name not in FIRST]
        reading = f"一个命令怎么用：{self.prog} 命令 --help；版本：{self.prog} --version"
        return "\n".join([*lines, "", reading, f"{self.epilog}\n"])
