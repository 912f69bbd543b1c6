"""All that reading a case turned up, in the order of the file and in its words.

Until here the place of a finding holds the keys as the file writes them, so that it can be found there again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from negotiation_docs.errors import Place, Problem
from negotiation_docs.facts.reading.locate import model_keys
from negotiation_docs.facts.reading.positions import Positions
from negotiation_docs.facts.reading.source import MORE
from negotiation_docs.facts.values.place import spell

_OF_KEYS = frozenset({"key_unknown", "key_repeated", "merge"})


def in_file_order(findings: Sequence[Problem], data: object, positions: Positions) -> list[Problem]:
    """All findings with path and line, in the order of the file, each place and rule once."""
    known: dict[int, dict[object, int]] = {}
    ordered = sorted(findings, key=lambda finding: (finding.rule == MORE, _rank(data, finding.place, known)))
    unique = {(finding.place, finding.rule, finding.message): finding for finding in ordered}
    return [_placed(finding, positions) for finding in unique.values()]


def _placed(finding: Problem, positions: Positions) -> Problem:
    spot = positions.of(finding.place, key=finding.rule in _OF_KEYS)
    return replace(
        finding,
        place=model_keys(finding.place),
        written=spell(finding.place),
        line=spot.line if spot else None,
        column=spot.column if spot else None,
    )


def _rank(data: object, place: Place, positions: dict[int, dict[object, int]]) -> tuple[int, ...]:
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
