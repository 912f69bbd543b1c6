"""The case file as JSON Schema, for editors that complete and check while one types.

Draft 7, which is the newest that the YAML server of the editors reads. There is one with English keys and one with
Chinese ones; what a file may leave blank may be null, and a text may look like a number.
``python -m negotiation_docs.facts.schema docs/schema``
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal

from pydantic.fields import FieldInfo

from negotiation_docs import facts
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.manual import labels, remark, said, what
from negotiation_docs.facts.reading.locate import closed_list, fields, inner, is_list
from negotiation_docs.facts.values.plain import NO, YES

Keys = Literal["en", "zh"]
FILES: Final[Mapping[Keys, str]] = {"en": "case.schema.json", "zh": "case.zh.schema.json"}
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TEXT: Final = ["string", "number", "boolean"]
_SIGNS: Final = re.compile(r"[\\^$.*+?()\[\]{}|/]")
_ESCAPED: Final = r"\\\g<0>"
_MOST_PARTS: Final = 12
_NOTHING: Final = {"type": "null"}


def schema(names: Keys = "en") -> dict[str, Any]:
    """The whole schema; ``names`` says in which language the keys are."""
    made = Case.model_json_schema()
    told = {
        name: _model(node, getattr(facts, name), names, f"#/definitions/{name}")
        for name, node in made.pop("$defs").items()
    }
    whole = _model(made, Case, names, "#")
    about = "一个借款人和他的全部债务；说明见 docs/case-format.zh.md"
    return {"$schema": _DRAFT, **whole, "title": "案件文件", "description": about, "definitions": told}


def written(names: Keys = "en") -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(names), ensure_ascii=False, indent=1) + "\n"


def _model(node: Mapping[str, Any], model: type[Facts], names: Keys, at: str) -> dict[str, Any]:
    """One group, to which ``at`` points: its facts under their keys, and which of them it needs.

    The keys of the other language are read too, and no editor offers them.
    """
    properties: dict[str, Any] = {}
    others: dict[str, Any] = {}
    required: list[dict[str, Any]] = []
    for key, part in node["properties"].items():
        field = fields(model)[key]
        needed = key in node.get("required", ()) and "filled" not in part
        told = _part(part, names) if needed else _or_nothing(_part(part, names))
        title = "、".join(labels(field)) if names == "en" else key
        told = {"title": title, "description": _described(model, key, field, names), **told}
        chinese = [word for word, known in keys(model).items() if known == key and word != key]
        own, other = ([key], chinese) if names == "en" else (chinese, [key])
        properties |= dict.fromkeys(own, told)
        others[_one_of(other)] = {"$ref": f"{at}/properties/{own[0].replace('/', '~1')}"}
        if needed:
            required.append({"anyOf": [{"required": [way]} for way in (key, *chinese)]})
    made = {"type": "object", "additionalProperties": False, "properties": properties, "patternProperties": others}
    return made | ({"allOf": required} if required else {})


def _described(model: type[Facts], key: str, field: FieldInfo, names: Keys) -> str:
    """What is written for a fact, for who sees it alone: a group names its parts; choices stand in a list anyway."""
    under = inner(field)
    if under is not None:
        parts = [key if names == "en" else labels(one)[0] for key, one in fields(under).items()]
        more = "等" if len(parts) > _MOST_PARTS else ""
        kind = f"{'逐项写，每项' if is_list(field) else '里面'}写 {'、'.join(parts[:_MOST_PARTS])}{more}"
    elif closed_list(field) is not None:
        kind = "选一项或者几项" if is_list(field) else "选一项"
    else:
        kind = what(field)
    return said(field, kind, remark(model, key))


def _part(node: Mapping[str, Any], names: Keys) -> dict[str, Any]:
    """What one fact may be, without title and description, which the fact itself has."""
    if "$ref" in node:
        group = node["$ref"].rpartition("/")[2]
        return {"type": "object", "allOf": [{"$ref": f"#/definitions/{group}"}], **_snippet(group, names)}
    if "anyOf" in node:
        return {"anyOf": [_part(one, names) for one in node["anyOf"]]}
    if "enum" in node:
        return _choice(node, names)
    if "items" in node:
        return {"type": "array", "items": _part(node["items"], names), **_only(node, "maxItems")}
    return _plain(node, names)


def _plain(node: Mapping[str, Any], names: Keys) -> dict[str, Any]:
    """A value without parts; a text may look like a number or a yes, as every scalar of a file is read as text."""
    kind = node.get("type")
    if kind == "boolean":
        return _flag(names)
    if kind == "string":
        known = not str(node.get("pattern", "(?")).startswith("(?")  # JavaScript does not know such marks
        return {"type": _TEXT} | (_only(node, "pattern") if known else {})
    if isinstance(node.get("additionalProperties"), Mapping):
        return {"type": "object", "additionalProperties": {"type": [*_TEXT, "null"]}}
    return _only(node, "type", "minimum", "maximum")


def _flag(names: Keys) -> dict[str, Any]:
    """Yes or no: offered as the language of the keys writes it, read as anybody does."""
    offered = {"enum": [True, False]} if names == "en" else {"enum": ["是", "否"]}
    return {"anyOf": [offered, {"type": "boolean"}, {"type": "string", "pattern": _one_of(sorted(YES | NO))}]}


def _one_of(words: Iterable[str]) -> str:
    """A pattern of JavaScript for any of the words and nothing else."""
    return f"^({'|'.join(_SIGNS.sub(_ESCAPED, word) for word in words)})$"


def _only(node: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: node[name] for name in names if name in node}


def _snippet(group: str, names: Keys) -> dict[str, Any]:
    """What an editor writes when the group is chosen: the facts that it needs, each with room for its value."""
    body = _needed(getattr(facts, group), names, count(1))
    return {"defaultSnippets": [{"label": "必填的各项", "body": body}]} if body else {}


def _needed(model: type[Facts], names: Keys, number: Iterator[int]) -> dict[str, Any]:
    """The facts that a group needs, with those that a group in it needs; each a stop of the Tab key."""
    found: dict[str, Any] = {}
    for key, field in fields(model).items():
        if field.is_required():
            under = inner(field)
            within = _needed(under, names, number) if under is not None and not is_list(field) else {}
            found[key if names == "en" else labels(field)[0]] = within or f"${next(number)}"
    return found


def _choice(node: Mapping[str, Any], names: Keys) -> dict[str, Any]:
    """The words of a closed list in the language of the keys, each with what it means; others are read, not offered."""
    others = [str(word) for word in node["enum"] if str(word).isascii() is (names == "zh")]
    words = [word for word in node["enum"] if word not in others] or list(node["enum"])
    meanings = dict(part.split(" ", 1) for part in node.get("description", "").split(" · ") if " " in part)
    known = {label: value for value, label in meanings.items()}
    told = [meanings.get(word) or known.get(word) or str(word) for word in words]
    offered = {"enum": words, "enumDescriptions": told}
    read = [word for word in others if word not in words]
    return {"anyOf": [offered, {"type": "string", "pattern": _one_of(read)}]} if read else offered


def _or_nothing(told: Mapping[str, Any]) -> dict[str, Any]:
    """What may be left blank."""
    ways = [one for one in (told["anyOf"] if "anyOf" in told else [dict(told)]) if one != _NOTHING]
    return {"anyOf": [*ways, _NOTHING]}


if __name__ == "__main__":
    for language, name in FILES.items():
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        (Path(sys.argv[1]) / name).write_text(written(language), encoding="utf-8")
