"""``batch``: many cases by one command, told in a line, a summary and a report for programs."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

import negotiation_docs as nd
from negotiation_docs.cli import progress
from negotiation_docs.cli.executors import executor
from negotiation_docs.cli.gathering import expected, files, gathered
from negotiation_docs.cli.parser import WrongCommandError
from tests.make.crowd import crowd
from tests.read.some import some
from tests.tables.conftest import HEAD, ZHOU

LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background has it ignored
from negotiation_docs.cli import console
sys.exit(console())
"""
ROOT = Path(__file__).parents[2]
SHORT = ("--executor", "threads", "--kind", "evidence_list", "--format", "docx")


@pytest.fixture
def cases(folder) -> Path:
    """A folder with three cases, one of them broken, and what is no case."""
    (folder / "cases" / "more").mkdir(parents=True)
    for name in ("zhou", "he"):
        (folder / "cases" / f"{name}.yaml").write_bytes((folder / f"{name}.yaml").read_bytes())
    (folder / "cases" / "more" / "bad.yaml").write_text("borrower: {name: }\n", encoding="utf-8")
    (folder / "cases" / ".hidden.yaml").write_text("x", encoding="utf-8")
    (folder / "cases" / "readme.txt").write_text("x", encoding="utf-8")
    return folder / "cases"


def report(out: str = "out") -> list[dict]:
    return [json.loads(line) for line in (Path(out) / "report.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_folder_of_cases_becomes_files_a_summary_and_a_report(run, cases):
    answer = run("batch", "cases", "-o", "out", *SHORT)
    assert answer.code == 1, "one case was broken"
    assert "more/bad.yaml：\n  错误 debts：缺少债务" in answer.err
    assert "3个案件：2份文件生成，1份没有生成。用时" in answer.err
    told = {one["source"]: one for one in report()}
    assert set(told) == {"zhou.yaml", "he.yaml", "more/bad.yaml"}
    assert (Path("out") / told["zhou.yaml"]["path"]).stat().st_size == told["zhou.yaml"]["size"]
    assert told["more/bad.yaml"]["state"] == "failed"
    assert told["more/bad.yaml"]["problems"][0]["severity"] == "error"
    assert all(problem["severity"] == "error" for one in some(report()) for problem in one.get("problems", ()))
    assert stat.S_IMODE((Path("out") / "report.jsonl").stat().st_mode) == 0o600


def test_the_same_command_again_makes_nothing_and_tells_all(run, cases):
    first = run("batch", "cases", "-o", "out", *SHORT)
    told = report()
    again = run("batch", "cases", "-o", "out", *SHORT)
    assert (first.code, again.code) == (1, 1)
    assert "2份已有、没有变化，1份没有生成" in again.err
    assert [one["state"] for one in report()].count("kept") == 2
    assert {one["source"] for one in told} == {one["source"] for one in report()}
    cases.rename(cases.parent / "old")
    (cases.parent / "moved").mkdir()
    (cases.parent / "old").rename(cases.parent / "moved" / "cases")
    assert "2份已有" in run("batch", "moved/cases", "-o", "out", *SHORT).err, "a folder may be moved"


def test_everything_that_is_ready_and_due_is_made_when_nothing_is_said(run, folder):
    answer = run("batch", "zhou.yaml", "-o", "out", "--executor", "threads")
    assert answer.code == 0
    made = [one for one in report() if one["state"] == "made"]
    assert {one["format"] for one in made} == {"pdf", "docx"}
    assert len({one["kind"] for one in made}) > 5
    assert any("还不能生成" in notice["message"] for notice in made[0]["notices"])


def test_a_table_is_a_source_and_its_problems_have_their_cell(run, folder):
    with Path("people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, ZHOU, ["A-2", *ZHOU[1:5], "很多", *ZHOU[6:]]])
    answer = run("batch", "people.csv", "-o", "out", *SHORT[:2], "--kind", "账目核对及联系方式函", "--format", "docx")
    assert answer.code == 1
    assert "people.csv第3行：\n  错误 第3行“债务1.本金”列" in answer.err
    assert "people.csv第2行 债务 bank1《账目核对及联系方式函》：\n  错误 第2行“借款人.手机号码”" in answer.err
    assert {one["case"] for one in report()} == {"A-1", "A-2"}


def test_a_second_csv_is_joined(run, folder):
    Path("people.csv").write_text("编号,姓名\nA-1,周启明\n", encoding="utf-8")
    Path("debts.csv").write_text(
        "借款人编号,债权人.名称,债权人.类型,本金\nA-1,示例银行,银行贷款,很多\n", encoding="utf-8"
    )
    answer = run("batch", "people.csv", "--with", "债务=debts.csv", "-o", "out", *SHORT)
    assert "表“债务”第2行“本金”列" in answer.err
    assert run("batch", "zhou.yaml", "--with", "债务=debts.csv", "-o", "out").code == 2


def test_an_empty_table_to_fill_in_is_made(run, folder):
    answer = run("batch", "--blank", "table.xlsx")
    assert (answer.code, answer.out) == (0, "table.xlsx\n")
    assert openpyxl.load_workbook("table.xlsx").sheetnames == ["借款人", "债务", "证据材料", "说明"]
    assert run("batch", "table.xlsx", "-o", "out").code == 1, "there is nobody in it"
    Path("table.xlsx").write_bytes(b"filled in")
    assert run("batch", "--blank", "table.xlsx").code == 2


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["batch", "zhou.yaml"], "-o 写到哪个文件夹"),
        (["batch", "-o", "out"], "请写明从哪里读"),
        (["batch", "letter.docx", "-o", "out"], "不是文件夹、案件文件"),
        (["batch", "zhou.yaml", "-o", "out", "--executor", "magic"], "--executor 可以写"),
        (["batch", "zhou.yaml", "-o", "out", "--kind", "hardship"], "是不是 hardship_letter"),
        (["batch", "zhou.yaml", "-o", "zhou.yaml", *SHORT], "无法"),
    ],
)
def test_a_command_that_cannot_be_meant_is_answered(run, folder, argv, said):
    answer = run(*argv)
    assert answer.code == 2
    assert said in answer.err


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    distributed = pytest.importorskip("distributed")

    def refuse(*_: object, **__: object) -> None:
        raise OSError("timed out")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(WrongCommandError, match="连不上"), executor("dask://127.0.0.1:1"):
        pass


