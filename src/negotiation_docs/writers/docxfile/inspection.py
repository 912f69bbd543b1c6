"""Is a letterhead safe to open? Looks at the ZIP file and its relationships before any of it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from negotiation_docs.errors import OutputError

_LARGEST = 50 * 2**20  # bytes unpacked
_MOST_PARTS = 2000
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONSHIP = re.compile(rb"<[\w:]*Relationship\s[^>]*>")
_ALLOWED_OUTSIDE = (b"/hyperlink", b"/attachedTemplate")


def read_letterhead(base: bytes | Path) -> bytes:
    """The letterhead's bytes, if it is an honest DOCX without macros or outside content.

    Raises :class:`OutputError` saying what is wrong and what to do.
    """
    if isinstance(base, bytes):
        data = base
    else:
        try:
            data = base.read_bytes()
        except OSError as error:
            raise OutputError(f"信头文件读不出来（{error.strerror}），请检查路径") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _examine(package)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        raise OutputError("信头文件不是完好的 DOCX，请用 Word 打开后另存为 .docx 再试") from None
    return data


def _examine(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
        raise OutputError("信头文件解压后过大（上限 50 MB），请去掉大图片后再试")
    if any("vbaproject" in entry.filename.lower() for entry in entries):
        raise OutputError("信头文件带有宏，不能使用，请另存为不带宏的 .docx")
    if _MAIN not in package.read("[Content_Types].xml"):
        raise OutputError("信头文件不是 Word 文档（.docx）；模板请先另存为 .docx")
    for entry in entries:
        name = entry.filename.lower()
        if not name.endswith((".xml", ".rels")):
            continue
        content = package.read(entry)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise OutputError("信头文件含有 XML 实体声明，不能使用")
        if name.endswith(".rels"):
            _examine_relationships(content)


def _examine_relationships(content: bytes) -> None:
    for relationship in _RELATIONSHIP.findall(content):
        outside = re.search(rb"TargetMode\s*=\s*[\"']External", relationship)
        if outside and not any(kind in relationship for kind in _ALLOWED_OUTSIDE):
            raise OutputError("信头文件引用了外部内容（例如链接的图片），请改为嵌入后再试")
