"""What a place is filled with: a name of the data and a way to write it, looked up and never computed.

``balance.total|大写``: names with a dot between them, ``[0]`` or ``[工资]`` for one entry of a list, and behind a bar
one way of writing. A field of a list without such a choice is that of every entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from msgspec import Struct

from negotiation_docs.authoring.finding import nearest
from negotiation_docs.authoring.names import entry, fields, offered, plain
from negotiation_docs.authoring.word.vocabulary import named
from negotiation_docs.catalogue.factpaths import is_fact, labels
from negotiation_docs.templating import access
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers import PROVIDERS
from negotiation_docs.views.records import fields_told, meanings

_STEP: Final = re.compile(r"\.?(?P<name>[a-z_][a-z0-9_]*)|\[(?P<number>\d{1,3})\]|\[(?P<entry>[^\[\]]{1,40})\]")
_WAY: Final = re.compile(r"[|｜：:/／](?P<way>[^|｜：:/／]{1,12})$|[（(](?P<round>[^（()）]{1,12})[）)]$")
_JOINED: Final = re.compile("(?:大写|小写)$")
"""What is written of an amount without a mark before it: 欠款大写."""
WAYS: Final[Mapping[str, str]] = {
    "金额": "money", "元": "money", "小写": "money", "数字": "figure", "大写": "rmb", "百分比": "percent",
    "日期": "date", "短日期": "isodate", "时间": "moment", "顿号": "listed",
}  # fmt: skip
"""Ways of writing by their Chinese names; those of templates count as well."""
FILTERS: Final = frozenset(
    {"money", "figure", "rmb", "percent", "date", "isodate", "moment", "stamp", "label", "listed", "either", "staff"}
)
"""The filters of templates that need nothing but the value."""
_DAY_WORDS: Final = {"year": "年", "month": "月", "day": "日"}
_CODED: Final = ("英文名", "用于判断")
_FACTS: Final = {"facts": "", "contract": "debt.contract.", "agent": "borrower.agent."}
"""Names that hold the case file, or a group of it, as it is, with where that stands."""


class Lookup(Struct, frozen=True):
    """``steps`` from name to field or entry, and the filter that puts the value into words (empty: by its type)."""

    steps: tuple[str | int, ...]
    way: str = ""

    @property
    def path(self) -> str:
        """As a template would write it, but for entries chosen by their name."""
        first, *rest = self.steps
        return str(first) + "".join(f".{step}" if _is_name(step) else f"[{step}]" for step in rest)

    @property
    def written(self) -> str:
        """As the file of places writes it."""
        way = next((chinese for chinese, known in WAYS.items() if known == self.way), self.way)
        return self.path + (f"|{way}" if way else "")


def read(words: str) -> Lookup | None:
    """What is written for a place, a Chinese word for it or a path; None for what is neither."""
    path, way = _divided(words.strip())
    if not way and not named(path) and (joined := _JOINED.search(path)) and named(path[: joined.start()]):
        path, way = path[: joined.start()], joined[0]
    if way and way not in WAYS and way not in FILTERS:
        return None
    known = named(path)
    steps = _steps(known or path)
    return Lookup(steps, WAYS.get(way, way)) if steps else None


def _divided(words: str) -> tuple[str, str]:
    found = _WAY.search(words)
    way = (found["way"] or found["round"]).strip() if found else ""
    if not found or (way not in WAYS and way not in FILTERS and found["round"]):
        return words, ""
    return words[: found.start()].strip(), way


def _steps(path: str) -> tuple[str | int, ...]:
    steps: list[str | int] = []
    at = 0
    while at < len(path):
        found = _STEP.match(path, at)
        if found is None or (found[0][0] == ".") is not bool(steps and found["name"]):
            return ()
        steps.append(found["name"] or (int(found["number"]) if found["number"] else f"[{found['entry']}"))
        at = found.end()
    return tuple(steps) if steps and isinstance(steps[0], str) else ()


def _is_name(step: str | int) -> bool:
    return isinstance(step, str) and not step.startswith("[")


def wrong(lookup: Lookup) -> tuple[str, str] | None:
    """What is wrong with a lookup before any case is looked at, and a hint; None if there is nothing."""
    root, *rest = lookup.steps
    if root not in PROVIDERS:
        return f"没有“{root}”这个名称", nearest(str(root), (name for name in offered() if name in PROVIDERS))
    if root in _FACTS:
        return _wrong_fact(lookup)
    return _wrong_field(str(root), rest)


def names_of(lookup: Lookup) -> list[str]:
    """The steps without the entries of lists that are chosen."""
    return [str(step) for step in lookup.steps if _is_name(step)]


def fact_of(lookup: Lookup) -> str:
    """The path of the fact that is looked up as the case file has it; empty where it is no fact, or a whole group."""
    root, *names = names_of(lookup)
    return f"{_FACTS[root]}{'.'.join(names)}" if names and root in _FACTS else ""


def _wrong_fact(lookup: Lookup) -> tuple[str, str] | None:
    path = fact_of(lookup)
    if not path:
        return f"“{lookup.steps[0]}”是一组资料，要写到里面的一项", "项目的名称见 docs/case-format.zh.md"
    return None if is_fact(path) else (f"案件文件里没有“{path}”这项事实", "项目的名称见 docs/case-format.zh.md")


def _wrong_field(root: str, rest: list[str | int]) -> tuple[str, str] | None:
    hint: Any = offered()[root]
    at, meaning = root, meanings().names.get(root, "")
    for step in rest:
        inner = entry(hint)
        if not _is_name(step):
            if inner is None:
                return f"“{at}”不是列表，不能写 [{str(step).lstrip('[')}]", "请去掉方括号"
            hint, at = inner, f"{at}[{str(step).lstrip('[')}]"
            continue
        record = inner if inner is not None and fields(inner) else hint
        known = fields(record)
        if known and step not in known:
            return f"“{at}”没有“{step}”这一项", nearest(str(step), fields_told(record.__name__))
        if not known and isinstance(record, type) and not (issubclass(record, date) and step in _DAY_WORDS):
            return f"“{at}”没有更细的项目", f"请只写到 {at}"
        meaning = fields_told(record.__name__).get(str(step), "") if known else ""
        hint, at = plain(known.get(str(step))), f"{at}.{step}"
    return _wrong_end(at, hint, meaning)


def _wrong_end(at: str, hint: Any, meaning: str) -> tuple[str, str] | None:  # noqa: ANN401 - a type hint
    record: Any = entry(hint) if entry(hint) is not None else hint
    if known := fields(record):
        inside = list(fields_told(record.__name__) or known)[:12]
        return f"“{at}”是一组资料，要写到里面的一项", f"可用：{' '.join(f'{at}.{name}' for name in inside)}"
    if hint is bool:
        return f"“{at}”只有是和否，不能印进文书", "用来判断的名称留给模板；请直接在 Word 里写"
    if any(word in meaning for word in _CODED):
        return f"“{at}”是程序用的英文名，不印进文书", "请换成带 label 的一项，如 causes.label"
    return None


def meaning_of(lookup: Lookup) -> str:
    """What a lookup means, in the words of the table of names and of the case file: 欠款：无争议各项的合计."""
    root, *names = names_of(lookup)
    if path := fact_of(lookup):
        return "：".join(labels(path)[-2:])
    hint, said = offered()[root], [meanings().names.get(root, root)]
    for name in names:
        record = entry(hint) or hint
        said.append(fields_told(getattr(record, "__name__", "")).get(name) or _DAY_WORDS.get(name, name))
        hint = plain(fields(record).get(name))
    return "：".join(re.split("[；：]|，[默逐]", each)[0] for each in said[-2:])


def values(lookup: Lookup, matter: Matter) -> Iterator[object]:
    """What the case holds there: one value, one for each entry of a list, or none. Raises FactsError of the figures."""
    root, *rest = lookup.steps
    found: list[object] = [matter.of(PROVIDERS[str(root)])]
    for step in rest:
        found = [value for each in found for value in _taken(each, step)]
    yield from (value for each in found for value in (each if isinstance(each, tuple) else (each,)) if _stated(value))


def _taken(value: object, step: str | int) -> Iterator[object]:
    """The field or entry ``step`` of ``value``; a field of a list is that of each entry."""
    if isinstance(value, tuple) and not isinstance(step, int):
        name = str(step)
        chosen = [one for one in value if name.lstrip("[") in _called(one)] if name.startswith("[") else value
        yield from (chosen if name.startswith("[") else (one for each in chosen for one in _taken(each, name)))
        return
    taken = access.element(value, step) if isinstance(step, int) else access.member(value, step)
    if taken is not access.MISSING and taken is not access.FORBIDDEN:
        yield taken


def _called(value: object) -> tuple[object, ...]:
    return tuple(access.member(value, name) for name in ("name", "label"))


def _stated(value: object) -> bool:
    return value is not None and value not in ("", ())
