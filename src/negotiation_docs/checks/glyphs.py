"""Characters that the fonts of a paper cannot draw; the fonts are handed in, because they belong to the writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from negotiation_docs.checks.rule import Found, Loc, Words
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import Facts

Undrawable = Callable[[str], Iterable[str]]
"""Text → its characters that no font can draw."""

WORDS = Words(
    "text.undrawable",
    "error",
    "“{character}”（U+{code}）字体里没有，文书里显示不出来",
    "姓名中的生僻字请使用含有该字的字体；也可核对是否输入有误",
)
_NOT_PRINTED = frozenset({"id", "notes", "english", "file", "attachments"})


def undrawable_characters(
    case: Case, undrawable: Undrawable, *, english: bool = False
) -> Iterator[tuple[Words, Found]]:
    """Every such character, once for each place; ``english`` looks into the translations as well."""
    translations = case.english.items() if english else ()
    for loc, text in (*_texts(case, ()), *((("english", words), said) for words, said in translations)):
        for character in dict.fromkeys(undrawable(text)):
            yield WORDS, Found(loc, {"character": character, "code": f"{ord(character):04X}"})


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, Facts):
        for name, inner in value:
            if name not in _NOT_PRINTED:
                yield from _texts(inner, (*loc, name))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*loc, place))
    elif isinstance(value, str):
        yield loc, value
