"""The run: cases in, tasks out to the crew, answers back, with never more than a window of them in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future
from functools import partial
from queue import Empty, SimpleQueue
from typing import Final

from negotiation_docs.batch.crew import Crew
from negotiation_docs.batch.entry import Entry
from negotiation_docs.batch.keeping import Before, put
from negotiation_docs.batch.made import Answer, Made
from negotiation_docs.batch.manifest import Manifest, repeated
from negotiation_docs.batch.order import Order
from negotiation_docs.batch.sent import Sent
from negotiation_docs.batch.working import Task

_LOOK: Final = 2.0
"""Seconds after which to see whether anybody is still at work."""
_AHEAD: Final = 4
"""Windows of answers that wait for an earlier one, where the order is kept."""


class Flow:
    """One run of ``render_many``; to be gone through once, and closed."""

    def __init__(  # noqa: PLR0913 - what a run consists of
        self, slots: Iterator[Entry | Answer], order: Order, crew: Crew, manifest: Manifest | None,
        *, chunk: int, ordered: bool, overwrite: bool,
    ) -> None:  # fmt: skip
        self._slots, self._order, self._crew, self._manifest = slots, order, crew, manifest
        self._size, self._ordered, self._overwrite = chunk, ordered, overwrite
        self._chunk: list[Entry] = []
        self._before: dict[str, Before] = {}
        self._sent: dict[int, Sent] = {}
        self._lost: deque[Sent] = deque()
        self._back: SimpleQueue[tuple[int, Future[tuple[Answer, ...]]]] = SimpleQueue()
        self._answers: dict[int, Answer] = {}
        self._pulled = self._given = self._tickets = 0
        self._more = True

    def __iter__(self) -> Iterator[Made]:
        """Every record, as soon as it may be given."""
        while True:
            while not self._back.empty():
                self._settle()
            if self._may_pull():
                self._pull()
            elif self._sent:
                self._settle()
            elif self._lost:
                self._send(self._lost.popleft())
            elif self._chunk:
                self._send_chunk()
            elif not self._more:
                break
            yield from self._due()
        yield from self._due()

    def close(self) -> None:
        """Let the crew go, and enter what has come back meanwhile, so that it need not be done again."""
        self._crew.close()
        while not self._back.empty():
            self._settle()

    def _may_pull(self) -> bool:
        waiting = self._pulled - self._given
        return (
            self._more
            and not self._lost
            and len(self._sent) < self._crew.most
            and (not self._ordered or waiting < _AHEAD * self._crew.most * self._size)
        )

    def _pull(self) -> None:
        slot = next(self._slots, None)
        if slot is None:
            self._more = False
            if self._chunk:
                self._send_chunk()
            return
        self._pulled += 1
        ready = slot if isinstance(slot, Answer) else self._known(slot)
        if ready is not None:
            self._answers[ready.number] = ready
        elif isinstance(slot, Entry):
            self._chunk.append(slot)
            if len(self._chunk) == self._size:
                self._send_chunk()

    def _known(self, entry: Entry) -> Answer | None:
        """The answer to a case that needs no worker."""
        if self._manifest is None:
            return None
        if any(one.key.casefold() == entry.key.casefold() for one in self._chunk):
            self._send_chunk()  # so that the manifest knows of it
        found = self._manifest.find(entry)
        if found.twice:
            return repeated(entry, found.twice)
        if found.kept is None:
            self._before[entry.key] = found.before
            return None
        return entry.again(found.kept)

    def _send_chunk(self) -> None:
        if self._manifest is not None:
            self._manifest.begin(self._chunk)
        sent = Sent(tuple(self._chunk), self._before)
        self._chunk, self._before = [], {}
        self._send(sent)

    def _send(self, sent: Sent) -> None:
        root = self._manifest.root if self._manifest is not None and self._crew.at_hand else None
        self._tickets += 1
        task = Task(self._order, sent.entries, root, sent.before, self._overwrite)
        self._sent[self._tickets] = sent
        self._crew.submit(task, partial(self._came_back, self._tickets))

    def _came_back(self, ticket: int, future: Future[tuple[Answer, ...]]) -> None:
        self._back.put((ticket, future))

    def _settle(self) -> None:
        try:
            ticket, future = self._back.get(timeout=_LOOK)
        except Empty:
            self._crew.look()
            return
        sent = self._sent.pop(ticket)
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._take(sent, future.result())
        elif isinstance(error, BrokenExecutor) and not self._crew.renews:
            raise error
        else:
            again = sent.again()
            self._lost.extend(again)
            if not again:
                answer = sent.given_up(error)
                self._answers[answer.number] = answer

    def _take(self, sent: Sent, answers: tuple[Answer, ...]) -> None:
        by_number = {one.number: one for one in sent.entries}
        if self._manifest is not None:
            if not self._crew.at_hand:
                root = self._manifest.root
                ours = [sent.before.get(by_number[one.number].key, Before()) for one in answers]
                answers = tuple(
                    put(root, one, before, overwrite=self._overwrite) for one, before in zip(answers, ours, strict=True)
                )
            answers = self._manifest.end(by_number, answers)
        self._answers.update({one.number: one for one in answers})

    def _due(self) -> Iterator[Made]:
        """What may be given now: all there is, or what is next in the order of the cases."""
        while self._answers:
            number = self._given + 1 if self._ordered else next(iter(self._answers))
            if number not in self._answers:
                break
            self._given += 1
            yield from self._answers.pop(number).made
