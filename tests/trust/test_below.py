"""A name out of a case file opens a file below its folder, and nothing else, whatever changes on the way meanwhile."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import date
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs import below
from tests.packaging.snippets import ROOT
from tests.read.some import some

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, which Windows gives to few")

OURS, SECRET = b"ours", b"secret"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """``a.png`` and ``scans/a.png``, and beside the folder what is none of its business, under the same names."""
    inner, outside = tmp_path / "case", tmp_path / "outside"
    for one, words in ((inner, OURS), (outside, SECRET)):
        (one / "scans").mkdir(parents=True)
        (one / "a.png").write_bytes(words)
        (one / "scans" / "a.png").write_bytes(words)
    return inner


@pytest.fixture(params=[True, False], ids=["from folder to folder", "as Windows does"])
def way(request, monkeypatch) -> None:
    monkeypatch.setattr(below, "_WALKS", request.param)


def read(folder: Path, name: str) -> bytes:
    with below.open_below(folder, name) as file:
        return file.read()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", ["a.png", "scans/a.png", "scans\\a.png", "./scans/a.png"])
def test_a_file_of_the_folder_is_opened(folder, name):
    assert read(folder, name) == OURS


@pytest.mark.usefixtures("way")
def test_a_folder_that_is_reached_by_a_link_of_ones_own_is_one(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    assert read(tmp_path / "link", "scans/a.png") == OURS


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "name", ["", "..", "../outside/a.png", "scans/../../outside/a.png", "/etc/passwd", "a\0b", "C:a"]
)
def test_a_name_that_leads_elsewhere_is_refused(folder, name):
    with pytest.raises(below.AstrayError, match="不在案件文件所在的文件夹里"):
        read(folder, name)


@pytest.mark.usefixtures("way")
def test_links_pipes_and_folders_are_none(folder):
    (folder / "out.png").symlink_to(folder.parent / "outside" / "a.png")
    (folder / "in.png").symlink_to("a.png")
    (folder / "way").symlink_to(folder.parent / "outside")
    os.mkfifo(folder / "pipe.png")
    for name in ("out.png", "in.png", "way/a.png"):
        with pytest.raises(below.AstrayError, match="是一个链接"):
            read(folder, name)
    with pytest.raises(below.AstrayError, match="不是普通文件"):
        read(folder, "pipe.png")
    with pytest.raises(IsADirectoryError):
        read(folder, "scans")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", ["a.png", "scans/a.png"])
def test_a_link_put_in_its_place_after_the_look_is_not_followed(folder, name, monkeypatch):
    look = below._refuse_links
    first = folder / name.partition("/")[0]

    def swapped(root: Path, parts: tuple[str, ...]) -> None:
        look(root, parts)
        first.rename(folder / "away")
        first.symlink_to(folder.parent / "outside" / first.name)

    monkeypatch.setattr(below, "_refuse_links", swapped)
    with pytest.raises(OSError, match=r"symbolic link|Not a directory|文件夹里"):
        read(folder, name)


@pytest.mark.skipif(not below._WALKS, reason="opens no folders")
def test_a_way_that_is_led_elsewhere_and_back_still_ends_in_the_folder(folder, monkeypatch):
    opened = below.at_once

    def swapping(part: str, flags: int, *, dir_fd: int | None = None) -> int:
        (folder / "scans").rename(folder / "away")
        (folder / "scans").symlink_to(folder.parent / "outside" / "scans")
        descriptor = opened(part, flags, dir_fd=dir_fd)
        (folder / "scans").unlink()
        (folder / "away").rename(folder / "scans")
        return descriptor

    monkeypatch.setattr(below, "at_once", swapping)
    assert read(folder, "scans/a.png") == OURS


def test_no_checksum_is_taken_over_a_link_not_even_one_that_stays_in_the_folder(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes((ROOT / "examples/zhou.yaml").read_bytes())
    (tmp_path / "kept").write_bytes(SECRET)
    for name in some({name for one in nd.load(path).debts[0].contacts for name in one.attachments}):
        (tmp_path / name).symlink_to("kept")
    log = nd.contact_log(nd.load(path), taken=date(2026, 11, 21))
    assert hashlib.sha256(SECRET).hexdigest() not in str(log.rows)
    assert {problem.rule for problem in some(log.problems)} == {"attachment.missing"}
    assert "（不是链接）" in log.problems[0].hint
    assert nd.seal_attachments(path, date(2026, 11, 21)) == ()
