"""``log``: the talks of a case as a table, and talks of a table into the case file."""

from __future__ import annotations

import argparse
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.report import tell
from negotiation_docs.cli.source import read_case
from negotiation_docs.cli.terminal import out
from negotiation_docs.facts.values.days import today


def run(options: argparse.Namespace) -> int:
    """1 if a file kept of a talk is no longer as it was; the table is written all the same, with its old checksum."""
    if options.add is None and options.output is None and not options.seal:
        raise WrongCommandError("请写明 -o 表格（写出）、--add 表格（写进案件文件）或 --seal（写入附件的哈希值）")
    if options.add is not None:
        added = nd.add_contacts(options.case, options.add)
        out(f"{options.case}：写入{len(added)}次沟通。\n" if added else "表格里的沟通都已在案件文件里，没有改动。\n")
    if options.seal:
        sealed = nd.seal_attachments(options.case, today())
        out(
            f"{options.case}：写入{len(sealed)}个附件的哈希值。\n" if sealed else "没有要写入哈希值的附件，没有改动。\n"
        )
    if options.output is None:
        return _compared(options) if options.seal else 0
    case, path = read_case(options.case), Path(options.output)
    before = path if options.force and path.is_file() else None
    log = nd.contact_log(case, options.debt, taken=today(), before=before)
    log.save(path, overwrite=options.force)
    out(f"{path}：{len(log.rows) - 1}次沟通。\n")
    tell(log.problems)
    return int(any(problem.severity == "error" for problem in log.problems))


def _compared(options: argparse.Namespace) -> int:
    """Files that are not what their checksum says, or not there, are told without a table, too."""
    log = nd.contact_log(read_case(options.case), options.debt, taken=today())
    tell(log.problems)
    return int(any(problem.severity == "error" for problem in log.problems))
