"""A shard of a mailing: some hundred cases, whose letters one worker binds into files for a printer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct, json
from msgspec.structs import replace

from negotiation_docs.batch.entry import Entry
from negotiation_docs.batch.made import Answer, Made
from negotiation_docs.batch.order import Order
from negotiation_docs.batch.working import Making, broken, papers
from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.document import Document, look_named
from negotiation_docs.interruption import let_through
from negotiation_docs.outlook import goes
from negotiation_docs.preparing import prepare
from negotiation_docs.writers.binding import Binder

TITLE: Final = "信件"
"""The title of every file; holds no fact."""
SUFFIXES: Final = (".pdf", ".json")


class Bound(Struct, frozen=True):
    """What became of a shard: its files by name, and an answer for each case."""

    files: tuple[tuple[str, bytes], ...]
    answers: tuple[Answer, ...]


class Shard(Struct, frozen=True):
    """The cases of one shard, with answers for those that were none, and its ``number`` in the mailing (from 1).

    ``most`` letters lie in a file.
    """

    order: Order
    number: int
    entries: tuple[Entry, ...]
    answers: tuple[Answer, ...]
    most: int

    def run(self) -> Bound:
        """Make its letters and bind them."""
        prepare()
        binding = _Binding(self)
        answers = [binding.answer(entry) for entry in self.entries]
        binding.close()
        found = sorted([*self.answers, *answers], key=lambda one: one.number)
        return Bound(tuple(binding.files), tuple(found))

    def name(self, part: int) -> str:
        """The file of a part (from 1) without its suffix; tells nobody's name."""
        return f"letters-{self.number:04}" + (f"-{part}" if part > 1 else "")


class _Binding:
    """The files of a shard as they grow."""

    def __init__(self, shard: Shard) -> None:
        self._shard, self._part = shard, 0
        self.files: list[tuple[str, bytes]] = []
        self._making = Making(shard.order, self._add, goes)
        self._own: list[Made] = []
        self._fresh()

    def answer(self, entry: Entry) -> Answer:
        """One case: its letters are in the file, or its records tell why not."""
        self._own = []
        try:
            told = papers(self._making, entry)
        except Exception as error:  # whatever it is, it concerns this case and no other
            let_through(error)
            told = broken(entry, error)
            return replace(told, made=(*self._own, *told.made))  # letters that are in the file are told
        return replace(told, made=tuple(_flat(one) for one in told.made))

    def close(self) -> None:
        """The last file is whole."""
        if self._letters:
            name = self._shard.name(self._part)
            data = self._binder.bound(TITLE)
            self.files += [(f"{name}.pdf", data), (f"{name}.json", _index(name, data, self._letters))]

    def _fresh(self) -> None:
        order = self._shard.order
        signature = order.dress.get("signature")
        self._binder = Binder(look_named(order.look), signature=signature, fonts=order.fonts)
        self._letters: list[Made] = []
        self._part += 1

    def _add(self, document: Document, kind: Kind, one: Made) -> Iterator[Made]:
        del kind
        if len(self._letters) == self._shard.most:
            self.close()
            self._fresh()
        span = self._binder.add(document.paper)
        words = hashlib.sha256(document.text.encode()).hexdigest()
        path = Path(f"{self._shard.name(self._part)}.pdf")
        made = replace(one, state="made", format="pdf", path=path, page=span.first, pages=span.pages, sha256=words)
        self._letters.append(made)
        self._own.append(made)
        yield made


def _flat(one: Made) -> Made:
    """A letter lies in the file of its shard and in no folder of its case."""
    return one if one.path is None else replace(one, path=Path(one.path.name))


def _index(name: str, data: bytes, letters: list[Made]) -> bytes:
    """What a printer needs to know of a file: where each letter is, and what to check it by; no fact."""
    rows = [
        {
            "case": one.case, "debt": one.debt, "kind": one.kind, "lang": one.lang, "page": one.page,
            "pages": one.pages, "sha256": one.sha256,
        }
        for one in letters
    ]  # fmt: skip
    told = {"file": f"{name}.pdf", "sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "letters": rows}
    return json.format(json.encode(told), indent=1) + b"\n"
