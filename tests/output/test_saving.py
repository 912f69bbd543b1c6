"""Saving: a whole file or nothing, for its owner only, never over a different one unasked."""

from __future__ import annotations

import errno
import os
import re
import threading

import pytest

from negotiation_docs import files as output
from negotiation_docs.document import Document
from negotiation_docs.errors import ArgumentError, OutputError
from negotiation_docs.files import why_not, write


def refusal(*args, **options) -> str:
    with pytest.raises(OutputError) as caught:
        write(*args, **options)
    return str(caught.value)


def test_a_file_is_readable_by_its_owner_only(tmp_path):
    path = write(tmp_path / "信.pdf", b"one")
    assert path.read_bytes() == b"one"
    assert path.stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["信.pdf"]  # noqa: PTH208


def test_a_different_file_is_not_replaced_unasked(tmp_path):
    path = tmp_path / "信.pdf"
    path.write_bytes(b"mine")
    assert refusal(path, b"other") == (f"{path} 已存在且内容不同；确认要替换时请用 overwrite=True")
    assert path.read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_different_file_is_replaced_when_told_and_becomes_private(tmp_path):
    path = tmp_path / "信.pdf"
    path.write_bytes(b"mine")
    path.chmod(0o644)
    write(path, b"other", overwrite=True)
    assert path.read_bytes() == b"other"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_identical_file_is_fine_and_left_alone(tmp_path):
    path = write(tmp_path / "信.pdf", b"same")
    before = path.stat()
    assert write(path, b"same") == path
    assert write(path, b"same", overwrite=True) == path
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_the_system_refuses_is_told_in_chinese(number):
    assert not re.search("[a-z]", why_not(OSError(number, os.strerror(number))))


def test_an_error_while_writing_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "信.pdf"
    path.write_bytes(b"mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, "fsync", full)
    assert refusal(path, b"other", overwrite=True) == f"无法写入 {path}：磁盘空间不足，请腾出空间再试"
    assert path.read_bytes() == b"mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_is_named(tmp_path):
    path = tmp_path / "none" / "信.pdf"
    assert refusal(path, b"x") == f"无法写入 {path}：文件夹 {path.parent} 不存在"


def test_a_folder_a_link_or_a_device_is_never_replaced(tmp_path):
    link = tmp_path / "链接.pdf"
    link.symlink_to(tmp_path / "信.pdf")
    assert refusal(link, b"x", overwrite=True) == f"无法写入 {link}：这是一个链接，请直接写明目标文件"
    assert refusal(tmp_path, b"x", overwrite=True) == f"无法写入 {tmp_path}：这不是普通文件"
    assert refusal("/dev/null", b"x", overwrite=True) == "无法写入 /dev/null：这不是普通文件"


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    path = tmp_path / "a" / "信.pdf"
    assert refusal(path, b"x") == f"无法写入 {path}：路径中有一段不是文件夹"


def test_a_name_that_is_too_long_or_holds_a_nul_is_refused(tmp_path):
    path = tmp_path / ("长" * 200 + ".pdf")
    assert refusal(path, b"x") == f"无法写入 {path}：文件名过长，请改短"
    assert refusal(str(tmp_path / "a\x00.pdf"), b"x") == "文件名含有不能使用的字符"


def test_without_hard_links_a_file_is_still_placed_whole_and_not_over_another(tmp_path, monkeypatch):
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(output.os, "link", unsupported)
    path = write(tmp_path / "信.pdf", b"one")
    assert path.read_bytes() == b"one"
    monkeypatch.setattr(output, "_settled", lambda *_, **__: False)
    assert "已存在且内容不同" in refusal(path, b"two")


def test_of_many_writers_of_one_name_exactly_one_wins(tmp_path):
    path = tmp_path / "信.pdf"
    refused: list[str] = []

    def work(number: int) -> None:
        try:
            write(path, bytes([number]) * 1000)
        except OutputError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 7
    assert len(set(path.read_bytes())) == 1
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("suffix", "start"), [(".pdf", b"%PDF"), (".DOCX", b"PK"), (".html", b"<!DOCTYPE"), (".txt", "困难".encode())]
)
def test_the_suffix_chooses_the_format(paper, tmp_path, suffix, start):
    path = Document(paper).save(tmp_path / f"信{suffix}")
    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["信", "信.doc", "信.pdf.zip", ".pdf"])
def test_an_unknown_suffix_is_refused_with_those_there_are(paper, tmp_path, name):
    with pytest.raises(OutputError) as caught:
        Document(paper).save(tmp_path / name)
    suffix = {"信": "", "信.doc": ".doc", "信.pdf.zip": ".zip", ".pdf": ""}[name]
    assert str(caught.value) == f"不认识的文件类型“{suffix}”；可用：.docx .pdf .html .txt"
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_look_is_refused_with_those_there_are(paper, tmp_path):
    with pytest.raises(ArgumentError) as caught:
        Document(paper).save(tmp_path / "信.pdf", look="fancy")
    assert str(caught.value) == "save：look 只能是 personal、gb9704"
