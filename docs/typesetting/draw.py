"""Draws the pictures of docs/typesetting.md: one letter, four engines, the same details side by side.

``make typesetting``; needs LibreOffice Writer. With a folder as its argument it keeps the four PDF files there.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from engines import SONG, all_set
from PIL import Image, ImageDraw, ImageFont, ImageOps

import negotiation_docs as nd

HERE = Path(__file__).parent
SCALE = 110 / 72  # dots per point
EDGE = 14  # dots of white around a detail
DETAILS = {  # from the top of the line with the first words to the top of the line with the second
    "title": ("困难情况说明", "一、账户情况"),
    "paragraphs": ("一、账户情况", "二、逾期原因"),
    "table": ("截至2026年11月21日，本人家庭", "收入扣除上述支出后"),
    "closing": ("此致", ""),
}
Frame = tuple[int, float, float]  # page, top and bottom in points from the top of the page


def page_of(pdf: pypdfium2.PdfDocument, words: str) -> Frame:
    """Where a line starts: its page, and the top and bottom of its first character."""
    for number, page in enumerate(pdf):
        text = page.get_textpage()
        letters = [text.get_text_range(place, 1) for place in range(text.count_chars())]
        kept = [place for place, letter in enumerate(letters) if letter.strip()]
        found = "".join(letters[place] for place in kept).find(words)
        if found >= 0:
            _, bottom, _, top = text.get_charbox(kept[found], loose=True)
            return number, page.get_height() - top, page.get_height() - bottom
    raise LookupError(words)


def detail(pdf: pypdfium2.PdfDocument, start: str, end: str) -> Image.Image:
    """The part of a page from one line to the line before another; with no end, 250 points."""
    number, top, _ = page_of(pdf, start)
    page = pdf[number]
    after, below, _ = page_of(pdf, end) if end else (number, top + 300, 0.0)
    if after != number:
        below = page.get_height() - 60
    whole = page.render(scale=SCALE).to_pil().convert("L")
    part = whole.crop((0, round((top - 6) * SCALE), whole.width, round((below - 2) * SCALE)))
    side = round(72 * SCALE)  # every engine has the same margins
    return part.crop((side, 0, part.width - side, part.height))


def sheet(parts: dict[str, Image.Image]) -> Image.Image:
    """The parts two by two, each under the name of its engine."""
    font = ImageFont.truetype(str(SONG), 20)
    width = max(part.width for part in parts.values()) + 2 * EDGE
    height = max(part.height for part in parts.values()) + 2 * EDGE + 26
    picture = Image.new("L", (2 * width, 2 * height), 255)
    pen = ImageDraw.Draw(picture)
    for place, (name, part) in enumerate(parts.items()):
        left, top = place % 2 * width, place // 2 * height
        pen.text((left + EDGE, top + 4), name, fill=90, font=font)
        picture.paste(ImageOps.expand(part, border=1, fill=190), (left + EDGE - 1, top + EDGE + 20))
    return picture


def main(keep: Path | None) -> None:
    """Set the letter, cut out the details, save the pictures."""
    case = nd.load(HERE.parents[1] / "examples" / "zhou.yaml")
    files = all_set(nd.render("hardship_letter", case))
    for number, data in enumerate(files.values()):
        if keep:
            (keep / f"{number}.pdf").write_bytes(data)
    pdfs = {name: pypdfium2.PdfDocument(data) for name, data in files.items()}
    for name, (start, end) in DETAILS.items():
        picture = sheet({engine: detail(pdf, start, end) for engine, pdf in pdfs.items()})
        picture.quantize(8, dither=Image.Dither.NONE).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
