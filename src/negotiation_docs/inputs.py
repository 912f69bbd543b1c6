"""Reads what a finished paper is dressed with: a letterhead, the picture of a signature."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from negotiation_docs.errors import OutputError

Given = bytes | str | Path
"""A file's content, or where it lies."""
_MOST: Final = 50_000_000


def content(given: Given, what: str) -> bytes:
    """The bytes of ``given``; ``what`` names it in Chinese. Raises OutputError if it cannot be read."""
    if isinstance(given, bytes):
        return given
    path = Path(given)
    try:
        with path.open("rb") as file:
            found = file.read(_MOST + 1)
    except FileNotFoundError:
        raise OutputError(f"找不到{what}：{path}") from None
    except (OSError, ValueError):
        raise OutputError(f"打不开{what}：{path}；请检查它是不是文件，以及有没有读取权限") from None
    if len(found) > _MOST:
        raise OutputError(f"{what}超过50兆字节，请换一个小一些的文件")
    return found
