"""Who answers the questions of ``new``: a person at a terminal, who gets a line editor if there is one, or a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from negotiation_docs.cli.terminal import is_terminal, out
from negotiation_docs.errors import OutputError
from negotiation_docs.interview.asking import Person

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_PROMPT: Final = "> "
_LONGEST_LINE: Final = 20_000


def person() -> Person:
    """The best there is: an editor needs a terminal on both sides, and the extra ``interview``."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return Piped()
    try:
        return Piped() if os.environ.get("TERM") == "dumb" else Editing()
    except ImportError:
        return Typing()


class Piped:
    """Lines as they come."""

    def say(self, words: str) -> None:
        """Show a line."""
        out(f"{words}\n")

    def ask(self, offered: Collection[str] = ()) -> str:
        """The next line; EOFError at the end."""
        del offered
        out(_PROMPT)
        if sys.stdin is None or sys.stdin.closed:
            raise EOFError
        if sys.stdout is not None:
            sys.stdout.flush()
        try:
            typed = sys.stdin.readline(_LONGEST_LINE)
        except UnicodeDecodeError:
            raise OutputError("输入的文字不是 UTF-8 编码，读不了；请把终端或文件的编码改为 UTF-8") from None
        if not typed:
            out("\n")
            raise EOFError
        return typed.rstrip("\r\n")


class Typing(Piped):
    """A terminal without an editor; Python's own takes what the system has for lines (readline)."""

    def ask(self, offered: Collection[str] = ()) -> str:
        """The next line."""
        del offered
        return input(_PROMPT)


class Editing(Piped):
    """A line that is edited across wide characters, with what was typed before; Tab completes what can be chosen."""

    def __init__(self) -> None:
        from prompt_toolkit import PromptSession  # noqa: PLC0415 - the extra ``interview``

        self._session: PromptSession[str] = PromptSession()

    def ask(self, offered: Collection[str] = ()) -> str:
        """The next line."""
        from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415

        words = WordCompleter(list(offered), sentence=True, match_middle=True)
        return self._session.prompt(_PROMPT, completer=words, complete_while_typing=False)
