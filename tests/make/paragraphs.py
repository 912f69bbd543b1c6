"""Paragraphs of Chinese drawn at random, with every kind of mark and token in them."""

from __future__ import annotations

import random
from dataclasses import dataclass

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


def draw(chance: random.Random, *, narrowest: float = 60, widest: float = 480) -> Sample:
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
