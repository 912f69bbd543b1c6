"""An XLSX workbook, row by row: every cell as the text that a person sees in it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from itertools import count, repeat
from pathlib import Path
from typing import Any, Final

from negotiation_docs.errors import OutputError, placed
from negotiation_docs.files import at_once
from negotiation_docs.interruption import let_through
from negotiation_docs.tables.line import MOST_COLUMNS, Line, too_wide
from negotiation_docs.writers.packages import DamagedError, blocks, opened
from negotiation_docs.writers.sheets import (
    CROWDED,
    MOST_BESIDE,
    OVERLAP,
    UNSAFE,
    beside_cells,
    is_unsafe,
    openpyxl_module,
    shown,
)

_MOST_BYTES: Final = 2_000_000_000
_MOST_STRINGS: Final = 300_000_000
_MOST_EMPTY: Final = 2_097_152
"""Rows of all sheets that hold no cell: twice as many as a sheet of Excel has rows. Openpyxl makes one of every number
that is left out, and a file may go on with row 999,999,999,999."""
_FORMULA: Final = re.compile(rb"<f[ >/]")
_EXACT: Final = 10**15
_UNREADABLE: Final = "XLSX 表格读不出来，请用表格软件打开，另存一份再试"
_GAP: Final = "空行太多，后面的行都没有处理；请删去空行，或者把内容复制到一个新的工作簿"
_LOST: Final = "这一格是数字，超过15位的末几位已经丢失；请把这一列设为“文本”格式，重新填写"


def open_workbook(path: Path, held: ExitStack) -> Iterator[tuple[str, Iterator[Line]]]:
    """Name and rows of every sheet. Raises OutputError for what is no workbook, or too large, or unsafe to open."""
    openpyxl = openpyxl_module()
    formulas = _look_through(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        held.callback(book.close)
        asked = openpyxl.load_workbook(path, read_only=True) if formulas else None
        if asked is not None:
            held.callback(asked.close)
        names = [sheet.title for sheet in book.worksheets]
        parts = {sheet._worksheet_path for sheet in book.worksheets}
    except Exception:
        raise OutputError(_UNREADABLE) from None
    if len(parts) < len(names):  # one part under many names would be read as often
        raise OutputError(_UNREADABLE)
    empty = count(1)
    for name in names:
        lines = _lines(book[name], asked[name] if asked is not None else None, empty)
        held.callback(lines.close)  # before the book, which does not close a sheet that is being read
        yield name, lines


def rows_of(path: Path) -> int | None:
    """How many rows the first sheet says that it has below its heading."""
    try:
        _look_through(path)
        with closing(openpyxl_module().load_workbook(path, read_only=True)) as book:
            most = book.worksheets[0].max_row
    except Exception as error:  # which reading will tell
        let_through(error)
        return None
    return None if most is None else max(most - 1, 0)


def _look_through(path: Path) -> bool:
    """Whether there are formulas; without unpacking more than a bounded size, and never more than a block at once."""
    try:
        with open(path, "rb", opener=at_once) as file, opened(file) as package:
            return _looked_at(package)
    except DamagedError:
        raise OutputError("这不是 XLSX 表格，或者文件坏了、加了密码") from None
    except (OSError, ValueError):  # a NUL in the name
        raise OutputError(f"打不开表格 {placed(path)}；请检查它是不是文件，以及有没有读取权限") from None


def _looked_at(package: zipfile.ZipFile) -> bool:
    parts = package.infolist()
    strings = [part.file_size for part in parts if "sharedstrings" in part.filename.lower()]
    if sum(part.file_size for part in parts) > _MOST_BYTES or sum(strings) > _MOST_STRINGS:
        raise OutputError("XLSX 表格太大，请改用 .csv")
    formulas, beside = False, 0
    for part in parts:
        tail, first = b"", True
        for block in blocks(package, part):
            both = tail + block
            if is_unsafe(both, begins=first):
                raise OutputError(UNSAFE)
            beside += beside_cells(block)
            if beside > MOST_BESIDE:
                raise OutputError(CROWDED)
            formulas = formulas or bool(_FORMULA.search(both))
            tail, first = both[-OVERLAP:], False
    return formulas


def _lines(
    sheet: Any,  # noqa: ANN401 - of openpyxl, which has no types
    asked: Any,  # noqa: ANN401
    empty: Iterator[int],
) -> Generator[Line, None, None]:
    """The rows of a sheet; ``empty`` counts those of the workbook that hold nothing."""
    sheet.reset_dimensions()
    if asked is not None:
        asked.reset_dimensions()
    number = 0
    try:
        twin: Iterable[Any] = asked.iter_rows(values_only=True) if asked is not None else repeat(())
        for number, (row, formulas) in enumerate(zip(sheet.iter_rows(), twin, strict=False), start=1):
            if len(row) > MOST_COLUMNS:
                yield too_wide(number)
                return
            if not row and next(empty) > _MOST_EMPTY:
                yield Line(number, (), broken=_GAP)
                return
            yield Line(number, tuple(map(_text, row)), dict(_faults(row, formulas)))
    except Exception as error:  # whatever a damaged sheet makes of openpyxl and the parser
        let_through(error)
        yield Line(number + 1, (), broken="从这一行起读不出来，后面的行都没有处理；请用表格软件打开，另存一份再试")


def _faults(row: Iterable[Any], formulas: tuple[Any, ...]) -> Iterator[tuple[int, str]]:
    """What a cell has lost, by position."""
    for place, cell in enumerate(row):
        value = cell.value
        if cell.data_type == "e":
            yield place, "这一格是公式的出错值；请改正公式，或者直接填写"
        elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= _EXACT:
            yield place, _LOST
        elif value is None and place < len(formulas) and str(formulas[place] or "").startswith("="):
            yield place, "这一格的公式还没有算出结果；请用表格软件打开，保存一次再试"


def _text(cell: Any) -> str:  # noqa: ANN401 - of openpyxl, which has no types
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = str(int(value)) if float(value).is_integer() else f"{value:.15g}"
        zeros = re.fullmatch("0+", str(cell.number_format or ""))  # 0421, shown by its format alone
        return text.zfill(len(zeros[0])) if zeros else text
    return value if isinstance(value, str) else shown(value)
