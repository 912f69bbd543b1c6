"""A Word letter filled from a case: everything but the words in its places stays as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

import docx
from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.authoring.word import lookup, mapping
from negotiation_docs.authoring.word.kind import own_kind
from negotiation_docs.authoring.word.marks import Mark, marks
from negotiation_docs.authoring.word.missing import missing
from negotiation_docs.authoring.word.naming import is_known, proposed
from negotiation_docs.authoring.word.place import BLANK, KEPT, ROOM
from negotiation_docs.authoring.word.story import Line
from negotiation_docs.authoring.word.vocabulary import near
from negotiation_docs.authoring.word.wordfile import Found, WordFile, lines, obstacles, opened, places, problem
from negotiation_docs.authoring.word.wording import Unfit, without_unit, worded
from negotiation_docs.authoring.word.writing import Edit, edits, rewritten
from negotiation_docs.checks import check, readiness
from negotiation_docs.errors import FactsError, OutputError, Problem, TemplateError
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.leftopen import left_open
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.files import Given, write
from negotiation_docs.names import Stop
from negotiation_docs.question import question
from negotiation_docs.rendering import refusal
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.order import Order
from negotiation_docs.writers.docxfile.controls import draft_word
from negotiation_docs.writers.docxfile.letterhead import mark_draft
from negotiation_docs.writers.docxfile.package import Part, archive

_MOST_WORDS: Final = 2_000_000
"""Characters that all places take together, as many as a template may print: a place may stand in a file as often as
there is room, and what the case says there may be as long as the case."""


class FilledWord(Struct, frozen=True):
    """A filled letter: its bytes (``data``), and what should be looked at before it leaves the house (``problems``).

    >>> import negotiation_docs as nd
    >>> nd.FilledWord(b"PK").problems
    ()
    """

    data: bytes
    problems: tuple[Problem, ...] = ()

    @told
    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Writes the letter, for its owner only; a different file is replaced only with ``overwrite``."""
        return write(path, self.data, overwrite=overwrite)

    def __repr__(self) -> str:
        return f"<FilledWord, {len(self.data)} bytes>"


@told
@question
@in_our_context
def fill_word(  # noqa: PLR0913 - the public face: each is a choice of the caller, by name
    letter: Given,
    case: Case,
    debt: str | None = None,
    *,
    places: Given | Mapping[str, str] | None = None,
    lang: Literal["zh", "en"] = "zh",
    draft: bool = False,
    acknowledge: Collection[Stop] = (),
) -> FilledWord:
    """The Word ``letter`` about one debt with its places filled in, money, days and choices written as our papers do.

    ``places`` is the file that :func:`word_template` writes, or place → name; without one, every place has to be a
    word or a name that is known. ``draft`` shows what is missing as 【待填：…】 and marks every page. The letter is
    checked as the paper that the file says it does the same as, else as one that admits the debt. Raises TemplateError
    with all that is wrong with letter and places, FactsError with all that stops the letter or is missing, OutputError
    for a file that cannot be read.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.fill_word("信.docx", case).save("信-已填.docx").name  # doctest: +SKIP
    '信-已填.docx'
    """
    word = opened(letter)
    assigned = None if places is None else mapping.read(places)
    found = list(_found(word, assigned))
    names = assigned.names if assigned else {each.written: each.name for each in proposed(found)}
    asked, wrong = _asked(found, names)
    noticed = [*wrong, *obstacles(word, found)]
    if faults := [each for each in dict.fromkeys(noticed) if each.severity == "error"]:
        raise TemplateError(lines(faults), faults)
    owed = case.debt(debt)
    kind = own_kind(assigned.like if assigned else "", asked.values())
    matter = Matter(Order(kind, case, owed, draft=draft), lang)
    stops = list(readiness(case, kind, owed.id, acknowledge=acknowledge, draft=draft))
    texts = {written: ROOM for written, name in names.items() if name == BLANK}
    texts |= {written: _text(each, written, matter, stops) for written, each in asked.items()}
    if stops:
        raise refusal(tuple(dict.fromkeys(stops)), case, owed.id)
    data = _filled(word, found, texts)
    warned = [each for each in noticed if each.severity == "warning"]
    warned += [each for each in check(case, kind, owed.id, acknowledge=acknowledge) if each.severity == "warning"]
    return FilledWord(_marked(data, draft_word(lang)) if draft else data, tuple(dict.fromkeys(warned)))


