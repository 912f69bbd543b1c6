"""Whole cases drawn at random, through every kind, language and format: no raw error, no hang, no lost character."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

import negotiation_docs as nd
from negotiation_docs.writers.text import to_text
from tests.make.grown import complete
from tests.make.variants import variants
from tests.read.pdf import spoken
from tests.read.words import docx_text, html_text, squeeze

WAIVED = ("limitation", "litigation", "jurisdiction")
_EXAMPLES = Path(__file__).parents[2] / "examples"
_SIGNS = (
    "一二三甲乙丙本人我因故的，。；：！？、（）“”——…·《》【】"
    "0123456789 AaZz&<>{}%#@'\"\\/|~^_-+=\u3000\u00a0\U0002cb4e⾏ 元年月日"
)
_VALUES = (
    *("0", "0.01", "1", "100", "12,000.50元", "1.2万元", "9999999999", "-1", "1.005", "", "null", "[]"),
    *("2026-11-21", "2026年1月31日", "2019-02-29", "2026-03", "2199-12-31", "1900-01-01", "2016-02-29"),
    *("true", "否", "18%", "日万分之五", "月息2分", "36%", "1200%", "60期", "600", "bank_card", "private", "cash"),
)


@cache
def sources() -> list[dict[str, Any]]:
    examples = [yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) for path in sorted(_EXAMPLES.glob("*.yaml"))]
    return [*examples, *variants().values(), complete()]


def case(chance: Random) -> dict[str, Any]:
    """A case of the examples or variants with some facts changed, gone, doubled, or taken from another case."""
    data = copy.deepcopy(chance.choice(sources()))
    for _ in range(chance.choice((0, 1, 1, 2, 3, 6))):
        holder, step, value = chance.choice(list(_slots(data)))
        way = chance.random()
        if way < 0.25 and isinstance(value, str):
            holder[step] = "".join(chance.choices(_SIGNS, k=chance.choice((1, 5, 40, 400, 3000))))
        elif way < 0.45:
            holder[step] = chance.choice(_VALUES)
        elif way < 0.6 and isinstance(holder, dict):
            del holder[step]
        elif way < 0.75 and isinstance(value, list) and value:
            holder[step] = [copy.deepcopy(chance.choice(value)) for _ in range(chance.choice((1, 2, 5, 30)))]
        else:
            other = [each for _, key, each in _slots(chance.choice(sources())) if key == step]
            if other:
                holder[step] = copy.deepcopy(chance.choice(other))
    return data


def _slots(value: Any) -> Iterator[tuple[Any, Any, Any]]:
    inside = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    for step, each in inside:
        yield value, step, each
        yield from _slots(each)


def papers(data: dict[str, Any], chance: Random) -> Iterator[nd.Document]:
    """Every paper that can be made of a case; its own refusals are no faults."""
    draft = chance.random() < 0.3
    try:
        loaded = nd.load(data, draft=draft)
    except nd.FactsError as error:
        str(error)
        return
    for finding in nd.check(loaded):
        str(finding)
    lang = chance.choice(("zh", "zh", "en", "zh+en"))
    for debt in loaded.debts[:2]:
        for kind in nd.kinds():
            try:
                yield nd.render(kind.name, loaded, debt.id, lang, draft=draft, acknowledge=WAIVED)
            except nd.NegotiationDocsError as error:
                str(error)


def faults(document: nd.Document, chance: Random) -> list[str]:
    """What differs between the words of the tree and those of each format."""
    look = chance.choice(("personal", "gb9704"))
    expected, found = squeeze(document.text), []
    pdf, docx = document.to_pdf(look), document.to_docx(look)
    if chance.random() < 0.3 and squeeze(spoken(pdf)) != expected:  # reading it takes longer than all the rest
        found.append("PDF")
    if squeeze(docx_text(docx)) != expected:
        found.append("DOCX")
    if squeeze(html_text(document.html)) != expected:
        found.append("HTML")
    to_text(document.paper)
    str(document.short)
    if chance.random() < 0.02 and document.to_pdf(look) != pdf:
        found.append("other bytes")
    return found
