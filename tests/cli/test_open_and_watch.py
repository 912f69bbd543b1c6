"""``--open`` shows what was written; ``--watch`` writes it again when something changes, and replaces only its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.snippets import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell and signals")


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


@pytest.fixture
def viewer(folder, monkeypatch) -> Path:
    """A program in the place of the system's own, which notes what it was to open."""
    home, noted = folder / "bin", folder / "opened"
    home.mkdir()
    for name in ("xdg-open", "open"):
        (home / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{noted}"\n', encoding="utf-8")
        (home / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}{os.pathsep}{os.environ['PATH']}")
    return noted


@posix
def test_a_paper_and_a_folder_are_opened_after_they_are_written(run, folder, viewer):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "a.pdf", "--open").code == 0
    until(viewer.exists)
    assert run("pack", "zhou.yaml", "-o", "out", "--open").code == 0
    until(lambda: len(viewer.read_text().splitlines()) == 2)
    assert viewer.read_text().splitlines() == [str(folder / "a.pdf"), str(folder / "out")]


@posix
def test_without_a_program_to_open_it_the_paper_is_there_and_it_is_said(run, folder, monkeypatch):
    monkeypatch.setenv("PATH", str(folder))
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "a.pdf", "--open")
    assert answer.code == 2
    assert "已生成，但没有找到能打开文件的程序" in answer.err
    assert (folder / "a.pdf").exists()


def test_the_screen_can_be_neither_opened_nor_watched(run):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--open").code == 2
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--watch").code == 2
    assert run("render", "hardship_letter", "-", "-o", "a.pdf", "--watch").code == 2


def test_a_paper_without_a_file_name_gets_its_own_title_and_nothing_of_anybody(run, folder):
    assert run("render", "hardship_letter", "zhou.yaml").code == 0
    assert (folder / "困难情况说明.pdf").read_bytes().startswith(b"%PDF-")
    assert run("render", "hardship_letter", "zhou.yaml", "--lang", "en").code == 0
    assert (folder / "困难情况说明-en.pdf").exists()
    assert "周启明" in run("render", "hardship_letter", "zhou.yaml", "--short").out


def test_rendering_says_where_the_paper_is_and_what_to_look_at_and_nothing_else(run):
    answer = run("render", "evidence_list", "zhou.yaml", "-o", "a.pdf")
    assert answer.out == ""
    assert answer.err.splitlines()[-1] == "已生成：a.pdf"
    assert "提示" not in run("render", "hardship_letter", "he.yaml", "-o", "b.pdf").err


@pytest.fixture
def watching(folder):
    """``render --watch`` in a process of its own, ended as by Ctrl-C; its messages lie in ``said``."""
    begun = []

    def watching(*more: str) -> Path:
        said = folder / "said"
        command = [sys.executable, "-m", "negotiation_docs", "render", "hardship_letter", "zhou.yaml", "--watch", *more]
        with said.open("wb") as stream:
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
            begun.append(subprocess.Popen(command, cwd=folder, env=environment, stderr=stream))
        return said

    yield watching
    for process in begun:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) in (0, 2)


@posix
def test_a_change_of_the_case_file_is_in_the_paper_a_moment_later(folder, watching):
    said = watching("-o", "a.txt")
    until((folder / "a.txt").exists)
    case = folder / "zhou.yaml"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("name: 周启明", "name: ["), encoding="utf-8")
    until(lambda: "写法不对" in said.read_text(encoding="utf-8"))
    assert "周启明" in (folder / "a.txt").read_text(encoding="utf-8")
    case.write_text(text.replace("name: 周启明", "name: 周小明"), encoding="utf-8")
    until(lambda: "周小明" in (folder / "a.txt").read_text(encoding="utf-8"))


@posix
def test_what_somebody_changed_in_the_paper_is_not_replaced(folder, watching):
    said = watching("-o", "a.txt")
    until(lambda: "已生成" in said.read_text(encoding="utf-8"))
    (folder / "a.txt").write_text("mine", encoding="utf-8")
    case = folder / "zhou.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("name: 周启明", "name: 周小明"), encoding="utf-8")
    until(lambda: "--force" in said.read_text(encoding="utf-8"))
    assert (folder / "a.txt").read_text(encoding="utf-8") == "mine"
