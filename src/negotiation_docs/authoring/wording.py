"""What stands in a template as plain text and should not: gaps left for a pen, law typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

from negotiation_docs.authoring.finding import TemplateFinding
from negotiation_docs.facts.values.leftopen import BEGIN

_PRINT: Final = "请改成 {{ 名称 }}，让程序从案件文件里填写；名称见 negotiation-docs template show-data"
_CITE: Final = "规定写成 {{ cite(用途) }}，用途写在登记信息的 cites 里：适用的才会印出，见 negotiation-docs rules"
_GAP: Final = "“{}”像是留着填写的空，会照样印出来"
LAW: Final = re.compile(
    r"《[^《》\n]{1,40}(?:法|法典|条例|办法|规定|解释|意见|通知|指引)》(?:（[^（）]{1,30}）)?"
    r"(?:第[〇零一二三四五六七八九十百千\d]{1,7}条)?"
    r"|第[〇零一二三四五六七八九十百千\d]{1,7}条"
)
BLANKS: Final = re.compile(r"[_＿]{3,}|\.{6,}|…{3,}|(?<![A-Za-z])[×xX]{2,}(?![A-Za-z])|某某|某年|○{2,}|〇{3,}")
"""What is left for a pen, or was never replaced by what it stands for."""
# What looks like a gap to fill in by hand, or a rule that nobody checks; with what to do.
_SUSPECT: Final = (
    (re.compile(rf"(?!{BEGIN})【[^【】\n]{{1,30}}】"), _GAP, _PRINT),
    (re.compile(r"\[[^\[\]\n]{1,30}\]|\$\{?\w{1,30}\}?"), _GAP, _PRINT),
    (re.compile(r"[_＿]{3,}|\.{6,}|…{3,}"), _GAP, _PRINT),
    (re.compile(r"(?<!\{)\{[^{}%#\n]{1,30}\}(?!\})"), "“{}”只有一层大括号，会照样印出来", _PRINT),
    (re.compile(r"[×xX]{2,}|某某|某年|○{2,}|〇{3,}"), "“{}”像是没有换掉的样例，会照样印出来", _PRINT),
    (LAW, "规定“{}”是直接写的，不论它适不适用、改没改过都会印出来", _CITE),
)


def suspects(tree: nodes.Template, file: str) -> Iterator[TemplateFinding]:
    """Every piece of plain text of the template that is better not typed."""
    for text in tree.find_all(nodes.TemplateData):
        for pattern, message, hint in _SUSPECT:
            for found in pattern.finditer(text.data):
                line = text.lineno + text.data.count("\n", 0, found.start())
                yield TemplateFinding(file, line, message.format(found[0]), hint)
