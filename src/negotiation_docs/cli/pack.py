"""``pack``: every paper a case is ready for, as DOCX and PDF, a folder for each debt."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.checking import stops
from negotiation_docs.cli.report import tell, tell_lacks
from negotiation_docs.cli.source import debt_ids, read_case
from negotiation_docs.errors import OutputError
from negotiation_docs.templating.templates import keep_compiled

FORMATS = (".docx", ".pdf")
COVER = "hardship_letter"
ENCLOSED = ("repayment_plan", "evidence_list")
"""Papers that travel with the covering letter: all of them number the attachments alike."""


def run(options: argparse.Namespace) -> int:
    """Write what is ready, and tell the warnings of the case once.

    1 if that is nothing at all or an error kept some paper back (one that merely lacks facts is none), 2 if some file
    could not be written.
    """
    keep_compiled()
    case = read_case(options.case)
    tell(one for one in nd.check(case, debt=options.debt, acknowledge=options.acknowledge) if one.severity == "warning")
    written, refused, wrong = 0, 0, False
    for debt in debt_ids(case, options.debt):
        folder = Path(options.output) / file_name(debt)
        for name, document in _papers(case, debt, options):
            if document is None:
                wrong = True
                continue
            for suffix in FORMATS:
                path = folder / f"{name}{suffix}"
                try:
                    _write(document, path, options)
                except OutputError as error:
                    refused += 1
                    sys.stderr.write(f"错误：{error}\n")
                else:
                    written += 1
                    sys.stdout.write(f"{path}\n")
    sys.stderr.write(f"共生成{written}份文件。\n")
    return 2 if refused else int(wrong or not written)


def _papers(case: nd.Case, debt: str, options: argparse.Namespace) -> Iterator[tuple[str, nd.Document | None]]:
    """The papers of one debt that can be rendered, each with a file name; the others are told, with what they lack.

    None stands for a paper that an error keeps back.
    """
    kinds = nd.kinds(options.templates)
    stopped = {kind.name: _told_stops(case, kind, debt, options) for kind in kinds}
    ready = [name for name, found in stopped.items() if not found]
    language = "" if options.lang == "zh" else f"-{options.lang}"
    for number, kind in enumerate(kinds, start=1):
        if kind.name not in ready:
            if not all(stop.rule.startswith("missing.") for stop in stopped[kind.name]):
                yield kind.name, None
            continue
        together = COVER in ready and kind.name in (COVER, *ENCLOSED)
        mailing = [name for name in ENCLOSED if name in ready] if together else []
        try:
            document = nd.render(
                kind.name,
                case,
                debt,
                options.lang,
                acknowledge=options.acknowledge,
                enclose=mailing,
                fonts=options.fonts,
                templates=options.templates,
            )
        except nd.MissingGlyphs as error:  # the other papers may do without the character
            sys.stderr.write(f"债务 {debt} 还不能生成《{kind.title()}》：\n  {error}\n")
            yield kind.name, None
            continue
        yield f"{number:02}-{file_name(document.title)}{language}", document


def _told_stops(case: nd.Case, kind: nd.Kind, debt: str, options: argparse.Namespace) -> tuple[nd.Problem, ...]:
    """What keeps a paper from being made, told."""
    found = stops(case, kind, debt, acknowledge=options.acknowledge)
    if found:
        sys.stderr.write(f"债务 {debt} 还不能生成《{kind.title()}》：\n")
        tell_lacks(found)
    return found


def _write(document: nd.Document, path: Path, options: argparse.Namespace) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # the papers are the borrower's own affair
    base = options.base if path.suffix == ".docx" else None
    document.save(path, overwrite=options.force, look=options.look, base=base, signature=options.signature)


def file_name(words: str) -> str:
    """``words`` with everything left out that a file system of any kind might take amiss."""
    return re.sub(r'[\x00-\x1f\\/:*?"<>|\s]+', "-", words).strip("-.") or "-"
