"""The reference of the case format in Chinese, made from the models and from one case that states everything.

``python -m negotiation_docs.facts.manual tests/facts/complete.yaml > docs/case-format.zh.md``
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic.fields import FieldInfo

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.locate import closed_list, fields, inner, is_list
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.facts.texts import mark_of
from negotiation_docs.facts.values.door import Door

_DATA = Path(__file__).parent / "data"
_USES = {
    "clause": "文字，接在“本人”后面",
    "text": "文字",
    "extract": "合同原文",
    "name": "名称",
    "address": "地址",
    "number": "号码",
    "label": "短语",
    "translation": "逐条写“原文: 译文”",
    "reference": "证据材料的编号，列表",
    "internal": "内部使用，不印进文书",
}


def manual(complete: object) -> str:
    """The whole page; ``complete`` is the raw data of a case that states every field, for the examples."""
    head = (_DATA / "manual.zh.md").read_text(encoding="utf-8")
    return head + "".join(_section(*each) for each in _groups(Case, "", "案件", [complete], set()))


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """What is said of a fact beyond its type: model → key → words."""
    told: Mapping[str, Mapping[str, str]] = yaml.safe_load((_DATA / "meanings.yaml").read_text(encoding="utf-8"))
    return told


_Group = tuple[type[Facts], str, str, list[Any], tuple[type[Facts], ...]]


def _groups(model: type[Facts], path: str, label: str, stated: list[Any], seen: set[type[Facts]]) -> Iterator[_Group]:
    """Every model with its path, its label, what the case says there, and the models whose fields it shares."""
    if model in seen:
        return
    shared = tuple(other for other in seen if issubclass(model, other) or issubclass(other, model))
    seen.add(model)
    yield model, path, label, stated, shared
    for key, field in fields(model).items():
        under = inner(field)
        if under is not None:
            values = [one for entry in stated for one in _entries(_value(entry, model, key))]
            many = "[]" if "tuple" in str(field.annotation) else ""
            yield from _groups(under, f"{path}.{key}{many}".lstrip("."), field.title or key, values, seen)


def _entries(value: object) -> list[Any]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Mapping)]


def _value(entry: Mapping[str, Any], model: type[Facts], key: str) -> object:
    title = fields(model)[key].title
    return entry.get(key, entry.get(title) if title else None)


def _section(model: type[Facts], path: str, label: str, stated: list[Any], shared: tuple[type[Facts], ...]) -> str:
    known = {key for other in shared for key in fields(other)}
    rows = [
        _row(model, key, field, [_value(entry, model, key) for entry in stated])
        for key, field in fields(model).items()
        if key not in known
    ]
    note = "\n只写与原来不同的项；能写的项与还款方案、协商结果相同。\n" if known else ""
    where = f"`{path}`" if path else "最外层"
    table = f"\n| 键 | 名称 | 写什么 | 例 |\n|---|---|---|---|\n{''.join(rows)}" if rows else ""
    return f"\n### {label}（{where}）\n{note}{table}"


def _row(model: type[Facts], key: str, field: FieldInfo, said: list[object]) -> str:
    names = "、".join(labels(field))
    stated = [*(one for one in said if one not in (None, "")), *(field.examples or ())]
    example = _example(stated[0]) if stated and inner(field) is None else ""
    return f"| `{key}` | {names} | {_cell(explained(model, key, field))} | {example} |\n"


def labels(field: FieldInfo) -> tuple[str, ...]:
    """The Chinese keys of a fact."""
    also = (field.json_schema_extra or {}).get("also", []) if isinstance(field.json_schema_extra, dict) else []
    return (field.title or "", *map(str, also if isinstance(also, list) else ()))


def explained(model: type[Facts], key: str, field: FieldInfo) -> str:
    """What is written for a fact, whether it has to be, and what its type does not tell."""
    return said(field, what(field), remark(model, key))


def said(field: FieldInfo, *parts: str) -> str:
    """What is told of a fact, with whether it has to be written."""
    return "；".join(part for part in ("必填" if field.is_required() else "", *parts) if part)


def remark(model: type[Facts], key: str) -> str:
    """What the type of a fact does not tell; empty where there is nothing."""
    return next((words[key] for one in model.__mro__ if key in (words := meanings().get(one.__name__, {}))), "")


def what(field: FieldInfo) -> str:
    """What is written there, by its type and its mark."""
    listed = "，列表" if is_list(field) else ""
    choice = closed_list(field)
    if choice is not None:
        return " · ".join(f"`{member.value}` {member.label}" for member in choice) + listed
    if inner(field) is not None:
        return "见下" + listed
    mark = mark_of(field)
    if mark is not None and mark.use == "reference":
        return _USES["reference"]
    if mark is not None:
        return ("对方或者文书的原话" if mark.quoted and mark.use == "text" else _USES[mark.use]) + listed
    return _kind(field) + listed


def _kind(field: FieldInfo) -> str:
    door = next(_doors([field.annotation, *field.metadata]), None)
    schema = door.schema if door else {}
    kinds = schema.get("type", [])
    if "description" in schema:
        return str(schema["description"]).partition("，如")[0]
    if kinds == "boolean":
        return "是或否（true、false）"
    if "enum" in schema:
        return "、".join(dict.fromkeys(map(str, schema["enum"])))
    return "整数" if "integer" in kinds else "见例"


def _doors(parts: Any) -> Iterator[Door]:  # noqa: ANN401  annotations are any objects
    for part in parts:
        if isinstance(part, Door):
            yield part
        yield from _doors([*get_args(part), *getattr(part, "__metadata__", ())])


def _example(value: object) -> str:
    if isinstance(value, Mapping):
        value = f"{{{', '.join(f'{key}: {said}' for key, said in value.items())}}}"
    shown = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value).strip().split("\n")[0]
    return f"`{_cell(shown)}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(manual(read_yaml(Path(sys.argv[1]).read_text(encoding="utf-8")).data))
