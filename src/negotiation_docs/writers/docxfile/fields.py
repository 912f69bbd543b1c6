"""The fields of a letterhead: what counts, dates and names may stay; what fetches, runs or asks does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from msgspec import Struct

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docxfile.elements import Element

ADDRESS: Final = re.compile(r"(?:https?://|mailto:|tel:)[^\\]*\Z", re.IGNORECASE)
"""Where a link may lead: no file, no share of a network, no program."""
_PLAIN: Final = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "LISTNUM",
    "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME",
    "REVNUM", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "DOCPROPERTY", "DOCVARIABLE",
    "INFO", "FILENAME", "FILESIZE", "NUMWORDS", "NUMCHARS", "TEMPLATE", "USERNAME", "USERINITIALS", "USERADDRESS",
    "EQ", "SYMBOL", "ADVANCE", "QUOTE", "IF", "COMPARE", "SET", "TOC", "TC", "XE", "TA", "INDEX", "FORMTEXT",
    "FORMCHECKBOX", "FORMDROPDOWN", "MERGEFIELD", "=",
})  # fmt: skip
_FETCHES: Final = frozenset({
    "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "DDE", "DDEAUTO", "LINK", "RD", "DATABASE", "EMBED",
    "HYPERLINK",
})  # fmt: skip
_TOLD: Final = frozenset({
    "MACROBUTTON", "GOTOBUTTON", "FILLIN", "ASK", "AUTOTEXT", "AUTOTEXTLIST", "ADDIN", "PRINT", "CONTROL",
    "BARCODE", "NEXT", "MERGEREC",
})  # fmt: skip
_NAME: Final = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"]|\Z))")
_LINK: Final = re.compile(r"\s*HYPERLINK\s+(?:\\l\s|\"?([^\"\s]+))", re.IGNORECASE)
_PARTS: Final = tuple(qn(f"w:{name}") for name in ("fldChar", "instrText", "delInstrText", "fldSimple"))
_KIND: Final = qn("w:fldCharType")


class _Field(Struct):
    """A field being read: its own code, and whether another field stands where its name should."""

    pieces: list[str]
    nameless: bool = False
    coded: bool = True
    named: bool = False

    @property
    def code(self) -> str:
        return "".join(self.pieces)

    def add(self, words: str) -> None:
        self.pieces.append(words)
        self.named = self.named or bool(words.strip())


def refuse_fields(content: Element) -> None:
    """Raises :class:`OutputError` for a field that is none of those known to show what the file itself holds."""
    for field in _fields(content):
        code = field.code
        found = _NAME.match(code)
        name = found[1].upper() if found else ""
        if name in _FETCHES and not (name == "HYPERLINK" and _leads_on(code)):
            raise OutputError("信头文件引用了外部内容（例如链接的图片），请改为嵌入后再试")
        if field.nameless or (code.strip() and name not in _PLAIN and name != "HYPERLINK"):
            told = f"（{name}）" if name in _TOLD else ""  # any other word may be anybody's
            raise OutputError(
                f"信头文件里有不能使用的域{told}；请在 Word 里选中它，按 Ctrl+Shift+F9 变成普通文字，保存后再试"
            )


def _leads_on(code: str) -> bool:
    """Whether a link of a field leads to a place in the document, or to an address."""
    found = _LINK.match(code)
    return found is not None and (found[1] is None or ADDRESS.match(found[1]) is not None)


def _fields(content: Element) -> Iterator[_Field]:
    """Every field with its own code, without those inside it."""
    open_: list[_Field] = []
    for each in content.iter(*_PARTS):
        kind = each.get(_KIND)
        if each.tag == _PARTS[-1]:
            yield _Field([each.get(qn("w:instr"), "")])
        elif each.tag != _PARTS[0]:
            if open_:
                open_[-1].add(each.text or "")
            else:
                yield _Field([each.text or ""])
        elif kind == "begin":
            if open_ and open_[-1].coded and not open_[-1].named:
                open_[-1].nameless = True
            open_.append(_Field([]))
        elif open_ and kind == "separate":
            open_[-1].coded = False
        elif open_:
            yield open_.pop()
    yield from open_
