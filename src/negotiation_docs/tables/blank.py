"""The empty workbook: the columns that most letters need, closed lists to choose from, and a sheet that explains."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from negotiation_docs.errors import Place
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.manual import meanings
from negotiation_docs.facts.reading.locate import closed_list, fields, inner
from negotiation_docs.tables.columns import column, list_of
from negotiation_docs.tables.sheetreader import KEY
from negotiation_docs.writers.sheets import openpyxl_module, timeless

PEOPLE: Final = "借款人"
SHEETS: Final[dict[str, Sequence[str]]] = {
    PEOPLE: (
        *("borrower.name", "borrower.id_number", "borrower.phone", "borrower.email", "borrower.address", "dated"),
        *("hardship[0].cause", "hardship[0].since", "hardship[0].statement", "hardship[0].evidence"),
        *("measures", "choices.commitments"),
        *("finances.as_of", "finances.household_size"),
        *(f"finances.income[{at}].{what}" for at in range(2) for what in ("name", "amount")),
        *(f"finances.essentials[{at}].{what}" for at in range(5) for what in ("name", "amount")),
        *(f"finances.other_debts[0].{what}" for what in ("creditor", "balance", "monthly")),
        *(f"finances.assets[0].{what}" for what in ("name", "amount", "realisable")),
    ),
    "债务": (
        *("id", "creditor.name", "creditor.kind", "product", "account", "contract.signed", "contract.annual_rate"),
        *("due", "paid_on_time", "balance.as_of", "balance.principal", "balance.interest", "balance.penalty"),
        *("balance.fees", "balance.source", "proposal.method", "proposal.periods", "proposal.first_due"),
        *("proposal.pay_day_reason", "proposal.valid_until"),
    ),
    "证据材料": ("id", "name", "group", "proves", "issuer", "issued", "pages", "status"),
}  # fmt: skip
_MOST: Final = 255
"""Characters of a list to choose from, in the format of Excel."""
_WIDTH: Final = 18
_RULES: Final = (
    "每个借款人在“借款人”表里占一行，编号自己定（字母、数字、“-”），不要用身份证号或电话。",
    "每笔债务、每份证据材料在自己的表里占一行，“借款人编号”写明是谁的。",
    "用不到的列可以删去，还可以增加列：列名是案件文件的项目，如 债务1.本金、收入2.金额、本人选择.承诺。",
    "一格写几项的，中间用“；”隔开；一项也没有的写“无”，空着的是没有说明。日期写成 2026-11-21，金额只写数字。",
    "只给自己看的列，列名前面加 #；只给自己看的工作表，名称前面也加 #。",
    "填好以后运行：negotiation-docs batch 表格.xlsx -o 文件夹",
)


def blank() -> bytes:
    """The workbook as XLSX, for ``read_table`` once it is filled in. Raises OutputError without openpyxl."""
    openpyxl = openpyxl_module()
    book = openpyxl.Workbook()
    told: list[tuple[str, str, str]] = []
    book.remove(book.active)
    for name, paths in SHEETS.items():
        place, model = _model(name)
        key = KEY[0] if not place else KEY[1]
        told.append((name, key, "自己定的编号，各行不同" if not place else "是谁的，和“借款人”表里的编号一样"))
        headings = [key]
        lists: dict[int, str] = {}
        for number, path in enumerate(paths, start=2):
            one = column(path, model)
            heading, owner, field = _named(one.place, model)
            headings.append(heading)
            choice = closed_list(fields(owner)[field])
            words = [member.label for member in choice] if choice else []
            told.append((name, heading, _meaning(one.place, owner, field, words)))
            if words and not one.several and len(",".join(words)) < _MOST:
                lists[number] = ",".join(words)
        _sheet(openpyxl, book.create_sheet(name), headings, lists)
    _explained(openpyxl, book.create_sheet("说明"), told)
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _model(name: str) -> tuple[Place, type[Facts]]:
    found = list_of(name, Case)
    return found or ((), Case)


def _named(place: Place, model: type[Facts]) -> tuple[str, type[Facts], str]:
    """A place in labels, counted from 1, the model it ends in, and its key there."""
    words: list[str] = []
    owner, key = model, ""
    inside: type[Facts] | None = model
    for step in place:
        if isinstance(step, int):
            words[-1] += str(step + 1)
        elif inside is not None:
            owner, key = inside, step
            words.append(str(fields(inside)[step].title))
            inside = inner(fields(inside)[step])
    return ".".join(words), owner, key


def _meaning(place: Place, owner: type[Facts], key: str, words: Sequence[str]) -> str:
    needed = "写了这一项就必填" if any(isinstance(step, int) for step in place) else "必填"
    parts = [
        needed if fields(owner)[key].is_required() and key != "id" else "",
        meanings().get(owner.__name__, {}).get(key, ""),
    ]
    return "。".join(filter(None, (*parts, f"可选：{'、'.join(words)}" if words else "")))


def _sheet(openpyxl: Any, sheet: Any, headings: Sequence[str], lists: dict[int, str]) -> None:  # noqa: ANN401
    """Every column as text, so that no digit is lost, with what may be chosen."""
    letter = openpyxl.utils.get_column_letter
    for place, heading in enumerate(headings, start=1):
        cell = sheet.cell(1, place, heading)
        cell.font = openpyxl.styles.Font(bold=True)
        sheet.column_dimensions[letter(place)].width = _WIDTH
        sheet.column_dimensions[letter(place)].number_format = "@"
        if words := lists.get(place):
            rule = openpyxl.worksheet.datavalidation.DataValidation("list", formula1=f'"{words}"', allow_blank=True)
            rule.add(f"{letter(place)}2:{letter(place)}1048576")
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "B2"


def _explained(openpyxl: Any, sheet: Any, told: Sequence[tuple[str, str, str]]) -> None:  # noqa: ANN401
    for rule in _RULES:
        sheet.append([rule])
    sheet.append([])
    sheet.append(["工作表", "列", "怎样填写"])
    for cell in sheet[sheet.max_row]:
        cell.font = openpyxl.styles.Font(bold=True)
    for row in told:
        sheet.append(row)
    for letter, width in (("A", 12), ("B", 28), ("C", 100)):
        sheet.column_dimensions[letter].width = width
