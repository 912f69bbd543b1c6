"""The sheets of a table, row by row from the disk: CSV in UTF-8 or GBK, XLSX by the extra ``sheets``.

Strangers' files: sizes and columns are bounded, a DTD is refused, and what a spreadsheet has lost (the last digits of a
long number, the value of a formula) is told and never guessed.
"""

from __future__ import annotations

import codecs
import csv
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final, TextIO

from msgspec import Struct

from negotiation_docs.errors import OutputError, placed
from negotiation_docs.files import at_once, is_file
from negotiation_docs.tables.line import MOST_COLUMNS, Line, too_wide
from negotiation_docs.tables.workbook import open_workbook, rows_of
from negotiation_docs.writers.sheets import unguarded

_LONGEST: Final = 10_000_000  # characters of a line, far above those of a row
_CHARSETS: Final = ("utf-8-sig", "gb18030")
_BLOCK: Final = 1 << 20
_BROKEN: Final = "从这一行起读不出来（有一格太长，或者引号没有成对），后面的行都没有处理"


class Sheet(Struct, frozen=True):
    """The name of a sheet (empty for a CSV) and its rows, to be gone through once."""

    name: str
    lines: Iterator[Line]


def sheets(path: Path, held: ExitStack) -> list[Sheet]:
    """The sheets of a table, by its suffix; ``held`` closes what stays open meanwhile. Raises OutputError."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        lines = _csv(path, _charset(path))
        held.callback(lines.close)
        return [Sheet("", lines)]
    if suffix != ".xlsx":
        raise OutputError(f"表格是 .csv 或 .xlsx，不是“{path.suffix}”")
    return [Sheet(name, lines) for name, lines in open_workbook(path, held)]


def awaited(path: Path) -> int | None:
    """How many rows the first sheet has below its heading, about; None where only reading would tell."""
    try:
        if path.suffix.lower() == ".csv":
            with open(path, "rb", opener=at_once) as file:
                return max(sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b"")) - 1, 0)
        return rows_of(path)
    except OSError:
        return None  # which reading will tell


def _charset(path: Path) -> str:
    unopened = OutputError(f"打不开表格 {placed(path)}；请检查它是不是文件，以及有没有读取权限")
    if os.path.lexists(path) and not is_file(path):  # a pipe would be waited for, a device read without end
        raise unopened
    for charset in _CHARSETS:
        decoder = codecs.getincrementaldecoder(charset)()
        try:
            with open(path, "rb", opener=at_once) as file:
                while block := file.read(_BLOCK):
                    if b"\0" in block:
                        raise OutputError("这不是 CSV 表格；Excel 文件的后缀应是 .xlsx")
                    decoder.decode(block)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        except OSError:
            raise unopened from None
        return charset
    raise OutputError("表格不是 UTF-8 或 GBK 编码的 CSV，请另存为“CSV UTF-8”")


def _bounded(file: TextIO) -> Iterator[str]:
    """The lines of a file; one without end is not read to it."""
    while line := file.readline(_LONGEST):
        if len(line) == _LONGEST:
            raise csv.Error("line too long")
        yield line


def _csv(path: Path, charset: str) -> Generator[Line, None, None]:
    with path.open(encoding=charset, newline="") as file:
        head = file.readline(_LONGEST)
        file.seek(0)
        rows = csv.reader(_bounded(file), delimiter=next((mark for mark in ",\t;" if mark in head), ","))
        number = 0
        try:
            for number, row in enumerate(rows, start=1):
                if len(row) > MOST_COLUMNS:
                    yield too_wide(number)
                    return
                yield Line(number, tuple(map(unguarded, row)))
        except csv.Error:
            yield Line(number + 1, (), broken=_BROKEN)
