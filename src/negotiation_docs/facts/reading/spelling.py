"""How the case file spells its places, kept beside the facts: a finding made later is told in the file's own words."""

from collections.abc import Mapping
from typing import Any

from negotiation_docs.errors import Place
from negotiation_docs.facts.base import is_stated, keys
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.reading.source import Source
from negotiation_docs.facts.values.place import spell


class Spelling:
    """Keys, list lengths and positions of a file, without its values. It is no fact: all spellings are equal."""

    def __init__(self, read: Source) -> None:
        self._shape = _shape(read.data)
        self._positions = read.positions

    def of(self, loc: Place) -> tuple[str, int | None, int | None]:
        """The path of ``loc`` (model keys) as the file writes it, and its line and column there."""
        place = locate(self._shape, loc).place
        spot = self._positions.of(place)
        return spell(place), spot.line if spot else None, spot.column if spot else None

    def states(self, name: str) -> bool:
        """Whether the file itself states this fact of the case."""
        known = keys(Case)
        return isinstance(self._shape, dict) and any(
            stated and known.get(key) == name for key, stated in self._shape.items()
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spelling)

    __hash__ = None  # type: ignore[assignment]  # as it is compared like nothing else


def _shape(data: object) -> Any:  # noqa: ANN401  plain data of any shape
    if isinstance(data, str):  # most of a file; asking whether it is a mapping takes longer
        return True if is_stated(data) else None
    if isinstance(data, Mapping):
        return {str(key): _shape(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_shape(value) for value in data]
    return True if is_stated(data) else None
