"""``pack``: every paper a case is ready for, as DOCX and PDF, a folder for each debt."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.report import count, tell
from negotiation_docs.cli.source import debt_ids, read_case
from negotiation_docs.errors import FactsError, OutputError

FORMATS = (".docx", ".pdf")


def run(options: argparse.Namespace) -> int:
    """Write what is ready. 1 if that is nothing at all, 2 if some file could not be written."""
    case = read_case(options.case)
    folder = Path(options.output)
    written, refused = 0, 0
    for debt in debt_ids(case, options.debt):
        for name, document in _ready(case, debt, options):
            for suffix in FORMATS:
                path = folder / file_name(debt) / f"{name}{suffix}"
                try:
                    _write(document, path, options)
                except OutputError as error:
                    refused += 1
                    sys.stderr.write(f"错误：{error}\n")
                else:
                    written += 1
                    sys.stdout.write(f"{path}\n")
    sys.stderr.write(f"共生成{written}份文件。\n")
    return 2 if refused else int(not written)


def _ready(case: nd.Case, debt: str, options: argparse.Namespace) -> Iterator[tuple[str, nd.Document]]:
    """The papers of one debt that can be rendered, each with a file name; the others are told, with what they lack."""
    wanted = {"debt": debt, "lang": options.lang, "acknowledge": options.acknowledge}
    language = "" if options.lang == "zh" else f"-{options.lang}"
    for number, kind in enumerate(nd.kinds(), start=1):
        try:
            document = nd.render(kind.name, case, **wanted)
        except FactsError as error:
            errors = [problem for problem in error.problems if problem.severity == "error"]
            sys.stderr.write(f"债务 {debt} 还不能生成《{kind.title}》（{count(errors)}）：\n")
            tell(errors)
        else:
            yield f"{number:02}-{file_name(document.title)}{language}", document


def _write(document: nd.Document, path: Path, options: argparse.Namespace) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # the papers are the borrower's own affair
    document.save(path, overwrite=options.force, look=options.look)


def file_name(words: str) -> str:
    """``words`` with everything left out that a file system of any kind might take amiss."""
    return re.sub(r'[\x00-\x1f\\/:*?"<>|\s]+', "-", words).strip("-.") or "-"
