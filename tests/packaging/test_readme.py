"""Whatever the README pages tell a reader to type works as written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
