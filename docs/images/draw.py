"""Draws the pictures of the pages from the examples: ``make picture``.

The picture is drawn by PDFium from the PDF that the library writes, so it shows what a reader of the PDF sees.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

import negotiation_docs as nd

HERE = Path(__file__).parent
SCALE = 110 / 72  # dots per point


def page(example: str, kind: str, name: str, number: int = 0) -> None:
    """Draw one page of a paper with a thin frame, in grey (the letters are black on white)."""
    case = nd.load(HERE.parents[1] / "examples" / example)
    pdf = pypdfium2.PdfDocument(nd.render(kind, case).to_pdf())
    picture = pdf[number].render(scale=SCALE).to_pil().convert("L")
    framed = ImageOps.expand(picture, border=1, fill=160)
    framed.quantize(16, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


if __name__ == "__main__":
    page("zhou.yaml", "hardship_letter", "letter.png")
    page("zhou.yaml", "repayment_plan", "plan.png")
