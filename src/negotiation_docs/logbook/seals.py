"""Checksums of recordings and screenshots: taken once, with the day, and looked at again ever after."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from negotiation_docs.below import open_below
from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.seal import Seal
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.figures.wording import chinese_date

CHANGED: Final = "attachment.changed"
MISSING: Final = "attachment.missing"
LARGEST: Final = 2_000_000_000
"""Bytes of a recording that are read."""
_CHUNK: Final = 1 << 20


def seals(
    case: Case, debt: Debt, taken: date, known: Mapping[str, Seal]
) -> tuple[dict[str, Seal], tuple[Problem, ...]]:
    """The seal of every file kept of the talks about ``debt``, the ``known`` one or one taken now, and what is wrong.

    A file that is no longer as it was keeps its old seal and is an error, one that is not there a warning.
    """
    found: dict[str, Seal] = {}
    problems: list[Problem] = []
    for place, name in _files(case, debt):
        sum_ = _sum_of(case.folder, name)
        old = known.get(name)
        if sum_ is None:
            if old is not None:
                found[name] = old
            problems.append(_missing(case, place, name))
        else:
            found[name] = old or Seal(file=name, sha256=sum_, taken=taken)
            if old is not None and old.sha256 != sum_:
                problems.append(altered(case, place, name, old.taken))
    return found, tuple(problems)


def _files(case: Case, debt: Debt) -> Iterator[tuple[Place, str]]:
    told = set[str]()
    for number, contact in enumerate(debt.contacts):
        for index, name in enumerate(contact.attachments):
            if name not in told:
                told.add(name)
                yield (*debt_place(case, debt), "contacts", number, "attachments", index), name


def _sum_of(folder: Path | None, name: str) -> str | None:
    """The SHA-256 of a file below the folder of the case file; None for what lies elsewhere or cannot be read."""
    if folder is None:
        return None
    total, sum_ = 0, hashlib.sha256()
    try:
        with open_below(folder, name) as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > LARGEST:
                    return None
                sum_.update(chunk)
    except (OSError, ValueError):
        return None
    return sum_.hexdigest()


def altered(case: Case, place: Place, name: str, taken: date) -> Problem:
    """What is said of a file that is no longer what it was on the day ``taken``."""
    message = f"附件“{echo(name)}”和{chinese_date(taken)}记下的哈希值不一致，文件被改过，或者换成了另一个文件"
    hint = "请找回原来的文件；要用新文件的，另取一个名字，和原来的一起列出"
    return Problem("error", place, message, hint, CHANGED, written=case.written(place)[0])


def _missing(case: Case, place: Place, name: str) -> Problem:
    message = f"找不到附件“{echo(name)}”，没有记下它的哈希值"
    hint = "请把文件本身（不是链接）放到案件文件所在的文件夹里，不要改动原文件"
    return Problem("warning", place, message, hint, MISSING, written=case.written(place)[0])
