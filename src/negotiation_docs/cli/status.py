"""``status``: where each debt is and what is to be done, the most urgent first, each with its command."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

import negotiation_docs as nd
from negotiation_docs.cli import data
from negotiation_docs.cli.pressing import notes, numbered, pressing
from negotiation_docs.cli.source import read_case
from negotiation_docs.cli.terminal import out
from negotiation_docs.figures.wording import amount


def run(options: argparse.Namespace) -> int:
    """0 whatever is to be done; the day is the case's own unless another was asked for.

    With an earlier file of the same borrower it tells what changed since, and what follows from that.
    """
    case = read_case(options.case)
    if options.before:
        return _tell(nd.review(read_case(options.before), case, **_chosen(options)), options)
    return _tell(nd.next_steps(case, options.debt, on=options.on, **_chosen(options)), options)


def _chosen(options: argparse.Namespace) -> dict[str, Any]:
    return {"acknowledge": options.acknowledge, "templates": options.templates}


def _tell(found: nd.NextSteps | nd.Review, options: argparse.Namespace) -> int:
    if options.json:
        data.put(found)
        return 0
    if options.quiet:
        lines = _brief(found.steps)
    else:
        lines = _page(found, options) if isinstance(found, nd.NextSteps) else _compared(found, options)
    out("".join(f"{line}\n" for line in lines))
    return 0


def _compared(found: nd.Review, options: argparse.Namespace) -> Iterator[str]:
    """The month before and after, new causes, which plan fits, and what follows."""
    yield f"{nd.chinese_date(found.before)}到{nd.chinese_date(found.after)}，每月（元）："
    for shift in found.shifts:
        rose = f"多{amount(shift.more)}" if shift.more > 0 else f"少{amount(-shift.more)}" if shift.more else "不变"
        yield f"  {shift.label}：{amount(shift.before)} → {amount(shift.after)}（{rose}）"
    for cause in found.causes:
        yield f"  新的原因：{cause.label}{f'（自{nd.chinese_date(cause.since)}）' if cause.since else ''}"
    for plan in found.plans:
        fits = "在能力以内" if plan.fits else "超出能力"
        most, left = amount(plan.together), amount(plan.left)
        yield f"  {plan.debt} 的方案：{fits}；各笔方案每月最多须还{most}元，可用于偿还的{left}元"
    yield from numbered(found.steps, found.after, options)
    if not found.steps:
        yield "\n没有因此要做的事。"
    yield from notes(found.steps)


def _brief(steps: Iterable[nd.Step]) -> Iterator[str]:
    """A line a step, in columns: day, debt, what."""
    for step in pressing(steps):
        yield f"{step.by.isoformat() if step.by else '-'}\t{step.debt or '-'}\t{step.what}"


def _page(found: nd.NextSteps, options: argparse.Namespace) -> Iterator[str]:
    yield f"到{nd.chinese_date(found.dated)}为止（看别的一天，用 --on 日期）："
    for debt in found.debts:
        flags = ((debt.old, "诉讼时效须先问清"), (debt.disputed, "金额有争议"), (debt.in_court, "已进入法律程序"))
        yield f"  {debt.debt}（{debt.lender}）：{'；'.join((debt.told, *(words for holds, words in flags if holds)))}"
    yield from numbered(found.steps, found.dated, options)
    if not pressing(found.steps):
        yield "\n现在没有要做的事。"
    yield from _open(found)
    yield from notes(found.steps)


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
