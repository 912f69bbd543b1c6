"""What no writer can do without: compressing a finished package; cutting the font to its glyphs and deflating that."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from fontcut import font


def zipping(folder: Path) -> Callable[[list[str]], list[bytes]]:
    """Zip the parts of a finished DOCX (docx-mailmerge2's template) again."""
    packages = []
    for path in sorted(folder.glob("mailmerge*.docx")):
        with zipfile.ZipFile(path) as package:
            packages.append({name: package.read(name) for name in package.namelist()})
    return lambda _: [_zipped(parts) for parts in packages]


def subsetting(_: Path) -> Callable[[list[str]], list[bytes]]:
    """Cut the font to the characters of each paper and deflate it."""
    face = hb.Face(hb.Blob.from_file_path(str(font())))
    return lambda words: [_subset(face, text) for text in words]


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def _subset(face: Any, words: str) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, words))
    return zlib.compress(bytes(hb.subset(face, wanted).blob.data))