def test_a_file_that_could_not_be_written_is_exit_code_2(run, folder):
    run("batch", "he.yaml", "-o", "out", *SHORT)
    (Path("out") / report()[0]["path"]).write_bytes(b"edited")
    answer = run("batch", "he.yaml", "-o", "out", *SHORT)
    assert answer.code == 2
    assert "--force" in answer.err
    assert run("batch", "he.yaml", "-o", "out", *SHORT, "--force").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a console of its own")
def test_ctrl_c_leaves_a_batch_that_the_same_command_finishes(folder, run):
    (folder / "many").mkdir()
    for number, case in enumerate(crowd(30)):
        (folder / "many" / f"{number}.json").write_text(json.dumps(case), encoding="utf-8")
    command = [sys.executable, "-c", LISTENING, "batch", "many", "-o", "out", "--workers", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True)
    while not list(Path("out").rglob("*.pdf")) and child.poll() is None:
        time.sleep(0.02)
    os.killpg(child.pid, signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "再运行一次同样的命令，就接着做" in told
    assert "Traceback" not in told
    assert report() or "0个案件" in told
    finished = run("batch", "many", "-o", "out", "--executor", "threads")
    assert finished.code == 0
    assert "份已有、没有变化" in finished.err
    assert len({one["source"] for one in report()}) == 30


def test_progress_is_shown_on_a_terminal_only(run, folder, monkeypatch):
    assert "\r" not in run("batch", "zhou.yaml", "-o", "out", *SHORT).err
    progress.Progress(lambda: pytest.fail("counted, and nobody looks on"))
    monkeypatch.setattr(progress, "_EVERY", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    screen = io.StringIO()
    screen.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", screen)
    shown = progress.Progress(lambda: 2)
    shown.tell(1, 2)
    shown.clear()
    assert "\r已处理1/2个案件，生成2份文件" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("last", "total", "words"),
    [
        ((10.0, 20, 400), 1020, "已处理20/1,020个案件，生成400份文件，40.0份/秒，剩余约8分20秒"),
        ((10.0, 20, 400), None, "已处理20个案件，生成400份文件，40.0份/秒"),
        ((10.0, 20, 400), 20, "已处理20/20个案件，生成400份文件，40.0份/秒"),
        ((10.0, 0, 0), 20, "已处理0/20个案件，生成0份文件，0.0份/秒"),
    ],
)
def test_rate_and_time_left_follow_from_two_looks_at_the_clock(last, total, words):
    assert progress.line((0.0, 0, 0), last, total) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(8.2, "8秒"), (60, "1分钟"), (200, "3分20秒"), (7500, "2小时5分"), (7200, "2小时")]
)
def test_a_span_of_time_is_spoken(seconds, words):
    assert progress.spoken(seconds) == words


