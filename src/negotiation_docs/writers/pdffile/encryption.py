"""Encrypts a finished PDF with AES-256 (revision 6), by the optional pikepdf."""

from __future__ import annotations

import io
import stringprep
import unicodedata

from negotiation_docs.errors import OutputError

_LONGEST = 127  # bytes of UTF-8 (ISO 32000-2 7.6.4.3.3): more would be cut off unseen
# RFC 4013 2.3: what no password may hold.
_PROHIBITED = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


def encrypt(data: bytes, password: str) -> bytes:
    """The file, readable with ``password`` only. Raises OutputError without pikepdf or for a password of no use."""
    prepared = prepare(password)
    try:
        import pikepdf  # noqa: PLC0415  # optional: the extra "encrypt"
    except ImportError:
        raise OutputError('加密PDF需要另装一个组件：pip install "negotiation-docs[encrypt]"') from None
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=prepared, user=prepared, R=6))
    return out.getvalue()


def prepare(password: str) -> str:
    """The password as readers of PDF 2.0 take it, however it was typed (SASLprep: RFC 4013, ISO 32000-2 7.6.4.3.3).

    Full-width letters and digits become plain ones, parts of a character one character. Raises OutputError.
    """
    typed = "".join([" " if stringprep.in_table_c12(char) else char for char in password])
    prepared = unicodedata.normalize("NFKC", "".join([char for char in typed if not stringprep.in_table_b1(char)]))
    if any(prohibited(char) for char in prepared for prohibited in _PROHIBITED):
        raise OutputError("密码中有不能使用的字符（如控制字符）；请使用文字、字母、数字和常用符号。")
    if any(map(stringprep.in_table_d1, prepared)) and not _one_way(prepared):
        raise OutputError("密码中从右向左书写的文字不能和从左向右的文字混用，也不能以数字或符号开头或结尾。")
    if not prepared:
        raise OutputError("密码不能为空。")
    if len(prepared.encode()) > _LONGEST:
        raise OutputError(f"密码过长：不能超过{_LONGEST}字节（约{_LONGEST // 3}个汉字）。")
    return prepared


def _one_way(text: str) -> bool:
    """Whether letters written from the right are alone, and at both ends (RFC 3454 6)."""
    ends = stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])
    return ends and not any(map(stringprep.in_table_d2, text))
