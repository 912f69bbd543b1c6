"""Where in a letterhead the paper goes: the paragraph ``【正文】``, or all of the body."""

from __future__ import annotations

from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.docxfile.xml import NAMESPACES, PLACE_MARK, PLACE_PARAGRAPH

_AROUND: Final = {"w:tc": "表格的单元格里", "w:txbxContent": "文本框里", "w:sdtContent": "内容控件里"}
_ADVICE: Final = f"请在正文里另起一段，只写“{PLACE_MARK}”"


def clear_place(body: Element, others: list[Element]) -> Element | None:
    """Put the plain mark where the paper goes, and give the properties of the section it stands in (or None).

    ``others`` are headers and footers. Raises :class:`OutputError` for a mark that stands where no paper can go.
    """
    marked = _marked(body)
    faults = [fault for paragraph, words in marked.items() if (fault := _fault(paragraph, words, body))]
    faults += ["页眉或者页脚里"] if any(_marked(other) for other in others) else []
    if faults:
        where = "、".join(dict.fromkeys(faults))
        raise OutputError(f"信头文件中的“{PLACE_MARK}”写在{where}，那里放不下文书；{_ADVICE}")
    if len(marked) > 1:
        raise OutputError(f"信头文件中有{len(marked)}处“{PLACE_MARK}”，只能有一处；请删去多余的")
    place = parse_xml(PLACE_PARAGRAPH.replace("<w:p>", f"<w:p {NAMESPACES}>", 1).encode())
    if marked:
        (paragraph,) = marked
        paragraph.addprevious(place)
        _take_out(paragraph)
    else:
        section = body.find(qn("w:sectPr"))
        body[:] = [place] if section is None else [place, section]
    return next(iter(place.xpath("following::w:sectPr")), None)


def _take_out(paragraph: Element) -> None:
    """Remove the mark; a paragraph that ends a section stays, without its words."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        paragraph.getparent().remove(paragraph)
        return
    for child in paragraph.xpath("*[not(self::w:pPr)]"):
        paragraph.remove(child)


def _marked(story: Element) -> dict[Element, str]:
    """The paragraphs with a mark and their own text, without that of text boxes anchored in them."""
    told: dict[Element, list[str]] = {}
    for text in story.iter(qn("w:t")):
        paragraph = next(text.iterancestors(qn("w:p")), None)
        if paragraph is not None:
            told.setdefault(paragraph, []).append(text.text or "")
    words = {paragraph: "".join(pieces) for paragraph, pieces in told.items()}
    return {paragraph: said for paragraph, said in words.items() if PLACE_MARK in said}


def _fault(paragraph: Element, words: str, body: Element) -> str:
    """Where a mark stands that is no place for a paper; empty for a good one."""
    around = next(paragraph.iterancestors(*(qn(name) for name in _AROUND)), None)
    if around is not None:
        return next(where for name, where in _AROUND.items() if around.tag == qn(name))
    alone = words.strip() == PLACE_MARK and paragraph.getparent() is body
    return "" if alone else "句子中间"
