"""One case on its way to a worker: its facts in a form that travels, a key without personal data, and a digest."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.batch.made import Answer, failure, problem
from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load, load_content
from negotiation_docs.facts.reading.source import read_bytes
from negotiation_docs.facts.reading.standin import copied
from negotiation_docs.facts.values.masking import echo, mask_text
from negotiation_docs.tables.row import TableRow

_ROW: Final = re.compile("(?P<sheet>(?:表“.*?”)?)第[0-9]+行")
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_\-]{0,46}[A-Za-z0-9])?")


class File(Struct, frozen=True):
    """A case file as it lies on the disk, for a worker that may be on another machine."""

    name: str
    suffix: str
    content: bytes

    def load(self, today: date) -> Case:
        """The case. Raises FactsError."""
        return load_content(self.content, self.name, self.suffix, today)


class Entry(Struct, frozen=True):
    """One case: its place in the order of the cases, its key, the digest of its facts, and the facts."""

    number: int
    key: str
    digest: str
    source: File | TableRow | Case | Mapping[str, object]

    def load(self, today: date) -> tuple[Case, bool]:
        """The case, and whether its letters bear the day of the run. Raises FactsError."""
        if isinstance(self.source, Case):
            return self.source, False
        case = self.source.load(today) if isinstance(self.source, File | TableRow) else load(self.source, today=today)
        return case, not case.is_dated

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Problems as whoever gave the case would find them: of a row of a table by the cell."""
        found = tuple(problems)
        return tuple(map(self.source.at_its_cell, found)) if isinstance(self.source, TableRow) else found

    def again(self, answer: Answer) -> Answer:
        """An answer of an earlier run, with the row where it is now."""
        if not isinstance(self.source, TableRow):
            return answer
        here = self.source.here
        made = [
            replace(one, problems=_moved(one.problems, here), notices=_moved(one.notices, here)) for one in answer.made
        ]
        return replace(answer, made=tuple(made))

    def __repr__(self) -> str:
        return f"<Entry {self.number} {self.key}>"


def entries(cases: Iterable[object], salt: bytes) -> Iterator[Entry | Answer]:
    """What is to be done, one by one as the cases come; an Answer for what is no case at all."""
    for number, given in enumerate(cases, start=1):
        name, case = given if isinstance(given, tuple) and len(given) == 2 else ("", given)
        try:
            yield _entry(number, name, case, salt)
        except FactsError as error:
            identity = f"{Path(case).absolute()}" if isinstance(case, str | PathLike) else f"{number}"
            yield failure(number, key_of(str(name), identity, salt), *error.problems)


def _entry(number: int, name: object, case: object, salt: bytes) -> Entry:
    named = str(name)
    match case:
        case Case():
            digest = _digest(case.model_dump(mode="json", exclude_unset=True))
            return Entry(number, key_of(named, digest, salt), digest, case)
        case TableRow():
            digest = _digest([case.facts, [one.message for one in case.problems]])
            return Entry(number, key_of(named or case.key, digest, salt), digest, case)
        case Mapping():
            digest = _digest(case)
            return Entry(number, key_of(named, digest, salt), digest, copied(case))  # type: ignore[arg-type]
        case str() | PathLike():
            path = Path(case)
            content = read_bytes(path)
            file = File(echo(path.name), path.suffix.lower(), content)
            return Entry(number, key_of(named, str(path.absolute()), salt), hashlib.sha256(content).hexdigest(), file)
    hint = "可以是案件文件的路径、dict、Case，或者（编号, 案件）"
    raise FactsError([problem("no_case", f"第{number}个不是案件（{type(case).__name__}）", hint)])


def _moved(problems: Iterable[Problem], here: str) -> tuple[Problem, ...]:
    """Problems of a row that may have been another row then; those of other sheets stay where they are."""
    return tuple(
        dataclasses.replace(one, written=here + one.written[found.end() :])
        if (found := _ROW.match(one.written)) and found["sheet"] == _sheet(here)
        else one
        for one in problems
    )


def _sheet(here: str) -> str | None:
    found = _ROW.match(here)
    return found["sheet"] if found else None


def key_of(name: str, identity: str, salt: bytes) -> str:
    """The key: ``name`` where it is a plain word that could be no number of a person, else a digest of the identity.

    What a digest is made of cannot be found by trying without the ``salt``, which stays in the folder of the batch.
    """
    if _PLAIN.fullmatch(name) and mask_text(name) == name:
        return name
    return hashlib.blake2b((name or identity).encode(errors="replace"), key=salt, digest_size=8).hexdigest()


def _digest(data: object) -> str:
    try:
        words = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str).encode(errors="surrogatepass")
    except (TypeError, ValueError, RecursionError):  # no case, as its reading will tell: never the same as another
        words = os.urandom(16)
    return hashlib.sha256(words).hexdigest()
