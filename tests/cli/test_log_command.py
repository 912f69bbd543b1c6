"""``log``: out into a table, back into the case file, and a word when a recording has changed."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.writers.sheets import to_csv


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_log_is_written_and_what_is_missing_told(run, folder, suffix):
    answer = run("log", "zhou.yaml", "-o", f"log.{suffix}")
    assert answer.code == 0
    assert answer.out == f"log.{suffix}：{len(nd.load('zhou.yaml').debts[0].contacts)}次沟通。\n"
    assert "找不到附件" in answer.err


def test_a_changed_recording_is_told_by_the_exit_code(run, folder):
    name = next(name for one in nd.load("zhou.yaml").debts[0].contacts for name in one.attachments)
    (folder / name).write_bytes(b"voice")
    assert run("log", "zhou.yaml", "-o", "log.csv").code == 0
    (folder / name).write_bytes(b"cut")
    answer = run("log", "zhou.yaml", "-o", "log.csv", "--force")
    assert answer.code == 1
    assert "哈希值不一致" in answer.err


def test_talks_of_a_table_go_into_the_case_file_once(run, folder):
    head = ["时间", "方向", "渠道", "要点", "结果"]
    (folder / "new.csv").write_bytes(to_csv([head, ["2026-11-20", "来电", "电话", "询问材料", "待答复"]]))
    assert run("log", "zhou.yaml", "--add", "new.csv").out == "zhou.yaml：写入1次沟通。\n"
    assert run("log", "zhou.yaml", "--add", "new.csv").out == "表格里的沟通都已在案件文件里，没有改动。\n"
    assert nd.load("zhou.yaml").debts[0].contacts[-1].summary == "询问材料"


def test_a_command_that_asks_for_nothing_is_wrong(run):
    answer = run("log", "zhou.yaml")
    assert answer.code == 2
    assert "--add" in answer.err
