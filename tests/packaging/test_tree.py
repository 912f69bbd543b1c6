"""The top of the tree: what a command leaves there while it is tried is not committed, and does not ship."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = {".ci", "benchmarks", "docs", "examples", "requirements", "src", "templates", "tests"}
FILES = {
    ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "README.zh.md", "SECURITY.md",
    "hatch_build.py", "pyproject.toml",
}  # fmt: skip


@pytest.mark.skipif(not (ROOT / ".git").exists() or shutil.which("git") is None, reason="not a checkout")
def test_the_top_holds_the_known_folders_and_nothing_that_a_command_left():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tops = {path.partition("/")[0] for path in listed.split("\0") if path}
    assert tops == FOLDERS | FILES
