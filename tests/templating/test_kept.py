"""Compiled templates kept between processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_docs.templating import templates
from negotiation_docs.templating.kept import KeptTemplates, user_cache

EXAMPLE = Path(__file__).parents[2] / "examples" / "zhou.yaml"
RENDER = "import sys; from negotiation_docs.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def command(tmp_path, monkeypatch):
    """The command line in a process of its own, with a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(EXAMPLE.parents[1] / "src"))

    def run(name: str) -> bytes:
        path = tmp_path / name
        arguments = ["render", "hardship_letter", str(EXAMPLE), "-o", str(path)]
        subprocess.run([sys.executable, "-c", RENDER, *arguments], check=True, capture_output=True)
        return path.read_bytes()

    return run


def test_the_second_process_finds_what_the_first_compiled_and_writes_the_same_bytes(command, tmp_path):
    first = command("first.docx")
    kept = sorted((tmp_path / "cache" / "negotiation-docs").iterdir())
    assert len(kept) >= 2  # the letter and the shared sentences
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert command("second.docx") == first
    assert sorted((tmp_path / "cache" / "negotiation-docs").iterdir()) == kept


def test_a_spoiled_entry_is_compiled_anew(command, tmp_path):
    first = command("first.docx")
    for path in (tmp_path / "cache" / "negotiation-docs").iterdir():
        path.write_bytes(path.read_bytes()[:40])
    assert command("second.docx") == first


def test_a_cache_that_cannot_be_written_costs_no_paper(command, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert command("first.docx").startswith(b"PK")


def test_a_users_own_templates_are_never_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(templates, "_KEPT", [KeptTemplates(tmp_path / "cache")])
    folder = tmp_path / "own" / "zh"
    folder.mkdir(parents=True)
    (folder / "memo.html").write_text("<p>甲</p>", encoding="utf-8")
    assert templates.render_template("memo", "zh", {}, folder=tmp_path / "own")
    assert not (tmp_path / "cache").exists()


def test_the_cache_stands_where_the_system_keeps_such_things(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache() == tmp_path / "negotiation-docs"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert user_cache().is_relative_to(Path.home())
