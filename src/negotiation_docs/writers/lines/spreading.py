"""How far a justified line spreads: where its characters may move apart, evenly, and where it stays ragged instead."""

from __future__ import annotations

from negotiation_docs.writers.lines.charclass import ALL, between, unpacked
from negotiation_docs.writers.lines.measured import LATIN_GAP, WIDEST_GAP, Measured

EVEN = 0.01  # pt: a line this near to its measure is full
WIDEST = 0.2
WIDEST_WORDS = 0.5
"""Em a place: a line that would have to spread by more stays ragged; the second is for text without Chinese in it."""


class Spreading:
    """Where the lines of one paragraph may spread, and by how much.

    ``loose`` has one byte a character, 1 where a line may spread before it: beside every Chinese character, also within
    a date, between a figure and its unit or before a mark, so that all gaps of a line are even and none is wide; never
    inside a figure or a word, nor between two marks; nor beside a character above U+FFFF, where no span can tell
    poppler that a gap is no space.
    """

    __slots__ = ("_most", "em", "limit", "loose")

    def __init__(self, paragraph: Measured) -> None:
        letters = paragraph.classes
        places = between(letters, "HWCE", "HWO") | between(letters, "S", ALL.replace("S", ""))
        places |= between(letters, "HWU", "C") | between(letters, "O", "HW")
        places |= between(letters, "HC", "L") | between(letters, "LU", "HO")
        self.loose = _closed_beside_rare(paragraph.text, unpacked(places, len(letters)))
        self.em = paragraph.em
        self.limit = (WIDEST if "H" in letters else WIDEST_WORDS) * self.em
        self._most = (WIDEST_GAP - LATIN_GAP) * self.em

    def places(self, start: int, stop: int) -> int:
        """In how many places the characters from ``start`` to ``stop`` may move apart."""
        return self.loose.count(1, start + 1, stop)

    def spread(self, start: int, stop: int, room: float, kerns: dict[int, float]) -> float:
        """How far the loose characters of a line move apart to take up ``room``, in pt; 0 when it stays ragged.

        Gaps between scripts open with the rest, but to a quarter em at most: ``kerns`` then holds them back.
        """
        points = self.places(start, stop)
        if room <= EVEN or not points:
            return 0.0
        spread = room / points
        if spread > self._most and kerns:
            gaps = [at for at, kern in kerns.items() if kern > 0]
            spread = (room - len(gaps) * self._most) / max(points - len(gaps), 1)
            if points == len(gaps) or spread > self.limit:
                return 0.0
            for at in gaps:
                kerns[at] -= spread - self._most
        return spread if spread <= self.limit else 0.0


def _closed_beside_rare(text: str, loose: bytes) -> bytes:
    if text.isascii() or max(text) <= "\uffff":
        return loose
    closed = bytearray(loose)
    for at, char in enumerate(text):
        if char > "\uffff":
            closed[at : at + 2] = bytes(len(closed[at : at + 2]))
    return bytes(closed)
