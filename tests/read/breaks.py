"""An independent judge of broken lines: the table of rules written out a second time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from negotiation_docs.writers.fonts.opened import APOSTROPHE, DASH, FontFace
from negotiation_docs.writers.lines.linebreak import Line
from tests.make.paragraphs import Sample

NO_START = set("，。、；：？！）》〉”’】〕」』·～％%‰℃／-–")
NO_END = set("（《〈“‘【〔「『￥¥／/")
HALF_ON_THE_LEFT = set("，。、；：？！）》〉”’】〕」』")  # ink in the left half, blank on the right


def faults(sample: Sample, lines: Sequence[str], font: FontFace) -> list[str]:
    """What is wrong with a paragraph broken so: each fault as one line of text."""
    found = []
    if "".join(lines) != sample.text:
        found.append("the lines joined are not the input")
    edge = 0
    for line, following in pairwise(lines):
        edge += len(line)
        if following[0] in NO_START:
            found.append(f"a line starts with {following[0]}: …{line[-6:]}⏎{following[:6]}…")
        if line.rstrip()[-1] in NO_END:
            found.append(f"a line ends with {line[-1]}: …{line[-6:]}⏎{following[:6]}…")
        for start, end in sample.whole:
            if start < edge < end and at_a_cost(sample.text[start:end], edge - start):
                continue
            if start < edge < end and _fits(sample, start, end, font):
                found.append(f"{sample.text[start:end]} is cut though it fits: …{line[-6:]}⏎{following[:6]}…")
            elif start < edge < end and not _marked(sample, start, edge, end, font):
                found.append(f"{sample.text[start:end]} is cut at no marked place: …{line[-6:]}⏎{following[:6]}…")
    return found


def costly(sample: Sample, lines: Sequence[str]) -> int:
    """How many lines end within something that is better kept whole, where it may part at a cost."""
    edges, edge = set(), 0
    for line in lines[:-1]:
        edges.add(edge := edge + len(line))
    return sum(
        at_a_cost(sample.text[start:end], edge - start)
        for start, end in sample.whole
        for edge in edges
        if start < edge < end
    )


def at_a_cost(token: str, cut: int) -> bool:
    """Whether a cut is after the year of a date, or after the hyphen of a code: never within a figure."""
    before, after = token[:cut], token[cut:]
    if before.endswith("年"):
        return before[:-1].isdigit() and "月" in after
    parts = (before[-4:-1], after[:3])
    return before.endswith("-") and all(len(part) == 3 and part.isascii() and part.isalnum() for part in parts)


def _fits(sample: Sample, start: int, end: int, font: FontFace) -> bool:
    """Whether a whole span fits a full line together with the marks that may not leave it."""
    text = sample.text
    first, last = start, end
    while first > 0 and text[first - 1] in NO_END:
        first -= 1
    while last < len(text) and text[last] in NO_START:
        last += 1
    width = font.width(text[first:last], sample.size)
    half = sample.size / 2
    trimmed = half * (text[last - 1] in HALF_ON_THE_LEFT) + half * (first < start and text[first] not in "￥¥／")
    return width - trimmed <= sample.measure


def _marked(sample: Sample, start: int, edge: int, end: int, font: FontFace) -> bool:
    """Whether a cut is after 年, 月 or ``- @ . _``, before a unit, or in a stretch that is wider than a line."""
    token = sample.text[start:end]
    date = "年" in token and token[:4].isdigit()
    marks = "年月" if date else "-@._"
    places = [0, *(at for at in range(1, len(token)) if token[at - 1] in marks), len(token)]
    cut = edge - start
    if cut in places or token[cut:] in {"元", "日", "期", "个月", "个工作日", "万元"}:
        return True
    left = max(at for at in places if at < cut)
    right = min(at for at in places if at > cut)
    first, last = start + left, start + right
    while left == 0 and first > 0 and sample.text[first - 1] in NO_END:
        first -= 1
    while right == len(token) and last < len(sample.text) and sample.text[last] in NO_START:
        last += 1
    return font.width(sample.text[first:last], sample.size) > sample.measure - sample.size


def ink_end(line: Line) -> float:
    """Where the last character's ink ends, in pt, from the pieces alone."""
    x = line.x
    ink = x
    for piece in line.pieces:
        kerns = dict(piece.kerns)
        for index, char in enumerate(piece.text):
            x += kerns.get(index, 0.0)
            width = piece.font.width(char, piece.size)
            if char != " ":
                ink = x + (width / 2 if char in HALF_ON_THE_LEFT else width)
            x += width + piece.spacing
    return ink


def drawn_text(line: Line) -> str:
    """The characters of the pieces, as they will extract."""
    return "".join(piece.text for piece in line.pieces).replace(DASH, "——").replace(APOSTROPHE, "’")
