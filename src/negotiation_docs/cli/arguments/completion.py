"""What is typed behind ``completion``."""

from __future__ import annotations

from negotiation_docs.cli.parser import Parser

_SHELLS = ("bash", "zsh", "fish", "powershell")
_SETTING_UP = """bash：在 ~/.bashrc 里加一行 eval "$(negotiation-docs completion bash)"
zsh：在 ~/.zshrc 里 compinit 之后加一行 eval "$(negotiation-docs completion zsh)"
fish：negotiation-docs completion fish > ~/.config/fish/completions/negotiation-docs.fish（没有这个文件夹就先建）
powershell：negotiation-docs completion powershell | Out-String | Invoke-Expression，写进 $PROFILE"""


def declare(command: Parser) -> None:
    """For which shell."""
    command.add_argument("shell", metavar="外壳", choices=_SHELLS, help=_SETTING_UP)
