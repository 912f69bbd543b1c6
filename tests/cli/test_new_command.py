"""``new`` on a real terminal and through a pipe: every answer is on the disk at once, and the letter can be made."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.files import why_not
from negotiation_docs.interview import sheet
from tests.make.answers import FIRST, REST
from tests.make.terminals import Terminal

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@posix
@pytest.mark.parametrize("editor", [True, False], ids=["with a line editor", "without"])
def test_who_answers_at_a_terminal_ends_with_the_commands_for_papers_that_can_be_made(tmp_path, editor, run):
    terminal = Terminal(tmp_path, "new", "案件.yaml", editor=editor)
    for question, line in (*FIRST, *REST):
        terminal.answer(question, line)
    said = terminal.until("一次全部生成")
    assert "negotiation-docs render 困难情况说明 案件.yaml" in said
    assert "negotiation-docs render 还款计划 案件.yaml" in said
    assert terminal.wait() == 0
    case = nd.load(tmp_path / "案件.yaml")
    assert case.borrower.phone == "13800138000"
    assert "周启明" in nd.render("hardship_letter", case).text
    assert (tmp_path / "案件.yaml").read_text(encoding="utf-8").startswith("# 案件文件")


@posix
@pytest.mark.parametrize("editor", [True, False], ids=["with a line editor", "without"])
def test_a_kill_in_the_middle_of_a_line_loses_that_line_alone(tmp_path, editor):
    terminal = Terminal(tmp_path, "new", "案件.yaml", editor=editor)
    terminal.answer("您的姓名？", "周启明")
    terminal.answer("您的电话？", "13800138000")
    terminal.until("您的通讯地址？")
    terminal.until(">")
    terminal.type("北京市东城")
    terminal.kill()
    assert [path.name for path in tmp_path.iterdir() if path.name != "without"] == ["案件.yaml"]
    kept = (tmp_path / "案件.yaml").read_text(encoding="utf-8")
    assert '姓名: 周启明\n  手机号码: "13800138000"\n' in kept
    assert "北京" not in kept


@posix
@pytest.mark.parametrize(("keys", "how"), [("q\r", "a word"), ("\x03", "Ctrl-C"), ("\x04", "Ctrl-D")])
def test_who_leaves_goes_on_later_from_there(tmp_path, keys, how):
    del how
    terminal = Terminal(tmp_path, "new", "案件.yaml")
    terminal.answer("您的姓名？", "周启明")
    terminal.until("您的电话？")
    terminal.until(">")
    terminal.type(keys)
    terminal.until("已存好。接着填：negotiation-docs new 案件.yaml")
    assert terminal.wait() == 0
    terminal = Terminal(tmp_path, "new", "案件.yaml")
    terminal.answer("这个文件里已经有内容", "")
    assert "您的姓名？" not in terminal.until("您的电话？")
    terminal.kill()


def piped(monkeypatch, *lines: str) -> None:
    typed = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))


def test_the_same_answers_may_come_through_a_pipe(run, folder, monkeypatch):
    piped(monkeypatch, *(line for _, line in (*FIRST, *REST)))
    answer = run("new", "mine.yaml")
    assert answer.code == 0, answer.out[-2000:] + answer.err
    assert "【请核对】" in answer.out
    assert "一次全部生成：negotiation-docs pack mine.yaml -o 文书" in answer.out
    assert run("pack", "mine.yaml", "-o", "文书").code == 0


def test_a_pipe_that_ends_early_has_left(run, folder, monkeypatch):
    piped(monkeypatch, "周启明")
    answer = run("new", "mine.yaml")
    assert answer.code == 0
    assert "接着填：negotiation-docs new mine.yaml" in answer.out
    assert "周启明" in (folder / "mine.yaml").read_text(encoding="utf-8")


def test_nothing_is_written_before_the_first_answer(run, folder, monkeypatch):
    piped(monkeypatch)
    assert "还没有写入任何内容" in run("new", "mine.yaml").out
    assert not (folder / "mine.yaml").exists()


def test_who_answers_nothing_is_told_that_nothing_is_written(run, folder, monkeypatch):
    piped(monkeypatch, *[""] * 200)
    answer = run("new", "mine.yaml")
    assert (answer.code, answer.err) == (0, "")
    assert "还没有写入任何内容" in answer.out
    assert "已写好" not in answer.out


@pytest.mark.parametrize(("error", "why"), [(errno.EROFS, "磁盘是只读的"), (errno.EFBIG, "超过了系统允许的文件大小")])
def test_an_answer_that_the_disk_does_not_take_ends_the_questions_and_is_not_called_stored(
    run, folder, monkeypatch, error, why
):
    piped(monkeypatch, "周启明", "13800138000")
    kept = sheet.write

    def full_after_the_first(path: Path, data: bytes, **how: bool) -> Path:
        if path.exists():
            raise nd.OutputError(f"无法写入 {path}：{why_not(OSError(error, 'in English'))}")
        return kept(path, data, **how)

    monkeypatch.setattr(sheet, "write", full_after_the_first)
    answer = run("new", "mine.yaml")
    assert answer.code == 2
    assert "已存好" not in answer.out
    assert why in answer.err
    assert "最后这个回答没有存上，前面的都在文件里。处理好以后接着填：negotiation-docs new mine.yaml" in answer.err
    assert "English" not in answer.err
    assert "13800138000" not in (folder / "mine.yaml").read_text(encoding="utf-8")


def test_what_no_paper_can_do_without_is_told_at_the_end(run, folder, monkeypatch):
    piped(monkeypatch, "周启明", *[""] * 40)
    answer = run("new", "mine.yaml")
    assert answer.code == 1
    assert "缺少债务" in answer.err
    assert "negotiation-docs new mine.yaml" in answer.err


def test_lines_that_are_not_utf_8_are_refused_in_words(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("周启明\n".encode("gbk")), encoding="utf-8"))
    answer = run("new", "mine.yaml")
    assert answer.code == 2
    assert "UTF-8" in answer.err


def test_an_example_is_copied_as_it_is_but_for_what_is_true_in_its_own_folder_only(run, folder):
    answer = run("new", "mine.yaml", "--from", "zhou")
    assert answer.code == 0
    (mine, theirs) = ((folder / name).read_text(encoding="utf-8").splitlines() for name in ("mine.yaml", "zhou.yaml"))
    assert mine == [line for line in theirs if "$schema=.." not in line]
    assert nd.load(folder / "mine.yaml") == nd.load(folder / "zhou.yaml")
    assert "negotiation-docs check mine.yaml" in answer.out
    assert run("new", "--from", "stories/card-1-overdue").code == 0
    assert (folder / "card-1-overdue.yaml").exists()


def test_an_unknown_example_is_answered_with_the_nearest_and_all_there_are(run):
    answer = run("new", "--from", "zhuo")
    assert answer.code == 2
    assert "是不是 zhou？" in answer.err
    assert "court/deng" in answer.err


def test_an_example_never_takes_the_place_of_another_file_unasked(run, folder):
    (folder / "mine.yaml").write_text("borrower: {name: 甲}\n", encoding="utf-8")
    assert run("new", "mine.yaml", "--from", "zhou").code == 2
    assert run("new", "mine.yaml", "--from", "zhou", "--force").code == 0


@pytest.mark.parametrize(
    ("name", "content", "answered"),
    [
        ("a.json", "{}", (2, "YAML")),
        ("a.yaml", "borrower: [\n", (1, "写法不对")),
        ("a.yaml", "notes: 甲\nnotes: 乙\n", (1, "写了两次")),
    ],
)
def test_a_file_that_cannot_be_written_into_is_left_alone(run, folder, name, content, answered):
    code, said = answered
    (folder / name).write_text(content, encoding="utf-8")
    answer = run("new", name)
    assert answer.code == code
    assert said in answer.err
    assert (folder / name).read_text(encoding="utf-8") == content
