"""A case file from the disk to plain dicts, lists and texts: encoding, size and syntax are settled here."""

import codecs
from pathlib import Path

from msgspec import Struct, field

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts.reading.positions import Positions
from negotiation_docs.facts.values.masking import echo

MAX_BYTES = 1_000_000
"""A case file is a few kilobytes; a megabyte is no case file."""
MAX_DEPTH = 24
"""The case format nests ten levels deep."""


class Unreadable:
    """Stands where the syntax held something the format does not know; the reason is already among the findings."""


class Source(Struct, frozen=True):
    """What a file says: plain data, where everything stands in it, and what the syntax layer refused."""

    data: object
    positions: Positions = field(default_factory=Positions)
    findings: tuple[Problem, ...] = ()
    folder: Path | None = None


def refuse(message: str, hint: str = "", rule: str = "syntax", line: int | None = None) -> FactsError:
    """An error about the file as a whole."""
    return FactsError([Problem("error", (), message, hint, rule, line)])


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
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise refuse(f"找不到案件文件“{name}”", "请检查文件名和所在文件夹", "file_missing") from None
    except (OSError, ValueError):
        raise refuse(f"打不开案件文件“{name}”", "请检查它是不是文件，以及有没有读取权限", "file_unreadable") from None


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
