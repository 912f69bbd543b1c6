"""A table as CSV (UTF-8 with BOM) or XLSX, safe to open in a spreadsheet, and read back from either.

No cell can become a formula: in CSV what begins like one gets an apostrophe before it, in XLSX every cell is text.
Files that come back are strangers' files: rows, columns, sizes are bounded, and a DTD is refused.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.packages import DamagedError, OversizeError, unpacked

Rows = Sequence[Sequence[str]]
MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 100
MOST_TEXT: Final = 5_000_000
"""Characters of all cells; in a workbook thousands of cells may share one long text."""
_MOST_CELL: Final = 32_767
"""Characters of a cell of XLSX; openpyxl cuts off what is beyond without a word."""
_MOST_BYTES: Final = 50_000_000
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED: Final = re.compile(r"\A'('*[=+\-@\t\r\n＝＋－＠])")
_EXTRA: Final = '没有安装读写 XLSX 所需的 openpyxl，请运行 pip install "negotiation-docs[sheets]"，或者改用 .csv'
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # how XML in UTF-16 begins
_STAMP: Final = (1980, 1, 1, 0, 0, 0)
_WIDEST: Final = 60
UNSAFE: Final = "XLSX 表格里有不该有的定义（DTD）或编码，请用表格软件另存一份"
_CHANGED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def to_csv(rows: Rows) -> bytes:
    """``rows`` as CSV; Excel reads its UTF-8 by the byte order mark."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[_guarded(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def from_csv(data: bytes) -> list[list[str]]:
    """The rows of a CSV in UTF-8 or GBK (as Excel saves it), parted by commas, semicolons or tabs."""
    for charset in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(charset)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise OutputError("表格不是 UTF-8 或 GBK 编码的 CSV，请另存为“CSV UTF-8”")
    if "\0" in text:
        raise OutputError("这不是 CSV 表格；Excel 文件的后缀应是 .xlsx")
    head = text.partition("\n")[0]
    sign = next((mark for mark in ",\t;" if mark in head), ",")
    try:
        return _bounded(
            [unguarded(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        )
    except csv.Error:
        raise OutputError("CSV 表格读不出来：有一格太长，或者引号没有成对") from None


def to_xlsx(rows: Rows, title: str) -> bytes:
    """``rows`` as XLSX (the extra ``sheets``), the first a heading that stays in sight; repeatable."""
    openpyxl = openpyxl_module()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    book.properties.creator = "negotiation_docs"
    if any(len(cell) > _MOST_CELL for row in rows for cell in row):
        raise OutputError(f"XLSX 表格的一格最多{_MOST_CELL}字，这里有一格更长，后面的会丢失；请改用 .csv")
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type = text, "s"
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
            cell.font = openpyxl.styles.Font(bold=number == 1)
    sheet.freeze_panes = "A2"
    for place, column in enumerate(zip(*rows, strict=True), start=1):
        widest = max(sum(2 if char > "\xff" else 1 for char in cell) for cell in column)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = min(_WIDEST, max(8, widest + 2))
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def from_xlsx(data: bytes) -> list[list[str]]:
    """The rows of the first sheet, every cell as text."""
    openpyxl = openpyxl_module()
    _look_through(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return _bounded([shown(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True))
    except OutputError:
        raise
    except Exception:
        raise OutputError("XLSX 表格读不出来，请用表格软件打开，另存一份再试") from None


def unguarded(cell: str) -> str:
    """A cell of a CSV without the apostrophe that keeps it from being a formula."""
    return _GUARDED.sub(r"\1", cell, count=1) if cell.startswith("'") else cell


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a cell holds
    """A cell of a workbook as text, as a case file would have it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _bounded(rows: Iterable[list[str]]) -> list[list[str]]:
    """The rows that hold anything."""
    found: list[list[str]] = []
    length = 0
    for row in rows:
        length += sum(map(len, row))
        if length > MOST_TEXT:
            raise OutputError(f"表格太大：文字最多{MOST_TEXT // 10_000}万字")
        if len(row) > MOST_COLUMNS or len(found) > MOST_ROWS:
            raise OutputError(f"表格太大：最多{MOST_ROWS}行、{MOST_COLUMNS}列")
        found.append(row)
    while found and not any(cell.strip() for cell in found[-1]):
        found.pop()
    return found


def _look_through(data: bytes) -> None:
    """A spreadsheet of bounded size, without a DTD and in no encoding that could hide one."""
    try:
        parts = unpacked(data, _MOST_BYTES)
    except OversizeError:
        raise OutputError("XLSX 表格解开以后超过50兆字节，请删去图片和用不到的工作表") from None
    except DamagedError:
        raise OutputError("这不是 XLSX 表格，或者文件坏了、加了密码") from None
    if any(map(is_unsafe, parts.values())):
        raise OutputError(UNSAFE)
    if sum(map(beside_cells, parts.values())) > MOST_BESIDE:
        raise OutputError(CROWDED)


OVERLAP: Final = 4000
"""Bytes of one piece of a part to look at once more with the next."""
_LONG_FORMAT: Final = re.compile(rb"formatCode\s*=\s*(?:\"[^\"<]{300}|'[^'<]{300})")  # Excel has 255 characters at most


_BESIDE: Final = re.compile(rb"<(?![/!?]|(?:[\w.\-]+:)?(?:c|v|row|f|is|t|si|r)[\s/>])")
MOST_BESIDE: Final = 200_000
"""Elements of all parts that are no row, cell or text: openpyxl makes objects of formats, names and relations, and
half a kilobyte packed may hold ten thousand of them. Excel has 65,490 formats at most."""
CROWDED: Final = "XLSX 表格里的单元格格式、名称等太多，请把内容复制到一个新的工作簿，或者改用 .csv"


def beside_cells(text: bytes) -> int:
    """How many elements begin in a piece of a part that are no row, cell or text."""
    return sum(1 for _ in _BESIDE.finditer(text))


def is_unsafe(text: bytes, *, begins: bool = True) -> bool:
    """Whether a piece of a part (``begins``: its first) holds a DTD, or is in an encoding that could hide one.

    A format of a number longer than any is unsafe as well: openpyxl looks through it for every style that names it.

    Any part is looked at: which of them are read as XML is for the file to say, whatever they are called.
    """
    return b"<!DOCTYPE" in text or (begins and text[:2] in _WIDE) or _LONG_FORMAT.search(text) is not None


def timeless(data: bytes) -> bytes:
    """The same file without the moment it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _CHANGED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
            part = zipfile.ZipInfo(name, _STAMP)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, content)
    return out.getvalue()


def openpyxl_module() -> Any:  # noqa: ANN401 - a module without types
    """openpyxl. Raises OutputError without the extra ``sheets``."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra
        import openpyxl.styles  # noqa: PLC0415
        import openpyxl.utils  # noqa: PLC0415
        import openpyxl.worksheet.datavalidation  # noqa: PLC0415
    except ModuleNotFoundError:
        raise OutputError(_EXTRA) from None
    return openpyxl
