"""Talks into the text of a case file, at the end of their debt's talks; no other character is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from negotiation_docs.errors import OutputError
from negotiation_docs.facts import Case, Contact, Debt, Seal
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.reading.editing import put
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.logbook.columns import FIELDS, LISTS, written

_LABEL: Final = Debt.model_fields["contacts"].title


def inserted(text: str, debt: str, contacts: Sequence[Contact]) -> str:
    """``text`` of a case file with ``contacts`` as the last talks of ``debt``; OutputError where that cannot be."""
    data = read_yaml(text).data
    number, owed = _debt(data, debt)
    place = ("debts", number, "contacts")
    labelled = locate(data, place).place[-1] == _LABEL
    there = _value_of(owed, Debt, "contacts")
    first = len(there) if isinstance(there, list) else 0
    for position, contact in enumerate(contacts, first):
        text = put(text, (*place, position), _talk(contact, labelled=labelled))
    return text


def _debt(data: object, name: str) -> tuple[int, object]:
    debts = _value_of(data, Case, "debts")
    for number, one in enumerate(debts if isinstance(debts, list) else ()):
        if str(_value_of(one, Debt, "id")).strip() == name:
            return number, one
    raise OutputError(f"案件文件里找不到债务 {name}")


def _value_of(data: object, model: type[Facts], name: str) -> object:
    """The value of a fact, however the file names it."""
    known = keys(model)
    pairs = data.items() if isinstance(data, Mapping) else ()
    return next((value for key, value in pairs if known.get(key) == name), None)


def _talk(contact: Contact, *, labelled: bool) -> str:
    """The talk in one line; every text in quotation marks."""
    parts = []
    for name in FIELDS:
        if name in contact.model_fields_set:
            key = str(Contact.model_fields[name].title) if labelled else name
            parts.append(f"{key}: {_value(name, getattr(contact, name), labelled=labelled)}")
    if contact.seals:
        key = str(Contact.model_fields["seals"].title) if labelled else "seals"
        parts.append(f"{key}: [{', '.join(seal_in_line(seal, labelled=labelled) for seal in contact.seals)}]")
    return f"{{{', '.join(parts)}}}"


def seal_in_line(seal: Seal, *, labelled: bool) -> str:
    """A checksum in one line, its keys in Chinese where the file's are."""
    said = {"file": json.dumps(seal.file, ensure_ascii=False), "sha256": f'"{seal.sha256}"', "taken": seal.taken}
    keys = {name: Seal.model_fields[name].title if labelled else name for name in said}
    return f"{{{', '.join(f'{keys[name]}: {value}' for name, value in said.items())}}}"


def _value(name: str, value: object, *, labelled: bool) -> str:
    if name in LISTS and isinstance(value, tuple):
        return f"[{', '.join(json.dumps(each, ensure_ascii=False) for each in value)}]"
    if isinstance(value, Choice):
        return value.label if labelled else value.value
    if isinstance(value, bool):
        return ("是" if value else "否") if labelled else str(value).lower()
    told = written(value)
    return told if name.endswith("due") or name == "at" else json.dumps(told, ensure_ascii=False)
