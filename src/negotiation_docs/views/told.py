"""Facts as a template may read them: by the names of the case file, each text in the language of the paper.

What a text is says its mark: names and free text are translated by the file's own words or quoted. What is internal is
not there, nor what may hold a name of the format, nor another lender's line unless it is revealed; in place of
``evidence`` stands ``backing``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Reveal
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.reading.locate import inner
from negotiation_docs.facts.texts import mark_of
from negotiation_docs.facts.values.marks import Mark
from negotiation_docs.views.exhibits import Exhibit, backing
from negotiation_docs.words.voice import Voice

SHARED = ("updates", "finances")
NAMES = frozenset({"name", "address", "number"})
_DATED = frozenset({"payments", "updates"})
"""Lists that are told as things happened, in whatever order they were noted down."""


class Telling(Struct, frozen=True):
    """How facts are told: in which language, with which attachments, and what is revealed."""

    voice: Voice
    exhibits: Mapping[str, Exhibit]
    reveal: tuple[Reveal, ...] = ()


class _Field(Struct, frozen=True):
    attribute: str
    mark: Mark | None
    masked: bool


class Told(Mapping[str, object]):
    """One group of facts; a field is put into words when it is read, and nothing but fields can be."""

    def __init__(self, facts: Facts, telling: Telling) -> None:
        self._facts, self._telling = facts, telling

    def __getitem__(self, name: str) -> object:
        field = _fields(type(self._facts))[name]
        if field.masked and Reveal.OTHER_CREDITORS not in self._telling.reveal:
            raise KeyError(name)
        value = getattr(self._facts, field.attribute)
        if field.mark is not None and field.mark.use == "reference":
            return backing(value, self._telling.exhibits)
        if name in _DATED:
            value = tuple(sorted(value, key=lambda one: one.date))
        return self._told(value, field.mark)

    def __iter__(self) -> Iterator[str]:
        return (name for name in _fields(type(self._facts)) if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"<Told {type(self._facts).__name__}>"

    def _told(self, value: object, mark: Mark | None) -> object:
        if isinstance(value, Facts):
            return Told(value, self._telling)
        if isinstance(value, tuple):
            return tuple(self._told(entry, mark) for entry in value)
        if type(value) is str:
            if mark is None:  # a name of the format in place of a group, such as ``plan: alternative``
                raise KeyError(value)
            voice = self._telling.voice
            if mark.use == "clause":
                return voice.own(value)
            return voice.name(value) if mark.use in NAMES else voice.say(value)
        return value


class OneDebt(Mapping[str, object]):
    """What a paper about one debt may read of the case: the debt, and what belongs to all of them."""

    def __init__(self, case: Case, debt: Debt, telling: Telling) -> None:
        self._shared, self._debt = Told(case, telling), Told(debt, telling)

    def __getitem__(self, name: str) -> object:
        if name == "debt":
            return self._debt
        if name not in SHARED:
            raise KeyError(name)
        return self._shared[name]

    def __iter__(self) -> Iterator[str]:
        return iter((*SHARED, "debt"))

    def __len__(self) -> int:
        return len(SHARED) + 1


@cache
def _fields(model: type[Facts]) -> Mapping[str, _Field]:
    """What a template may read of ``model``, by the key of the case file."""
    found: dict[str, _Field] = {}
    for name, field in model.model_fields.items():
        mark, key = mark_of(field), field.alias or name
        if mark is not None and mark.use == "reference":
            found["backing"] = _Field(name, mark, masked=False)
        elif mark is None or (mark.is_printed and not mark.coded):
            found[key] = _Field(name, mark, masked=_names_lenders(mark, inner(field)))
    return found


def _names_lenders(mark: Mark | None, model: type[Facts] | None) -> bool:
    """Whether it is another lender's name, or a line about another lender."""
    if mark is not None:
        return mark.masked
    marks = map(mark_of, model.model_fields.values()) if model else ()
    return any(each is not None and each.masked for each in marks)
