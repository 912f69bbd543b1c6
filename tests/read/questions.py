"""What a clerk asks of papers without knowing the code: do they add up, agree, repeat themselves, leave holes?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from tests.papers.allowed import AMOUNT, DATE_EN, DATE_ISO, MONTHS

Papers = dict[tuple[str, str, str], str]
"""The text of each paper, by debt, kind and language."""
HOLES = ("、、", "，，", "。。", "，。", "；。", "（）", "()", "None", "，、", "、。", "：。", "；；")
TOTALS = ("合计", "Total")


def holes(made: Papers) -> Iterator[str]:
    for key, text in made.items():
        for hole in HOLES:
            if hole in text:
                at = text.index(hole)
                yield f"{key}: {text[max(0, at - 30) : at + 12]!r}"


def doubled(made: Papers) -> Iterator[str]:
    for (debt, kind, lang), text in made.items():
        if lang == "zh":
            sentences = [s for s in re.findall(r"[^。\n\t]{14,}。", text) if "□" not in s]
            for sentence, times in Counter(sentences).items():
                if times > 1:
                    yield f"{debt} {kind}: {sentence}"


def told_in_one_language(made: Papers) -> Iterator[str]:
    """Amounts told more often in one language than in the other, and days that only one of them tells."""
    for (debt, kind, lang), text in made.items():
        if lang == "zh" and (debt, kind, "en") in made:
            english = made[debt, kind, "en"]
            amounts, translated = Counter(AMOUNT.findall(text)), Counter(AMOUNT.findall(english))
            if amounts != translated or days(text) != days(english):
                differ = sorted(days(text) ^ days(english))
                yield f"{debt} {kind}: zh {dict(amounts - translated)}, en {dict(translated - amounts)}, {differ}"


def days(text: str) -> set[str]:
    """Every day that is told; a Chinese list names the year once."""
    found, year = {*DATE_ISO.findall(text)}, ""
    for stated, month, day in re.findall(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", text):
        year = stated or year
        found.add(f"{year}-{int(month):02}-{int(day):02}")
    for told in DATE_EN.findall(text):
        day, month, year = told.split()
        found.add(f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}")
    return found


def tables(text: str) -> Iterator[list[list[str]]]:
    for tabular, lines in groupby(text.splitlines(), lambda line: "\t" in line):
        if tabular:
            yield [line.split("\t") for line in lines]


def _money(cell: str) -> Decimal:
    found = AMOUNT.fullmatch(cell.strip())
    return Decimal(found[0].replace(",", "")) if found else Decimal(0)


def sums(made: Papers) -> Iterator[str]:
    """Columns that do not add up to the total under them."""
    for key, text in made.items():
        for rows in tables(text):
            *above, last = rows
            if last[0].strip() not in TOTALS:
                continue
            for at, cell in enumerate(last):
                if AMOUNT.fullmatch(cell.strip()):
                    added = sum((_money(row[at - len(last)]) for row in above if len(row) >= len(last)), Decimal(0))
                    if added != _money(cell):
                        yield f"{key}: column {at} adds up to {added}, not {cell}"


def unlike_its_table(made: Papers) -> Iterator[str]:
    """A strip that names another number, day or total than the table of the same plan, and a letter that does."""
    for (debt, kind, lang), text in made.items():
        if kind != "repayment_plan" or lang != "zh":
            continue
        rows = [
            row for table in tables(text) for row in table if row[0].isdigit() and DATE_ISO.fullmatch(row[1].strip())
        ]
        total = [row for table in tables(text) for row in table if row[0] == "合计"]
        if not rows:
            continue
        told = {"期数": f"{len(rows)}期", "还款总额": f"{total[-1][-2 - (len(rows[0]) > 4) * 2]}元"}
        told["起止"] = f"{_day(rows[0][1])}\n至{_day(rows[-1][1])}"
        for label, right in told.items():
            said = re.search(rf"^{label}\t(.+(?:\n至.+)?)$", text, re.MULTILINE)
            if said and not said[1].startswith(right):
                yield f"{debt} {kind}: {label} {said[1]!r}, in its table {right!r}"
        letter = made.get((debt, "hardship_letter", "zh"), "")
        for first, periods in re.findall(r"自(\d{4}年\d+月\d+日)起分(\d+)期", letter)[:1]:
            if (first, int(periods)) != (_day(rows[0][1]), len(rows)):
                yield f"{debt}: the letter asks for {periods} from {first}, the plan has {told}"


def _day(iso: str) -> str:
    year, month, day = map(int, iso.split("-"))
    return f"{year}年{month}月{day}日"


def contradicted(made: Papers) -> Iterator[str]:
    """No answer was received, and an answer is told; not agreed, and agreed; no papers, and papers."""
    for (debt, kind, lang), text in made.items():
        if lang != "zh":
            continue
        for sentence in re.findall(r"[^。；\n]*(?:尚未|没有|未)收到[^。；\n]{0,12}(?:答复|回复)[^。；\n]*", text):
            for day, said in re.findall(r"(\d{4}年\d+月\d+日)[^。\n]{0,60}?(?:答复|对方回复)[：为]?“([^”]+)”", text):
                yield f"{debt} {kind}: {sentence} / {day} {said}"
        for term in ("还款账户", "征信报送", "提前结清", "违约后果", "减免"):
            if re.search(rf"{term}[^。；，\n]{{0,6}}(?:未明确|尚未约定|未约定)", text) and re.search(
                rf"已约定{term}|约定{term}", text
            ):
                yield f"{debt} {kind}: {term} is agreed and not agreed"
        if re.search(r"没有书面(?:材料|证明)|暂无书面证明", text) and "附件：" in text and "停业通知" in text:
            sentence = re.search(r"[^。；\n]*(?:没有书面(?:材料|证明)|暂无书面证明)[^。；\n]*", text)
            if sentence and "门店停业" in sentence[0]:
                yield f"{debt} {kind}: {sentence[0]}"
