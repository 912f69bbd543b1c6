"""The page about one problem: what it finds, why that is told, an example, what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from negotiation_docs.catalogue.traits import TRAITS
from negotiation_docs.checks import glyphs, lapsed
from negotiation_docs.checks.rule import Words, all_words, figure_words, loading_words, word_words
from negotiation_docs.errors import SEVERITY_LABELS, Severity
from negotiation_docs.names import STOPS

_DATA: Final = Path(__file__).parent / "data"
_FOLLOWS: Final[Mapping[Severity, str]] = {
    "error": "没有改正以前，用到这一项的文书不生成。",
    "warning": "文书照样生成，请先看一看再交出去。",
    "notice": "不影响文书，告诉您下一步可以做什么。",
}
_FOLLOWS_WORD: Final[Mapping[Severity, str]] = {**_FOLLOWS, "error": "没有改正以前，这份 Word 文件不填。"}
_TAKEN: Final = "由本人确认后可以继续：--acknowledge {rule}。"


@cache
def problems() -> Mapping[str, Words]:
    """Every problem that reading or checking may find, by its stable id, in the order of the page of rules."""
    checks = (*all_words().values(), glyphs.WORDS, lapsed.WORDS, *figure_words().values())
    return {each.id: each for each in (*loading_words().values(), *checks, *word_words().values())}


def told(words: Words) -> Mapping[str, tuple[str, ...]]:
    """What is said of a problem, under its headings."""
    parts = {
        "发现什么": (f"{SEVERITY_LABELS[words.severity]}：{plainly(words.message)}。",),
        "为什么": tuple(_why(words)),
        "例子": tuple(_example(words.id)),
        "怎么办": (f"{plainly(words.hint)}。",) if words.hint else (),
    }
    return {title: lines for title, lines in parts.items() if lines}


def _why(words: Words) -> Iterator[str]:
    yield f"{_reason(words.id)}。"
    yield (_FOLLOWS_WORD if words.id in word_words() else _FOLLOWS)[words.severity]
    if words.trait in TRAITS:
        yield f"只涉及这样的文书：{TRAITS[words.trait].meaning}。"
    if words.id in STOPS:
        yield _TAKEN.format(rule=words.id)


def _reason(rule: str) -> str:
    known = _reasons()
    names = (rule, rule.split(".", maxsplit=1)[0], re.split(r"[._]", rule)[0], "read")
    return next(known[name] for name in names if name in known)


def _example(rule: str) -> Iterator[str]:
    example = _examples().get(rule)
    if example:
        file = "Word 文件" if rule in word_words() else "案件文件"
        yield f"{file}里写着：{_inline(example['written'])}"
        where = f"{example['where']}：" if example["where"] else ""
        yield f"检查时看到：{where}{example['message']}" + (f" → {example['hint']}" if example["hint"] else "")


def _inline(written: str) -> str:
    return "；".join(line.strip() for line in written.splitlines())


def plainly(words: str) -> str:
    """The words with what stands in them from case to case left open."""
    return re.sub(r"\{[^{}]*\}", "……", words).rstrip("。")


@cache
def _reasons() -> Mapping[str, str]:
    reasons: Mapping[str, str] = yaml.safe_load((_DATA / "why.yaml").read_text(encoding="utf-8"))
    return reasons


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    examples: Mapping[str, Mapping[str, str]] = json.loads((_DATA / "examples.json").read_text(encoding="utf-8"))
    return examples
