"""A step out of an event, or out of a paper that is of use, in the words of the data file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import Case, Contact, Debt
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.names import STOPS
from negotiation_docs.outlook import Outlook
from negotiation_docs.standing.events import Event, Urgency
from negotiation_docs.standing.occasions import Occasion, paper_words, words
from negotiation_docs.steps.step import Step

WRONG: Final = "先改正案件文件里的错误"


def of_event(case: Case, debt: Debt | None, event: Event) -> Step:
    """The step of an event that no paper answers."""
    told = words()[event.form]
    return Step(
        id=_id(debt, told.kind, event.mark),
        kind=told.kind,
        debt=debt.id if debt else None,
        urgency=event.urgency,
        by=event.by,
        what=told.what.format_map(event.values),
        why=told.why.format_map(event.values),
        record=_written(case, event.places),
        advice=told.advice,
    )


def answering(case: Case, debt: Debt, event: Event, paper: Outlook, stop: str) -> Step:
    """The step of an event with the paper that answers it; one that something stops says why."""
    told, kind = words()[event.form], paper.kind
    step = of_event(case, debt, event)
    what, why = step.what, step.why
    if stop:
        why = f"{why}。现在不能写《{kind.spoken}》：{stop}"
    elif paper.stops and all(each.rule in STOPS for each in paper.stops):
        why = f"{why}。写《{kind.spoken}》以前先看清：{sentences(paper.stops)}"
    elif paper.stops:
        why = f"{why}。《{kind.spoken}》还不能写：{lacks(paper.stops)}"
    else:
        what = (told.answer or told.what).format_map({**event.values, "title": kind.spoken})
    return _with_stops(case, replace(step, what=what, why=why, paper=kind.name), paper.stops)


def awaiting(case: Case, debt: Debt, event: Event, paper: Outlook, sent: Contact) -> Step:
    """The step of an event whose paper was handed in: wait for the answer, and ask again when its day is past."""
    days = words()[event.form].answer_days or 0
    by = event.answer_by if event.answer_by and event.answer_by > sent.day else sent.day + timedelta(days=days)
    waiting = by >= case.dated
    told = paper_words()["awaited" if waiting else "unanswered"]
    values = {"title": paper.kind.spoken, "day": chinese_date(sent.day), "due": chinese_date(by)}
    step = replace(
        of_event(case, debt, event),
        urgency=Urgency.WAITING if waiting else Urgency.NOW,
        by=by,
        what=told.what.format_map(values),
        why=told.why.format_map(values),
        paper=paper.kind.name,
    )
    return _with_stops(case, step, paper.stops)


def enclosed(case: Case, debt: Debt, paper: Outlook, cover: tuple[Step, str], stop: str) -> Step:
    """A paper that travels with the ``cover`` of another step, which has this title, or would, if it were put right."""
    letter, title = cover
    values = {"title": paper.kind.spoken, "cover": title, "stop": stop}
    step = _of_paper(case, debt, paper, paper_words()["enclosed" if paper.ready else "held_back"], values)
    return replace(step, urgency=letter.urgency, by=letter.by, goes_with=letter.paper)


def optional(case: Case, debt: Debt, paper: Outlook, sent: Contact | None, stop: str) -> Step:
    """A paper that is of use and that nothing asks for."""
    form = "stopped" if stop else "waits" if paper.stops else "sent" if sent else "ready"
    values = {
        "title": paper.kind.spoken,
        "lacks": lacks(paper.stops),
        "stop": stop,
        "day": chinese_date(sent.day) if sent else "",
    }
    return _of_paper(case, debt, paper, paper_words()[form], values)


def lacks(stops: Iterable[Problem]) -> str:
    """What is missing, without the paper that needs it: 缺少“协商结果”."""
    return "、".join(dict.fromkeys(re.split("，《|；", stop.message)[0] for stop in stops if stop.absent))


def _of_paper(case: Case, debt: Debt, paper: Outlook, told: Occasion, values: dict[str, str]) -> Step:
    step = Step(
        id=_id(debt, "paper", paper.kind.name),
        kind=told.kind,
        debt=debt.id,
        urgency=Urgency.OPEN,
        what=told.what.format_map(values),
        why=told.why.format_map(values),
        paper=paper.kind.name,
    )
    return _with_stops(case, step, paper.stops)


def _with_stops(case: Case, step: Step, stops: Sequence[Problem]) -> Step:
    """A stop that a person may take upon themselves waits for no fact: it is read, and then acknowledged."""
    missing = [stop for stop in stops if stop.absent and stop.rule not in STOPS]
    return replace(
        step,
        waits_for=_written(case, (stop.place for stop in missing)),
        stopped_by=tuple(dict.fromkeys(stop.rule for stop in stops if stop not in missing)),
    )


def sentences(problems: Iterable[Problem], *, brief: bool = False) -> str:
    """What stops a paper and what to do; ``brief``: the first sentence of it."""
    if brief:
        return "；".join(one.message.partition("。")[0] for one in problems)
    return "；".join(f"{one.message}（{one.hint}）" if one.hint else one.message for one in problems)


def _written(case: Case, places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(case.written(place)[0] for place in places))


def _id(debt: Debt | None, kind: str, mark: str) -> str:
    return ".".join(part for part in (debt.id if debt else "case", kind, mark) if part)
