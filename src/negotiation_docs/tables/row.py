"""One borrower of a spreadsheet: the facts as a mapping, and which cell each of them stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from msgspec import Struct, field

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.locate import locate

_EMPTY_LIST: Final = re.compile(r"“[^“”]{1,40}: \[\]”（英文键写 [^）]{1,60}）")


class TableRow(Struct, frozen=True):
    """``facts`` in the keys of the case file; ``cells`` names the cell of every place in it, ``here`` the row itself.

    ``key`` is what the table calls the borrower (column 编号), empty where it does not; ``problems`` are what the
    table itself has wrong. Never shows a fact in its ``repr``.

    >>> import negotiation_docs as nd
    >>> row = nd.TableRow("A-1", {"borrower": {"name": "周启明"}}, here="第2行")
    >>> row
    <TableRow 第2行>
    """

    key: str
    facts: Mapping[str, object]
    cells: Mapping[Place, str] = field(default_factory=dict)
    here: str = ""
    problems: tuple[Problem, ...] = ()

    @told
    def load(self, today: date | None = None) -> Case:
        """The case. Raises FactsError with every problem of the row, each with sheet, row and column."""
        found: tuple[Problem, ...] = ()
        if self.facts or not self.problems:
            try:
                case = load(self.facts, today=today)
            except FactsError as error:
                found = error.problems
            else:
                if not self.problems:
                    return case
        raise FactsError((*self.problems, *map(self.at_its_cell, found)))

    @told
    def at_its_cell(self, problem: Problem) -> Problem:
        """``problem`` with the cell it is about; of what has no cell, the row and the name of what it is.

        An empty list is written 无 in a cell, and its hint says so.
        """
        place, problem = problem.place, replace(problem, hint=_EMPTY_LIST.sub("“无”", problem.hint))
        if not place and problem.rule.startswith("batch."):
            return problem
        for end in range(len(place), 0, -1):
            if found := self.cells.get(place[:end]):
                rest = "" if end == len(place) or found.endswith("列") else f"“{_labels(self.facts, place, end)}”"
                return replace(problem, written=f"{found}{rest}", line=None)
        said = f"“{_labels(self.facts, place, 0)}”" if place else ""
        return replace(problem, written=f"{self.here}{said}", line=None)

    def __repr__(self) -> str:
        return f"<TableRow {self.here}>"


def _labels(facts: Mapping[str, object], place: Place, start: int) -> str:
    """A place as a heading would name it, 债务1.欠款.本金, without its first ``start`` steps."""
    words: list[str] = []
    for end in range(start + 1, len(place) + 1):
        step = place[end - 1]
        if isinstance(step, int):
            words[-1:] = [f"{words[-1] if words else ''}{step + 1}"]
        else:
            words.append(locate(facts, place[:end]).label)
    return ".".join(words)
