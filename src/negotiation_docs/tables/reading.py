"""``read_table``: the borrowers of a spreadsheet, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, OutputError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.tables.cells import Sheet, sheets
from negotiation_docs.tables.columns import list_of
from negotiation_docs.tables.filling import Entry, with_ids
from negotiation_docs.tables.row import TableRow
from negotiation_docs.tables.sheetreader import KEY, NOTES, SheetReader, called
from negotiation_docs.tables.sides import Side, Sides


@told
def read_table(path: str | Path, also: Mapping[str, str | Path] | None = None) -> Iterator[TableRow]:
    """The borrowers of a table (``.csv``, or ``.xlsx`` with the extra ``sheets``), lazily: rows for ``render_many``.

    The first row of the first sheet names the columns by places of the case file, in English or Chinese: ``姓名``,
    ``债务1.欠款.本金`` or shorter ``债务1.本金``, ``收入2.金额``; 编号 is the key of the borrower. Every further row is
    one borrower. Further sheets are called by a list of the case file (债务, 收入, 证据材料); each row there is one
    entry of the borrower in its column 借款人编号. For a CSV ``also`` names them: ``{"债务": "debts.csv"}``. What
    begins with 说明 or # is not read. Several values of a cell are parted by ；.

    Raises FactsError with every heading that means nothing, OutputError for a file that cannot be read; what is wrong
    with a row is told by the row itself, when it is loaded: sheet, row and column.

    >>> import negotiation_docs as nd
    >>> from pathlib import Path
    >>> rows = "编号,姓名,债务1.编号,债务1.债权人.名称,债务1.债权人.类型", "1,周明,a,某银行,银行贷款"
    >>> _ = Path("人员.csv").write_text("\\n".join(rows), encoding="utf-8")
    >>> len(list(nd.read_table("人员.csv")))
    1
    """
    held = ExitStack()
    try:
        main, sides = _opened(Path(path), also or {}, held)
    except BaseException:
        held.close()
        raise
    rows = _rows(main, sides, held)
    next(rows)
    return rows


def _opened(path: Path, also: Mapping[str, str | Path], held: ExitStack) -> tuple[SheetReader, Sides]:
    """The first sheet with its columns, and all entries of the others."""
    found = [one for one in sheets(path, held) if not one.name.startswith(NOTES)]
    if not found:
        raise OutputError("表格里没有工作表")
    first, *others = found
    others += [Sheet(name, sheets(Path(file), held)[0].lines) for name, file in also.items()]
    problems: list[Problem] = []
    main = SheetReader(first, Case, KEY, problems)
    readers = [reader for one in others for reader in _side(one, problems)]
    if main.key is None and readers:
        message = "还有别的工作表，所以要有“编号”列，写明每一行是谁"
        problems.append(Problem("error", (), message, "", "table.no_key", written=called(first.name)))
    if problems:
        raise FactsError(problems)
    sides = Sides()
    held.callback(sides.close)
    for place, reader in readers:
        sides.add(Side(owner, place, entry) for owner, entry in reader)
    return main, sides


def _side(sheet: Sheet, problems: list[Problem]) -> Iterator[tuple[Place, SheetReader]]:
    found = list_of(sheet.name, Case)
    if found is None:
        message = "不认识这个工作表的名称，里面的内容没有地方放"
        hint = "请改成一组内容的名称，如 债务、收入、必要支出、证据材料；只给自己看的，名称前面加 #"
        problems.append(Problem("error", (), message, hint, "table.sheet", written=called(echo(sheet.name))))
        return
    place, model = found
    reader = SheetReader(sheet, model, KEY[1:], problems)
    if reader.key is None:
        message = "缺少“借款人编号”列，不知道每一行属于谁"
        problems.append(Problem("error", (), message, "", "table.no_owner", written=called(sheet.name)))
    yield place, reader


def _rows(main: SheetReader, sides: Sides, held: ExitStack) -> Iterator[TableRow]:
    """The rows, once it has begun; then it closes what is held open even if nobody ever asks for one."""
    with held:
        yield TableRow("", {})
        for key, entry in main:
            yield _row(key, entry, sides)
        for side in sides.left():
            message = "这一行没有写借款人编号" if not side.owner else f"第一个工作表里没有编号“{echo(side.owner)}”"
            told = Problem("error", (), message, "请核对编号", "table.nobody", written=side.entry.here)
            yield TableRow(side.owner, {}, {}, side.entry.here, side.entry.problems or (told,))


def _row(key: str, entry: Entry, sides: Sides) -> TableRow:
    """A borrower with the entries of the other sheets."""
    facts, cells, problems = entry.facts, entry.cells, [*entry.problems]
    for side in sides.of(key) if key else ():
        _join(facts, cells, side)
        problems += side.entry.problems
    with_ids(facts, Case)
    return TableRow(key, facts, cells, entry.here, tuple(problems))


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
