"""Steps on a terminal: numbered under their urgency, each with by when, what, why and the command that does it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.catalogue.factpaths import label as label_of
from negotiation_docs.cli.typed import as_typed
from negotiation_docs.steps.step import URGENCY_LABELS

_ADVICE = "法律提示：不是法律意见，期限以文书所载为准；可拨打12348（法律援助）。"
_HANDED_IN = "文书交给对方以后，在“沟通记录”里记一次，“提交文书”（sent）写上文书名称，这里就会改为等答复。"
_INDEX = re.compile(r"\[[0-9]+\]")


def pressing(steps: Iterable[nd.Step]) -> list[nd.Step]:
    """What somebody has to do or to wait for; an enclosure that is ready is told with its letter."""
    return [step for step in steps if step.urgency is not nd.Urgency.OPEN and not (step.goes_with and step.ready)]


def numbered(steps: Sequence[nd.Step], today: date, options: argparse.Namespace) -> Iterator[str]:
    """The lines of what is pressing of ``steps``, under the urgencies."""
    number = 0
    for urgency, group in groupby(pressing(steps), key=lambda step: step.urgency):
        yield f"\n{URGENCY_LABELS[urgency]}"
        for step in group:
            number += 1
            yield from _told(number, step, steps, today, options)


def notes(steps: Sequence[nd.Step]) -> Iterator[str]:
    """What holds for all of them."""
    if any(step.paper for step in pressing(steps)):
        yield f"\n{_HANDED_IN}"
    if any(step.advice for step in pressing(steps)):
        yield f"\n{_ADVICE}"


def _told(
    number: int, step: nd.Step, among: Sequence[nd.Step], today: date, options: argparse.Namespace
) -> Iterator[str]:
    about = f"{step.debt}　" if step.debt else ""
    yield f"{number:>3}. {_when(step, today)}　{about}{'［法律提示］' if step.advice else ''}{step.what}"
    yield f"     {step.why}。"
    goes = [one for one in among if one.goes_with is not None and one.ready]
    enclosures = [one for one in goes if one.goes_with == step.paper and one.debt == step.debt]
    if enclosures:
        yield f"     随信：{''.join(one.what.removesuffix('一起交') for one in enclosures)}"
    yield from (f"     → {line}" for line in _command(step, enclosures, options))


def _when(step: nd.Step, today: date) -> str:
    if step.by is None or (step.by < today and step.urgency is nd.Urgency.NOW):
        return "尽快" if step.urgency is nd.Urgency.NOW else "有空时"
    days = (step.by - today).days
    left = f"已过{-days}天" if days < 0 else f"还有{days}天" if days else "就是今天"
    return f"{nd.chinese_date(step.by)}（{left}）"


def _command(step: nd.Step, enclosures: Sequence[nd.Step], options: argparse.Namespace) -> Iterator[str]:
    """What to type, or what to write into the file, so that the step is over."""
    case = as_typed(options.case)
    if step.waits_for:
        yield f"先在案件文件里写上：{_facts(step.waits_for)}"
    elif step.kind == "errors":
        yield f"negotiation-docs check {case}"
    elif step.stopped_by:
        yield f"negotiation-docs check {case} --debt {step.debt} --kind {step.paper}"
    elif step.paper and step.urgency is not nd.Urgency.WAITING:
        yield _render(step, enclosures, case, options)
    if step.record and not step.waits_for:
        yield f"办了以后，在案件文件里写上：{_facts(step.record)}"


def _facts(paths: Sequence[str]) -> str:
    """Places of the file with their Chinese labels: 书面确认（debts[0].agreement.confirmed）."""
    return "、".join(f"{label}（{path}）" if (label := _label(path)) else path for path in paths)


def _label(path: str) -> str:
    fact = _INDEX.sub("", path).replace("debts.", "debt.", 1)
    return label_of(fact) if fact.isascii() and is_fact(fact) else ""


def _render(step: nd.Step, enclosures: Sequence[nd.Step], case: str, options: argparse.Namespace) -> str:
    """A letter with enclosures is packed, as it names them by their numbers."""
    taken = "".join(f" --acknowledge {rule}" for rule in options.acknowledge)
    own = f" --templates {as_typed(options.templates)}" if options.templates else ""
    tail = f"{case} --debt {step.debt}{taken}{own}"
    if enclosures:
        return f"negotiation-docs pack {tail} -o out"
    return f"negotiation-docs render {step.paper} {tail} -o {step.paper}.docx"
