"""``status``: where each debt is and what is to be done, the most urgent first, each with its command."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import is_fact
from negotiation_docs.catalogue.factpaths import label as label_of
from negotiation_docs.cli.source import read_case
from negotiation_docs.cli.terminal import out
from negotiation_docs.steps.step import URGENCY_LABELS

_ADVICE = "法律提示：不是法律意见，期限以文书所载为准；可拨打12348（法律援助）。"

_HANDED_IN = "文书交给对方以后，在“沟通记录”里记一次，“提交文书”（sent）写上文书名称，这里就会改为等答复。"
_INDEX = re.compile(r"\[[0-9]+\]")


def run(options: argparse.Namespace) -> int:
    """0 whatever is to be done; the day is the case's own unless another was asked for."""
    case = read_case(options.case)
    found = nd.next_steps(
        case, options.debt, on=options.on, acknowledge=options.acknowledge, templates=options.templates
    )
    if options.json:
        out(f"{msgspec.json.format(msgspec.json.encode(found), indent=2).decode()}\n")
    elif options.quiet:
        out("".join(f"{line}\n" for line in _brief(found)))
    else:
        out("".join(f"{line}\n" for line in _page(found, options)))
    return 0


def _brief(found: nd.NextSteps) -> Iterator[str]:
    """A line a step, in columns: day, debt, what."""
    for step in _pressing(found):
        yield f"{step.by.isoformat() if step.by else '-'}\t{step.debt or '-'}\t{step.what}"


def _pressing(found: nd.NextSteps) -> list[nd.Step]:
    """What somebody has to do or to wait for; an enclosure that is ready is told with its letter."""
    return [step for step in found if step.urgency is not nd.Urgency.OPEN and not (step.goes_with and step.ready)]


def _page(found: nd.NextSteps, options: argparse.Namespace) -> Iterator[str]:
    pressing = _pressing(found)
    yield f"到{nd.chinese_date(found.dated)}为止（看别的一天，用 --on 日期）："
    for debt in found.debts:
        flags = ((debt.old, "诉讼时效须先问清"), (debt.disputed, "金额有争议"), (debt.in_court, "已进入法律程序"))
        yield f"  {debt.debt}（{debt.lender}）：{'；'.join((debt.told, *(words for holds, words in flags if holds)))}"
    number = 0
    for urgency, steps in groupby(pressing, key=lambda step: step.urgency):
        yield f"\n{URGENCY_LABELS[urgency]}"
        for step in steps:
            number += 1
            yield from _told(number, step, found, options)
    if not pressing:
        yield "\n现在没有要做的事。"
    yield from _open(found)
    if any(step.paper for step in pressing):
        yield f"\n{_HANDED_IN}"
    if any(step.advice for step in pressing):
        yield f"\n{_ADVICE}"


def _told(number: int, step: nd.Step, found: nd.NextSteps, options: argparse.Namespace) -> Iterator[str]:
    about = f"{step.debt}　" if step.debt else ""
    yield f"{number:>3}. {_when(step, found.dated)}　{about}{'［法律提示］' if step.advice else ''}{step.what}"
    yield f"     {step.why}。"
    own = [one for one in found.of(step.debt) if one.goes_with is not None and one.ready]
    enclosures = [one for one in own if one.goes_with == step.paper]
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
    case = shlex.quote(options.case)
    if step.waits_for:
        yield f"先在案件文件里写上：{_facts(step.waits_for)}"
    elif step.stopped_by or step.kind == "errors":
        yield f"negotiation-docs check {case}"
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
    own = f" --templates {shlex.quote(str(options.templates))}" if options.templates else ""
    tail = f"{case} --debt {step.debt}{taken}{own}"
    if enclosures:
        return f"negotiation-docs pack {tail} -o out"
    return f"negotiation-docs render {step.paper} {tail} -o {step.paper}.docx"


def _open(found: nd.NextSteps) -> Iterator[str]:
    """The papers that nothing asks for, a few lines a debt."""
    for debt in found.debts:
        papers = [step for step in found.of(debt.debt) if step.urgency is nd.Urgency.OPEN]
        if papers:
            yield f"\n{debt.debt} 的其他文书"
        if ready := [step for step in papers if step.ready]:
            yield f"  需要时可以写：{_titles(ready)}"
        if waiting := [step for step in papers if step.waits_for and not step.stopped_by]:
            yield f"  还缺事实：{_reasoned(waiting)}"
        if stopped := [step for step in papers if step.stopped_by]:
            yield f"  现在不能写：{_reasoned(stopped)}"


def _titles(steps: Iterable[nd.Step]) -> str:
    return "".join(step.what.removeprefix("写") for step in steps)


def _reasoned(steps: Iterable[nd.Step]) -> str:
    """The papers by what keeps them back."""
    by_reason: dict[str, list[nd.Step]] = {}
    for step in steps:
        by_reason.setdefault(step.why, []).append(step)
    return "；".join(f"{_titles(kept)}（{why}）" for why, kept in by_reason.items())
