"""Has a stranger's PDF or HEIC file read by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from negotiation_docs.writers.scans import limits
from negotiation_docs.writers.scans.scan import Leaf, Scan, ScanError

_SCRIPT: Final = Path(__file__).with_name("child.py")
_AGAIN: Final = "请打开核对，另存或打印成新的PDF再用"
_REASONS: Final = {
    "encrypted": ("加了密码或者限制了权限", "请用能打开它的程序打印成新的PDF再用；不要改动原文件"),
    "pages": (f"超过{limits.MOST_PAGES}页", "请只留下要用的页，或者分成几份证据"),
    "size": ("页面或者图片的尺寸不对", _AGAIN),
    "layers": ("有关闭了的图层，看不见的内容可能会显示出来", _AGAIN),
    "memory": ("打开它要用的内存太多", _AGAIN),
    "unfolds": ("页面的内容展开以后大得不正常", _AGAIN),
    "large": (f"整理以后超过{limits.MOST_BYTES // 1_000_000}兆字节", "请缩小扫描的精度，或者分成几份证据"),
    "time": ("太久打不开", _AGAIN),
    "frozen": ("在打包成一个程序以后读不了", "请换成 JPEG 或 PNG 图片，或者用 pip 安装的程序"),
    "broken": ("有损坏，打不开", _AGAIN),
}
_STOPPED: Final = ("unfolds", "memory", "time")
"""Reasons that are found out only at the cost of a limit."""
_EXTRAS: Final = {"pdf": ("PDF", "bundle"), "heic": ("HEIC照片", "heic")}


def cleaned(data: bytes) -> Scan:
    """A PDF with nothing left but what its pages show. Raises ScanError."""
    told, clean = _read("pdf", data)
    leaves = [Leaf(number, tuple(box)) for number, box in enumerate(told["boxes"])]
    return Scan(tuple(leaves), clean, told["signed"], unfolded=told["unfolded"])


def developed(data: bytes) -> bytes:
    """A HEIC photo as an upright JPEG. Raises ScanError."""
    return _read("heic", data)[1]


def _read(kind: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    if getattr(sys, "frozen", False):  # PyInstaller's: the program is no Python that runs a script
        raise _refusal(kind, "frozen")
    asked = {
        "kind": kind,
        "path": sys.path,
        "memory": limits.CHILD_MEMORY,
        "seconds": limits.CHILD_SECONDS,
        "bytes": limits.MOST_BYTES,
        "unfolded": limits.MOST_UNFOLDED,
        "pages": limits.MOST_PAGES,
        "pixels": limits.MOST_PIXELS,
        "sides": limits.PAGE_SIDES,
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own script, in the Python that runs
            [sys.executable, "-I", str(_SCRIPT)],
            input=json.dumps(asked).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.CHILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refusal(kind, "time") from None
    head, newline, clean = done.stdout.partition(b"\n")
    told = json.loads(head) if newline else {"refused": "memory" if done.returncode else "broken"}
    if reason := told.get("refused"):
        raise _refusal(kind, reason)
    return told, clean


def _refusal(kind: str, reason: str) -> ScanError:
    if reason == "missing":
        what, extra = _EXTRAS[kind]
        return ScanError(f"读取{what}要另装一个组件", f'请运行 pip install "negotiation-docs[{extra}]"')
    return ScanError(*_REASONS[reason], limits.MOST_UNFOLDED if reason in _STOPPED else 0)
