"""Streams as shells and services give them: UTF-8 papers, closed, full, endless; and what a folder still holds."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from negotiation_docs.cli import main
from negotiation_docs.filenames import folder_name

ROOT = Path(__file__).parents[2]
RARE = "欧阳\U0002cb4e"


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A line of a POSIX shell; ``nd`` is the command."""
    source = f"nd() {{ '{sys.executable}' -m negotiation_docs \"$@\"; }}; {line}"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    return subprocess.run(
        ["sh", "-c", source], cwd=folder, env=variables, capture_output=True, check=False, timeout=120
    )


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


@posix
@pytest.mark.parametrize("charset", ["gbk", "ascii", "latin-1", "utf-8"])
def test_a_paper_on_standard_output_is_utf_8_whatever_the_terminal_has(charset, folder, spoil):
    name = spoil("name: 周启明", f"name: {RARE}")
    answer = shell(f"nd render hardship_letter {name} -o -", folder, PYTHONIOENCODING=charset, LC_ALL="C")
    assert answer.returncode == 0
    assert RARE in answer.stdout.decode("utf-8")
    assert b"\\U" not in answer.stdout


@posix
def test_a_terminal_that_lacks_a_character_is_told_by_its_code(folder, spoil):
    answer = shell(f"nd check {spoil('name: 周启明', f'name: {RARE}')}", folder, PYTHONIOENCODING="ascii")
    assert answer.returncode == 0
    assert answer.stdout.isascii()
    assert answer.stderr.isascii()


def test_the_name_of_a_file_gives_the_terminal_no_command(run, folder):
    named = folder / "\x1b]0;a\x07\x9b31m.yaml"
    named.write_text("borrower: 1", encoding="utf-8")
    answer = run("check", str(named))
    assert "〔U+001B〕]0;a〔U+0007〕〔U+009B〕31m.yaml" in answer.err
    assert not set("\x1b\x07\x9b") & set(answer.out + answer.err)


def test_a_draft_on_standard_output_says_so(run):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--draft").out.startswith("【草稿】")
    assert "草稿" not in run("render", "hardship_letter", "zhou.yaml", "-o", "-").out


@posix
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("nd check zhou.yaml >&-", 0, "共"),
        ("nd check zhou.yaml 2>&-", 0, ""),
        ("nd check zhou.yaml >&- 2>&-", 0, ""),
        ("nd kinds >&-", 0, ""),
        ("nd --help >&-", 0, ""),
        ("nd render hardship_letter zhou.yaml -o - >&-", 2, "标准输出已关闭"),
        ("nd render hardship_letter - -o - <&-", 2, "标准输入已关闭"),
        ("nd render hardship_letter zhou.yaml -o x.pdf --password - <&-", 2, "标准输入已关闭"),
        ("nd check - </dev/zero", 2, "超过1兆字节"),
        ("nd render hardship_letter zhou.yaml -o x.pdf --password - </dev/null", 2, "没有输入密码"),
        ("nd kinds >/dev/full", 2, "无法读写文件"),
        ("nd render hardship_letter zhou.yaml -o - >/dev/full", 2, "无法读写文件"),
        ("nd kinds | head -1", 0, ""),
        ("cat zhou.yaml | nd check -", 0, "共"),
    ],
)
def test_streams_that_are_closed_full_or_endless_end_as_the_readme_says(line, code, said, folder):
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("no such device")
    answer = shell(line, folder)
    told = answer.stderr.decode()
    assert answer.returncode == code, told
    assert said in told
    assert "Traceback" not in told
    assert "Exception" not in told


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("姓名".encode("gbk"), "case.yaml"),
        (b"PK\3\4\xff\xfe", "case.docx"),
        (b"", "case.yaml"),
        (b"\xff\xfe", "case.yaml"),
        (b" " * 1_000_001, "case.yaml"),
    ],
)
def test_a_file_that_is_no_case_file_is_a_wrong_file_and_no_finding(run, folder, content, name):
    (folder / name).write_bytes(content)
    for command in (["check", name], ["render", "hardship_letter", name, "-o", "x.pdf"], ["pack", name, "-o", "out"]):
        assert run(*command).code == 2
    assert run("check", "nowhere.yaml").code == 2
    assert run("check", ".").code == 2


def test_a_file_that_holds_mistakes_is_a_finding(run, spoil):
    assert run("check", spoil("periods: 60", "periods: viele")).code == 1
    assert run("check", spoil("name: 周启明", "name: [")).code == 1


def test_a_host_with_streams_of_its_own_gets_the_paper_as_text(folder, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["render", "hardship_letter", "zhou.yaml", "-o", "-"]) == 0
    assert "困难情况说明" in stream.getvalue()


def test_a_file_in_the_way_is_told_in_the_words_of_the_command_line(run, folder):
    (folder / "x.pdf").write_bytes(b"mine")
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "x.pdf")
    assert answer.code == 2
    assert "--force" in answer.err
    assert "overwrite" not in answer.err


def test_a_pack_names_the_papers_that_it_left_and_that_may_be_stale(run, folder):
    assert run("pack", "zhou.yaml", "-o", "out").code == 0
    text = (folder / "zhou.yaml").read_text(encoding="utf-8")
    (folder / "later.yaml").write_text(text.partition("    agreement:")[0], encoding="utf-8")
    other = folder / "out" / "old_debt"
    other.mkdir()
    (other / "010-困难情况说明.pdf").write_bytes(b"%PDF")
    (other / "notes.txt").write_text("mine", encoding="utf-8")
    answer = run("pack", "later.yaml", "-o", "out", "--force")
    assert answer.code == 0
    told = answer.err.partition("以下文件不是这次生成的，可能已经过时")[2]
    assert "协商结果书面确认申请.pdf" in told
    assert "协商结果书面确认申请.docx" in told
    assert "old_debt" in told
    assert "notes.txt" not in told
    assert "证据材料清单" not in told
    assert "可能已经过时" not in run("pack", "zhou.yaml", "-o", "fresh").err


@posix
def test_the_folders_of_a_pack_are_the_owners_alone(run, folder):
    assert run("pack", "zhou.yaml", "-o", "papers").code == 0
    assert {path.stat().st_mode & 0o077 for path in (folder / "papers", *(folder / "papers").rglob("*"))} == {0}


@pytest.mark.parametrize("name", ["con", "NUL", "aux", "com1", "Lpt9", "prn"])
def test_a_debt_is_never_written_to_a_device_of_windows(name, run, spoil, folder):
    assert folder_name(name) == f"{name}~"
    assert run("pack", spoil("- id: bank1", f"- id: {name}"), "-o", "out").code == 0
    assert [path.name for path in (folder / "out").iterdir()] == [f"{name}~"]


@pytest.mark.parametrize("name", ["bank1", "console", "com10", "a-", "a", "工行"])
def test_any_other_debt_has_a_folder_of_its_own_name(name):
    assert folder_name(name) == name


@posix
def test_a_working_folder_that_is_gone_ends_in_words(folder):
    done = shell("mkdir gone && cd gone && rmdir ../gone && nd batch . -o b", folder)
    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
