"""Words put into the places of one part: the bytes of those words change, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from negotiation_docs.authoring.word.marks import Mark
from negotiation_docs.authoring.word.story import Line, Piece
from negotiation_docs.writers.docxfile.xml import escape

Cut = tuple[int, int, str]
"""From which sign of a piece to which, and what is said there."""
Edit = tuple[int, int, bytes]
"""From which byte to which, and what stands there from now on."""


def rewritten(content: bytes, edits: Iterable[Edit]) -> bytes:
    """``content`` with the edits made."""
    done: list[bytes] = []
    at = 0
    for start, end, words in sorted(edits):
        done += (content[at:start], words)
        at = end
    return b"".join((*done, content[at:]))


def edits(content: bytes, line: Line, texts: Mapping[Mark, str]) -> Iterator[Edit]:
    """What changes in a line where each place says its text: it stands where the words between the brackets stood."""
    cuts: dict[int, list[Cut]] = {}
    for mark in sorted(texts, key=lambda each: each.start):
        touched = line.touched(mark.start, mark.end)
        inside = mark.start + mark.opening
        taker = next((number for number in touched if inside < _end(line, number)), touched[0])
        for number in touched:
            at = line.starts[number]
            first, last = max(mark.start, at) - at, min(mark.end, _end(line, number)) - at
            cuts.setdefault(number, []).append((first, last, texts[mark] if number == taker else ""))
    for number, own in sorted(cuts.items()):
        piece = line.pieces[number]
        told = "".join(_told(piece.words, own))
        if told != piece.words:
            yield from _edits_of(content, piece, told)


def _end(line: Line, number: int) -> int:
    return line.starts[number] + len(line.pieces[number].words)


def _told(words: str, cuts: Iterable[Cut]) -> Iterator[str]:
    """The words with what is cut out replaced."""
    at = 0
    for first, last, text in cuts:
        yield words[at:first]
        yield text
        at = last
    yield words[at:]


def _edits_of(content: bytes, piece: Piece, told: str) -> Iterator[Edit]:
    """The words of a piece, with blanks kept at its ends, and a break for each line that follows."""
    tag = content[piece.tag : piece.start]
    name = tag[1:].split()[0].rstrip(b"/>").removesuffix(b"t")
    between = b'</%st><%sbr/><%st xml:space="preserve">' % (name, name, name)
    if told != told.strip() and b"xml:space" not in tag:
        yield piece.tag, piece.start, tag[:-1] + b' xml:space="preserve">'
    yield piece.start, piece.end, between.join(escape(one).encode() for one in told.split("\n"))
