"""A stranger's Word file taken apart: its parts as they are, the words that are printed, what cannot be filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from docx.oxml import parse_xml
from msgspec import Struct

from negotiation_docs.authoring.word.marks import CODE, Mark, loose, marks
from negotiation_docs.authoring.word.story import ROOTS, Line, Story, story
from negotiation_docs.authoring.wording import BLANKS, LAW
from negotiation_docs.checks.rule import word_words
from negotiation_docs.errors import OutputError, Problem
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.files import Given, content
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.writers.docxfile.fields import refuse_fields
from negotiation_docs.writers.docxfile.inspection import entries, honest

_WHAT: Final = "Word 文件"
_UNREAD: Final = f"{_WHAT}里有读不出来的内容，请用 Word 打开后另存为 .docx 再试"
_MOST_PLACES: Final = 1000
"""Different ones: each that is not known is held against every word that is."""
_OLD: Final = b"\xd0\xcf\x11\xe0"  # a compound file: a .doc, or a .docx behind a password
_EMBEDDED: Final = re.compile(r"/activex/|oleobject|\.bin$", re.IGNORECASE)
_REMOTE: Final = re.compile(r"(?:https?|ftp):|\\\\|file:(?://[^/]|/{4})", re.IGNORECASE)
_WORDY: Final = re.compile(rb"<(?:\w+:)?(?:t|v|textpath|lvlText|document|hdr|ftr|footnotes|endnotes)[\s/>]")
"""What may have words in it: most parts of a file are styles and settings, which have none."""
_PLACE: Final = re.compile(r"【[^【】]{0,60}】")


class WordFile(Struct, frozen=True):
    """``parts`` by name, in the order of the file; ``stories`` are those whose words are printed."""

    parts: Mapping[str, bytes]
    stories: Mapping[str, Story]

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Every paragraph with the name of its part; the body first."""
        for name, told in self.stories.items():
            for line in told.lines if told.root in ROOTS else ():
                yield name, line


class Found(Struct, frozen=True):
    """One place in the file: in which part and line, and where in that."""

    part: str
    line: Line
    mark: Mark

    @property
    def fault(self) -> str:
        """Why it cannot be filled, as its pieces say."""
        touched = self.line.touched(self.mark.start, self.mark.end)
        return next((piece.fault for piece in self.line.pieces[touched.start : touched.stop] if piece.fault), "")


def opened(letter: Given) -> WordFile:
    """The file, looked into but not run. Raises OutputError for what is no honest DOCX."""
    data = content(letter, f"这个 {_WHAT}")
    if data.startswith(_OLD):
        raise OutputError(f"{_WHAT}是旧的 .doc 格式，或者设了打开密码；请用 Word 另存为不带密码的 .docx 再试")
    parts = honest(data, _WHAT)
    return WordFile(parts, dict(_stories(parts)))


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Story]]:
    read: dict[str, Story] = {}
    for name, data in parts.items():
        if name.lower().endswith(".xml") and "/glossary/" not in name and _WORDY.search(data):
            try:
                read[name] = story(data)
            except ValueError:
                if name.startswith("word/"):
                    raise OutputError(_UNREAD) from None
    roots = list(ROOTS)
    found = [(name, told) for name, told in read.items() if told.root in roots or told.drawn]
    yield from sorted(found, key=lambda each: (roots.index(each[1].root) if each[1].root in roots else 9, each[0]))


def places(word: WordFile, known: Callable[[str], bool]) -> Iterator[Found]:
    """Every place of the file; one that only looks like one counts where its words are ``known``."""
    told = set[str]()
    for part, line in word.lines():
        for mark in marks(line.words, known):
            told.add(mark.written)
            if len(told) > _MOST_PLACES:
                raise OutputError(f"{_WHAT}里不同的空超过{_MOST_PLACES}个，请分成几份文件")
            yield Found(part, line, mark)


def obstacles(word: WordFile, found: list[Found]) -> Iterator[Problem]:
    """What keeps the file from being filled, and what should be looked at before it leaves the house."""
    if not found:
        yield problem("word.none")
    yield from _hidden(word)
    for name, told in word.stories.items():
        yield from _in_story(told)
        if _asks(word.parts[name]):
            yield problem("word.fetches")
    marked: dict[int, list[Mark]] = {}
    for place in found:
        marked.setdefault(id(place.line), []).append(place.mark)
        if place.fault:
            yield problem(f"word.{place.fault}", where=place.line.where, place=place.mark.written)
    for _, line in word.lines():
        if not line.twin:
            yield from _in_words(line, marked.get(id(line), []))


def _in_story(told: Story) -> Iterator[Problem]:
    if told.changed:
        yield problem("word.changes", where=ROOTS.get(told.root, ""))
    if told.embeds:
        yield problem("word.embeds")
    yield from (problem("word.field", place=each[0]) for each in _PLACE.finditer(told.codes))
    yield from (problem("word.drawn", place=each[0]) for each in _PLACE.finditer(told.drawn))


def _asks(content: bytes) -> bool:
    """Whether a part has a field that fetches, runs or asks."""
    try:
        refuse_fields(parse_xml(content))
    except OutputError:
        return True
    except SyntaxError:  # libxml2 takes less than expat
        raise OutputError(_UNREAD) from None
    return False


def _hidden(word: WordFile) -> Iterator[Problem]:
    names = list(word.parts)
    if any(_EMBEDDED.search(name) for name in names):
        yield problem("word.embeds")
    if any(name.startswith("_xmlsignatures/") for name in names):
        yield problem("word.signed")
    if any(_REMOTE.match(target) for target in _attached(word)):
        yield problem("word.remote")
    if any(name.startswith("word/comments") for name in names):
        yield problem("word.comments")


def _attached(word: WordFile) -> Iterator[str]:
    """Where the templates lie that the file says it was made from."""
    for name, data in word.parts.items():
        for each in entries(data) if name.lower().endswith(".rels") else ():
            if each.get("Type", "").endswith("/attachedTemplate"):
                yield each.get("Target", "")


def _in_words(line: Line, found: list[Mark]) -> Iterator[Problem]:
    words, where = line.words, line.where
    yield from (problem("word.code", where=where, around=each[0].strip()) for each in CODE.finditer(words))
    yield from (problem("word.unclosed", where=where, around=each) for each in loose(words, found))
    yield from (problem("word.blank", where=where, around=each[0]) for each in BLANKS.finditer(words))
    yield from (problem("word.law", where=where, law=each[0]) for each in LAW.finditer(words))
    for each in forbidden(words):
        yield problem("word.said", where=where, phrase=each.phrase, why=each.message, better=each.better)


def problem(rule: str, where: str = "", **values: object) -> Problem:
    """A problem in the words of its rule, at ``where`` in the file."""
    told = {name: mask_text(value) if isinstance(value, str) else value for name, value in values.items()}
    about = word_words()[rule].about(((), told))
    return Problem(about.severity, (), about.message, about.hint, rule, absent=about.absent, written=where)


def lines(problems: Iterable[Problem]) -> str:
    """The problems as the words of an error, one after the other."""
    return "\n".join(str(each).removeprefix("错误").lstrip(" ：") for each in problems)
