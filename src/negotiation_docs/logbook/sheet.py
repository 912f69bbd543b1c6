"""``contact_log``: the talks of a case as a table, saved as CSV or XLSX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError, Problem, quoted
from negotiation_docs.facts import Case, Contact
from negotiation_docs.facts.seal import Seal
from negotiation_docs.files import content, write
from negotiation_docs.logbook.columns import DEBT, FIELDS, HEADING, PARTED, SEALED, SEALS, cell
from negotiation_docs.logbook.seals import seals
from negotiation_docs.notebook import table
from negotiation_docs.writers.sheets import from_csv, from_xlsx, to_csv, to_xlsx

_SEAL: Final = re.compile(r"(?P<name>.+)=(?P<sum>[0-9a-f]{64})")
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TITLE: Final = "沟通记录"


class ContactLog(Struct, frozen=True):
    """The talks as ``rows`` of text below their heading; ``problems`` tell of files that changed or are not there.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> log = nd.contact_log(case)
    >>> log.rows[0][:4], len(log.rows) - 1
    (('债务', '时间', '方向', '接听人'), 2)
    """

    rows: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]

    def to_csv(self) -> bytes:
        """The table as CSV: UTF-8 with a byte order mark; no cell is taken for a formula."""
        return to_csv(self.rows)

    def to_xlsx(self) -> bytes:
        """The table as XLSX; every cell is text. Raises OutputError without the extra ``sheets``."""
        return to_xlsx(self.rows, _TITLE)

    @told
    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Writes the table by its suffix, ``.csv`` or ``.xlsx``, for its owner only. Raises OutputError."""
        path = Path(path)
        makes: Mapping[str, Callable[[], bytes]] = {".csv": self.to_csv, ".xlsx": self.to_xlsx}
        make = makes.get(path.suffix.lower())
        if make is None:
            raise OutputError(f"沟通记录保存为 .csv 或 .xlsx，不能是{quoted(path.suffix)}")
        return write(path, make(), overwrite=overwrite)

    def __repr__(self) -> str:
        """Without words, which are personal data."""
        return f"<ContactLog, {len(self.rows) - 1} talks>"

    def _repr_html_(self) -> str:
        return table("l" * len(HEADING), self.rows[0], list(self.rows[1:]))


@told
def contact_log(
    case: Case, debt: str | None = None, *, taken: date | None = None, before: str | Path | None = None
) -> ContactLog:
    """The talks of ``case`` (of ``debt``, by its id) in order of time, for oneself: nothing is masked.

    With ``taken``, the day of today, each file kept of a talk (``attachments``, below the folder of the case file) is
    read and stands with its SHA-256 and the day. The checksums in the case file stay, and those of ``before``, the log
    saved last time: a file that has changed since is an error among the ``problems``, one that is not there a warning.
    Raises FactsError if there is no such debt, OutputError if ``before`` cannot be read.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.contact_log(case).save("沟通记录.csv").name
    '沟通记录.csv'
    """
    known = {} if before is None else dict(_known(rows_of(before)))
    rows: list[tuple[str, ...]] = [HEADING]
    problems: list[Problem] = []
    for one in case.debts if debt is None else (case.debt(debt),):
        own = {name: seal for (owner, name), seal in known.items() if owner == one.id}
        own |= {seal.file: seal for contact in one.contacts for seal in contact.seals}
        found: Mapping[str, Seal] = own
        if taken is not None:
            found, wrong = seals(case, one, taken, own)
            problems += wrong
        rows += (
            (one.id, *(cell(contact, name) for name in FIELDS), *_sealed(contact, found))
            for contact in sorted(one.contacts, key=lambda each: each.moment)
        )
    return ContactLog(tuple(rows), tuple(problems))


def rows_of(path: str | Path) -> list[list[str]]:
    """The rows of a table by its suffix. Raises OutputError."""
    path = Path(path)
    reads: Mapping[str, Callable[[bytes], list[list[str]]]] = {".csv": from_csv, ".xlsx": from_xlsx}
    read = reads.get(path.suffix.lower())
    if read is None:
        raise OutputError(f"沟通记录的表格是 .csv 或 .xlsx，不是{quoted(path.suffix)}")
    return read(content(path, "沟通记录表格"))


def _sealed(contact: Contact, found: Mapping[str, Seal]) -> tuple[str, str]:
    own = [(name, found[name]) for name in contact.attachments if name in found]
    sums = PARTED.join(f"{name}={seal.sha256}" for name, seal in own)
    return sums, PARTED.join(seal.taken.isoformat() for _, seal in own)


def _known(rows: list[list[str]]) -> Iterator[tuple[tuple[str, str], Seal]]:
    """The checksums in a table: (debt, file) → seal."""
    head = [each.strip() for each in rows[0]] if rows else []
    if not {DEBT, SEALS, SEALED} <= set(head):
        return
    places = [head.index(name) for name in (DEBT, SEALS, SEALED)]
    for row in rows[1:]:
        padded = [*row, *[""] * len(head)]
        debt, sums, days = (padded[place].strip() for place in places)
        yield from (((debt, seal.file), seal) for seal in sealed(sums, days))


def sealed(sums: str, days: str) -> Iterator[Seal]:
    """The checksums of the two cells of a row."""
    for one, day in zip(sums.split(PARTED), days.split(PARTED), strict=False):
        seal, when = _SEAL.fullmatch(one.strip()), _day(day.strip())
        if seal and when:
            yield Seal(file=seal["name"], sha256=seal["sum"], taken=when)


def _day(text: str) -> date | None:
    try:
        return date(*map(int, re.split("[-/]", text)))
    except (ValueError, TypeError, OverflowError):
        return None
