"""Who does the work: processes of our own, or whatever executor is handed in; Dask's client too."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, Final, Protocol, TypeVar, runtime_checkable

from negotiation_docs.errors import OutputError
from negotiation_docs.preparing import prepare

ELSEWHERE: Final = 32
"""Tasks that are on their way where nobody says how many workers there are."""

_STILLBORN: Final = 2
_NO_PROCESS: Final = (
    "工作进程无法启动；自己的脚本要把调用写在 if __name__ == '__main__': 里面（每个进程都会重新读一遍脚本），"
    "或者用 executor=ThreadPoolExecutor()"
)


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Work(Protocol[T_co]):
    """What a worker is handed: it travels to another process, and never raises there."""

    def run(self) -> T_co:
        """Do it."""
        ...


@runtime_checkable
class DaskClient(Protocol):
    """What is used of ``distributed.Client``: it makes an executor of itself."""

    def get_executor(self, **settings: object) -> Executor:
        """An executor over the workers of the cluster."""
        ...


class Crew:
    """Takes tasks. ``at_hand``: it works on this machine and in this folder, so that it can write the files itself."""

    at_hand = False
    renews = False

    def __init__(self, executor: Executor, most: int) -> None:
        self._executor, self.most = executor, most

    def submit(self, task: Work[T], then: Callable[[Future[T]], None]) -> None:
        """Hand a task over; ``then`` is called with its future, from any thread. Raises BrokenExecutor."""
        self._executor.submit(_done, task).add_done_callback(then)

    def look(self) -> None:
        """Raises OutputError if nothing that is on its way will ever come back."""

    def close(self) -> None:
        """Leave: what belongs to somebody else goes on living."""


class _AtHand(Crew):
    at_hand = True


class _Cluster(Crew):
    """The workers of a cluster; its client gives up by itself when the scheduler stays away."""

    def __init__(self, client: Any, workers: int | None) -> None:  # noqa: ANN401 - a type of Dask
        self._client = client
        super().__init__(client.get_executor(pure=False), workers or _threads(client))

    def submit(self, task: Work[T], then: Callable[[Future[T]], None]) -> None:
        try:
            super().submit(task, then)
        except Exception:
            self.look()
            raise

    def look(self) -> None:
        if getattr(self._client, "status", "running") in ("closing", "closed"):
            raise OutputError("和 Dask 调度器的连接断了；已经生成的都保留着，连上以后再运行一次，就接着做")


class _Own(Crew):
    """Processes of our own, fresh ones if one dies."""

    at_hand = renews = True

    def __init__(self, workers: int) -> None:
        self._workers, self._unborn = workers, 0
        super().__init__(self._pool(), 2 * workers)

    def submit(self, task: Work[T], then: Callable[[Future[T]], None]) -> None:
        try:
            super().submit(task, then)
        except BrokenExecutor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._unborn = self._unborn + 1 if self._first.exception() else 0
            if self._unborn == _STILLBORN:
                raise OutputError(_NO_PROCESS) from None
            self._executor = self._pool()
            super().submit(task, then)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self._workers, mp_context=spawn, initializer=_begin)
        self._first = pool.submit(os.getpid)  # comes back if a process can be started at all
        return pool


def crew(executor: Executor | DaskClient | None, workers: int | None) -> Crew:
    """The crew: own processes (``workers`` of them, else one a core) unless there is an ``executor``."""
    if executor is None:
        return _Own(workers or os.cpu_count() or 1)
    if not isinstance(executor, Executor):
        return _Cluster(executor, workers)
    if isinstance(executor, ProcessPoolExecutor | ThreadPoolExecutor):
        return _AtHand(executor, 2 * (workers or executor._max_workers))  # type: ignore[union-attr]
    return Crew(executor, workers or ELSEWHERE)


def _done(task: Work[T]) -> T:
    return task.run()


def _threads(client: Any) -> int:  # noqa: ANN401 - a type of Dask
    """Twice the threads of a cluster as it is now, which may still grow."""
    with contextlib.suppress(Exception):
        return max(2 * int(sum(client.nthreads().values())), 8)
    return ELSEWHERE


def _begin() -> None:
    """A process of our own: ready before the first task, deaf to Ctrl-C, gone when the one that started it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, daemon=True).start()
    prepare(freeze=True)


def _watch() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
