"""Whatever the README pages tell a reader to type works as written."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_docs.cli import main
from tests.make.answers import FIRST, REST, answered_that_day
from tests.packaging.locks import project
from tests.packaging.snippets import ROOT, blocks, commands
from tests.read.some import some

READMES = ("README.md", "README.zh.md")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder that looks like a checkout to the commands of the README."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", READMES)
def test_the_python_of_a_readme_runs(page, checkout):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    for code in blocks(page, "python"):
        subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=checkout, env=environment)
    assert list(checkout.glob("*.pdf")) + list(checkout.glob("*.docx"))


@pytest.mark.parametrize("page", READMES)
def test_the_commands_of_a_readme_work_as_printed_after_make_has_set_up(page, checkout):
    if not (Path(sys.prefix) / "bin" / "activate").exists():
        pytest.skip("this Python is in no environment of its own")
    (checkout / ".venv").symlink_to(sys.prefix)
    typed = [line for line in commands(page) if not line.startswith("make ")]
    assert sum("negotiation-docs" in line for line in typed) >= 4
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"}
    script = "\n".join(["set -e", *typed])
    subprocess.run(["sh", "-c", script], check=True, cwd=checkout, env=environment, stdin=subprocess.DEVNULL)
    assert list(checkout.glob("letter.*"))
    assert list((checkout / "out" / "zhou").iterdir())


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md"])
def test_every_make_target_that_a_page_names_exists(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [line.removeprefix("make ") for line in commands(page) if line.startswith("make ")]
    assert targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md", "docs/index.md", "docs/case-format.md"])
def test_every_link_inside_the_project_leads_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in some(re.findall(r"\]\((?!https?:)([^)#]+)", text)):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_each_door_says_that_this_is_no_legal_advice():
    for page in (*READMES, "docs/index.md", "docs/template-rules.zh.md"):
        assert "12348" in (ROOT / page).read_text(encoding="utf-8")


def test_the_first_steps_of_the_chinese_readme_lead_from_nothing_to_a_letter(tmp_path, monkeypatch, capsys):
    """From the line that begins with ``new`` on; what is typed before it installs the library."""
    (typed,) = [block for block in blocks("README.zh.md", "text") if block.startswith("negotiation-docs")]
    lines = [line.removeprefix("negotiation-docs ").removesuffix(" --open").split() for line in typed.splitlines()]
    assert [line[0] for line in lines] == ["new", "check", "render"]
    monkeypatch.chdir(tmp_path)
    answered_that_day(monkeypatch)
    answers = "".join(f"{line}\n" for _, line in (*FIRST, *REST)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(answers), encoding="utf-8"))
    assert [main(line) for line in lines] == [0, 0, 0], capsys.readouterr().err
    assert (tmp_path / "困难情况说明.pdf").read_bytes().startswith(b"%PDF-")


def test_both_readmes_install_from_the_folder_with_the_editor_for_lines():
    extras = project()["project"]["optional-dependencies"]
    for page, language in (("README.zh.md", "bat"), ("README.zh.md", "sh"), ("README.md", "sh")):
        (typed,) = blocks(page, language)
        (named,) = re.findall(r'pip install "\.\[(\w+)\]"', typed)
        assert named in extras
        assert "venv .venv" in typed


def test_what_the_readme_shows_of_the_questions_is_what_they_say(tmp_path, monkeypatch, capsys):
    shown = next(block for block in blocks("README.zh.md", "text") if "为什么问" in block)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("周启明\n1380013800\n".encode()), encoding="utf-8"))
    assert main(["new", "案件.yaml"]) == 0
    said = capsys.readouterr().out
    for line in some(line for line in shown.splitlines() if not line.startswith(">")):
        assert line in said
