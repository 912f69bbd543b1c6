"""``check``: every problem of a case at once, and what each paper still needs."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter

import negotiation_docs as nd
from negotiation_docs.checks.glyphs import WORDS
from negotiation_docs.cli import data
from negotiation_docs.cli.picture import Picture
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
    debts = () if kind else debt_ids(case, options.debt)
    papers = [(debt, *each) for debt in debts for each in _papers(case, debt, options)]
    if options.json:
        data.put({"problems": data.problems(problems), "papers": [_data(*each) for each in papers]})
    else:
        tell(problems, Picture.of(options))
        for debt, found in groupby(papers, key=itemgetter(0)):
            out(f"债务 {debt}：\n")
            for _, paper, stops, told in found:
                _tell_paper(paper, stops, told)
        err(f"共{count(problems)}。\n")
    return int(any(problem.severity == "error" for problem in problems))


_Paper = tuple[Outlook, tuple[nd.Problem, ...], Collection[nd.Problem]]
"""A paper, what stops it, and which problems are told of the whole debt already."""


def _papers(case: nd.Case, debt: str, options: argparse.Namespace) -> Iterator[_Paper]:
    """Which papers of one debt are ready and of use, and what the others lack."""
    told = set(nd.check(case, debt=debt, acknowledge=options.acknowledge, fonts=options.fonts))
    undrawable = [problem for problem in told if problem.rule == UNDRAWABLE]
    for paper in outlook(case, debt, nd.kinds(options.templates), acknowledge=options.acknowledge):
        found = paper.stops
        if undrawable and not found and _prints_undrawable(paper.kind, case, debt, options):
            found = tuple(undrawable)
        yield paper, found, told


def _tell_paper(paper: Outlook, stops: Collection[nd.Problem], told: Collection[nd.Problem]) -> None:
    """Whether it can be made, and what it lacks; errors are not told twice."""
    out(f"  {_verdict(paper, stops)}　{paper.kind.title()}\n")
    for stop in stops:
        if stop not in told:
            where = f"{stop.path}：" if stop.path else ""
            out(f"    {where}{stop.message}\n")
    if any(stop in told for stop in stops):
        out("    先改正上面列出的错误\n")


def _data(debt: str, paper: Outlook, stops: Collection[nd.Problem], _: Collection[nd.Problem]) -> dict[str, object]:
    return {
        "debt": debt,
        "kind": paper.kind.name,
        "title": paper.kind.title(),
        "ready": not stops,
        "idle": paper.idle or None,
        "stops": data.problems(stops),
    }


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
