"""What reading a case turned up, still tied to its place in the file; becomes a Problem once all are in order."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from negotiation_docs.errors import Problem
from negotiation_docs.facts.values.place import Loc, spell

MORE = "more"
"""Rule of the finding that says how many were left out; it comes last."""


class Finding(Struct, frozen=True, gc=False):
    """One error; ``place`` spells keys as the file does."""

    place: Loc
    rule: str
    message: str
    hint: str


def in_file_order(findings: Sequence[Finding], data: object, lines: Mapping[Loc, int]) -> list[Problem]:
    """All findings as problems, in the order of the file, each place and rule once."""
    positions: dict[int, dict[object, int]] = {}
    ordered = sorted(findings, key=lambda finding: (finding.rule == MORE, _rank(data, finding.place, positions)))
    unique = {(finding.place, finding.rule, finding.message): finding for finding in ordered}
    return [
        Problem(
            "error", spell(finding.place), finding.message, finding.hint, finding.rule, line_of(finding.place, lines)
        )
        for finding in unique.values()
    ]


def _rank(data: object, place: Loc, positions: dict[int, dict[object, int]]) -> tuple[int, ...]:
    """The position of every step among its neighbours; what is missing comes before what is there.

    ``positions`` remembers the order of the keys of each mapping, by its identity.
    """
    rank = []
    for step in place:
        position = -1
        if isinstance(step, int) and isinstance(data, (list, tuple)) and step < len(data):
            position, data = step, data[step]
        elif isinstance(data, Mapping) and step in data:
            if id(data) not in positions:
                positions[id(data)] = {key: number for number, key in enumerate(data)}
            position, data = positions[id(data)][step], data[step]
        else:
            data = None
        rank.append(position)
    return tuple(rank)


def line_of(place: Loc, lines: Mapping[Loc, int]) -> int | None:
    """The line of ``place``, or of the nearest thing above it that has one."""
    for end in range(len(place), 0, -1):
        if place[:end] in lines:
            return lines[place[:end]]
    return None
