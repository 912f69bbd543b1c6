"""One borrower of a spreadsheet: the facts as a mapping, and which cell each of them stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from msgspec import Struct, field

from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.locate import locate


class Row(Struct, frozen=True):
    """``facts`` in the keys of the case file; ``cells`` names the cell of every place in it, ``here`` the row itself.

    ``key`` is what the table calls the borrower (column 编号), empty where it does not; ``problems`` are what the
    table itself has wrong. Never shows a fact in its ``repr``.
    """

    key: str
    facts: Mapping[str, object]
    cells: Mapping[Place, str] = field(default_factory=dict)
    here: str = ""
    problems: tuple[Problem, ...] = ()

    def load(self, today: date | None = None) -> Case:
        """The case. Raises FactsError with every problem of the row, each with sheet, row and column."""
        try:
            case = load(self.facts, today=today)
        except FactsError as error:
            found = error.problems
        else:
            if not self.problems:
                return case
            found = ()
        raise FactsError((*self.problems, *(self.at_its_cell(problem) for problem in found)))

    def at_its_cell(self, problem: Problem) -> Problem:
        """``problem`` with the cell it is about; of what has no column the row, and the name of what it is."""
        place = problem.place
        for end in range(len(place), 0, -1):
            if cell := self.cells.get(place[:end]):
                return replace(problem, written=cell)
        spot = locate(self.facts, place) if place else None
        return replace(problem, written=f"{self.here}“{spot.label}”" if spot else self.here)

    def __repr__(self) -> str:
        return f"<Row {self.here}>"
