"""Every error this library raises on purpose, and the :class:`Problem` they carry.

NegotiationDocsError
├── FactsError            facts that cannot be read, are wrong, or are missing for the paper asked for
│   └── UnaffordablePlan  a plan that asks for more than is left in some month (figures/unaffordable.py)
├── CitationError         a rule cited to somebody it does not bind, or in a paper it has no place in
├── TemplateError         a template that leaves the HTML subset or the sandbox
├── MissingGlyphs         characters that no font of the look can draw
├── OutputError           a file that cannot be read or written
│   └── FileInTheWay      a different file stands where one should be written
└── ArgumentError         a function that was given something else than it takes; a TypeError and a ValueError too
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

Severity = Literal["error", "warning", "notice"]

_NUMBER: Final = re.compile(r"\d(?:[\s\-_()（）\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff.·]{0,3}\d){10,}[Xx]?")
_FIGURES: Final = re.compile(r"\d(?:\D?\d){4,}")
_QUOTED: Final = 24
_LONGEST: Final = 80  # characters of what was typed that are held against the known words

SEVERITY_LABELS: dict[Severity, str] = {"error": "错误", "warning": "提醒", "notice": "提示"}


Place = tuple[str | int, ...]
"""Where a fact stands: keys of the case format and list positions (from 0), from the case or from a model in it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where (``place``), what (``message``), and what to do (``hint``), in Chinese.

    ``rule`` is the stable id of the check that found it (documented in docs/checks.md); ``line`` and
    ``column`` are where in the file, counted from 1, if that is known. Never carries an unmasked identity, card or
    phone number.

    ``absent`` marks a fact that is merely missing, which a draft leaves open; ``unfit`` facts that say that this is not
    the paper to write, or not yet; ``trait`` limits the finding to papers that have it (empty: all); ``reads`` are the
    other places that were looked at; ``written`` is the place in the words of the file, where those are known.

    >>> import negotiation_docs as nd
    >>> problem = nd.Problem("error", ("debts", 0, "due"), "缺少到期日", "请填写")
    >>> problem.path
    'debts[0].due'
    >>> print(problem)
    错误 debts[0].due：缺少到期日
      → 请填写
    """

    severity: Severity
    place: Place
    message: str
    hint: str = ""
    rule: str = ""
    line: int | None = field(default=None, compare=False)
    column: int | None = field(default=None, kw_only=True, compare=False)
    absent: bool = field(default=False, kw_only=True, repr=False)
    unfit: bool = field(default=False, kw_only=True, repr=False)
    trait: str = field(default="", kw_only=True, repr=False, compare=False)
    reads: tuple[Place, ...] = field(default=(), kw_only=True, repr=False, compare=False)
    written: str = field(default="", kw_only=True, repr=False)

    @property
    def path(self) -> str:
        """The place as the file writes it, ``债务[0].欠款.本金``, else in the keys of the case format."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.place)
        return self.written or "".join(steps).removeprefix(".")

    def __str__(self) -> str:
        where = f" {self.path}" if self.path else ""
        where += f"（第{self.line}行）" if self.line else ""
        hint = f"\n  → {self.hint}" if self.hint else ""
        return f"{SEVERITY_LABELS[self.severity]}{where}：{self.message}{hint}"


class NegotiationDocsError(Exception):
    """The root of all errors raised on purpose.

    >>> import negotiation_docs as nd
    >>> try:
    ...     nd.load("nowhere.yaml")
    ... except nd.NegotiationDocsError as error:
    ...     print(error)
    错误：找不到案件文件“nowhere.yaml”
      → 请检查文件名和所在文件夹
    """


class FactsError(NegotiationDocsError):
    """Facts that cannot be read, are wrong, or are missing; carries all ``problems`` at once.

    >>> import negotiation_docs as nd
    >>> try:
    ...     nd.load({"borrower": {"name": "周启明"}})
    ... except nd.FactsError as error:
    ...     for problem in error.problems:
    ...         print(problem.path, problem.message)
    debts 缺少债务
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CitationError(NegotiationDocsError):
    """A rule was asked for where the citation matrix does not allow it.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> kind = next(kind for kind in nd.kinds() if kind.name == "hardship_letter")
    >>> try:
    ...     kind.citing(case, case.debt()).cite("nothing")
    ... except nd.CitationError as error:
    ...     print(str(error)[:20])
    没有名为“nothing”的引用目的；可
    """


class TemplateError(NegotiationDocsError):
    """A template broke the HTML subset or the sandbox; the message names template, line, nearest text and remedy.

    ``problems`` are those of a Word letter that cannot be filled; a template of our own kind has them in its words.

    >>> import negotiation_docs as nd
    >>> try:
    ...     nd.explain("hardship_leter")
    ... except nd.TemplateError as error:
    ...     print(str(error).split("？")[0])
    没有“hardship_leter”这种文书，是不是 hardship_letter
    """

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(message)


class MissingGlyphs(NegotiationDocsError):  # noqa: N818
    """Characters that no font can draw: names each character and the text around it (masked).

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> try:
    ...     nd.render("hardship_letter", case.replace(measures=["已联系Ł先生"]), draft=True)
    ... except nd.NegotiationDocsError as error:
    ...     print(type(error).__name__)
    MissingGlyphs
    """


class OutputError(NegotiationDocsError):
    """A file that cannot be read or written, or that exists and must not be replaced unasked.

    >>> import negotiation_docs as nd
    >>> try:
    ...     nd.render("hardship_letter", nd.load("examples/zhou.yaml")).save("信.doc")
    ... except nd.OutputError as error:
    ...     print(error)
    不认识的文件类型“.doc”；可用：.docx .pdf .html .txt
    """


class FileInTheWay(OutputError):  # noqa: N818
    """A different file stands where one should be written; ``path`` is where.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> letter = nd.render("hardship_letter", case)
    >>> _ = letter.save("信.txt")
    >>> try:
    ...     nd.render("evidence_list", case).save("信.txt")
    ... except nd.FileInTheWay as error:
    ...     print(error.path)
    信.txt
    """

    def __init__(self, path: object, way_out: str = "overwrite=True") -> None:
        self.path = path
        super().__init__(f"{placed(path)} 已存在且内容不同；确认要替换时请用 {way_out}")


class ArgumentError(NegotiationDocsError, TypeError, ValueError):
    """Something else than the function takes: of another type, none of its names, an amount that cannot be.

    The message names each argument and what it should be, and never quotes what was given.

    >>> import negotiation_docs as nd
    >>> try:
    ...     nd.load(3)
    ... except nd.ArgumentError as error:
    ...     print(error)
    load：source 应是文字或者路径或者字典或者打开的文件，现在是 int
    """


def likeliest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The one of ``known`` that ``word`` is most likely meant for, in whatever case it is typed; empty if none is near.

    ``cutoff`` is how alike they have to be, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - most runs have nothing to say about a mistake

    words: dict[str, str] = {}
    for each in known:
        words.setdefault(each.casefold(), each)
    return next((words[each] for each in get_close_matches(word[:_LONGEST].casefold(), words, 1, cutoff)), "")


def placed(path: object) -> str:
    """A path as an error may name it: what may be somebody's number keeps three signs in front and four behind."""
    return _NUMBER.sub(lambda found: f"{found[0][:3]}{'*' * (len(found[0]) - 7)}{found[0][-4:]}", str(path))


def quoted(name: str) -> str:
    """A short name that was typed, as an error may show it: ``“.doc”``; what may be somebody's number is left out."""
    return f"“{_FIGURES.sub('…', name[:_QUOTED])}”"
