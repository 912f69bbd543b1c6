"""The first screen of ``--help``: the three commands that are enough for a letter, with examples; then the rest."""

from __future__ import annotations

from typing import Any, Final

from negotiation_docs.cli.parser import Parser

FIRST: Final = ("new", "check", "render")
EXAMPLES: Final = {
    "new": "new 案件.yaml",
    "check": "check 案件.yaml",
    "render": "render 困难情况说明 案件.yaml",
    "pack": "pack 案件.yaml -o 文书",
    "status": "status 案件.yaml",
    "explain": "explain 困难情况说明",
    "reminders": "reminders 案件.yaml -o 还款.ics",
    "log": "log 案件.yaml -o 沟通记录.csv",
    "template": "template copy 困难情况说明 -o 模板",
    "completion": "completion bash",
    "bundle": "bundle 案件.yaml -o 合订.pdf",
    "batch": "batch 案件 -o 文书",
}
"""How each command is typed; one that is not here needs nothing but its name."""


class Overview(Parser):
    """The parser above all commands."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**settings)
        self._told: dict[str, str] = {}

    def tell(self, name: str, summary: str) -> None:
        """Keep a command for the first screen."""
        self._told[name] = summary

    def format_help(self) -> str:
        """The three commands with an example each, then the others, then where to read on."""
        width = max(map(len, self._told)) + 2
        lines = [f"用法：{self.prog} 命令 …", "", str(self.description), "", "先用这三个："]
        for name in FIRST:
            lines += [f"  {name:<{width}}{self._told[name]}", f"  {'':<{width}}{self.prog} {EXAMPLES[name]}"]
        lines += ["", "更多："]
        lines += [f"  {name:<{width}}{summary}" for name, summary in self._told.items() if name not in FIRST]
        reading = f"一个命令怎么用：{self.prog} 命令 --help；版本：{self.prog} --version"
        return "\n".join([*lines, "", reading, f"{self.epilog}\n"])
