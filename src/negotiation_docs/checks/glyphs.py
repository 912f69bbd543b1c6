"""Characters that the fonts of a paper cannot draw; the fonts are handed in, because they belong to the writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from negotiation_docs.checks.rule import Words, found
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.texts import texts

Undrawable = Callable[[str], Iterable[str]]
"""Text → its characters that no font can draw."""

WORDS = Words(
    "text.undrawable",
    "error",
    "“{character}”（U+{code}）字体里没有，文书里显示不出来",
    "姓名中的生僻字请使用含有该字的字体；也可核对是否输入有误",
)


def undrawable_characters(case: Case, undrawable: Undrawable, *, english: bool = False) -> Iterator[Problem]:
    """Every such character, once for each place; ``english`` looks into the translations as well."""
    for text in texts(case):
        if text.mark.is_printed or (english and text.mark.use == "translation"):
            for character in dict.fromkeys(undrawable(text.words)):
                yield WORDS.about(found(*text.place, character=character, code=f"{ord(character):04X}"))
