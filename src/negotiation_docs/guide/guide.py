"""The page about one paper, for the borrower: six parts, of which what it needs is read from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.factpaths import labels
from negotiation_docs.catalogue.kinds import Kind, find, kinds
from negotiation_docs.catalogue.traits import TRAITS
from negotiation_docs.checks.needs import HINTS
from negotiation_docs.guide.problems import plainly, problems
from negotiation_docs.guide.problems import told as told_of_problem
from negotiation_docs.guide.prose import Prose, prose, start, words
from negotiation_docs.names import KindName
from negotiation_docs.standing import LABELS, State

PARTS: Final = ("何时用", "需要什么", "怎么交", "留存什么", "下一步", "常见误解")
_CASE_FILE: Final = "案件文件，里面有借款人和这一笔债务。还缺什么，运行 negotiation-docs check 会逐项列出。"


class Part(Struct, frozen=True):
    """One heading and what stands under it, a sentence or two each.

    >>> import negotiation_docs as nd
    >>> nd.explain().parts[0].title
    '不还会怎样'
    """

    title: str
    lines: tuple[str, ...]


class Guide(Struct, frozen=True):
    """``parts`` in the order of :data:`PARTS`; ``words`` are those used in them that not everybody knows.

    Of a paper of a user's own there is what its head tells: when it is of use and what it needs. ``kind`` is empty
    where the guide tells what to know before the first paper, and where it is about a problem that ``check`` or
    ``load`` found: that one's id is ``rule``.

    >>> import negotiation_docs as nd
    >>> [part.title for part in nd.explain("hardship_letter").parts]
    ['何时用', '需要什么', '怎么交', '留存什么', '下一步', '常见误解']
    """

    kind: str
    title: str
    parts: tuple[Part, ...]
    words: tuple[tuple[str, str], ...]
    rule: str = ""

    @property
    def text(self) -> str:
        """All of it as plain text, a line each."""
        told = [part.title + "".join(f"\n  · {line}" for line in part.lines) for part in self.parts]
        if self.words:
            told.append("词语" + "".join(f"\n  {word}：{meaning}" for word, meaning in self.words))
        name = self.kind or self.rule
        return "\n\n".join((f"{self.title}（{name}）" if name else self.title, *told))


@told
def explain(kind: KindName | str | None = None, *, templates: str | Path | None = None) -> Guide:
    """What a borrower should know about the paper ``kind`` (its name or a title of it), in Chinese.

    Without one, what to know before the first paper. The id of a problem (``Problem.rule``) tells what that finds, why,
    an example and what to write instead. ``templates`` is a folder of one's own. Raises TemplateError for an unknown
    paper, naming the nearest.

    >>> import negotiation_docs as nd
    >>> nd.explain("困难情况说明").parts[0].title
    '何时用'
    >>> nd.explain("money").title
    '看不懂金额'
    """
    if kind is None:
        return _guide("", "从哪里开始", start())
    if kind in problems():
        return explain_problem(kind)
    folder = None if templates is None else Path(templates)
    paper = find(kind, folder)
    written = prose(paper.name)
    told = {
        "何时用": (*(written.when if written else ()), _of_use(paper)),
        "需要什么": tuple(_needed(paper)),
        **(_rest(paper, written, folder) if written else {}),
    }
    return _guide(paper.name, paper.title(), {title: told[title] for title in PARTS if title in told})


def explain_problem(rule: str) -> Guide:
    """What a problem is about, by its id. Raises KeyError for another."""
    words = problems()[rule]
    parts = tuple(Part(heading, lines) for heading, lines in told_of_problem(words).items())
    return Guide("", plainly(words.message), parts, (), rule)


def _guide(kind: str, title: str, told: Mapping[str, tuple[str, ...]]) -> Guide:
    said = "".join(line for lines in told.values() for line in lines)
    known = tuple((word, meaning) for word, meaning in words().items() if word in said)
    return Guide(kind, title, tuple(Part(heading, lines) for heading, lines in told.items()), known)


def _of_use(paper: Kind) -> str:
    states = "；".join(LABELS[State(state)] for state in paper.due)
    return f"债务处在这些情况之一时用得上：{states}。" if states else "债务处在什么情况都可以用。"


def _needed(paper: Kind) -> Iterator[str]:
    """What the head of its template says, with the labels of the case file and what to write there."""
    yield _CASE_FILE
    for need in paper.needs:
        hint = HINTS.get(need.rpartition(".")[2])
        spared = f"{CONDITIONS[paper.unless[need]].meaning}的不需要。" if need in paper.unless else ""
        yield "里的".join(labels(need)) + (f"：{hint}。" if hint else "。") + spared
    for name, trait in TRAITS.items():
        if name in paper.traits:
            yield f"这份文书{trait.meaning}。"


def _rest(paper: Kind, written: Prose, templates: Path | None) -> dict[str, tuple[str, ...]]:
    titles = {other.name: other.spoken for other in kinds(templates)}
    enclosed = "".join(f"《{titles[name]}》" for name in paper.encloses)
    return {
        "怎么交": (*written.how, *((f"能随附的：{enclosed}。",) if enclosed else ())),
        "留存什么": written.keep,
        "下一步": written.next,
        "常见误解": tuple(f"有人以为：“{one.think.rstrip('。')}”。其实：{one.truth}" for one in written.mistakes),
    }
