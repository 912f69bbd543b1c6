"""Cases on their way to a worker, and what to do if it is lost with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.batch.entry import Entry
from negotiation_docs.batch.keeping import Before
from negotiation_docs.batch.made import Answer, failure, problem

_TRIES: Final = 2


class Sent(Struct, frozen=True):
    """Cases on their way. ``tries``: how often they were sent alone, with nothing else on its way, and lost."""

    entries: tuple[Entry, ...]
    before: Mapping[str, Before]
    alone: bool = False
    tries: int = 0

    def again(self) -> tuple[Sent, ...]:
        """What to send, each with nothing else on its way, to find the case that did it; nothing when it is found."""
        before = {key: replace(one, killed=True) for key, one in self.before.items()}
        if not self.alone:
            return (Sent(self.entries, before, alone=True),)
        if len(self.entries) > 1:
            return tuple(Sent((one,), before, alone=True) for one in self.entries)
        return (replace(self, before=before, tries=self.tries + 1),) if self.tries + 1 < _TRIES else ()

    def given_up(self, error: BaseException) -> Answer:
        """The answer for the case that takes every worker with it."""
        (entry,) = self.entries
        message = f"处理这个案件的进程每次都中断（{type(error).__name__}）"
        found = problem("lost", message, "请用 negotiation-docs check 单独检查这个案件，再看内存够不够")
        return failure(entry.number, entry.key, found)
