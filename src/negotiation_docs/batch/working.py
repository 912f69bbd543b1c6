"""What a worker does with the cases that it is handed: every paper of each, and never an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from msgspec import Struct, field
from msgspec.structs import replace

from negotiation_docs.batch.entry import Entry
from negotiation_docs.batch.keeping import Before, folder_of, put, tidy
from negotiation_docs.batch.made import Answer, Made, failure, problem
from negotiation_docs.batch.order import Order
from negotiation_docs.catalogue.kinds import Kind, find, kinds
from negotiation_docs.checking import check
from negotiation_docs.document import Document, in_format
from negotiation_docs.errors import FactsError, NegotiationDocsError, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.filenames import paper_name
from negotiation_docs.interruption import let_through
from negotiation_docs.outlook import Outlook, mailing, outlook
from negotiation_docs.preparing import prepare
from negotiation_docs.rendering import render


class Task(Struct, frozen=True):
    """Cases for one worker; it writes the files itself below ``root``, or gives them back where there is none."""

    order: Order
    entries: tuple[Entry, ...]
    root: Path | None = None
    before: Mapping[str, Before] = field(default_factory=dict)
    overwrite: bool = False

    def run(self) -> tuple[Answer, ...]:
        """See :func:`work`."""
        return work(self)


class Making(Struct, frozen=True):
    """How papers are made of a case: what ``finish`` does with one that is ready, and which kinds of paper ``fit``."""

    order: Order
    finish: Callable[[Document, Kind, Made], Iterator[Made]]
    fits: Callable[[Kind, Case, Debt], bool]


def work(task: Task) -> tuple[Answer, ...]:
    """One answer for every case of ``task``. Compiles templates and reads fonts the first time in a process."""
    prepare()
    return tuple(_answer(task, entry) for entry in task.entries)


def _answer(task: Task, entry: Entry) -> Answer:
    try:
        answer = papers(Making(task.order, partial(_files, task.order), _any), entry)
        if task.root is None:
            return answer
        before = task.before.get(entry.key, Before())
        if before.killed:
            tidy(task.root, entry.key)
        return put(task.root, answer, before, overwrite=task.overwrite)
    except Exception as error:  # whatever it is, it concerns this case and no other
        let_through(error)
        return broken(entry, error)


def broken(entry: Entry, error: Exception) -> Answer:
    """The answer to a case that makes the library itself fail; the words of the error may hold facts."""
    hint = "请用 negotiation-docs check 单独检查这个案件；案件没有问题的，请报告这个错误"
    found = problem("broken", f"处理这个案件时出错（{type(error).__name__}）", hint)
    return replace(failure(entry.number, entry.key, found), last=False)


def papers(making: Making, entry: Entry) -> Answer:
    """What comes of one case: a record for every paper, or for the case where it cannot be read."""
    order = making.order
    try:
        case, day = entry.load(order.today)
    except FactsError as error:
        found = [one for one in error.problems if one.severity == "error"]
        return failure(entry.number, entry.key, *found)
    made: list[Made] = []
    told = [one for one in check(case, acknowledge=order.acknowledge) if one.severity == "warning"]
    for place, debt in enumerate(case.debts, start=1):
        blank = Made(entry.number, entry.key, "failed", mask_text(debt.id), lang=order.lang)
        folder = folder_of(entry.key) / str(place)
        made += [
            replace(one, path=folder / one.path) if one.path else replace(one, problems=entry.told(one.problems))
            for one in _of_debt(making, case, debt, blank, told)
        ]
    first = made[0] if made else Made(entry.number, entry.key, "noted")
    return Answer(entry.number, (replace(first, notices=entry.told(told)), *made[1:]), day)


def _any(kind: Kind, case: Case, debt: Debt) -> bool:
    del kind, case, debt
    return True


def _of_debt(making: Making, case: Case, debt: Debt, blank: Made, told: list[Problem]) -> Iterator[Made]:
    """The papers about one debt; those that only wait for facts are ``told``."""
    order = making.order
    known = kinds(order.templates) if order.kinds is None else [find(one, order.templates) for one in order.kinds]
    found = outlook(case, debt.id, known, acknowledge=order.acknowledge)
    if order.kinds is not None:
        for kind in known:
            yield from _paper(making, case, debt, kind, replace(blank, kind=kind.name), found)
        return
    for paper in found:
        if paper.idle or not making.fits(paper.kind, case, debt):
            continue
        one = replace(blank, kind=paper.kind.name)
        if not paper.stops:
            yield from _paper(making, case, debt, paper.kind, one, found)
        elif all(stop.absent or stop.unfit for stop in paper.stops):
            told.append(_waits(debt, paper))
        else:
            yield replace(one, problems=paper.stops)


def _waits(debt: Debt, paper: Outlook) -> Problem:
    lacks = "；".join(dict.fromkeys(stop.message for stop in paper.stops))
    message = f"债务 {mask_text(debt.id)} 还不能生成《{paper.kind.title()}》：{lacks}"
    return Problem("notice", (), message, "", "batch.waits")


def _paper(  # noqa: PLR0913, PLR0917 - a paper, and what it is of
    making: Making, case: Case, debt: Debt, kind: Kind, one: Made, found: Sequence[Outlook]
) -> Iterator[Made]:
    """One paper, or what keeps it back."""
    order, begun = making.order, perf_counter()
    try:
        document = render(
            kind.name,
            case,
            debt.id,
            order.lang,
            acknowledge=order.acknowledge,
            enclose=mailing(kind, found),
            templates=order.templates,
            fonts=order.fonts,
        )
        yield from making.finish(document, kind, replace(one, seconds=perf_counter() - begun))
    except FactsError as error:
        yield replace(one, problems=error.problems)
    except NegotiationDocsError as error:
        yield replace(one, problems=(problem("paper", str(error)),))


def _files(order: Order, document: Document, kind: Kind, one: Made) -> Iterator[Made]:
    """One paper in every format; its words are counted with the first."""
    name, spent = paper_name(kind.number, document.title, order.lang), one.seconds
    for suffix in order.formats:
        begun = perf_counter()
        data = in_format(document, f".{suffix}", order.look, order.takes(f".{suffix}"))
        yield replace(
            one, state="made", format=suffix, path=Path(f"{name}.{suffix}"), size=len(data),
            sha256=hashlib.sha256(data).hexdigest(), seconds=spent + perf_counter() - begun, data=data,
        )  # fmt: skip
        spent = 0.0
