"""Is a letterhead safe to open? Looks at the ZIP file and its relationships before any of it is read as a document."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final
from urllib.parse import unquote

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from negotiation_docs.errors import OutputError

_LARGEST: Final = 50 * 2**20  # bytes unpacked
_MOST_PARTS: Final = 2000
_MAIN: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_ALLOWED_OUTSIDE: Final = ("/hyperlink", "/attachedTemplate")
_DAMAGED: Final = (
    zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error,
    SyntaxError,  # of XML: lxml's error is one
)  # fmt: skip


def inspected(data: bytes) -> bytes:
    """The letterhead's bytes, if it is an honest DOCX without macros or outside content.

    Relationships to parts that are not there (a picture taken out, a thumbnail) are left out. Raises
    :class:`OutputError` saying what is wrong and what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _examine(package)
            return _mended(package) or data
    except _DAMAGED:
        raise OutputError("信头文件不是完好的 DOCX，请用 Word 打开后另存为 .docx 再试") from None


def _examine(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
        raise OutputError("信头文件解压后过大（上限 50 MB），请去掉大图片后再试")
    if any("vbaproject" in entry.filename.lower() for entry in entries):
        raise OutputError("信头文件带有宏，不能使用，请另存为不带宏的 .docx")
    if _MAIN not in package.read("[Content_Types].xml"):
        raise OutputError("信头文件不是 Word 文档（.docx）；模板请先另存为 .docx")
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")) and _declares_a_type(package.read(entry)):
            raise OutputError("信头文件含有 XML 实体声明，不能使用")
    if any(each.get("Type", "").startswith(_STRICT) for each in parse_xml(package.read("_rels/.rels"))):
        raise OutputError(
            "信头文件是“Strict Open XML 文档”，不能使用；请用 Word 另存为普通的“Word 文档（*.docx）”，"
            "保存类型里不要带 Strict 字样"
        )


def _mended(package: zipfile.ZipFile) -> bytes:
    """The package without relationships to nothing; empty if there are none. Refuses content from outside."""
    names = set(package.namelist())
    changed: dict[str, bytes] = {}
    for name in [name for name in names if name.lower().endswith(".rels")]:
        relationships = parse_xml(package.read(name))
        for each in list(relationships):
            if each.get("TargetMode") == "External":
                if not each.get("Type", "").endswith(_ALLOWED_OUTSIDE):
                    raise OutputError("信头文件引用了外部内容（例如链接的图片），请改为嵌入后再试")
            elif _target(name, each.get("Target", "")) not in names:
                relationships.remove(each)
                changed[name] = serialize_part_xml(relationships)
    if not changed:
        return b""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as mended:
        for name in package.namelist():
            mended.writestr(name, changed.get(name) or package.read(name))
    return out.getvalue()


def _target(rels: str, target: str) -> str:
    """The name of the part that a relationship of the file ``rels`` points to."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/", folder, unquote(target.partition("#")[0]))).lstrip("/")


def _declares_a_type(content: bytes) -> bool:
    """Whether a part has a document type, which may declare entities; a part that is no XML is none to read."""
    try:
        return bool(parse_xml(content).getroottree().docinfo.doctype)
    except SyntaxError:
        return b"<!DOCTYPE" in content or b"<!ENTITY" in content
