"""``check``: every problem of a case at once, and what each paper still needs."""

from __future__ import annotations

import argparse
from collections.abc import Collection

import negotiation_docs as nd
from negotiation_docs.checks.glyphs import WORDS
from negotiation_docs.cli.report import count, tell
from negotiation_docs.cli.source import debt_ids, find_kind, read_case
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.outlook import Outlook, outlook

UNDRAWABLE = WORDS.id


def run(options: argparse.Namespace) -> int:
    """1 if any problem is an error. What a paper still lacks is no error unless that paper was asked for."""
    kind = find_kind(options.kind, options.templates) if options.kind else None
    case = read_case(options.case)
    waived, fonts = options.acknowledge, options.fonts
    problems = nd.check(case, kind, options.debt, acknowledge=waived, fonts=fonts, templates=options.templates)
    tell(problems)
    if kind is None:
        for debt in debt_ids(case, options.debt):
            _tell_readiness(case, debt, options)
    err(f"共{count(problems)}。\n")
    return int(any(problem.severity == "error" for problem in problems))


def _tell_readiness(case: nd.Case, debt: str, options: argparse.Namespace) -> None:
    """Which papers of one debt are ready and of use, and what the others lack; errors are not told twice."""
    told = set(nd.check(case, debt=debt, acknowledge=options.acknowledge, fonts=options.fonts))
    undrawable = [problem for problem in told if problem.rule == UNDRAWABLE]
    out(f"债务 {debt}：\n")
    for paper in outlook(case, debt, nd.kinds(options.templates), acknowledge=options.acknowledge):
        found = paper.stops
        if undrawable and not found and _prints_undrawable(paper.kind, case, debt, options):
            found = tuple(undrawable)
        out(f"  {_verdict(paper, found)}　{paper.kind.title()}\n")
        for stop in found:
            if stop not in told:
                where = f"{stop.path}：" if stop.path else ""
                out(f"    {where}{stop.message}\n")
        if told.intersection(found):
            out("    先改正上面列出的错误\n")


def _verdict(paper: Outlook, stops: Collection[nd.Problem]) -> str:
    if stops:
        return "还不能生成"
    return f"可以生成，但目前用不上（{paper.idle}）" if paper.idle else "可以生成"


def _prints_undrawable(kind: nd.Kind, case: nd.Case, debt: str, options: argparse.Namespace) -> bool:
    """Whether a character that no font can draw stands in this very paper."""
    try:
        own = options.templates
        nd.render(kind.name, case, debt, acknowledge=options.acknowledge, fonts=options.fonts, templates=own)
    except nd.MissingGlyphs:
        return True
    return False
