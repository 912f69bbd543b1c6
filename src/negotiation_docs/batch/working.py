"""What a worker does with the cases that it is handed: every paper of each, and never an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
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
from negotiation_docs.document import in_format
from negotiation_docs.errors import FactsError, NegotiationDocsError, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.filenames import paper_name
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


def work(task: Task) -> tuple[Answer, ...]:
    """One answer for every case of ``task``. Compiles templates and reads fonts the first time in a process."""
    prepare()
    return tuple(_answer(task, entry) for entry in task.entries)


def _answer(task: Task, entry: Entry) -> Answer:
    try:
        answer = _papers(task.order, entry)
        if task.root is None:
            return answer
        before = task.before.get(entry.key, Before())
        if before.killed:
            tidy(task.root, entry.key)
        return put(task.root, answer, before, overwrite=task.overwrite)
    except Exception as error:  # whatever it is, it concerns this case and no other
        hint = "请用 negotiation-docs check 单独检查这个案件；案件没有问题的，请报告这个错误"
        found = problem("broken", f"处理这个案件时出错（{type(error).__name__}）", hint)  # its words may hold facts
        return replace(failure(entry.number, entry.key, found), last=False)


def _papers(order: Order, entry: Entry) -> Answer:
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
            for one in _of_debt(order, case, debt, blank, told)
        ]
    first = made[0] if made else Made(entry.number, entry.key, "noted")
    return Answer(entry.number, (replace(first, notices=entry.told(told)), *made[1:]), day)


def _of_debt(order: Order, case: Case, debt: Debt, blank: Made, told: list[Problem]) -> Iterator[Made]:
    """The papers about one debt; those that only wait for facts are ``told``."""
    known = kinds(order.templates) if order.kinds is None else [find(one, order.templates) for one in order.kinds]
    papers = outlook(case, debt.id, known, acknowledge=order.acknowledge)
    if order.kinds is not None:
        for kind in known:
            yield from _files(order, case, debt, kind, replace(blank, kind=kind.name), papers)
        return
    for paper in papers:
        if paper.idle:
            continue
        one = replace(blank, kind=paper.kind.name)
        if not paper.stops:
            yield from _files(order, case, debt, paper.kind, one, papers)
        elif all(stop.absent or stop.unfit for stop in paper.stops):
            told.append(_waits(debt, paper))
        else:
            yield replace(one, problems=paper.stops)


def _waits(debt: Debt, paper: Outlook) -> Problem:
    lacks = "；".join(dict.fromkeys(stop.message for stop in paper.stops))
    message = f"债务 {mask_text(debt.id)} 还不能生成《{paper.kind.title()}》：{lacks}"
    return Problem("notice", (), message, "", "batch.waits")


def _files(  # noqa: PLR0913, PLR0917 - a paper, and what it is of
    order: Order, case: Case, debt: Debt, kind: Kind, one: Made, papers: Sequence[Outlook]
) -> Iterator[Made]:
    """One paper in every format, or what keeps it back."""
    begun = perf_counter()
    try:
        document = render(
            kind.name,
            case,
            debt.id,
            order.lang,
            acknowledge=order.acknowledge,
            enclose=mailing(kind, papers),
            templates=order.templates,
            fonts=order.fonts,
        )
        name = paper_name(kind.number, document.title, order.lang)
        for suffix in order.formats:
            data = in_format(document, f".{suffix}", order.look, order.takes(f".{suffix}"))
            seal, spent = hashlib.sha256(data).hexdigest(), perf_counter() - begun
            yield replace(
                one, state="made", format=suffix, path=Path(f"{name}.{suffix}"), size=len(data), sha256=seal,
                seconds=spent, data=data,
            )  # fmt: skip
            begun = perf_counter()
    except FactsError as error:
        yield replace(one, problems=error.problems)
    except NegotiationDocsError as error:
        yield replace(one, problems=(problem("paper", str(error)),))
