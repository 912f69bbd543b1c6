"""``new``: a case file by questions and answers, begun or taken up again; or a copy of an example."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import negotiation_docs as nd
from negotiation_docs.cli.person import person
from negotiation_docs.cli.report import count, tell
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.cli.typed import as_typed
from negotiation_docs.files import write
from negotiation_docs.interview.asking import Interview
from negotiation_docs.interview.examples import example
from negotiation_docs.interview.sheet import NotKept, Sheet
from negotiation_docs.outlook import outlook

CASE_FILE: Final = "案件.yaml"
_AIMS: Final = ("hardship_letter", "repayment_plan")
"""The papers that the questions lead to: what they still lack is told."""


def run(options: argparse.Namespace) -> int:
    """0 when the file holds what it can so far, 1 if something in it is wrong when the questions are over.

    Raises OutputError where the disk takes no answer.
    """
    if options.example is not None:
        return _copied(options)
    sheet = Sheet(Path(options.case or CASE_FILE))
    path = as_typed(sheet.path)
    try:
        finished = Interview(sheet, person()).run()
    except NotKept as error:
        kept = "前面的都在文件里" if sheet.path.exists() else "什么都没有写入"
        raise nd.OutputError(
            f"{error}\n最后这个回答没有存上，{kept}。处理好以后接着填：negotiation-docs new {path}"
        ) from None
    written = sheet.path.exists()
    if finished and written:
        return _tell_what_is_ready(sheet.path)
    out(f"\n{'已存好' if written else '还没有写入任何内容'}。接着填：negotiation-docs new {path}\n")
    return 0


def _copied(options: argparse.Namespace) -> int:
    path = Path(options.case or f"{Path(options.example).name}.yaml")
    write(path, example(options.example), overwrite=options.force)
    shown = as_typed(path)
    out(f"已复制：{path}（人物、机构均为虚构，请逐项改成自己的）\n")
    out(f"逐项修改：negotiation-docs new {shown}\n检查：negotiation-docs check {shown}\n")
    return 0


def _tell_what_is_ready(path: Path) -> int:
    """What is wrong, what the aims of the questions still lack, and the command for every paper that is ready."""
    out(f"\n已写好：{path}\n")
    try:
        case = nd.load(path)
    except nd.FactsError as error:
        tell(error.problems)
        err(f"共{count(error.problems)}。补上以后再运行一次：negotiation-docs new {as_typed(path)}\n")
        return 1
    found = [one for one in nd.check(case) if one.severity != "notice"]
    tell(found)
    for debt in case.debts:
        out("".join(f"{line}\n" for line in _ready(case, debt.id, as_typed(path))))
    return int(any(one.severity == "error" for one in found))


def _ready(case: nd.Case, debt: str, path: str) -> Iterator[str]:
    of = f" --debt {debt}" if len(case.debts) > 1 else ""
    papers = outlook(case, debt, nd.kinds())
    for paper in papers:
        if paper.kind.name in _AIMS and paper.stops:
            yield f"债务 {debt} 还不能生成《{paper.kind.title()}》："
            yield from (f"  {stop.message}" for stop in paper.stops)
    if wanted := [paper.kind for paper in papers if paper.wanted]:
        yield f"债务 {debt} 现在可以生成："
        yield from (f"  negotiation-docs render {kind.spoken} {path}{of}" for kind in wanted)
        yield f"一次全部生成：negotiation-docs pack {path}{of} -o 文书"
