"""The same files from processes, threads, a stranger's executor, and one that loses its workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.batch import flow
from negotiation_docs.batch.crew import Crew
from negotiation_docs.batch.working import work
from tests.make.crowd import crowd, named

ROOT = Path(__file__).parents[2]
POISON = "何以安"


class Elsewhere(Executor):
    """An executor on another machine, which can write nothing here."""

    def submit(self, function, task, /):
        assert task.root is None
        future: Future = Future()
        future.set_result(function(task))
        return future


class Frail(Crew):
    """A crew whose worker dies of one case, and of another once."""

    def __init__(self, often: int = 100) -> None:
        super().__init__(ThreadPoolExecutor(1), 3)
        self.often, self.tasks = often, 0

    def submit(self, task, then) -> None:
        self.tasks += 1
        future: Future = Future()
        poisoned = any(entry.source["borrower"]["name"] == POISON for entry in task.entries)
        if poisoned and self.often:
            self.often -= 1
            future.set_exception(RuntimeError("worker lost"))
        else:
            future.set_result(work(task))
        future.add_done_callback(then)


def letters(cases, **choices) -> list[nd.Made]:
    return list(nd.render_many(cases, ["hardship_letter"], formats=["docx"], **choices))


def test_processes_of_our_own_give_the_bytes_that_threads_give_and_a_process_that_dies_is_replaced(out):
    run = nd.render_many(crowd(8), ["hardship_letter"], formats=["docx"], out=out, workers=1, chunk=1)
    first = next(run)
    (worker,) = _children()
    os.kill(worker, signal.SIGKILL)
    made = [first, *run]
    with ThreadPoolExecutor(2) as threads:
        wanted = letters(crowd(8), executor=threads)
    assert [one.state for one in made] == ["made"] * 8
    assert [(out / one.path).read_bytes() for one in made] == [one.data for one in wanted]
    assert not _children(), "the processes are gone when the run is over"


def _children() -> list[int]:
    return [child.pid for child in multiprocessing.active_children()]


def test_an_executor_elsewhere_gives_the_bytes_back_and_the_files_are_written_here(out):
    made = letters(crowd(3), executor=Elsewhere(), out=out)
    assert [one.state for one in made] == ["made"] * 3
    assert all(one.data is None and (out / one.path).stat().st_size == one.size for one in made)
    assert [one.state for one in letters(crowd(3), executor=Elsewhere(), out=out)] == ["kept"] * 3


@pytest.mark.parametrize("size", [1, 3, 5])
def test_a_case_that_kills_its_worker_every_time_is_found_and_costs_no_other(monkeypatch, size):
    crew = Frail()
    monkeypatch.setattr("negotiation_docs.batch.many.crew", lambda *_: crew)
    cases = [*crowd(2), named(POISON), *crowd(2)]
    made = letters(cases, chunk=size)
    assert [one.state for one in made] == ["made", "made", "failed", "made", "made"]
    assert made[2].problems[0].rule == "batch.lost"
    assert crew.tasks < 12


def test_cases_that_were_lost_with_a_worker_are_simply_done_again(monkeypatch, out):
    monkeypatch.setattr("negotiation_docs.batch.many.crew", lambda *_: Frail(2))
    made = letters([*crowd(2), named(POISON)], chunk=2, out=out)
    assert [one.state for one in made] == ["made"] * 3


def test_an_executor_of_somebody_else_that_broke_ends_the_run_and_what_was_done_stays_done(out, many):
    class Breaks(Elsewhere):
        left = 2

        def submit(self, function, task, /):
            self.left -= 1
            if self.left < 0:
                raise BrokenExecutor
            return super().submit(function, task)

    run = nd.render_many(crowd(6), ["hardship_letter"], formats=["docx"], out=out, executor=Breaks(), chunk=1)
    with pytest.raises(BrokenExecutor):
        list(run)
    assert [one.state for one in many(crowd(6))].count("kept") >= 1


def test_a_cluster_whose_client_has_given_up_ends_the_run_instead_of_waiting_for_ever(monkeypatch, out, many):
    class Client:
        status = "running"

        def get_executor(self, **_: object) -> Executor:
            return self

        def submit(self, function, task):
            done: Future = Future()
            if self.status == "running":
                done.set_result(function(task))
            self.status = "closed"
            return done

    monkeypatch.setattr(flow, "_LOOK", 0.05)
    run = nd.render_many(crowd(5), ["hardship_letter"], formats=["docx"], out=out, executor=Client(), chunk=1)
    assert next(run).state == "made"
    with pytest.raises(nd.OutputError, match="调度器的连接断了"):
        list(run)
    assert [one.state for one in many(crowd(5))] == ["kept", *["made"] * 4]


def test_a_script_that_each_process_would_run_again_is_told_what_to_write(tmp_path):
    script = tmp_path / "unguarded.py"
    script.write_text(
        "import negotiation_docs as nd\nlist(nd.render_many([{'borrower': 1}], out='out', workers=1))\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, script.name]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "if __name__ == '__main__'" in ended.stderr.splitlines()[-1]
