"""The recipes for programs run as their page prints them: DataFrames, a disk that cannot be written, one file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.locks import pinned
from tests.packaging.snippets import ROOT, blocks

pytestmark = pytest.mark.recipes

PAGE = "docs/services.zh.md"
NO_WRITING = """
import sys
def refuse(event, told):
    if event in {"os.mkdir", "os.rename", "os.remove", "os.truncate", "socket.connect"}:
        raise PermissionError(event)
    if event == "open" and (set(told[1] or "") & set("wax+") or (told[2] or 0) & 0o103):
        raise PermissionError(told[0])
sys.addaudithook(refuse)
"""
"""A disk that cannot be written and no network, for whoever runs the tests (root may write anywhere)."""


def run(code: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_plan_becomes_a_frame_that_sums_to_the_fen():
    (code,) = blocks(PAGE, "python", "pandas")
    said = run(code, ROOT)
    assert "2031" in said
    assert "disposable" in said or "可" in said


def test_papers_are_made_where_nothing_can_be_written():
    (code,) = blocks(PAGE, "python", "只读的磁盘")
    pdf, word = map(int, run(NO_WRITING + code, ROOT).split())
    assert pdf > 10_000
    assert word > 5_000


def test_the_disk_of_the_test_above_refuses_to_be_written(tmp_path):
    with pytest.raises(AssertionError, match="PermissionError"):
        run(NO_WRITING + "open('x', 'w')", tmp_path)


def test_one_file_carries_all_that_a_paper_needs(tmp_path):
    """Built as printed, but from what is installed here: the page's first line would fetch it."""
    first, second, third = "".join(blocks(PAGE, "sh", "打包成一个程序")).splitlines()
    assert "pip install --target" in first
    install(tmp_path / "要装的")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "SHIV_ROOT": str(tmp_path / "unpacked")}
    for line in (second, third):
        command = line.replace("python ", f"'{sys.executable}' ", 1).split("\n")[0]
        subprocess.run(["sh", "-c", command], check=True, cwd=tmp_path, env=environment)
    away = tmp_path / "away"
    away.mkdir()
    for typed in (["new", "案件.yaml", "--from", "zhou"], ["render", "困难情况说明", "案件.yaml"]):
        alone = [sys.executable, "-I", str(tmp_path / "negotiation-docs.pyz"), *typed]
        subprocess.run(alone, check=True, cwd=away, env=environment)
    run(
        "import negotiation_docs as nd\n"
        f"nd.render('hardship_letter', nd.load({str(away / '案件.yaml')!r})).save({str(tmp_path / 'here.pdf')!r})",
        ROOT,
    )
    assert (away / "困难情况说明.pdf").read_bytes() == (tmp_path / "here.pdf").read_bytes()


def install(folder: Path) -> None:
    """The library as its wheel holds it, and what it needs, copied from this environment."""
    from importlib.metadata import PackageNotFoundError, distribution

    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target"]
    subprocess.run([*command, str(folder), str(ROOT)], check=True)
    for name in pinned("run"):
        try:
            needed = distribution(name)
        except PackageNotFoundError:  # for other systems
            continue
        for file in needed.files or ():
            if ".." not in file.parts and "__pycache__" not in file.parts:
                target = folder / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file.locate(), target)
