"""A file below a folder that a stranger's name leads to; no way leads out of the folder, neither ``..`` nor a link.

Each part of the way is opened from the one before, so that nobody who changes the way meanwhile can lead it elsewhere.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from negotiation_docs.files import at_once, itself

_WALKS: Final = os.open in os.supports_dir_fd  # not on Windows
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0)


class AstrayError(OSError):
    """A name that leads out of its folder, over a link, or to no regular file; ``found`` says which, in Chinese."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


def open_below(folder: Path, name: str) -> BinaryIO:
    """The regular file ``name`` below ``folder``, open for reading.

    Raises :class:`AstrayError`, or OSError for what is not there or cannot be read.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or ":" in name or "\0" in name:
        raise AstrayError("不在案件文件所在的文件夹里")
    _refuse_links(folder, parts)
    file = _walked(folder, parts) if _WALKS else _looked_at(folder, parts)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise AstrayError("不是普通文件")
    return file


def _refuse_links(folder: Path, parts: tuple[str, ...]) -> None:
    """So that a link is called one; whatever comes after this look is stopped where the way is opened."""
    at = folder
    for part in parts:
        at = at / part
        if stat.S_ISLNK(at.lstat().st_mode):
            raise AstrayError("是一个链接")


def _walked(folder: Path, parts: tuple[str, ...]) -> BinaryIO:
    at = os.open(folder, _FOLDER)
    try:
        for part in parts[:-1]:
            above, at = at, os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=at)
            os.close(above)
        return open(parts[-1], "rb", opener=lambda part, flags: at_once(part, flags | os.O_NOFOLLOW, dir_fd=at))
    finally:
        os.close(at)


def _looked_at(folder: Path, parts: tuple[str, ...]) -> BinaryIO:
    """Where no folder can be opened: the way is looked at once more when the file is open."""
    path = folder.joinpath(*parts)
    file = open(path, "rb", opener=itself)  # noqa: SIM115 - handed on open
    if not path.resolve().is_relative_to(folder.resolve()):
        file.close()
        raise AstrayError("不在案件文件所在的文件夹里")
    return file
