"""What a template can print of one case: every name with its meaning and its value, as the paper would write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from jinja2 import meta
from msgspec import Struct, structs

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.catalogue.shelf import Shelf
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.names import KindName
from negotiation_docs.templating.templates import refusals_of
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.order import Order
from negotiation_docs.views.records import RATES, fields_told, meanings, values_told
from negotiation_docs.words.formats import FILTERS

Filters = Mapping[str, Callable[..., object]]


class Datum(Struct, frozen=True):
    """One name or field: how a template writes it (``path``), what it means, and the words of its value.

    ``used``: the template of the paper asks for it. ``inner`` are the fields of a record, or of a list's first entry.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> datum = nd.template_data("hardship_letter", case)[0]
    >>> datum.path, datum.meaning
    ('title', '文书名称')
    """

    path: str
    meaning: str
    value: str
    used: bool = False
    inner: tuple[Datum, ...] = ()


@told
@in_our_context
def template_data(
    kind: KindName | str,
    case: Case,
    debt: str | None = None,
    lang: Literal["zh", "en"] = "zh",
    *,
    templates: str | Path | None = None,
) -> tuple[Datum, ...]:
    """Everything that the template of ``kind`` can print about ``debt``; a name without a value is left out.

    ``lang`` is ``zh`` or ``en``. Identity numbers are masked. Raises FactsError for an unknown debt, TemplateError for
    an unknown paper.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> len(nd.template_data("hardship_letter", case)) > 0
    True
    """
    folder = None if templates is None else Path(templates)
    entry = find(kind, folder)
    matter = Matter(Order(entry, case, case.debt(debt), folder=folder), lang)
    return tuple(_names(matter, _used(Shelf(folder), f"{lang}/{entry.name}.html", lang)))


def _used(shelf: Shelf, name: str, lang: str) -> frozenset[str]:
    tree, _ = refusals_of(shelf.source(name)[1], name, FILTERS[lang])
    return frozenset(meta.find_undeclared_variables(tree))


def _names(matter: Matter, used: frozenset[str]) -> Iterator[Datum]:
    said = FILTERS[matter.voice.lang]
    for name, value in values_told(matter):
        if value:
            yield structs.replace(_datum(name, meanings().names[name], value, said), used=name in used)


def _datum(path: str, meaning: str, value: object, said: Filters) -> Datum:
    entries = isinstance(value, tuple) and value and isinstance(value[0], Struct)
    first = value[0] if entries and isinstance(value, tuple) else value
    inner = tuple(_fields(f"{path}[0]" if entries else path, first, said)) if isinstance(first, Struct) else ()
    return Datum(path, meaning, _words(path.rpartition(".")[2], value, said), inner=inner)


def _fields(path: str, record: Struct, said: Filters) -> Iterator[Datum]:
    for name, meaning in fields_told(type(record).__name__).items():
        value = getattr(record, name)
        if value is not None and value not in ("", ()):
            yield _datum(f"{path}.{name}", meaning, value, said)


def _words(name: str, value: object, said: Filters) -> str:
    """The value in the words of the paper's own filters; nothing for a record, whose fields are told."""
    match value:
        case bool():
            words: object = "是" if value else "否"
        case Decimal():
            words = said["percent" if name in RATES else "money"](value)
        case datetime():
            words = said["moment"](value)
        case date():
            words = said["date"](value)
        case tuple():
            told = [mask_text(each) for each in value if isinstance(each, str)]
            words = "；".join(told) if told else f"{len(value)}项"
        case Mapping():
            words = "、".join(map(str, value))
        case _:
            words = "" if isinstance(value, Struct) else mask_text(str(value))
    return str(words)
