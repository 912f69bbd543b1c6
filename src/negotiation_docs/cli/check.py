"""``check``: every problem of a case at once, and what each paper still needs."""

from __future__ import annotations

import argparse
import sys

import negotiation_docs as nd
from negotiation_docs.cli.report import count, tell
from negotiation_docs.cli.source import debt_ids, find_kind, read_case


def run(options: argparse.Namespace) -> int:
    """1 if any problem is an error. What a paper still lacks is no error unless that paper was asked for."""
    kind = find_kind(options.kind) if options.kind else None
    case = read_case(options.case)
    problems = nd.check(case, kind, debt=options.debt)
    tell(problems)
    if kind is None:
        for debt in debt_ids(case, options.debt):
            _tell_readiness(case, debt)
    sys.stderr.write(f"共{count(problems)}。\n")
    return int(any(problem.severity == "error" for problem in problems))


def _tell_readiness(case: nd.Case, debt: str) -> None:
    general = set(nd.check(case, debt=debt))
    sys.stdout.write(f"债务 {debt}：\n")
    for kind in nd.kinds():
        errors = [each for each in nd.check(case, kind.name, debt=debt) if each.severity == "error"]
        lacks = [each for each in errors if each not in general]
        if not lacks:
            sys.stdout.write(f"  可以生成　{kind.title}\n")
            continue
        sys.stdout.write(f"  还不能生成　{kind.title}\n")
        for problem in lacks:
            where = f"{problem.path}：" if problem.path else ""
            sys.stdout.write(f"    {where}{problem.message}\n")
