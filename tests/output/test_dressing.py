"""What a finished paper is dressed with: a letterhead, a signature, a password, each where it has a place."""

from __future__ import annotations

import base64

import pikepdf
import pytest

from negotiation_docs.document import Document
from negotiation_docs.errors import OutputError

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def document(paper) -> Document:
    return Document(paper)


def test_a_letterhead_may_be_a_path_or_its_bytes(document, tmp_path):
    base = document.to_docx("gb9704")
    (tmp_path / "信头.docx").write_bytes(base)
    assert document.to_docx(base=base) == document.to_docx(base=tmp_path / "信头.docx")
    assert document.to_docx(base=base) == document.to_docx(base=str(tmp_path / "信头.docx"))
    assert document.to_docx(base=base) != document.to_docx()


def test_a_signature_may_be_a_path_or_its_bytes(document, tmp_path):
    (tmp_path / "签名.png").write_bytes(DOT)
    assert document.to_pdf(signature=DOT) == document.to_pdf(signature=str(tmp_path / "签名.png"))
    assert document.to_docx(signature=DOT) == document.to_docx(signature=tmp_path / "签名.png")


def test_saving_dresses_the_paper_alike(document, tmp_path):
    base = document.to_docx("gb9704")
    saved = document.save(tmp_path / "信.docx", base=base, signature=DOT)
    assert saved.read_bytes() == document.to_docx(base=base, signature=DOT)
    assert document.save(tmp_path / "信.pdf", signature=DOT).read_bytes() == document.to_pdf(signature=DOT)


def test_a_password_closes_the_saved_pdf(document, tmp_path):
    path = document.save(tmp_path / "信.pdf", password="春天2026")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="春天2026") as opened:
        assert len(opened.pages)


@pytest.mark.parametrize(
    ("name", "dress", "told"),
    [
        ("信.pdf", {"base": b"x"}, "信头文件（base）"),
        ("信.docx", {"password": "x"}, "密码（password）"),
        ("信.html", {"signature": b"x", "password": "x"}, "签名图片（signature）、密码（password）"),
        ("信.txt", {"signature": b"x"}, "签名图片（signature）"),
    ],
)
def test_what_a_format_cannot_take_is_refused_and_nothing_is_written(document, tmp_path, name, dress, told):
    with pytest.raises(OutputError, match="文件用不上") as caught:
        document.save(tmp_path / name, **dress)
    assert told in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("dress", "told"),
    [({"base": "没有.docx"}, "找不到信头文件：没有.docx"), ({"signature": "."}, "打不开签名图片：.")],
)
def test_a_dress_that_cannot_be_read_is_named_in_chinese(document, dress, told):
    with pytest.raises(OutputError) as caught:
        document.to_docx(**dress)
    assert str(caught.value).startswith(told)
    assert str(caught.value).isascii() is False


def test_a_file_larger_than_any_letterhead_is_not_read_to_its_end(document, tmp_path):
    path = tmp_path / "信头.docx"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    for dress in ({"base": path}, {"signature": path}):
        with pytest.raises(OutputError, match="超过50兆字节"):
            document.to_docx(**dress)
