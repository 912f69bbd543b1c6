"""The standard streams as a command meets them: closed, of a narrow character set, endless, or somebody else's."""

from __future__ import annotations

import io
import sys
from typing import Final, TextIO

from negotiation_docs.errors import OutputError

_LONGEST_LINE: Final = 2000
_COMMANDS: Final = {code: f"〔U+{code:04X}〕" for code in (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))}
"""Signs that a terminal obeys: the name of a stranger's file may hold them."""


def out(words: str) -> None:
    """Write to standard output; what its character set lacks stands there by its code."""
    _write(sys.stdout, words)


def err(words: str) -> None:
    """Write to standard error, likewise."""
    _write(sys.stderr, words)


def redraw(words: str = "") -> None:
    """Put ``words`` in place of the line on standard error, which stays open."""
    _write(sys.stderr, words, before="\r", after="\x1b[K")


def put_paper(words: str) -> None:
    """A paper on standard output: UTF-8, whatever the terminal's character set, for a name must not come out otherwise.

    Raises OutputError when there is no standard output.
    """
    stream = sys.stdout
    if _is_closed(stream):
        raise OutputError("标准输出已关闭，请用 -o 写到文件")
    try:
        binary = stream.buffer
    except (AttributeError, io.UnsupportedOperation):  # a host's own stream of text
        stream.write(words)
        return
    stream.flush()
    binary.write(words.encode())
    binary.flush()


def read_all(most: int) -> bytes:
    """What is piped in, up to ``most`` bytes and one; raises OutputError when there is no standard input."""
    stream = sys.stdin
    if _is_closed(stream):
        raise OutputError("标准输入已关闭，请写明案件文件")
    try:
        return stream.buffer.read(most + 1)
    except (AttributeError, io.UnsupportedOperation):
        return stream.read(most + 1).encode()


def read_line() -> str:
    """The first line of what is piped in, without its end; raises OutputError when there is no standard input."""
    if _is_closed(sys.stdin):
        raise OutputError("标准输入已关闭，读不到密码")
    return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")


def is_terminal(stream: object) -> bool:
    """Whether somebody sits at ``stream``, one of the standard streams or what a host has put in its place."""
    return stream is not None and not getattr(stream, "closed", True) and bool(getattr(stream, "isatty", bool)())


def _is_closed(stream: TextIO | None) -> bool:
    """Python has no stream at all where the shell closed it."""
    return stream is None or stream.closed


def _write(stream: TextIO | None, words: str, before: str = "", after: str = "") -> None:
    if stream is None or _is_closed(stream):
        return
    charset = getattr(stream, "encoding", None) or "utf-8"
    shown = f"{before}{words.translate(_COMMANDS)}{after}"
    stream.write(shown.encode(charset, "backslashreplace").decode(charset))
