"""A batch goes on where it was, whatever stopped it, and does nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.make.cases import plain
from tests.make.crowd import crowd, named
from tests.read.some import some

ROOT = Path(__file__).parents[2]
CHILD = """
import multiprocessing, sys
import negotiation_docs as nd
from tests.make.crowd import crowd
if __name__ == "__main__":
    run = nd.render_many(crowd(12), ["hardship_letter"], formats=["docx"], out=sys.argv[1], workers=1, chunk=1)
    for one in run:
        print(one.path, *(child.pid for child in multiprocessing.active_children()), flush=True)
"""


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.docx")}


def states(made: list[nd.Made]) -> list[str]:
    return [one.state for one in made]


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux shows them")
def test_a_run_that_is_killed_in_the_middle_is_finished_by_the_next_and_nothing_is_made_twice(many, out, tmp_path):
    script = tmp_path / "child.py"
    script.write_text(CHILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    child = subprocess.Popen(
        [sys.executable, str(script), str(out)], stdout=subprocess.PIPE, text=True, env=environment
    )
    told = [child.stdout.readline().split() for _ in range(3)]
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    workers = {int(each) for each in told[0][1:]}
    begun = time.monotonic()
    while any(map(is_alive, workers)) and time.monotonic() - begun < 20:
        time.sleep(0.05)
    assert workers
    assert not any(map(is_alive, workers)), "a process of the killed run lives on"
    cases = crowd(12)
    second = many(cases)
    assert states(second).count("kept") >= 2
    assert states(second).count("made") >= 1
    assert len(second) == 12
    fresh = many(cases, out=tmp_path / "fresh")
    assert sorted(one.sha256 for one in second) == sorted(one.sha256 for one in fresh)
    assert sorted(files(out).values()) == sorted(files(tmp_path / "fresh").values())
    assert not list(out.rglob("*.part"))
    assert states(many(cases)) == ["kept"] * 12


def test_a_second_run_renders_nothing_and_tells_the_same(many, monkeypatch):
    cases = [*crowd(3), {"broken": 1}]
    first = many(cases)
    monkeypatch.setattr("negotiation_docs.batch.working.render", None)
    second = many(cases)
    assert states(second) == ["kept"] * 3 + ["failed"]
    assert [(one.number, one.case, one.path, one.sha256, one.problems) for one in second] == [
        (one.number, one.case, one.path, one.sha256, one.problems) for one in first
    ]


def test_a_changed_case_makes_only_its_own_papers_anew(many):
    keyed = [(f"K{number}", case) for number, case in enumerate(crowd(3))]
    first = many(keyed)
    keyed[1] = ("K1", named("何以安"))
    second = many(keyed)
    assert states(second) == ["kept", "made", "kept"]
    assert second[1].path == first[1].path
    assert second[1].sha256 != first[1].sha256


def test_a_case_file_that_was_edited_replaces_its_papers(many, tmp_path):
    path = tmp_path / "case.yaml"
    text = (ROOT / "examples" / "zhou.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    (old,) = many([path])
    path.write_text(text.replace("86421.37", "86400.37"), encoding="utf-8")
    (new,) = many([path])
    assert (new.state, new.path) == ("made", old.path)
    assert new.sha256 != old.sha256


def test_a_file_that_is_gone_or_damaged_is_missing_and_one_that_was_only_copied_is_not(many, out):
    made = many(crowd(3))
    (out / made[0].path).unlink()
    later = time.time() + 5
    os.utime(out / made[1].path, (later, later))
    assert states(many(crowd(3))) == ["made", "kept", "kept"]
    (out / made[2].path).write_bytes(b"")
    assert states(many(crowd(3), overwrite=True)) == ["kept", "kept", "made"]


def test_a_file_changed_under_its_old_size_and_time_is_not_taken_for_the_letter(many, out):
    (made,) = many([("A", named("沈知远"))])
    path = out / made.path
    before = path.stat()
    path.write_bytes(bytes(before.st_size))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    (again,) = many([("A", named("沈知远"))])
    assert again.state == "failed"
    assert again.problems[0].rule == "batch.in_the_way"


def test_a_file_that_somebody_edited_is_not_replaced_unasked(many, out):
    (first,) = many([("A", named("沈知远"))])
    (out / first.path).write_bytes(b"edited by hand")
    (second,) = many([("A", named("沈知近"))])
    assert second.state == "failed"
    assert second.problems[0].rule == "batch.in_the_way"
    assert (out / first.path).read_bytes() == b"edited by hand"
    (third,) = many([("A", named("沈知近"))], overwrite=True)
    assert third.state == "made"
    assert (out / third.path).read_bytes() != b"edited by hand"


def test_a_paper_that_is_no_longer_due_is_named_as_stale_and_left_where_it_is(many, out):
    first = many([("A", plain())], kinds=None)
    settled = plain()
    settled["debts"][0] |= {"settled": "2026-11-20"}
    second = many([("A", settled)], kinds=None)
    stale = [one for one in second if one.state == "stale"]
    gone = {one.path for one in first if one.path} - {one.path for one in second if one.state == "made"}
    assert {one.path for one in some(stale)} == gone
    assert all((out / path).exists() for path in gone)
    assert "过时" in stale[0].notices[0].message
    assert states(many([("A", settled)], kinds=None)).count("stale") == len(stale)
    for one in stale:
        (out / one.path).unlink()
    assert "stale" not in states(many([("A", settled)], kinds=None))


def test_another_choice_of_papers_in_the_same_folder_is_another_batch(many):
    letters = many(crowd(2))
    lists = many(crowd(2), kinds=["evidence_list"])
    assert states(letters) == states(lists) == ["made", "made"]
    assert states(many(crowd(2))) == ["kept", "kept"]
    assert states(many(crowd(2), kinds=["evidence_list"])) == ["kept", "kept"]


def test_another_look_replaces_the_files_and_going_back_makes_them_again(many, out):
    (old,) = many(crowd(1))
    (new,) = many(crowd(1), look="gb9704")
    assert (new.state, new.path) == ("made", old.path)
    assert new.sha256 != old.sha256
    (back,) = many(crowd(1))
    assert (back.state, back.sha256) == ("made", old.sha256)


def test_another_version_or_template_makes_everything_anew(many, monkeypatch):
    many(crowd(2))
    monkeypatch.setattr("negotiation_docs.batch.many.made_with", lambda _: "another version")
    assert states(many(crowd(2))) == ["made", "made"]


def test_letters_of_the_day_are_written_anew_the_next_day_and_dated_ones_are_not(many):
    undated = plain()
    del undated["dated"]
    days = [nd.load(plain()).dated.replace(day=day) for day in (21, 22)]
    cases = [("A", undated), ("B", plain())]
    assert states(many(cases, today=days[0])) == ["made", "made"]
    assert states(many(cases, today=days[0])) == ["kept", "kept"]
    assert states(many(cases, today=days[1])) == ["made", "kept"]


def test_a_key_that_comes_twice_is_told_and_an_equal_case_is_not_made_again(many):
    made = many([("A", plain()), ("a", named("沈")), ("A", plain()), ("B", plain())], chunk=4)
    assert states(made) == ["made", "failed", "noted", "made"]
    assert "前面已经用过" in made[1].problems[0].message


def test_two_runs_cannot_use_one_folder_at_once_and_the_second_loses_nothing(many, thread, out):
    run = nd.render_many(crowd(3), ["hardship_letter"], formats=["docx"], out=out, executor=thread, chunk=1)
    first = next(run)
    with pytest.raises(nd.OutputError, match="正在使用"):
        many(crowd(3))
    rest = list(run)
    assert states([first, *rest]) == ["made"] * 3
    assert states(many(crowd(3))) == ["kept"] * 3


def test_a_run_that_is_ended_early_has_kept_what_was_done(thread, many, out):
    run = nd.render_many(crowd(6), ["hardship_letter"], formats=["docx"], out=out, executor=thread, chunk=1)
    next(run)
    run.close()
    second = states(many(crowd(6)))
    assert second[0] == "kept"
    assert len(second) == 6


def test_unfinished_files_of_a_killed_run_are_cleared_away(many, out, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    (first,) = many([("A", plain())])
    monkeypatch.setattr("negotiation_docs.batch.manifest.Manifest.end", die)
    with pytest.raises(Killed):
        many([("A", named("沈知远"))])
    monkeypatch.undo()
    (out / first.path.parent / ".negotiation-docs-x.part").write_bytes(b"half")
    (second,) = many([("A", named("何以安"))])
    assert second.state == "made", "what the killed run wrote is in nobody's way"
    assert not list(out.rglob("*.part"))


def test_a_folder_that_cannot_be_used_is_told(many, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(nd.OutputError, match="无法"):
        many([plain()], out=tmp_path / "file")
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / ".batch.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(nd.OutputError, match="读不出来"):
        many([plain()], out=tmp_path / "odd")


class Gone:
    """A cluster that cannot be reached any more."""

    def get_executor(self, **_) -> Executor:
        raise ConnectionError


def test_a_folder_is_free_again_after_a_run_that_failed_to_begin_or_that_nobody_began(out, many):
    cases = crowd(1)
    failed = nd.render_many(cases, ["hardship_letter"], formats=["docx"], out=out, executor=Gone())
    with pytest.raises(ConnectionError) as kept:  # with all that its traceback holds
        next(failed)
    unread = nd.render_many(cases, ["hardship_letter"], formats=["docx"], out=out)
    unread.close()
    assert [one.state for one in many(cases)] == ["made"], kept


@pytest.mark.parametrize("given", [{"chunk": 0}, {"workers": 0}, {"workers": -1}, {"formats": ()}])
def test_a_number_that_cannot_be_is_told_before_anything_begins(out, given):
    (name,) = given
    with pytest.raises(nd.ArgumentError, match=f"render_many：{name}.*至少"):
        nd.render_many([], **{"out": out, **given})
    assert not out.exists()


def test_a_table_that_the_system_lets_grow_no_further_is_told_as_that(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(nd.OutputError, match=r"无法读写 .*超过了系统允许的文件大小"):
            nd.render_many([], out=tmp_path / "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
