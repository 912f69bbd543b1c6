"""``mail_house``: the letters of any number of cases, bound into files for a printer."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import ExitStack, closing
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from msgspec.structs import replace

from negotiation_docs.arguments import told
from negotiation_docs.batch.crew import Crew, DaskClient, crew
from negotiation_docs.batch.entry import Entry, entries
from negotiation_docs.batch.made import Answer, Made, failure, problem
from negotiation_docs.batch.manifest import Manifest, repeated
from negotiation_docs.batch.order import Order, made_with, order
from negotiation_docs.batch.shard import Bound, Shard
from negotiation_docs.batch.shelving import Shelf, stale
from negotiation_docs.errors import ArgumentError
from negotiation_docs.facts.values.days import today as day_in_beijing
from negotiation_docs.files import Fonts, Given
from negotiation_docs.names import KindName, Language, LookName, Stop

SHARD: Final = 500
_LOOK: Final = 2.0
"""Seconds after which to see whether anybody is still at work."""
_TRIES: Final = 2
"""How often a shard is handed to a worker that dies of it."""


@told
def mail_house(  # noqa: PLR0913 - the public face: each is a choice of the caller, by name
    cases: Iterable[object],
    kinds: Sequence[KindName | str] | None = None,
    lang: Language = "zh",
    *,
    out: str | Path,
    executor: Executor | DaskClient | None = None,
    workers: int | None = None,
    shard: int = SHARD,
    overwrite: bool = False,
    look: LookName = "personal",
    signature: Given | None = None,
    fonts: Fonts | None = None,
    templates: str | Path | None = None,
    acknowledge: Collection[Stop] = (),
    today: date | None = None,
) -> Generator[Made, None, None]:
    """The letters of ``cases`` in PDF files for a printer, one record (:class:`Made`) for each letter, lazily.

    ``letters-0001.pdf`` below ``out`` holds the letters of the first ``shard`` cases, ``shard`` letters at most (more
    lie in ``letters-0001-2.pdf``): each begins on an odd page, all share their fonts, and each looks as its own file
    would. ``letters-0001.json`` tells of every letter the key of its case, the id of its debt, kind, first page, pages
    and the SHA-256 of its words (``Document.text`` in UTF-8), and the SHA-256 of the file. By default (``kinds``) the
    letters are what is ready, due and goes to the creditor.

    Cases and what is wrong with them are as for :func:`render_many`, and so is all else. A second run makes the shards
    that are missing or have changed. Raises TemplateError for an unknown kind, OutputError for what cannot be used.

    >>> import negotiation_docs as nd
    >>> made = nd.mail_house(["examples/zhou.yaml"], ["hardship_letter"], out="letters", workers=1)
    >>> [(one.state, str(one.path), one.page) for one in made]
    [('made', 'letters-0001.pdf', 1)]
    """
    for name, number in (("shard", shard), ("workers", workers)):
        if number is not None and number < 1:
            raise ArgumentError(f"mail_house：{name} 至少是 1")
    day = today or day_in_beijing()
    chosen = order(
        kinds=kinds, lang=lang, formats=("pdf",), look=look, base=None, signature=signature, fonts=fonts,
        templates=templates, acknowledge=acknowledge, today=day,
    )  # fmt: skip
    root, tools = Path(out), made_with(chosen.templates)
    manifest = Manifest(root, chosen.digest(), tools, day.isoformat())  # locks the folder, and has its salt
    shelf = Shelf(root, chosen.digest(), tools, day.isoformat(), overwrite=overwrite)
    run = _run(cases, chosen, manifest, shelf, (executor, workers), shard)
    next(run)
    return run


def _run(  # noqa: PLR0913, PLR0917 - what a run consists of
    cases: Iterable[object], chosen: Order, manifest: Manifest, shelf: Shelf,
    hands: tuple[Executor | DaskClient | None, int | None], most: int,
) -> Generator[Made, None, None]:  # fmt: skip
    with ExitStack() as held:
        held.callback(manifest.close)
        yield Made(0, "", "noted")
        workers = crew(*hands)
        press = _Press(_shards(_once(entries(cases, manifest.salt)), chosen, most), workers, shelf)
        held.callback(press.close)
        yield from press


def _once(slots: Iterator[Entry | Answer]) -> Iterator[Entry | Answer]:
    """Every case once: nobody is sent the same letter twice. The keys lie on the disk, however many they are."""
    with closing(sqlite3.connect("")) as base:
        base.execute("CREATE TABLE seen (key TEXT COLLATE NOCASE PRIMARY KEY, digest TEXT) WITHOUT ROWID")
        for slot in slots:
            if isinstance(slot, Answer):
                yield slot
                continue
            row = base.execute("SELECT digest FROM seen WHERE key = ?", (slot.key,)).fetchone()
            if row is None:
                base.execute("INSERT INTO seen VALUES (?, ?)", (slot.key, slot.digest))
            yield slot if row is None else repeated(slot, "same" if row[0] == slot.digest else "other")


def _shards(slots: Iterator[Entry | Answer], chosen: Order, most: int) -> Iterator[Shard]:
    """Every ``most`` cases; which they are depends on nothing but their order."""
    number = 0
    while taken := list(islice(slots, most)):
        number += 1
        own = tuple(slot for slot in taken if isinstance(slot, Entry))
        yield Shard(chosen, number, own, tuple(slot for slot in taken if isinstance(slot, Answer)), most)


class _Press:
    """Shards out to the crew and their files into the folder, with never more than a window of them in memory."""

    def __init__(self, shards: Iterator[Shard], workers: Crew, shelf: Shelf) -> None:
        self._shards, self._crew, self._shelf = shards, workers, shelf
        self._sent: dict[int, tuple[Shard, int]] = {}
        self._back: SimpleQueue[tuple[int, Future[Bound]]] = SimpleQueue()
        self._lost: deque[tuple[Shard, int]] = deque()
        self._last: tuple[int, int, str] = (0, 0, "")

    def __iter__(self) -> Iterator[Made]:
        """The records of a shard as soon as its files are there."""
        more = True
        while more or self._sent or self._lost:
            if self._lost and not self._sent:
                self._send(*self._lost.popleft())
            elif more and not self._lost and len(self._sent) < self._crew.most:
                shard = next(self._shards, None)
                more = shard is not None
                if shard is not None:
                    yield from self._begin(shard)
            else:
                yield from self._settle()
        number, case_number, case = self._last
        for name in self._shelf.beyond(number):
            if name.endswith(".pdf"):
                yield stale(case_number, case, name)

    def close(self) -> None:
        """Let the crew go, and write what has come back meanwhile, so that it need not be made again."""
        self._crew.close()
        while not self._back.empty():
            for _ in self._settle():
                pass

    def _begin(self, shard: Shard) -> Iterator[Made]:
        known = [(one.number, one.key) for one in shard.entries]
        known += [(one.number, one.made[0].case) for one in shard.answers]
        self._last = (shard.number, *max(known))
        found = self._shelf.kept(shard)
        if found is None:
            self._send(shard, 0)
        else:
            yield from (made for one in found for made in one.made)

    def _send(self, shard: Shard, tries: int) -> None:
        self._sent[shard.number] = (shard, tries)
        self._crew.submit(shard, partial(self._came_back, shard.number))

    def _came_back(self, number: int, future: Future[Bound]) -> None:
        self._back.put((number, future))

    def _settle(self) -> Iterator[Made]:
        try:
            number, future = self._back.get(timeout=_LOOK)
        except Empty:
            self._crew.look()
            return
        shard, tries = self._sent.pop(number)
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, BrokenExecutor) and not self._crew.renews:
            raise error
        if error is None:
            answers = self._shelf.put(shard, future.result())
        elif tries + 1 < _TRIES:
            self._lost.append((shard, tries + 1))
            return
        else:
            answers = tuple(_given_up(shard, error))
        yield from (made for one in answers for made in one.made)


def _given_up(shard: Shard, error: BaseException) -> Iterator[Answer]:
    """A shard that takes every worker with it: render_many finds the case that does it."""
    message = f"生成这一批（{shard.name(1)}）的进程每次都中断（{type(error).__name__}）"
    found = problem("lost", message, "请把 shard 改小再运行，看内存够不够；或者用 render_many 找出是哪个案件")
    yield from shard.answers
    for entry in shard.entries:
        yield replace(failure(entry.number, entry.key, found), last=False)
