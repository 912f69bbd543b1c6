"""One talk into the text of a case file, at the end of its debt's talks; no other character is touched.

Text is put in where the YAML parser says the list ends. A library that writes YAML anew would keep comments, and
lose how the borrower set the rest: lines, quotes, brackets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

import yaml

from negotiation_docs.errors import OutputError
from negotiation_docs.facts import Case, Contact, Debt
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.logbook.columns import FIELDS, LISTS, written

_BLOCK: Final = ("|", ">")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def inserted(text: str, debt: str, contacts: Sequence[Contact]) -> str:
    """``text`` of a case file with ``contacts`` as the last talks of ``debt``; OutputError where that cannot be."""
    owed = _debt(yaml.compose(text, Loader=_LOADER), debt)
    key, talks = _entry(owed, Debt, "contacts")
    labelled = (key is None and _is_labelled(owed)) or (key is not None and key.value == "沟通记录")
    told = [_talk(contact, labelled=labelled) for contact in contacts]
    end = "\r\n" if "\r\n" in text else "\n"
    if isinstance(talks, yaml.SequenceNode) and talks.value:
        if talks.flow_style:
            return _into_brackets(text, talks, ", ".join(told))
        return _after(text, talks, _listed(told, talks.start_mark.column, end), end)
    if owed.flow_style:
        raise _nowhere()
    column = owed.value[0][0].start_mark.column
    listed = _listed(told, column + 2, end)
    if key is None or talks is None:
        return _after(text, owed, f"{' ' * column}{'沟通记录' if labelled else 'contacts'}:{end}{listed}", end)
    emptied = text[: talks.start_mark.index].rstrip(" ") + text[talks.end_mark.index :]
    return _at_line(emptied, key.end_mark.line + 1, listed, end)


def _listed(told: Iterable[str], column: int, end: str) -> str:
    return end.join(f"{' ' * column}- {talk}" for talk in told)


def _nowhere() -> OutputError:
    return OutputError("案件文件里找不到写沟通记录的地方；请把这笔债务分行写（不要写在一对花括号里），再试一次")


def _debt(root: yaml.Node | None, name: str) -> yaml.MappingNode:
    if isinstance(root, yaml.MappingNode):
        _, debts = _entry(root, Case, "debts")
        for one in debts.value if isinstance(debts, yaml.SequenceNode) else ():
            if isinstance(one, yaml.MappingNode):
                _, found = _entry(one, Debt, "id")
                if found is not None and str(found.value).strip() == name:
                    return one
    raise _nowhere()


def _entry(node: yaml.MappingNode, model: type[Facts], name: str) -> tuple[yaml.ScalarNode | None, yaml.Node | None]:
    """The key and the value of a fact, however the file names it."""
    known = keys(model)
    return next(((key, value) for key, value in node.value if known.get(key.value) == name), (None, None))


def _is_labelled(node: yaml.MappingNode) -> bool:
    """Whether most keys are Chinese labels."""
    return sum(not key.value.isascii() for key, _ in node.value) * 2 > len(node.value)


def _talk(contact: Contact, *, labelled: bool) -> str:
    """The talk in one line; every text in quotation marks."""
    parts = []
    for name in FIELDS:
        if name in contact.model_fields_set:
            key = str(Contact.model_fields[name].title) if labelled else name
            parts.append(f"{key}: {_value(name, getattr(contact, name), labelled=labelled)}")
    return f"{{{', '.join(parts)}}}"


def _value(name: str, value: object, *, labelled: bool) -> str:
    if name in LISTS and isinstance(value, tuple):
        return f"[{', '.join(json.dumps(each, ensure_ascii=False) for each in value)}]"
    if isinstance(value, Choice):
        return value.label if labelled else value.value
    if isinstance(value, bool):
        return ("是" if value else "否") if labelled else str(value).lower()
    told = written(value)
    return told if name.endswith("due") or name == "at" else json.dumps(told, ensure_ascii=False)


def _into_brackets(text: str, talks: yaml.SequenceNode, talk: str) -> str:
    """Behind the last talk, before a comma or a comment that follows it."""
    end = talks.value[-1].end_mark.index
    return f"{text[:end]}, {talk}{text[end:]}"


def _after(text: str, node: yaml.Node, line: str, end: str) -> str:
    """``line`` below the last line that ``node`` has words on."""
    last = node
    while isinstance(last, yaml.CollectionNode) and last.value and not last.flow_style:
        last = last.value[-1] if isinstance(last, yaml.SequenceNode) else last.value[-1][1]
    mark = last.end_mark
    whole = isinstance(last, yaml.ScalarNode) and last.style in _BLOCK and mark.column == 0
    return _at_line(text, mark.line if whole else mark.line + 1, line, end)


def _at_line(text: str, number: int, line: str, end: str) -> str:
    """``line`` as the line of this number, counted from 0."""
    rows = text.split("\n")
    if number >= len(rows):
        tail = "" if text.endswith("\n") else end
        return f"{text}{tail}{line}{end}"
    rows.insert(number, line + end.removesuffix("\n"))
    return "\n".join(rows)
