"""Fills in a form as someone does who clicks and types in PDFium."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Field:
    """A form field: ``value`` and ``state`` as the file has them, ``shown`` the appearance of that state."""

    page: int
    rect: tuple[float, float, float, float]
    words: str
    value: str
    state: str
    shown: str
    fonts: tuple[str, ...]


def fields(data: bytes) -> dict[str, Field]:
    """The form fields of a file by name, page by page."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for each in page.obj.get("/Annots", []):
                state = str(each.get("/AS", ""))
                look = each.AP.N[state] if state else each.AP.N
                named = look.get("/Resources", {}).get("/Font", {})
                found[str(each.T)] = Field(
                    number,
                    tuple(float(edge) for edge in each.Rect),
                    str(each.TU),
                    str(each.get("/V", "")),
                    state,
                    look.read_bytes().decode("latin-1"),
                    tuple(str(font.BaseFont)[1:] for _, font in named.items()),
                )
    return found


def filled(data: bytes, name: str, typed: str = "") -> bytes:
    """The file after a click on the field of that name, and typing."""
    opened = pypdfium2.PdfDocument(data)
    opened.init_forms()
    place = fields(data)[name]
    left, bottom, right, top = place.rect
    page, x, y = opened[place.page], (left + right) / 2, (bottom + top) / 2
    raw.FORM_OnMouseMove(opened.formenv, page, 0, x, y)
    raw.FORM_OnLButtonDown(opened.formenv, page, 0, x, y)
    raw.FORM_OnLButtonUp(opened.formenv, page, 0, x, y)
    for char in typed:
        raw.FORM_OnChar(opened.formenv, page, ord(char), 0)
    raw.FORM_ForceToKillFocus(opened.formenv)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()
