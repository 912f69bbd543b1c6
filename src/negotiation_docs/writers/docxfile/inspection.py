"""Is a letterhead safe to open? Looks at the ZIP file and its relationships before any of it is read as a document."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.packages import DamagedError, OversizeError, unpacked

_LARGEST: Final = 50 * 2**20  # bytes unpacked
_MOST_XML: Final = 20 * 2**20  # bytes
_MOST_TAGS: Final = 400_000  # an element has two, or one
_MOST_NAMESPACES: Final = 5_000  # declared: each element that moves is held against them
_MOST_ATTRIBUTES: Final = 1000  # of one element: comparing each with each takes libxml2 the square of their number
_TAG: Final = re.compile(rb"<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_MAIN: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_ALLOWED_OUTSIDE: Final = ("/hyperlink", "/attachedTemplate")


def inspected(data: bytes) -> bytes:
    """The letterhead packed anew, if it is an honest DOCX without macros or outside content.

    Relationships to parts that are not there (a picture taken out, a thumbnail) are left out. Raises
    :class:`OutputError` saying what is wrong and what to do.
    """
    return _packed(_mended(honest(data)))


def honest(data: bytes, called: str = "信头文件") -> dict[str, bytes]:
    """The parts of a DOCX by name, as they are; ``called`` is what the file is called in what is said against it.

    Raises :class:`OutputError` for a file that is damaged, or has macros or outside content.
    """
    try:
        parts = unpacked(data, _LARGEST)
        _examine(parts, called)
    except OversizeError:
        raise OutputError(f"{called}解压后过大（上限 50 MB），请去掉大图片后再试") from None
    except (DamagedError, KeyError, SyntaxError, ValueError):  # of XML: lxml's error is a SyntaxError
        raise OutputError(f"{called}不是完好的 DOCX，请用 Word 打开后另存为 .docx 再试") from None
    return dict(parts)


def _examine(parts: Mapping[str, bytes], called: str) -> None:
    if any("vbaproject" in name.lower() for name in parts):
        raise OutputError(f"{called}带有宏，不能使用，请另存为不带宏的 .docx")
    if _MAIN not in parts["[Content_Types].xml"]:
        raise OutputError(f"{called}不是 Word 文档（.docx）；模板请先另存为 .docx")
    read = [parts[name] for name in _xml(parts)]
    tags, namespaces = (sum(content.count(sign) for content in read) for sign in (b"<", b"xmlns"))
    if sum(map(len, read)) > _MOST_XML or tags > _MOST_TAGS or namespaces > _MOST_NAMESPACES:
        raise OutputError(f"{called}的内容太多，请新建一个只有页眉页脚的文件，另存为 .docx 再试")
    if any(tag.count(b"=") > _MOST_ATTRIBUTES for content in read for tag in _TAG.findall(content)):
        raise DamagedError
    if any(map(_declares_a_type, read)):
        raise OutputError(f"{called}含有 XML 实体声明，不能使用")
    if any(each.get("Type", "").startswith(_STRICT) for each in entries(parts["_rels/.rels"])):
        raise OutputError(
            f"{called}是“Strict Open XML 文档”，不能使用；请用 Word 另存为普通的“Word 文档（*.docx）”，"
            "保存类型里不要带 Strict 字样"
        )
    for name in [name for name in parts if name.lower().endswith(".rels")]:
        for each in entries(parts[name]):
            if each.get("TargetMode") == "External" and not each.get("Type", "").endswith(_ALLOWED_OUTSIDE):
                raise OutputError(f"{called}引用了外部内容（例如链接的图片），请改为嵌入后再试")


def entries(content: bytes) -> list[Element]:
    """What a list of relationships or types has in it; anybody may write a comment between."""
    return list(parse_xml(content).iterchildren("*"))


def _xml(parts: Mapping[str, bytes]) -> set[str]:
    """The names of what is read as XML: by their endings, or by what the package says of them."""
    types = entries(parts["[Content_Types].xml"])
    said = [each for each in types if each.get("ContentType", "").endswith("xml")]
    told = {each.get("PartName", "").lower().lstrip("/") for each in said}
    kinds = {each.get("Extension", "").lower() for each in said} - {""}
    endings = (".xml", ".rels", *(f".{kind}" for kind in kinds))
    return {name for name in parts if name.lower() in told or name.lower().endswith(endings)}


def _mended(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without relationships to nothing."""
    mended = dict(parts)
    for name in [name for name in parts if name.lower().endswith(".rels")]:
        relationships = parse_xml(parts[name])
        for each in list(relationships.iterchildren("*")):
            if each.get("TargetMode") != "External" and _target(name, each.get("Target", "")) not in parts:
                relationships.remove(each)
                mended[name] = serialize_part_xml(relationships)
    return mended


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a ZIP file, stored: it is read once more, here, and goes nowhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
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
