"""A case file from the disk to plain dicts, lists and texts: encoding, size and syntax are settled here."""

import codecs
import os
import stat
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts.reading.positions import Positions
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.masking import echo

MAX_BYTES = 1_000_000
"""A case file is a few kilobytes; a megabyte is no case file."""
MAX_DEPTH = 24
"""The case format nests ten levels deep."""
MOST_ENTRIES = 10_000
"""Entries of all lists together: ten years of calls every day are some thousands; each may be wrong in many ways."""
MOST_TOLD = 200
"""Nobody mends more problems at a time, and a hostile file must not keep us busy."""
MORE = "more"
"""Rule of the finding that says how many were left out; it comes last."""


class Unreadable:
    """Stands where the syntax held something the format does not know; the reason is already among the findings."""


class Source(Struct, frozen=True):
    """What a file says: plain data, where everything stands in it, and what the syntax layer refused."""

    data: object
    positions: Positions = field(default_factory=Positions)
    findings: tuple[Problem, ...] = ()
    folder: Path | None = None


class Refused:
    """What the syntax layer refuses of a file: as much as a person would mend at a time, and how much more there is."""

    def __init__(self) -> None:
        self._told: list[Problem] = []
        self._more = 0

    def add(self, place: Place, rule: str, message: str, hint: str, *names: str) -> None:
        """One more, with the ``names`` in its message; what is left out is not put into words."""
        if len(self._told) < MOST_TOLD:
            self._told.append(fault(place, rule, message.format(*map(echo, names)), hint))
        else:
            self._more += 1

    def all(self) -> tuple[Problem, ...]:
        """The findings."""
        return (*self._told, and_more(self._more)) if self._more else tuple(self._told)


def and_more(number: int) -> Problem:
    """That there are so many problems more."""
    return fault((), MORE, f"问题太多，还有{number}处没有列出", "请先检查是不是选错了文件，再从上面列出的改起")


def refuse(message: str, hint: str = "", rule: str = "syntax", line: int | None = None) -> FactsError:
    """An error about the file as a whole."""
    return FactsError([Problem("error", (), message, hint, rule, line)])


def bounded(data: object) -> None:
    """Raises FactsError for more entries of lists than any case has, before anything is made of them.

    What lies deeper than the format goes, such as a list that holds itself, is refused by who reads it.
    """
    level, entries = [data], 0
    for _ in range(MAX_DEPTH):
        lists = [one for one in level if isinstance(one, list | tuple)]
        groups = {id(one): one for one in level if isinstance(one, Mapping)}  # each once, however often held
        entries += sum(map(len, lists))
        if entries > MOST_ENTRIES:
            message = f"各处逐项写的内容合起来超过{MOST_ENTRIES}项"
            raise refuse(message, "请检查是不是选错了文件，或者重复粘贴了", "too_many")
        held = chain(*lists, *(one.values() for one in groups.values()))
        level = [one for one in held if not isinstance(one, str)]  # as most are


def read_text(path: Path) -> str:
    """The UTF-8 text of a case file, without a byte order mark. Raises FactsError with a hint how to mend it."""
    return decoded(read_bytes(path), echo(path.name))


def encoded(text: str, path: Path) -> bytes:
    """``text`` as the bytes to write over the case file ``path``: with a byte order mark where that has one."""
    marked = path.exists() and read_bytes(path).startswith(codecs.BOM_UTF8)
    return (codecs.BOM_UTF8 if marked else b"") + text.encode()


def read_bytes(path: Path) -> bytes:
    """What lies in a case file, and a byte more than may lie there if it does. Raises FactsError."""
    name = echo(path.name)
    try:
        if not _is_named_pipe(path):
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise refuse(f"找不到案件文件“{name}”", "请检查文件名和所在文件夹", "file_missing") from None
    except (OSError, ValueError):
        pass
    raise refuse(f"打不开案件文件“{name}”", "请检查它是不是文件，以及有没有读取权限", "file_unreadable")


def _is_named_pipe(path: Path) -> bool:
    """Whether a pipe lies there that nobody may ever write into, and not one that a shell made: ``<(…)``."""
    return stat.S_ISFIFO(path.stat().st_mode) and Path(os.path.realpath(path)).exists()


def decoded(content: bytes, name: str) -> str:
    """The text of ``content``, called ``name`` in what is said about it. Raises FactsError with what to do."""
    if len(content) > MAX_BYTES:
        raise refuse(f"案件文件“{name}”超过1兆字节", "请检查是不是选错了文件；扫描件不写进案件文件", "file_size")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass  # refused below, so that the refusal does not carry this error, which holds the whole file
    raise refuse(*_wrong_encoding(content), rule="encoding")


def _wrong_encoding(content: bytes) -> tuple[str, str]:
    mend = "用记事本打开，选“另存为”，编码选“UTF-8”后保存"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "文件的编码是UTF-16，这里只读UTF-8", f"请{mend}"
    if content.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\xff\xd8", b"\x89PNG")):
        return "这不是文本文件", "案件文件是YAML或JSON文本；Word、PDF和图片不能当作案件文件"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "文件不是UTF-8编码的文本", f"请{mend}"
    return "文件的编码是GBK，这里只读UTF-8", f"请{mend}；或运行 iconv -f GB18030 -t UTF-8 旧文件 > 新文件"
