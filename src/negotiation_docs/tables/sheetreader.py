"""One sheet of borrowers, or of entries of a list: its columns by its first row, then its rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.base import Facts, is_stated
from negotiation_docs.facts.reading.source import MAX_BYTES
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.tables.cells import Sheet
from negotiation_docs.tables.columns import Column, NoColumn, column
from negotiation_docs.tables.filling import Entry, cell, filled
from negotiation_docs.tables.line import Line

KEY: Final = ("编号", "借款人编号")
"""What the column with the key of a borrower is called: in the first sheet either, in the others the second."""
NOTES: Final = ("说明", "#")
"""How the names of sheets and columns begin that are there for people only."""


class SheetReader:
    """One sheet: its columns, and then its rows as entries with the key of their borrower."""

    def __init__(self, sheet: Sheet, model: type[Facts], key: tuple[str, ...], problems: list[Problem]) -> None:
        self._sheet, self._columns, self.key, self._unnamed = sheet, dict[int, Column](), None, set[int]()
        head = next((one for one in sheet.lines if one.broken or any(map(is_stated, one.cells))), Line(1, ()))
        self._head = len(head.cells)
        taken: dict[Place, str] = {}
        if not head.cells:
            message = head.broken or "第一行应是列名"
            problems.append(Problem("error", (), message, "", "table.head", written=called(sheet.name) or "表格"))
        for place, heading in enumerate(map(str.strip, head.cells)):
            if heading.startswith(NOTES):
                continue
            if not heading:
                self._unnamed.add(place)
            elif unicodedata.normalize("NFKC", heading) in key and self.key is None:
                self.key = place
            else:
                self._take(place, heading, model, taken, problems)

    key: int | None

    def _take(
        self, place: int, heading: str, model: type[Facts], taken: dict[Place, str], problems: list[Problem]
    ) -> None:
        try:
            one = column(heading, model)
        except NoColumn as error:
            said = str(error)
        else:
            said = f"和“{echo(taken[one.place])}”是同一项，请只留一列" if one.place in taken else ""
            taken[one.place] = heading
            self._columns[place] = one
        if said:
            where = f"{called(self._sheet.name)}列名“{echo(heading)}”"
            hint = "列名按案件文件的项目写，如 姓名、债务1.本金；只给自己看的列，列名前面加 #"
            problems.append(Problem("error", (), said, hint, "table.heading", written=where))

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        for line in self._sheet.lines:
            here = f"{called(self._sheet.name)}第{line.number}行"
            if line.broken:
                yield "", _unread(here, line.broken)
                return
            if sum(map(len, line.cells)) > MAX_BYTES:
                yield "", _unread(here, "这一行的文字超过一百万字，没有处理")
                continue
            if not any(map(is_stated, line.cells)) and not line.faults:
                continue
            key = line.cells[self.key].strip() if self.key is not None and self.key < len(line.cells) else ""
            entry = filled(line, self._columns, here)
            yield key, Entry(entry.facts, entry.cells, here, (*entry.problems, *self._faults(line, here)))

    def _faults(self, line: Line, here: str) -> Iterator[Problem]:
        """What is wrong with a row beside its facts: a key that lost digits, words below no heading."""
        if self.key in line.faults:
            yield Problem("error", (), line.faults[self.key], "", "table.cell", written=cell(here, KEY[0]))
        beyond = range(self._head, len(line.cells))
        for place in sorted({*self._unnamed, *beyond}):
            if place < len(line.cells) and is_stated(line.cells[place]):
                message = f"第{place + 1}列写了内容，但没有列名"
                yield Problem("error", (), message, "请在第一行写上列名，或者清空这一格", "table.unnamed", written=here)
                return


def _unread(here: str, why: str) -> Entry:
    return Entry({}, {}, here, (Problem("error", (), why, "", "table.broken", written=here),))


def called(name: str) -> str:
    """How a sheet is named in front of a row; a CSV has no name."""
    return f"表“{name}”" if name else ""
