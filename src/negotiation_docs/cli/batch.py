"""``batch``: the papers of many cases: folders of case files, single files, spreadsheets with a borrower a row."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Generator, Mapping
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import negotiation_docs as nd
from negotiation_docs.batch.crew import DaskClient
from negotiation_docs.batch.many import FORMATS
from negotiation_docs.cli.executors import executor
from negotiation_docs.cli.gathering import Gathered, expected, gathered
from negotiation_docs.cli.jsonlines import JsonLines
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.progress import Progress, spoken
from negotiation_docs.cli.source import find_kind
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.files import write

REPORT = "report.jsonl"
INTERRUPTED = 130
_MOST_TOLD = 20
_REFUSED = frozenset({"batch.unwritten", "batch.in_the_way"})


def run(options: argparse.Namespace) -> int:
    """1 if some case or paper came to nothing because of its facts, 2 if some file could not be written."""
    if options.blank:
        from negotiation_docs.tables.blank import blank  # noqa: PLC0415 - needs the extra sheets

        out(f"{write(options.blank, blank(), overwrite=options.force)}\n")
        return 0
    if not options.sources or options.output is None:
        raise WrongCommandError(
            "请写明从哪里读（文件夹、案件文件或表格）和 -o 写到哪个文件夹；空白表格用 --blank 表格.xlsx"
        )
    _refuse_mixed(options)
    also = dict(options.also)
    cases = gathered(options.sources, also)
    progress = Progress(partial(expected, options.sources))
    kinds = [find_kind(kind, options.templates) for kind in options.kind] or None
    with executor(options.executor) as hands:
        run = _begun(options, cases, kinds, hands)
        titles = {kind.name: kind.title() for kind in nd.kinds(options.templates)}
        return _told(run, cases, titles, Path(options.output), progress)


def _refuse_mixed(options: argparse.Namespace) -> None:
    if options.mail_house and (options.format or options.base):
        raise WrongCommandError("--mail-house 只生成PDF，不和 --format、--base 一起用")
    if options.shard and not options.mail_house:
        raise WrongCommandError("--shard 和 --mail-house 一起用")


def _begun(
    options: argparse.Namespace, cases: Gathered, kinds: list[str] | None, hands: Executor | DaskClient | None
) -> Generator[nd.Made, None, None]:
    """The run: a file for each paper, or files for a printer."""
    chosen: dict[str, Any] = {
        "workers": options.workers,
        "overwrite": options.force,
        "look": options.look,
        "signature": options.signature,
        "fonts": options.fonts or None,
        "templates": options.templates,
        "acknowledge": options.acknowledge,
    }
    if options.mail_house:
        size = {"shard": options.shard} if options.shard else {}
        return nd.mail_house(cases, kinds, options.lang, out=options.output, executor=hands, **size, **chosen)
    formats = options.format or FORMATS
    return nd.render_many(
        cases, kinds, options.lang, formats, options.output, hands, ordered=False, base=options.base, **chosen
    )


def _told(
    run: Generator[nd.Made, None, None], gathered: Gathered, titles: Mapping[str, str], folder: Path, progress: Progress
) -> int:
    """Go through all records: into the report, the progress and the summary."""
    states: Counter[str] = Counter()
    cases, begun, refused, stopped = 0, monotonic(), False, False
    with JsonLines(folder / REPORT) as report:
        try:
            last = 0
            for made in run:
                if made.number != last:
                    gathered.done(last)
                    cases, last = cases + 1, made.number
                source = gathered.name(made.number)
                report.add(made, source)
                states[made.state] += 1
                refused = refused or any(problem.rule in _REFUSED for problem in made.problems)
                if made.state == "failed":
                    progress.clear()
                    _tell_failure(made, f"{source}{_paper(made, titles)}", states["failed"])
                progress.tell(cases, states["made"])
        except KeyboardInterrupt:
            stopped = True
        finally:
            progress.clear()
            run.close()
    _tell_summary(states, cases, monotonic() - begun, folder / REPORT)
    if stopped:
        err("已中止。已经生成的都保留着；再运行一次同样的命令，就接着做没有做完的。\n")
        return INTERRUPTED
    return 2 if refused else int(bool(states["failed"]) or not cases)


def _tell_failure(made: nd.Made, source: str, number: int) -> None:
    if number > _MOST_TOLD:
        return
    err(f"{source}：\n")
    for problem in made.problems:
        err(f"  {problem}\n")
    if number == _MOST_TOLD:
        err(f"其余没有生成的不再列出，见 {REPORT}。\n")


def _paper(made: nd.Made, titles: Mapping[str, str]) -> str:
    debt = f" 债务 {made.debt}" if made.debt else ""
    return f"{debt}《{titles.get(made.kind, made.kind)}》" if made.kind else debt


def _tell_summary(states: Counter[str], cases: int, seconds: float, report: Path) -> None:
    parts = [f"{states[state]:,}{words}" for state, words in _WORDS.items() if states[state]]
    rate = f"，{states['made'] / seconds:.1f}份/秒" if states["made"] and seconds > 0 else ""
    err(
        f"{cases:,}个案件：{'，'.join(parts) or '没有可以生成的'}。用时{spoken(seconds)}{rate}。\n逐份结果见 {report}\n"
    )


_WORDS = {
    "made": "份文件生成",
    "kept": "份已有、没有变化",
    "failed": "份没有生成",
    "noted": "个案件目前没有要生成的",
    "stale": "份以前生成、可能已经过时",
}
