"""What one text operator shows: cuts a line with gaps so that readers of the file find every character at its place.

A reader guesses a space from a gap. A span that says its own text (``ActualText``, ISO 32000-1 14.9.4) keeps poppler
and PDFium from it, at a price: PDFium takes the characters of a span to share its width evenly, and drops those above
U+FFFF. So a span holds no more than the characters on the two sides of a gap, of several where gaps follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH
from negotiation_docs.writers.lines.line import Piece

_WIDE = 0.09  # em: from a tenth on poppler takes a gap for a space, from a sixth on PDFium
_EASED = 3  # gaps that share what one before them gives up
_CLOSE = -0.4  # em: in the middle of a mark that is squeezed by more, PDFium finds its neighbour
_MARGIN = 0.02  # of a share: places are rounded
_LAST = "\ufffc"  # the last character that PDFium takes from a span


class Part(Struct, frozen=True, gc=False):
    """Characters shown by one operator, ``x`` pt from the line's start; ``said`` if a span repeats their text."""

    piece: Piece
    x: float = 0.0
    said: bool = False


def whole(pieces: Sequence[Piece]) -> bool:
    """Whether a line is one part as it is: one piece without a gap."""
    if len(pieces) > 1:
        return False
    (piece,) = pieces
    if not piece.kerns and not piece.spacing:  # nearly all cells of a table
        return True
    rooms = [piece.spacing, *[piece.spacing + room for _, room in piece.kerns]]
    return _CLOSE * piece.size <= min(rooms) and max(rooms) <= _WIDE * piece.size


def parts(pieces: Sequence[Piece]) -> Iterator[Part]:
    """The parts of a line, in order."""
    x = 0.0
    for piece in _joined(pieces):
        rooms = _rooms(piece)
        places = _places(piece, rooms)
        for start, end, said in _cuts(piece, rooms, places):
            inside = range(start + 1, end)
            kerns = tuple([(at - start, rooms[at] - piece.spacing) for at in inside if rooms[at] != piece.spacing])
            shown = Piece(piece.font, piece.size, piece.text[start:end], piece.spacing, kerns)
            yield Part(shown, x + places[start], said)
        x += places[-1]


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, neighbours of one font and size as one: a gap between them is then inside."""
    last = pieces[0]
    for piece in pieces[1:]:
        if piece.font is not last.font or piece.size != last.size:
            yield last
            last = piece
            continue
        length, change = len(last.text), piece.spacing - last.spacing
        kerns = dict(last.kerns)
        for at, room in piece.kerns:
            kerns[length + at] = kerns.get(length + at, 0.0) + room
        for at in range(1, len(piece.text) + 1) if change else ():
            kerns[length + at] = kerns.get(length + at, 0.0) + change
        last = Piece(last.font, last.size, last.text + piece.text, last.spacing, tuple(sorted(kerns.items())))
    yield last


def _rooms(piece: Piece) -> list[float]:
    """The room before each character and behind the last, beyond what the font's widths hold."""
    rooms = [piece.spacing] * (len(piece.text) + 1)
    rooms[0] = 0.0
    for at, room in piece.kerns:
        rooms[at] += room
    return rooms


def _places(piece: Piece, rooms: Sequence[float]) -> list[float]:
    """Where each character begins, from the start of the piece (pt), and where the next piece does."""
    widths = piece.font.widths(piece.size)
    steps = [widths[char] + room for char, room in zip(piece.text, rooms[1:], strict=True)]
    return list(accumulate(steps, initial=rooms[0]))


def _cuts(piece: Piece, rooms: list[float], places: list[float]) -> Iterator[tuple[int, int, bool]]:
    """The parts of a piece, (start, end, said): the characters around gaps apart from the others.

    Where a span ends before a gap because its shares would not be even, the next characters move a little towards it.
    """
    narrowest, widest = _CLOSE * piece.size, _WIDE * piece.size
    done, last = 0, len(piece.text)
    for at in range(1, last):
        first = at - 1
        if narrowest <= rooms[at] <= widest or first < done or not _mistaken(piece, at, rooms[at]):
            continue
        while first > done and rooms[first] < narrowest:  # a mark that stands half in its neighbour
            first -= 1
        end = at + 1
        while end < last and _mistaken(piece, end, rooms[end]):
            end += 1
        while end > at and not _even(piece, first, end, rooms, places):
            end -= 1
        if end > at:
            if done < first:
                yield done, first, False
            yield first, end, True
            done = end
            if end < last and rooms[end] > widest:
                _close_to(end, rooms, places, rooms[end] - widest)
    if done < last:
        yield done, last, False


def _close_to(at: int, rooms: list[float], places: list[float], excess: float) -> None:
    """Make the room before a character less by ``excess`` pt, and share it out to the gaps behind it in the line."""
    count = max(min(_EASED, len(places) - 2 - at), 1)
    rooms[at] -= excess
    for number in range(count):
        places[at + number] -= excess * (count - number) / count
        rooms[at + number + 1] += excess / count


def _mistaken(piece: Piece, at: int, room: float) -> bool:
    """Whether the room before a character misleads a reader, and a span can tell."""
    before, after = piece.text[at - 1], piece.text[at]
    if before > _LAST or after > _LAST or not {DASH, APOSTROPHE}.isdisjoint((before, after)):
        return False
    if room >= _CLOSE * piece.size:
        return room > _WIDE * piece.size
    return bool(piece.font.slack(before)) != bool(piece.font.slack(after))  # of two marks each is found


def _even(piece: Piece, first: int, end: int, rooms: Sequence[float], places: Sequence[float]) -> bool:
    """Whether the middle of each character falls into its equal share of the width of their ink.

    That of an opening mark at the start lies before the ink, that of a closing one at the end behind it, where nothing
    else is, unless the neighbour is close.
    """
    ink, slack, scale = piece.font.ink, piece.font.slack, piece.size / 1000
    opening, closing = piece.text[first], piece.text[end - 1]
    left = places[first] + ink(opening)[0] * scale
    right = places[end - 1] + ink(closing)[1] * scale
    before = slack(opening) < 0 and rooms[first] >= _CLOSE * piece.size
    behind = slack(closing) > 0 and rooms[end] >= _CLOSE * piece.size
    share = (right - left) / (end - first)
    middles = [(places[at] + places[at + 1] - rooms[at + 1]) / 2 - left for at in range(first, end)]
    shares = [middle / share - number for number, middle in enumerate(middles)]
    inner = shares[before : -1 if behind else None]
    return not inner or (min(inner) > _MARGIN and max(inner) < 1 - _MARGIN)
