"""One finding for many rows: what a rule says of several entries of one list is said once, and names them all.

A stop is said of each row by itself, as each has to be mended; of the rest a list of twenty like findings hides all
others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from negotiation_docs.checks.rule import Found, Words
from negotiation_docs.errors import Place, Problem


def problems(words: Words, findings: Sequence[Found]) -> Iterator[Problem]:
    """The ``findings`` of one rule in its ``words``."""
    if words.severity == "error" or len(findings) < 2:
        yield from map(words.about, findings)
        return
    lists: dict[object, list[Found]] = {}
    for place, finding in enumerate(findings):
        at = _row(finding[0])
        lists.setdefault(place if at is None else (*finding[0][:at], None, *finding[0][at + 1 :]), []).append(finding)
    for rows in lists.values():
        merged = _merged(words, rows) if len(rows) > 1 else None
        yield from map(words.about, rows) if merged is None else (merged,)


def _row(place: Place) -> int | None:
    """Where in ``place`` the entry of a list is told; None where it is a debt, or there is none."""
    first = 2 if place[:1] == ("debts",) else 0
    return next((at for at in range(first, len(place)) if isinstance(place[at], int)), None)


def _merged(words: Words, rows: Sequence[Found]) -> Problem | None:
    """All rows in one; None where they differ in more than one name."""
    (place, values), *_ = rows
    differ = [key for key in values if len({str(each[key]) for _, each in rows}) > 1]
    about = replace(words.about(rows[0]), reads=tuple(each for each, _ in rows[1:]))
    if not differ:
        at = _row(place) or 0
        numbers = dict.fromkeys(each[at] for each, _ in rows)
        listed = "、".join(str(number + 1) for number in numbers if isinstance(number, int))
        return replace(about, message=f"{about.message}（第{listed}项）") if len(numbers) > 1 else None
    (key, *more) = differ
    if more or words.severity != "notice" or f"“{{{key}}}”" not in words.message or f"{{{key}}}" in words.hint:
        return None
    names = "”、“".join(dict.fromkeys(str(each[key]) for _, each in rows))
    return replace(about, message=words.message.format_map({**values, key: names}))
