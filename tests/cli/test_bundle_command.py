"""``bundle`` writes what goes to one creditor in one piece, and tells what is not in it."""

from __future__ import annotations

import io
import zipfile

import pikepdf

from tests.make import scans


def _with_scan(folder, name="scan.pdf"):
    text = (folder / "zhou.yaml").read_text(encoding="utf-8")
    assert "    status: attached" in text
    written = text.replace("    status: attached", f"    status: attached\n    file: {name}", 1)
    (folder / "scanned.yaml").write_text(written, encoding="utf-8")
    return "scanned.yaml"


def test_a_bundle_holds_papers_and_scans(run, folder):
    (folder / "scan.pdf").write_bytes(scans.pdf(2))
    answer = run("bundle", _with_scan(folder), "-o", "bundle.pdf")
    assert answer.code == 0
    assert "1项扫描件" in answer.err
    assert "没有写明扫描件" in answer.err
    with pikepdf.open(folder / "bundle.pdf") as made:
        assert made.pages[-1].label.endswith("-2")


def test_scans_may_lie_in_another_folder(run, folder):
    (folder / "other").mkdir()
    (folder / "other" / "scan.pdf").write_bytes(scans.pdf())
    case = _with_scan(folder)
    assert run("bundle", case, "-o", "bundle.zip").code == 1
    assert run("bundle", case, "-o", "bundle.zip", "--files", "other").code == 0
    with zipfile.ZipFile(io.BytesIO((folder / "bundle.zip").read_bytes())) as archive:
        assert any(name.startswith("附件") for name in archive.namelist())


def test_a_scan_that_is_not_there_is_a_finding_with_its_place(run, folder):
    answer = run("bundle", _with_scan(folder, "absent.pdf"), "-o", "bundle.pdf")
    assert answer.code == 1
    assert "absent.pdf" in answer.err
    assert "evidence[" in answer.err
    assert not (folder / "bundle.pdf").exists()


def test_a_paper_that_waits_for_facts_is_told_and_a_folder_is_written(run, folder):
    answer = run("bundle", "zhou.yaml", "-o", "out")
    assert answer.code == 0
    assert "还不能生成" in answer.err
    assert {path.suffix for path in (folder / "out").iterdir()} == {".docx", ".pdf"}


def test_another_file_is_replaced_only_when_told(run, folder):
    (folder / "bundle.pdf").write_bytes(b"mine")
    answer = run("bundle", "zhou.yaml", "-o", "bundle.pdf")
    assert answer.code == 2
    assert "--force" in answer.err
    assert run("bundle", "zhou.yaml", "-o", "bundle.pdf", "--force").code == 0


def test_a_password_may_be_piped_in_and_is_wanted_before_a_scan_is_read(run, folder, monkeypatch):
    case = _with_scan(folder, "absent.pdf")
    monkeypatch.setattr("sys.stdin", io.StringIO("秘密\n"))
    assert run("bundle", "zhou.yaml", "-o", "bundle.pdf", "--password", "-").code == 0
    with pikepdf.open(folder / "bundle.pdf", password="秘密") as made:
        assert made.is_encrypted
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    answer = run("bundle", case, "-o", "other.pdf", "--password", "-")
    assert answer.code == 2
    assert "没有输入密码" in answer.err
    assert "absent.pdf" not in answer.err
