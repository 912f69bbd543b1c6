"""Which official forms and rules the papers answer, field by field, and when their sources were last read.

``python -m negotiation_docs.guide.conformity > docs/conformity.md``
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec
import yaml
from msgspec import Struct

from negotiation_docs.catalogue.factpaths import labels
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.facts import Action
from negotiation_docs.law import court_forms
from negotiation_docs.law.provisions import table

MARKS: Final = {"V": "全文核对", "V2": "转载文本", "S": "只见摘录"}
_DATA: Final = Path(__file__).parent / "data" / "conformity.yaml"
_WRITTEN: Final = {"basis": ("basis",), "further": (), "evidence": ("claims.evidence",)}
"""The rows to write in, and the facts that fill them; the others are answered in ``claims`` and ``facts``."""
_HEAD: Final = """# 文书与官方表格、规定的对照

<!-- 本页由 python -m negotiation_docs.guide.conformity > docs/conformity.md 生成 -->

哪一份文书回应哪一份表格或者规定，逐项写明：要求什么 → 事实写在案件文件的哪里 → 印在文书的哪里、怎样写。\
每份对照写明出处和读取的日子；读取超过一年的，`make check` 会提醒重读。

核对程度：全文核对，读过原文全文；转载文本，只读过转载的文字，个别字可能有出入；只见摘录，只读过栏目或者要点，原件没有见到。\
对照不是法律意见；表格和规定以现行文本为准。
"""


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """A form or rule: its name, where it was read, how well (a key of :data:`MARKS`), and on which day."""

    name: str
    where: str
    mark: Literal["V", "V2", "S"]
    read: date


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """What is ``required``, the ``facts`` that tell it, and the words that the paper ``says`` ``under`` a heading.

    ``implied``: the words follow from the facts without repeating them there.
    """

    required: str
    facts: tuple[str, ...]
    under: str
    says: str
    implied: bool = False


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """One form or rule (``source``: a purpose of the table of law, or a source of this data) and its ``fields``.

    ``rows``: the cause whose rows of the court's element form (:mod:`negotiation_docs.law.court_forms`) follow them.
    """

    id: str
    paper: str
    title: str
    source: str
    fields: tuple[Field, ...]
    note: str = ""
    rows: Action | None = None


class _Data(Struct, frozen=True, forbid_unknown_fields=True):
    sources: Mapping[str, Source]
    forms: tuple[Form, ...]


@cache
def forms() -> tuple[Form, ...]:
    """Every form and rule that some paper answers, each with all its fields."""
    return tuple(msgspec.structs.replace(form, fields=(*form.fields, *_court_rows(form))) for form in _data().forms)


def _court_rows(form: Form) -> Iterator[Field]:
    """The numbered rows of the element form of a cause; whatever the person answers, each stands in the paper."""
    if form.rows is None:
        return
    asked = court_forms.forms()[form.rows]
    for part, rows, under in (("claims", asked.claims, "答辩事项"), ("facts", asked.facts, "事实与理由")):
        for number, row in enumerate(rows, 1):
            facts = tuple(f"debt.litigation.{path}" for path in _WRITTEN.get(row.item, (part,)))
            yield Field(row.zh, facts, under, f"{number}.{row.zh}", implied=True)


def source(form: Form) -> Source:
    """Where the form or rule stands; of law that may be cited, what the table of law says. Raises KeyError."""
    own = _data().sources.get(form.source)
    if own is not None:
        return own
    rule = table().provisions[form.source][-1]
    mark: Literal["V", "V2"] = "V" if rule.mark == "V" else "V2"
    return Source(rule.text, rule.source, mark, table().checked)


def stale(today: date) -> list[str]:
    """The names of the sources that nobody has read for a year."""
    known = {source(form) for form in forms()}
    return sorted(each.name for each in known if (today - each.read).days > 365)


def page() -> str:
    """The whole page."""
    papers = dict.fromkeys(form.paper for form in forms())
    return _HEAD + "".join(_paper(name, [form for form in forms() if form.paper == name]) for name in papers)


def _paper(name: str, answered: Sequence[Form]) -> str:
    kind = find(name)
    return f"\n## {kind.spoken}\n" + "".join(_form(form) for form in answered)


def _form(form: Form) -> str:
    read = source(form)
    told = f"出处：{read.name}。{MARKS[read.mark]}（{read.where}），{read.read.isoformat()}读取。"
    rows = "".join(_rows(form.fields))
    note = f"\n{form.note}\n" if form.note else ""
    table_ = f"\n| 要求 | 案件文件 | 在文书的哪里 | 怎样写 |\n|---|---|---|---|\n{rows}"
    return f"\n### {form.title}\n\n{told}\n{note}{table_}"


def _rows(fields: Sequence[Field]) -> Iterator[str]:
    for each in fields:
        facts = "、".join(f"{labels(path)[-1]} `{path}`" for path in each.facts) or "–"
        yield f"| {each.required} | {facts} | {each.under} | “{each.says}” |\n"


@cache
def _data() -> _Data:
    return msgspec.convert(yaml.safe_load(_DATA.read_text(encoding="utf-8")), _Data)


if __name__ == "__main__":
    sys.stdout.write(page())
