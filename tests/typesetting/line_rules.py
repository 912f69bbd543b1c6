"""An independent judge of broken lines: the table of rules written out a second time, and a maker of paragraphs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from negotiation_docs.writers.fonts.opened import DASH, FontFace
from negotiation_docs.writers.lines.linebreak import Line

NO_START = set("，。、；：？！）》〉”’】〕」』·～％%‰℃／-–")
NO_END = set("（《〈“‘【〔「『￥¥／/")
HALF_ON_THE_LEFT = set("，。、；：？！）》〉”’】〕」』")  # ink in the left half, blank on the right

HAN = "本人因失业收入中断无力按期归还贷款现说明情况并申请重新协商还款方案恳请贵行予以理解支持家庭生活困难"
MARKS = [
    "，",
    "。",
    "、",
    "；",
    "：",
    "？",
    "！",
    "——",
    "……",
    "·",
    "～",
    "／",
    "。”",
    "》，",
    "）。",
    "：“",
    "）（",
    "》《",
    "？！",
]
PAIRED = ["（）", "《》", "〈〉", "“”", "‘’", "【】", "〔〕", "「」", "『』"]
ATOMS = [
    "86,421.37元", "1,440.35元", "3,912.08元", "120,000.00元", "￥5,600.00",
    "93日", "60期", "18%", "14.6%", "2026年11月21日", "2024年3月15日", "2026年11月", "3月5日",
    "第七十条", "第五百六十三条",
    "第12期", "第3款", "12个月",
    "zhou.mingyuan@example.com", "li_si@mail.example.cn", "https://www.example.com/a/b?id=3", "HT20240315-0086",
    "HT20260101ABCDEF", "13800138000", "110101********1234", "10:30", "Wi-Fi", "ABC", "36期", "5个工作日", "100万元",
]  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """A paragraph, the spans in it that must stay whole, and its measure and indent in pt."""

    text: str
    whole: tuple[tuple[int, int], ...]
    size: float
    measure: float
    indent: float


def make(chance: random.Random, *, narrowest: float = 60, widest: float = 480) -> Sample:
    """A paragraph with every kind of mark and token in it."""
    parts: list[str] = []
    whole: list[tuple[int, int]] = []
    length = 0

    def add(part: str, *, atom: bool = False) -> None:
        nonlocal length
        if atom or part in {"——", "……"}:
            whole.append((length, length + len(part)))
        parts.append(part)
        length += len(part)

    for _ in range(chance.randint(3, 25)):
        add("".join(chance.choices(HAN, k=chance.randint(1, 14))))
        kind = chance.random()
        if kind < 0.4:
            add(chance.choice(MARKS))
        elif kind < 0.7:
            add(chance.choice(ATOMS), atom=True)
            if chance.random() < 0.5:
                add(chance.choice(MARKS[:7]))
        else:
            pair = chance.choice(PAIRED)
            add(pair[0])
            inner = chance.random()
            if inner < 0.4:
                add(chance.choice(ATOMS), atom=True)
            else:
                add("".join(chance.choices(HAN, k=chance.randint(1, 9))))
            add(pair[1])
            if chance.random() < 0.6:
                add(chance.choice(MARKS[:7]))
    add("此致。")
    size = chance.choice([9, 10.5, 12, 14, 16])
    measure = chance.uniform(narrowest, widest)
    indent = chance.choice([0.0, 2 * size]) if measure > 6 * size else 0.0  # no cell indents its words
    return Sample("".join(parts), tuple(whole), size, measure, indent)


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
            if start < edge < end and _fits(sample, start, end, font):
                found.append(f"{sample.text[start:end]} is cut though it fits: …{line[-6:]}⏎{following[:6]}…")
            elif start < edge < end and not _marked(sample, start, edge, end, font):
                found.append(f"{sample.text[start:end]} is cut at no marked place: …{line[-6:]}⏎{following[:6]}…")
    return found


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
    return "".join(piece.text for piece in line.pieces).replace(DASH, "——")
