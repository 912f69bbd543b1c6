"""The bytes of a scan: from the folder of the case file, a folder, or a mapping of names; never from anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from negotiation_docs.below import AstrayError, open_below
from negotiation_docs.errors import OutputError
from negotiation_docs.files import Given, content
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
    return _below(Path(files), name)


def _given(name: str, files: Mapping[str, Given]) -> bytes:
    if name not in files:
        raise ScanError("没有在 files= 里给出", "请给出这个名称的内容（bytes）或者路径")
    try:
        return content(files[name], "文件")
    except OutputError:
        raise ScanError("打不开", "请检查它是不是文件、有没有读取权限，以及是不是超过50兆字节") from None


def _below(folder: Path, name: str) -> bytes:
    try:
        with open_below(folder, name) as file:
            return file.read(MOST_BYTES + 1)
    except AstrayError as error:
        raise ScanError(error.found, "请把文件本身放到案件文件所在的文件夹里，写相对路径") from None
    except (FileNotFoundError, NotADirectoryError):
        raise ScanError(*_ABSENT) from None
    except (OSError, ValueError):
        raise ScanError("打不开", "请检查它是不是文件，以及有没有读取权限") from None
