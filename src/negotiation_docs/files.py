"""The disk: files read within bounds; written whole or not at all, owner-only, never over a different one unasked."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from negotiation_docs.errors import FileInTheWay, OutputError, placed

Given = bytes | str | Path
"""A file's content, or where it lies."""
Fonts = Mapping[str, str | Path | Sequence[str | Path]]
"""Face → a font or several, the first of which wins: a path (``simsun.ttc#1``) or the name of an installed font."""
PART: Final = (".negotiation-docs-", ".part")
"""How the name of an unfinished file begins and ends; a process that was killed leaves it."""
_MOST: Final = 50_000_000
_UNUSABLE: Final = "文件名含有不能使用的字符"


def content(given: Given, what: str, most: int = _MOST) -> bytes:
    """The bytes of ``given``, at most ``most``; ``what`` names it in Chinese. Raises OutputError."""
    if isinstance(given, bytes):
        return given
    path = Path(given)
    try:
        with open(path, "rb", opener=at_once) as file:
            found = file.read(most + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except FileNotFoundError:
        raise OutputError(f"找不到{what}：{placed(path)}") from None
    except (OSError, ValueError):
        found = None
    if found is None:
        raise OutputError(f"打不开{what}：{placed(path)}；请检查它是不是文件，以及有没有读取权限") from None
    if len(found) > most:
        raise OutputError(f"{what}超过{most // 1_000_000}兆字节，请换一个小一些的文件")
    return found


def is_file(path: Path) -> bool:
    """Whether a file lies there that may be looked at; no error for a name too long or a folder that is closed."""
    return os.path.isfile(path)  # noqa: PTH113 - that of Path raises these


def is_folder(path: Path) -> bool:
    """The same of a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def digest(path: Path, *, links: bool = False) -> str:
    """The SHA-256 of a regular file in hexadecimal; empty for a pipe, a device and what cannot be read.

    Empty for a link as well, unless ``links`` are followed.
    """
    try:
        with open(path, "rb", opener=at_once if links else itself) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        pass
    return ""


def itself(path: str, flags: int) -> int:
    """Opens a file and no link, without waiting."""
    return at_once(path, flags | getattr(os, "O_NOFOLLOW", 0))


def at_once(path: str, flags: int, *, dir_fd: int | None = None) -> int:
    """Opens (from the open folder ``dir_fd``) without waiting for somebody to write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), dir_fd=dir_fd)


def write(path: str | Path, data: bytes, *, overwrite: bool = False) -> Path:
    """Writes ``data`` to ``path`` and returns it.

    The bytes go to a temporary file (mode 0600) beside it, which takes the name only when complete; an error leaves
    what was there. An existing file with the same bytes is left as it is; a different one is replaced only with
    ``overwrite``, and what is no regular file never. Raises OutputError.
    """
    path = Path(path)
    try:
        if _settled(path, data, overwrite=overwrite):
            return path
        _place(path, data, overwrite=overwrite)
    except OSError as error:
        raise OutputError(f"无法写入 {placed(path)}：{why_not(error)}") from None
    except ValueError:  # a NUL in the name
        raise OutputError(_UNUSABLE) from None
    return path


def make_folder(path: Path, mode: int = 0o700) -> None:
    """Makes the folder and those above it where they are wanting, for its owner only by default. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True, mode=mode)
    except OSError as error:
        reason = "已经有一个同名的文件" if isinstance(error, FileExistsError) else why_not(error)
        raise OutputError(f"无法建立文件夹 {placed(path)}：{reason}") from None
    except ValueError:  # a NUL in the name
        raise OutputError(_UNUSABLE) from None


def _settled(path: Path, data: bytes, *, overwrite: bool) -> bool:
    """Whether nothing has to be written; raises OutputError if nothing may be."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        if not is_folder(path.parent):
            raise OutputError(f"无法写入 {placed(path)}：文件夹 {placed(path.parent)} 不存在") from None
        return False
    if stat.S_ISLNK(found.st_mode):
        raise OutputError(f"无法写入 {placed(path)}：这是一个链接，请直接写明目标文件")
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(f"无法写入 {placed(path)}：这不是普通文件")
    if found.st_size == len(data) and path.read_bytes() == data:
        return True
    if not overwrite:
        raise FileInTheWay(path)
    return False


def _place(path: Path, data: bytes, *, overwrite: bool) -> None:
    descriptor, name = tempfile.mkstemp(prefix=PART[0], suffix=PART[1], dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            temporary.replace(path)
        else:
            _claim(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _claim(temporary: Path, path: Path) -> None:
    """Gives ``temporary`` the name ``path`` unless another process took it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileInTheWay(path) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileInTheWay(path) from None
        temporary.replace(path)


_REASONS: Final = {
    errno.EACCES: "没有写入权限，请换一个文件夹",
    errno.EPERM: "没有写入权限，请换一个文件夹",
    errno.EROFS: "磁盘是只读的，请换一个文件夹",
    errno.ENOSPC: "磁盘空间不足，请腾出空间再试",
    errno.EDQUOT: "磁盘配额不足，请腾出空间再试",
    errno.EFBIG: "超过了系统允许的文件大小",
    errno.EIO: "磁盘读写出错，请换一个磁盘再试",
    errno.EBUSY: "文件正被别的程序使用，请关掉它再试",
    errno.ETXTBSY: "文件正被别的程序使用，请关掉它再试",
    errno.EMFILE: "打开的文件太多，请关掉一些程序再试",
    errno.ENFILE: "打开的文件太多，请关掉一些程序再试",
    errno.ELOOP: "路径中的链接绕成了圈",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名过长，请改短",
}


def why_not(error: OSError) -> str:
    """Why the system did not write, in Chinese and with what to do; the system's own words are in its language."""
    return _REASONS.get(error.errno or 0) or f"系统没有允许（错误号{error.errno}），请换一个文件夹再试"
