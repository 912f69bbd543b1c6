"""A folder with example cases, and the command line as a person uses it: typed words in, words and exit code out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from negotiation_docs.cli import main

ROOT = Path(__file__).parents[2]


class Answer(NamedTuple):
    """What a command left: its exit code, standard output, standard error."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder, capsys) -> Callable[..., Answer]:
    def run(*argv: str) -> Answer:
        capsys.readouterr()
        code = main(argv)
        return Answer(code, *capsys.readouterr())

    return run


@pytest.fixture
def spoil(folder) -> Callable[[str, str], str]:
    """Write zhou.yaml anew with ``old`` replaced by ``new``; the name of the copy."""

    def spoil(old: str, new: str) -> str:
        text = (folder / "zhou.yaml").read_text(encoding="utf-8")
        assert old in text
        (folder / "spoiled.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
        return "spoiled.yaml"

    return spoil
