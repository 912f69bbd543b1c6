"""Tables as people make them: CSV and XLSX in a folder of their own."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.make.batches import many, out, thread

__all__ = ["many", "out", "thread"]

HEAD = [
    "编号",
    "姓名",
    "债务1.编号",
    "债务1.债权人.名称",
    "债务1.债权人.类型",
    "债务1.本金",
    "债务2.债权人.名称",
    "债务2.债权人.类型",
    "债务2.本金",
]
ZHOU = ["A-1", "周启明", "bank1", "示例银行股份有限公司", "银行信用卡", "86421.37", "赵国梁", "民间出借人", "5000"]
LIN = ["A-2", "林晚舟", "", "", "", "", "示例消费金融有限公司", "消费金融公司", "12000.5"]


@pytest.fixture
def as_csv(tmp_path) -> Callable[..., Path]:
    def as_csv(
        rows: Sequence[Sequence[str]], name: str = "table.csv", encoding: str = "utf-8-sig", mark: str = ","
    ) -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=mark).writerows(rows)
        return path

    return as_csv


@pytest.fixture
def as_xlsx(tmp_path) -> Callable[..., Path]:
    def as_xlsx(**sheets: Sequence[Sequence[object]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "table.xlsx")
        return tmp_path / "table.xlsx"

    return as_xlsx
