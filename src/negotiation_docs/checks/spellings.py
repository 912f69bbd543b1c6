"""Characters that look right and are not: radicals, quotation marks round all, dots in a name, breaks as \\n."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from negotiation_docs.checks.rule import Found, Rule, TextRule, Told, found
from negotiation_docs.facts.texts import Text
from negotiation_docs.facts.values.folding import lookalikes

_PAIRS = {"“": "”", "”": "“", "‘": "’", '"': '"', "＂": "＂", "'": "'", "「": "」", "『": "』", "〝": "〞"}
# 买买提·阿不都拉: parts of a name of Chinese characters, with something else than U+00B7 between them.
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・．.‧⋅･][\u3400-\u9fff]{1,8})+")
_WRONG_DOT = re.compile("[•・．.‧⋅･]")
_ESCAPE = re.compile(r"\\[nrt](?![A-Za-z])")

Test = Callable[[Text], Iterator[dict[str, object]]]


def _radicals(text: Text) -> Iterator[dict[str, object]]:
    for sign, meant in lookalikes(text.words).items():
        yield {"sign": sign, "code": f"{ord(sign):04X}", "meant": meant}


def _quoted(text: Text) -> Iterator[dict[str, object]]:
    first, last = text.words[:1], text.words[-1:]
    if len(text.words) > 2 and _PAIRS.get(first) == last and first not in text.words[1:-1]:
        yield {"marks": f"{first}{last}"}


def _dotted(text: Text) -> Iterator[dict[str, object]]:
    if text.mark.use == "name" and _DOTTED.fullmatch(text.words) and (wrong := _WRONG_DOT.search(text.words)):
        yield {"sign": wrong[0]}


def _escaped(text: Text) -> Iterator[dict[str, object]]:
    """A line break as programs write it: YAML reads it as one only between double quotation marks."""
    if written := _ESCAPE.search(text.words):
        yield {"sign": written[0]}


def _each(test: Test, told: Sequence[Told]) -> Iterator[Found]:
    for text in chain.from_iterable(each.texts for each in told):
        if text.mark.is_printed:
            yield from (found(*text.place, **values) for values in test(text))


RULES: tuple[Rule, ...] = (
    TextRule("text.radical", partial(_each, _radicals)),
    TextRule("text.quotes", partial(_each, _quoted)),
    TextRule("text.name_dot", partial(_each, _dotted)),
    TextRule("text.escape", partial(_each, _escaped)),
)
