"""What a process and those it started take: memory and processor time."""

from __future__ import annotations

import threading
from time import process_time

import psutil

_EVERY = 0.2


class Watched:
    """The most memory in MB, and the processor time in seconds, of this process and of its children."""

    def __enter__(self) -> Watched:
        self.here = self.worker = 0.0
        self._spent: dict[int, float] = {}
        self.ready()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def ready(self) -> None:
        """All that was spent until now was spent on getting ready."""
        self._early = process_time(), sum(self._spent.values())

    def spent(self) -> tuple[float, float]:
        """Seconds of processor time since ``ready``, of this process and of its children."""
        own, theirs = self._early
        return process_time() - own, sum(self._spent.values()) - theirs

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._over.wait(_EVERY):
            self.here = max(self.here, own.memory_info().rss / 1e6)
            for child in own.children(recursive=True):
                try:
                    self.worker = max(self.worker, child.memory_info().rss / 1e6)
                    times = child.cpu_times()
                    self._spent[child.pid] = times.user + times.system
                except psutil.Error:
                    continue
