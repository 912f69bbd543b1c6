"""``pack``: every paper that is ready and due, as DOCX and PDF, a folder for each debt."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.bundling.gathering import Finished, Wanted, gather
from negotiation_docs.cli import data
from negotiation_docs.cli.opening import open_with_system
from negotiation_docs.cli.report import said, tell, tell_left
from negotiation_docs.cli.source import debt_ids, read_case
from negotiation_docs.cli.terminal import err, out
from negotiation_docs.errors import OutputError
from negotiation_docs.filenames import folder_name, paper_name
from negotiation_docs.outlook import Outlook, outlook

FORMATS = (".docx", ".pdf")


def run(options: argparse.Namespace) -> int:
    """Write what is ready and due, and tell the warnings of the case once.

    1 if that is nothing at all or an error kept some paper back (one that merely lacks facts is none), 2 if some file
    could not be written.
    """
    case = read_case(options.case)
    tell(one for one in nd.check(case, debt=options.debt, acknowledge=options.acknowledge) if one.severity == "warning")
    written, refused, wrong = list[Path](), dict[str, str](), False
    root, there = Path(options.output), set[Path]()
    looks = _looks(case, options)
    for debt, papers in looks.items():
        folder = root / folder_name(debt)
        for name, document in _papers(case, debt, papers, options):
            if document is None:
                wrong = True
                continue
            for suffix in FORMATS:
                path = folder / f"{name}{suffix}"
                there.add(path)
                try:
                    _write(document, path, options)
                except OutputError as error:
                    refused[str(path)] = said(error)
                    err(f"错误：{said(error)}\n")
                else:
                    written.append(path)
                    if not options.json:
                        out(f"{path}\n")
    _tell_left(root, there, [folder_name(debt) for debt in looks], options)
    if options.json:
        data.put({"files": list(map(str, written)), "refused": refused, "held": list(_held(looks))})
    err(f"共生成{len(written)}份文件。\n")
    if options.open and written:
        open_with_system(root)
    return 2 if refused else int(wrong or not written)


def _looks(case: nd.Case, options: argparse.Namespace) -> dict[str, Sequence[Outlook]]:
    """The papers of each debt that is asked for."""
    known = nd.kinds(options.templates)
    return {debt: outlook(case, debt, known, acknowledge=options.acknowledge) for debt in debt_ids(case, options.debt)}


def _held(looks: Mapping[str, Sequence[Outlook]]) -> Iterator[dict[str, object]]:
    """The papers that are due and cannot be made, with what stops them."""
    for debt, papers in looks.items():
        for paper in papers:
            if paper.stops and not paper.idle:
                yield {"debt": debt, "kind": paper.kind.name, "stops": data.problems(paper.stops)}


def _tell_left(root: Path, there: Collection[Path], folders: Collection[str], options: argparse.Namespace) -> None:
    """Name what an earlier pack left: files that are not of this one may say what is no longer true."""
    looked_at = [root / name for name in folders]
    if options.debt is None and root.is_dir():
        looked_at += [path for path in sorted(root.iterdir()) if path.is_dir() and path not in looked_at]
    left = [path for folder in looked_at for path in _papers_in(folder) if path not in there]
    if left:
        err("以下文件不是这次生成的，可能已经过时，请核对后自行删除：\n")
        for path in left:
            err(f"  {path}\n")


def _papers_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMATS) if folder.is_dir() else []


def _papers(
    case: nd.Case, debt: str, papers: Sequence[Outlook], options: argparse.Namespace
) -> Iterator[tuple[str, nd.Document | None]]:
    """The papers of one debt that are ready and due, each with a file name; what is told of the others is why not.

    None stands for a paper that an error keeps back.
    """
    wanted = Wanted(options.lang, options.acknowledge, options.templates, options.fonts)
    for paper in gather(case, debt, papers, wanted):
        if isinstance(paper, Finished):
            yield paper_name(paper.kind.number, paper.document.title, options.lang), paper.document
        else:
            tell_left(debt, paper)
            if not paper.waits:
                yield paper.kind.name, None
    _tell_idle(debt, papers)


def _tell_idle(debt: str, papers: Sequence[Outlook]) -> None:
    """Which papers could be made and are of no use now, and why."""
    idle = [paper for paper in papers if paper.ready and paper.idle]
    if idle:
        names = "".join(f"《{paper.kind.title()}》" for paper in idle)
        err(f"债务 {debt}：{idle[0].idle}，目前用不上{names}，没有生成；确实要用的，可以用 render 单独生成。\n")


def _write(document: nd.Document, path: Path, options: argparse.Namespace) -> None:
    for folder in (path.parent.parent, path.parent):  # the papers are the borrower's own affair
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    base = options.base if path.suffix == ".docx" else None
    document.save(path, overwrite=options.force, look=options.look, base=base, signature=options.signature)