def test_what_is_called_by_name_is_forgotten_when_it_is_done(cases):
    found = gathered(["cases"], {})
    assert len(list(found)) == 3
    assert found.name(1) == "he.yaml"
    found.done(1)
    assert found.name(1) == ""


def test_cases_are_counted_before_they_are_read(cases, folder):
    (folder / "t.csv").write_text("编号,姓名\n1,周\n2,林\n", encoding="utf-8")
    assert expected(["cases", "zhou.yaml", "t.csv"]) == 6
    assert [path.name for path in files(cases)] == ["he.yaml", "bad.yaml", "zhou.yaml"]


def test_an_identity_number_in_the_name_of_a_file_is_masked(run, folder):
    name = "110101199001011237.yaml"
    (folder / name).write_text("borrower: {}\n", encoding="utf-8")
    answer = run("batch", name, "-o", "out", *SHORT)
    assert "110101199001011237" not in answer.err
    assert "110101199001011237" not in (Path("out") / "report.jsonl").read_text(encoding="utf-8")


def test_the_report_carries_every_field_of_a_record_but_the_file(run, folder):
    run("batch", "zhou.yaml", "-o", "out", *SHORT)
    (one,) = report()
    named = set(nd.Made.__struct_fields__) - {
        "data",
        "problems",
        "page",
        "pages",
    }  # the last are of files for a printer
    assert named <= set(one) | {"notices"}


def test_letters_for_a_printer_are_bound_and_every_problem_is_in_the_report(run, cases):
    command = ("batch", "cases", "-o", "out", "--executor", "threads", "--kind", "evidence_list", "--mail-house")
    answer = run(*command, "--shard", "2")
    assert answer.code == 1, "one case was broken"
    assert "3个案件：2份文件生成，1份没有生成" in answer.err
    told = {one["source"]: one for one in report()}
    assert {one["state"] for one in told.values()} == {"made", "failed"}
    files = [path.read_text(encoding="utf-8") for path in Path("out").glob("letters-*.json")]
    letters = [one for file in files for one in json.loads(file)["letters"]]
    assert len(letters) == 2
    made = [one for one in told.values() if one["state"] == "made"]
    assert all({"page", "pages", "sha256"} <= set(one) for one in some(made))
    assert {(one["case"], one["page"]) for one in letters} == {
        (one["case"], one["page"]) for one in told.values() if one["state"] == "made"
    }
    again = run(*command, "--shard", "2")
    assert "2份已有、没有变化" in again.err


@pytest.mark.parametrize("more", [("--format", "docx", "--mail-house"), ("--shard", "3")])
def test_what_does_not_go_with_letters_for_a_printer_is_refused(run, cases, more):
    assert run("batch", "cases", "-o", "out", *more).code == 2
