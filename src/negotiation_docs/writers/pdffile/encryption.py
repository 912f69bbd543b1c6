"""Encrypts a finished PDF with AES-256 (revision 6), by the optional pikepdf."""

from __future__ import annotations

import io

from negotiation_docs.errors import OutputError


def encrypt(data: bytes, password: str) -> bytes:
    """The file, readable with ``password`` only. Raises OutputError without pikepdf or without a password."""
    if not password:
        raise OutputError("密码不能为空。")
    try:
        import pikepdf  # noqa: PLC0415  # optional: the extra "encrypt"
    except ImportError:
        raise OutputError("加密PDF需要另装一个组件：pip install 'negotiation-docs[encrypt]'") from None
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return out.getvalue()
