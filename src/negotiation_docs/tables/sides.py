"""The sheets beside the first: entries of a list, such as 债务, each with the borrower it belongs to.

They wait in a private database of SQLite, in memory while it is small and else in a file without a name, so that a
large table needs no more memory than a small one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from msgspec import Struct, json

from negotiation_docs.errors import Place, Problem
from negotiation_docs.tables.filling import Entry


class Side(Struct, frozen=True):
    """One entry: the list it belongs to, its facts and their cells (places within the entry), and what is wrong."""

    owner: str
    place: Place
    entry: Entry


class Sides:
    """All entries by the key of their borrower."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._base.executescript(
            "CREATE TABLE side (owner TEXT, entry BLOB, used INTEGER DEFAULT 0); CREATE INDEX by_owner ON side (owner);"
        )

    def close(self) -> None:
        """Give the database back; there is nothing to be asked for afterwards."""
        self._base.close()

    def add(self, sides: Iterator[Side]) -> None:
        """Keep the entries until their borrower comes."""
        self._base.execute("BEGIN")
        self._base.executemany(
            "INSERT INTO side (owner, entry) VALUES (?, ?)", ((one.owner, _packed(one)) for one in sides)
        )
        self._base.execute("COMMIT")

    def of(self, owner: str) -> list[Side]:
        """The entries of a borrower, in their order."""
        rows = self._base.execute("SELECT entry FROM side WHERE owner = ? ORDER BY rowid", (owner,)).fetchall()
        if rows:
            self._base.execute("UPDATE side SET used = 1 WHERE owner = ?", (owner,))
        return [_unpacked(row[0]) for row in rows]

    def left(self) -> Iterator[Side]:
        """The entries whose borrower never came."""
        for (entry,) in self._base.execute("SELECT entry FROM side WHERE used = 0 ORDER BY rowid"):
            yield _unpacked(entry)


def _packed(side: Side) -> bytes:
    return json.encode((side.owner, side.place, side.entry.facts, [*side.entry.cells.items()], side.entry.here,
                        side.entry.problems))  # fmt: skip


def _unpacked(data: bytes) -> Side:
    owner, place, facts, cells, here, problems = json.decode(
        data, type=tuple[str, tuple[str | int, ...], dict[str, object], list[tuple[tuple[str | int, ...], str]], str,
                         tuple[Problem, ...]]
    )  # fmt: skip
    return Side(owner, place, Entry(facts, dict(cells), here, problems))
