"""The bytes of a scan: from the folder of the case file, a folder, or a mapping of names; never from anywhere else.

The names come from a case file, which may be a stranger's: no way leads out of the folder, neither ``..`` nor a link.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from negotiation_docs.errors import OutputError
from negotiation_docs.files import Given, content, itself
from negotiation_docs.writers.scans.limits import MOST_BYTES
from negotiation_docs.writers.scans.scan import ScanError

Files = Mapping[str, Given] | str | Path
"""Where scans are found: a folder, or each name of the case file with its bytes or its place."""

_ABSENT: Final = ("找不到", "请把文件放到案件文件所在的文件夹里，核对文件名")


def fetch(name: str, files: Files | None) -> bytes:
    """The content of the file called ``name`` in the case file. Raises ScanError."""
    if files is None:
        raise ScanError("不知道在哪个文件夹里找", "请用 files= 写明文件夹，或者给出每个文件的内容")
    if isinstance(files, Mapping):
        return _given(name, files)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or ":" in name or "\0" in name:
        raise ScanError("不在案件文件所在的文件夹里", "请把文件放到案件文件旁边，写相对路径")
    return _below(Path(files), parts)


def _given(name: str, files: Mapping[str, Given]) -> bytes:
    if name not in files:
        raise ScanError("没有在 files= 里给出", "请给出这个名称的内容（bytes）或者路径")
    try:
        return content(files[name], "文件")
    except OutputError:
        raise ScanError("打不开", "请检查它是不是文件、有没有读取权限，以及是不是超过50兆字节") from None


def _below(folder: Path, parts: tuple[str, ...]) -> bytes:
    """The file below ``folder``; no part of the way is a link."""
    at = folder
    try:
        for part in parts:
            at = at / part
            if stat.S_ISLNK(at.lstat().st_mode):
                raise ScanError("是一个链接", "请把文件本身放到案件文件所在的文件夹里")
        with open(at, "rb", opener=itself) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or not _inside(at, folder):
                raise ScanError("不是普通文件", "请把文件本身放到案件文件所在的文件夹里")
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise ScanError(*_ABSENT) from None
    except (OSError, ValueError):
        raise ScanError("打不开", "请检查它是不是文件，以及有没有读取权限") from None
    return data


def _inside(path: Path, folder: Path) -> bool:
    """Whether it lies there, however the way to it has been changed meanwhile."""
    return path.resolve().is_relative_to(folder.resolve())
