"""What the pages of docs/ tell a reader to type or to write into a program works as printed."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_docs.cli import main
from tests.make.answers import FIRST, REST, answered_that_day
from tests.make.word_letters import letter
from tests.packaging.snippets import ROOT, blocks, commands

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))
ELSEWHERE = {
    "docs/batches.md": "tests/batch/test_page.py",
    "docs/performance.md": "what a benchmark costs is measured by `make bench`",
    "docs/services.zh.md": "needs the packages of services: tests/recipes",
}
OWN_FONTS = {"docs/fonts.zh.md": "the fonts are the reader's own"}
BEFORE = """
import negotiation_docs as nd
case = nd.load("examples/zhou.yaml")
letter = nd.render("hardship_letter", case)
"""
"""What a page that goes on from another takes for granted."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the examples, a letterhead, a letter and a case of its own, as the pages speak of them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "examples" / "zhou.yaml", tmp_path / "案件.yaml")
    shutil.copy(ROOT / "src/negotiation_docs/writers/docxfile/bases/personal.zh.docx", tmp_path / "信头.docx")
    (tmp_path / "信.docx").write_bytes(letter("【债权人】：", "本人【姓名】欠款【欠款】元（【欠款：大写】）。"))
    return tmp_path


def typed(lines: list[str], monkeypatch, capsys, answers: str = "") -> str:
    """What the command line says to each line as it stands, without opening what it wrote."""
    capsys.readouterr()
    for line in lines:
        name, *arguments = shlex.split(line.removesuffix(" --open"))
        assert name == "negotiation-docs", line
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(answers.encode()), encoding="utf-8"))
        assert main(arguments) == 0, f"{line}\n{capsys.readouterr().err}"
    return capsys.readouterr().out


with_commands = [page for page in PAGES if page not in ELSEWHERE | OWN_FONTS and blocks(page, "console")]
with_python = [page for page in PAGES if page not in ELSEWHERE | OWN_FONTS and blocks(page, "python")]


def test_no_page_is_left_out_that_has_nothing_to_run():
    for page in ELSEWHERE | OWN_FONTS:
        assert blocks(page, "console") or blocks(page, "python"), page


@pytest.mark.parametrize("page", [page for page in with_commands if page != "docs/tutorial.zh.md"])
def test_the_commands_of_a_page_work_as_printed(page, desk, monkeypatch, capsys):
    monkeypatch.chdir(desk)
    typed(commands(page), monkeypatch, capsys)


@pytest.mark.parametrize("page", with_python)
def test_the_python_of_a_page_runs(page, desk):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    for number, code in enumerate(blocks(page, "python")):
        script = desk / f"page{number}.py"  # a file, for processes that read it again
        script.write_text(BEFORE * ("import negotiation_docs" not in code) + code, encoding="utf-8")
        subprocess.run([sys.executable, "-W", "error", script.name], check=True, cwd=desk, env=environment)


def test_the_tutorial_leads_from_nothing_to_a_written_confirmation(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    answered_that_day(monkeypatch)
    lines = commands("docs/tutorial.zh.md")
    assert lines[0] == "negotiation-docs new 案件.yaml"
    talked = lines.index("negotiation-docs status 案件.yaml")
    typed(lines[:1], monkeypatch, capsys, "".join(f"{line}\n" for _, line in (*FIRST, *REST)))
    file = tmp_path / "案件.yaml"
    typed(lines[1:talked], monkeypatch, capsys)
    assert (tmp_path / "困难情况说明.pdf").exists()
    assert len(list((tmp_path / "文书").rglob("*.docx"))) >= 4
    (talk,) = blocks("docs/tutorial.zh.md", "yaml")
    written = file.read_text(encoding="utf-8").replace("\n困难情况:\n", f"\n{talk}困难情况:\n", 1)
    file.write_text(f"落款日期: 2026-11-26\n{written}", encoding="utf-8")
    said = typed(lines[talked:], monkeypatch, capsys)
    assert "写《协商结果书面确认申请》" in said.split("\n  1. ")[1].partition("\n")[0]
    assert (tmp_path / "协商结果书面确认申请.pdf").exists()
    assert (tmp_path / "还款.ics").exists()
