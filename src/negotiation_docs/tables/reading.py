"""``read_table``: the borrowers of a spreadsheet, one by one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, OutputError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import Facts, is_stated
from negotiation_docs.facts.reading.source import MAX_BYTES
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.tables.cells import Line, Sheet, sheets
from negotiation_docs.tables.columns import Column, NoColumn, column, list_of
from negotiation_docs.tables.filling import Entry, cell, filled, with_ids
from negotiation_docs.tables.row import Row
from negotiation_docs.tables.sides import Side, Sides

KEY: Final = ("编号", "借款人编号")
"""What the column with the key of a borrower is called: in the first sheet either, in the others the second."""
NOTES: Final = ("说明", "#")
"""How the names of sheets and columns begin that are there for people only."""


@told
def read_table(path: str | Path, also: Mapping[str, str | Path] | None = None) -> Iterator[Row]:
    """The borrowers of a table (``.csv``, or ``.xlsx`` with the extra ``sheets``), lazily: rows for ``render_many``.

    The first row of the first sheet names the columns by places of the case file, in English or Chinese: ``姓名``,
    ``债务1.欠款.本金`` or shorter ``债务1.本金``, ``收入2.金额``; 编号 is the key of the borrower. Every further row is
    one borrower. Further sheets are called by a list of the case file (债务, 收入, 证据材料); each row there is one
    entry of the borrower in its column 借款人编号. For a CSV ``also`` names them: ``{"债务": "debts.csv"}``. What
    begins with 说明 or # is not read. Several values of a cell are parted by ；.

    Raises FactsError with every heading that means nothing, OutputError for a file that cannot be read; what is wrong
    with a row is told by the row itself, when it is loaded: sheet, row and column.
    """
    held = ExitStack()
    try:
        main, sides = _opened(Path(path), also or {}, held)
    except BaseException:
        held.close()
        raise
    return _rows(main, sides, held)


def _opened(path: Path, also: Mapping[str, str | Path], held: ExitStack) -> tuple[_Reader, Sides]:
    """The first sheet with its columns, and all entries of the others."""
    found = [one for one in sheets(path, held) if not one.name.startswith(NOTES)]
    if not found:
        raise OutputError("表格里没有工作表")
    first, *others = found
    others += [Sheet(name, sheets(Path(file), held)[0].lines) for name, file in also.items()]
    problems: list[Problem] = []
    main = _Reader(first, Case, KEY, problems)
    readers = [reader for one in others for reader in _side(one, problems)]
    if main.key is None and readers:
        message = "还有别的工作表，所以要有“编号”列，写明每一行是谁"
        problems.append(Problem("error", (), message, "", "table.no_key", written=_sheet(first.name)))
    if problems:
        raise FactsError(problems)
    sides = Sides()
    for place, reader in readers:
        sides.add(Side(owner, place, entry) for owner, entry in reader)
    return main, sides


class _Reader:
    """One sheet: its columns, and then its rows as entries with the key of their borrower."""

    def __init__(self, sheet: Sheet, model: type[Facts], key: tuple[str, ...], problems: list[Problem]) -> None:
        self._sheet, self._columns, self.key, self._unnamed = sheet, dict[int, Column](), None, set[int]()
        head = next((one for one in sheet.lines if one.broken or any(map(is_stated, one.cells))), Line(1, ()))
        self._head = len(head.cells)
        taken: dict[Place, str] = {}
        if not head.cells:
            message = head.broken or "第一行应是列名"
            problems.append(Problem("error", (), message, "", "table.head", written=_sheet(sheet.name) or "表格"))
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
            where = f"{_sheet(self._sheet.name)}列名“{echo(heading)}”"
            hint = "列名按案件文件的项目写，如 姓名、债务1.本金；只给自己看的列，列名前面加 #"
            problems.append(Problem("error", (), said, hint, "table.heading", written=where))

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        for line in self._sheet.lines:
            here = f"{_sheet(self._sheet.name)}第{line.number}行"
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


def _side(sheet: Sheet, problems: list[Problem]) -> Iterator[tuple[Place, _Reader]]:
    found = list_of(sheet.name, Case)
    if found is None:
        message = "不认识这个工作表的名称，里面的内容没有地方放"
        hint = "请改成一组内容的名称，如 债务、收入、必要支出、证据材料；只给自己看的，名称前面加 #"
        problems.append(Problem("error", (), message, hint, "table.sheet", written=_sheet(echo(sheet.name))))
        return
    place, model = found
    reader = _Reader(sheet, model, KEY[1:], problems)
    if reader.key is None:
        message = "缺少“借款人编号”列，不知道每一行属于谁"
        problems.append(Problem("error", (), message, "", "table.no_owner", written=_sheet(sheet.name)))
    yield place, reader


def _rows(main: _Reader, sides: Sides, held: ExitStack) -> Iterator[Row]:
    with held:
        for key, entry in main:
            yield _row(key, entry, sides)
    for side in sides.left():
        message = "这一行没有写借款人编号" if not side.owner else f"第一个工作表里没有编号“{echo(side.owner)}”"
        told = Problem("error", (), message, "请核对编号", "table.nobody", written=side.entry.here)
        yield Row(side.owner, {}, {}, side.entry.here, side.entry.problems or (told,))


def _row(key: str, entry: Entry, sides: Sides) -> Row:
    """A borrower with the entries of the other sheets."""
    facts, cells, problems = entry.facts, entry.cells, [*entry.problems]
    for side in sides.of(key) if key else ():
        _join(facts, cells, side)
        problems += side.entry.problems
    with_ids(facts, Case)
    return Row(key, facts, cells, entry.here, tuple(problems))


def _join(facts: dict[str, object], cells: dict[Place, str], side: Side) -> None:
    """The entry at the end of its list."""
    spot = facts
    for step in side.place[:-1]:
        spot = spot.setdefault(str(step), {})  # type: ignore[assignment]
    entries = spot.setdefault(str(side.place[-1]), [])
    assert isinstance(entries, list)  # noqa: S101 - a column of the list made it one
    place = (*side.place, len(entries))
    entries.append(side.entry.facts)
    cells[place] = side.entry.here
    cells.update({(*place, *inside): one for inside, one in side.entry.cells.items()})


def _sheet(name: str) -> str:
    return f"表“{name}”" if name else ""
