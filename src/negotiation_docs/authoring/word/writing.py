"""Words put into the places of one part: the bytes of those words change, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from negotiation_docs.authoring.word.marks import Mark
from negotiation_docs.authoring.word.story import Line, Piece
from negotiation_docs.writers.docxfile.xml import escape

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
    words = [piece.words for piece in line.pieces]
    starts = _starts(line)
    for mark in sorted(texts, key=lambda each: each.start, reverse=True):
        inside = mark.start + mark.opening
        touched = [
            number for number, at in enumerate(starts) if at < mark.end and mark.start < at + _length(line, number)
        ]
        taker = next((number for number in touched if inside < starts[number] + _length(line, number)), touched[0])
        for number in touched:
            first = max(mark.start - starts[number], 0)
            last = max(min(mark.end, starts[number] + _length(line, number)) - starts[number], 0)
            text = texts[mark] if number == taker else ""
            words[number] = words[number][:first] + text + words[number][last:]
    for piece, told in zip(line.pieces, words, strict=True):
        if told != piece.words:
            yield from _edits_of(content, piece, told)


def _starts(line: Line) -> list[int]:
    starts, at = [], 0
    for piece in line.pieces:
        starts.append(at)
        at += len(piece.words)
    return starts


def _length(line: Line, number: int) -> int:
    return len(line.pieces[number].words)


def _edits_of(content: bytes, piece: Piece, told: str) -> Iterator[Edit]:
    """The words of a piece, with blanks kept at its ends, and a break for each line that follows."""
    tag = content[piece.tag : piece.start]
    prefix = tag[1:].split(b":t", 1)[0] if tag.startswith((b"<w:t", b"<")) and b":t" in tag else b""
    name = prefix + b":" if prefix else b""
    between = b'</%st><%sbr/><%st xml:space="preserve">' % (name, name, name)
    if told != told.strip() and b"xml:space" not in tag:
        yield piece.tag, piece.start, tag[:-1] + b' xml:space="preserve">'
    yield piece.start, piece.end, between.join(escape(one).encode() for one in told.split("\n"))