def _found(word: WordFile, assigned: mapping.Assigned | None) -> Iterator[Found]:
    """The places of the file: what is sure or known, and what the file of places names."""
    named = {mark.inside for name in (assigned.names if assigned else ()) for mark in marks(name, lambda _: True)}
    yield from places(word, lambda each: each in named or (assigned is None and is_known(each)))


def _asked(found: list[Found], names: Mapping[str, str]) -> tuple[dict[str, lookup.Lookup], list[Problem]]:
    """What each place is filled with, but for those that are left to a pen; and all that is wrong with that."""
    asked: dict[str, lookup.Lookup] = {}
    first = {each.mark.written: each for each in reversed(found)}
    wrong = [problem("word.place_gone", place=written) for written in names if written not in first]
    for written in dict.fromkeys(each.mark.written for each in found):
        name = names.get(written, "")
        read = lookup.read(name) if name not in ("", KEPT, BLANK) else None
        fault = lookup.wrong(read) if read else None
        if fault:
            wrong.append(_wrong_name(first[written], name, *fault))
        elif read:
            asked[written] = read
        elif name not in (KEPT, BLANK):
            wrong.append(_not_known(first[written], name))
    return asked, wrong


def _not_known(each: Found, name: str) -> Problem:
    likely = list(near(name or each.mark.inside))
    hint = f"是不是 {'、'.join(likely)}？" if likely else ""
    if name:
        return _wrong_name(each, name, f"没有“{name}”这个名称", hint.rstrip("？") or "名称见 template show-data")
    return problem("word.place_unknown", where=each.line.where, place=each.mark.written, near=hint)


def _wrong_name(each: Found, name: str, why: str, hint: str) -> Problem:
    return problem("word.name", where=each.line.where, place=each.mark.written, name=name, why=why, hint=hint)


def _text(asked: lookup.Lookup, written: str, matter: Matter, stops: list[Problem]) -> str:
    """The words for a place; what stops it is added to ``stops``. A draft shows that it is missing."""
    try:
        found = list(lookup.values(asked, matter))
    except FactsError as error:
        found, missed = [], list(error.problems)
    else:
        missed = [] if found else [missing(asked, written, matter)]
    try:
        if found:
            return worded(asked, found, matter.voice.lang)
    except Unfit:
        stops.append(problem("word.unfit", place=written, way=asked.written.rpartition("|")[2]))
        return ""
    stops += [one for one in missed if not (matter.order.draft and one.absent)]
    return left_open(lookup.meaning_of(asked).rpartition("：")[2])


def _filled(word: WordFile, found: list[Found], texts: Mapping[str, str]) -> bytes:
    """The file with its texts in place; a part in which no place is filled stays as it is, byte for byte."""
    if sum(len(texts.get(each.mark.written, "")) for each in found) > _MOST_WORDS:
        raise OutputError(f"填进 Word 文件的字超过{_MOST_WORDS // 10_000}万个，请少留一些空，或者分成几份文件")
    of_line: dict[int, tuple[str, Line, dict[Mark, str]]] = {}
    for each in found:
        if each.mark.written in texts:
            following = each.line.words[each.mark.end : each.mark.end + 1]
            text = without_unit(texts[each.mark.written], following)
            of_line.setdefault(id(each.line), (each.part, each.line, {}))[2][each.mark] = text
    changes: dict[str, list[Edit]] = {}
    for part, line, marked in of_line.values():
        changes.setdefault(part, []).extend(edits(word.parts[part], line, marked))
    parts = {name: rewritten(data, changes.get(name, ())) for name, data in word.parts.items()}
    return archive(Part.of(name, data) for name, data in parts.items())


def _marked(data: bytes, said: str) -> bytes:
    """The letter with the word for a draft on every page."""
    out = io.BytesIO()
    try:
        document = docx.Document(io.BytesIO(data))
        mark_draft(document, said)
        document.save(out)
    except Exception:  # python-docx has no error tree of its own: KeyError, ValueError, XMLSyntaxError …
        raise OutputError("Word 文件不能作为 Word 文档打开，请用 Word 打开后另存为 .docx 再试") from None
    with zipfile.ZipFile(out) as package:
        return archive(Part.of(name, package.read(name)) for name in package.namelist())
