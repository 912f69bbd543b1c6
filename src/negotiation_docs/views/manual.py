"""The list of names on the page of rules for templates, made from the providers and from example cases.

``python -m negotiation_docs.views.manual PAGE CASE…`` writes it into the page; a later case shows what the others lack.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

from msgspec import Struct

from negotiation_docs.catalogue.kinds import find, kinds
from negotiation_docs.facts import Case, Debt, load
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.order import Numbers, Order
from negotiation_docs.views.providers import PROVIDERS
from negotiation_docs.views.records import RATES, TITLE, examples, fields_told, meanings, records
from negotiation_docs.words.formats import FILTERS

BEGIN, END = "<!-- 名称 -->\n", "<!-- 名称完 -->\n"
HEAD = "| 名称 | 内容 | 写成文字 | 例 |\n|---|---|---|---|\n"
FIELDS = HEAD.replace("名称", "字段", 1)


def page(text: str, cases: Sequence[Case]) -> str:
    """The page ``text`` with its list made anew; raises ValueError where its place is not marked."""
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not (found and ended):
        raise ValueError(f"no place for the list: {BEGIN.strip()} … {END.strip()}")
    return before + BEGIN + "".join(_list(cases)) + END + after


def _list(cases: Sequence[Case]) -> Iterator[str]:
    names, fields = examples(_matters(cases))
    types = {name: get_type_hints(provider)["return"] for name, provider in PROVIDERS.items()}
    yield HEAD
    yield from (_row(name, meanings().names[name], kind, names[name]) for name, kind in types.items())
    for record, kinds_ in records().items():
        told, found = fields_told(record), fields.get(record, {})
        yield f"\n**{meanings().records[record][TITLE]}**\n\n{FIELDS}"
        yield from (_row(name, words, kinds_[name], found.get(name)) for name, words in told.items())


def _matters(cases: Iterable[Case]) -> Iterator[Matter]:
    """Every debt as each paper would tell it, the letter with what it encloses first, one draft for its gaps.

    What was kept of the talks is numbered in a bundle only, as it is in the last ones.
    """
    told = [(case, debt) for case in cases for debt in case.debts]
    letter = next(kind for kind in kinds() if kind.encloses)
    mailing = (letter, *map(find, letter.encloses))
    orders = [Order(kind, *one, mailing) for kind in (letter, *kinds()) for one in told]
    orders.append(Order(letter, *told[0], mailing, draft=True))
    log = next(kind for kind in kinds() if "logs" in kind.traits)
    orders += [Order(log, case, debt, numbers=Numbers({}, {}, _kept(debt))) for case, debt in told]
    yield from (Matter(order, "zh") for order in orders)
    yield from (Matter(order, "en") for order in orders)  # what only papers in English have


def _kept(debt: Debt) -> dict[str, int]:
    names = dict.fromkeys(name for contact in debt.contacts for name in contact.attachments)
    return {name: number for number, name in enumerate(names, start=1)}


def _row(name: str, meaning: str, kind: object, value: object) -> str:
    way = _way(name, kind)
    example = _example(value, way).replace("|", "\\|").replace("\n", " ")
    return f"| `{name}` | {meaning} | {f'`{way}`' if way else ''} | {example} |\n"


def _way(name: str, kind: object) -> str:
    """The filter that puts a value of this type into words, or how it is used otherwise."""
    types = (kind, *get_args(kind))
    if get_origin(kind) is tuple:
        return "listed" if str in types else "for"
    if bool in types:
        return "if"
    if Decimal in types:
        return "percent" if name in RATES else "money"
    return "moment" if name == "at" else "date" if date in types else ""


def _example(value: object, way: str) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Struct):
        return f"见“{_title(value)}”"
    if isinstance(value, Mapping):
        record = next((each for each in value.values() if isinstance(each, Struct)), None)
        if record is not None:  # which of our papers there are is no matter of this page
            return f"各见“{_title(record)}”"
        return "、".join(f"`{key}` {each}" if isinstance(each, str) else f"`{key}`" for key, each in value.items())
    if isinstance(value, tuple):
        named = value and isinstance(value[0], Struct)
        return f"{len(value)}项，见“{_title(value[0])}”" if named else "、".join(map(str, value))
    return str(FILTERS["zh"][way](value)) if way and value is not None else str(value or "")


def _title(record: Struct) -> str:
    return str(meanings().records[type(record).__name__][TITLE])


if __name__ == "__main__":
    target = Path(sys.argv[1])
    made = page(target.read_text(encoding="utf-8"), [load(path) for path in sys.argv[2:]])
    target.write_text(made, encoding="utf-8")
