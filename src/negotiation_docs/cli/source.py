"""Where the facts and the paper's name come from: a file, standard input, a name as a person types it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import negotiation_docs as nd
from negotiation_docs.cli.parser import WrongCommandError
from negotiation_docs.cli.terminal import read_all
from negotiation_docs.facts.reading.source import MAX_BYTES
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.files import at_once

if TYPE_CHECKING:
    from negotiation_docs import Case


def read_case(source: str, *, draft: bool = False) -> Case:
    """The case of a file, or of standard input for ``-``.

    Raises ``FactsError`` with all problems, ``OSError`` when the file cannot be read.
    """
    if source != "-":
        os.close(at_once(source, os.O_RDONLY))  # a file that cannot be opened is no finding about the facts
        return nd.load(Path(source), draft=draft)
    return nd.loads(read_all(MAX_BYTES), draft=draft)  # in no file, where it would stay if the command is killed


def debt_ids(case: Case, chosen: str | None) -> list[str]:
    """The debts a command works on: the chosen one, else all."""
    return [chosen] if chosen else [debt.id for debt in case.debts]


def find_kind(name: str, templates: Path | None = None, others: Iterable[str] = ()) -> str:
    """The kind called ``name``, by its English name or one of its Chinese titles; raises ``WrongCommandError``.

    ``others`` are names that might have been meant as well.
    """
    from negotiation_docs.catalogue.kinds import called, nearest  # noqa: PLC0415 - read when it is asked for

    known = nd.kinds(templates)
    kind = called(name, known)
    if kind is not None:
        return kind.name
    near = nearest(name, known, others)
    hint = f"是不是 {near}？" if near else "全部名称见：negotiation-docs kinds"
    raise WrongCommandError(f"没有名为 {echo(name)} 的文书。{hint}")
