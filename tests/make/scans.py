"""Small scans of every kind, made anew: photographs, screenshots, PDF files with what must not travel."""

from __future__ import annotations

import io
from base64 import b64decode
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageDraw

import negotiation_docs as nd
from tests.pictures.photos import saved

HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAADYAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    "bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBp"
    "eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAD5tZGF0AAAAMigBrxmA94UNvuW7n9Et+4h+TgZ/yAx2bode7WVx"
    "kYq//7892PJxK90GMGRUziF7yYAs"
)
"""A photograph of 64 × 48 as iPhones keep it: blue, its upper left quarter yellow."""
EXAMPLES = Path(__file__).parents[2] / "examples"


def chat(lines: int, width: int = 270) -> Image.Image:
    """A long screenshot: one dark bar of its own shade of grey a line, 20 rows each, on white."""
    image = Image.new("RGB", (width, 20 * lines), "white")
    draw = ImageDraw.Draw(image)
    for number in range(lines):
        draw.rectangle((10, 20 * number + 4, width - 10, 20 * number + 11), fill=(number % 200,) * 3)
        draw.rectangle((width - 9, 20 * number + 4, width - 8, 20 * number + 11), fill="black")
    return image


def tiff(*images: Image.Image) -> bytes:
    out = io.BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:], compression="tiff_deflate")
    return out.getvalue()


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), **page: Any) -> bytes:
    """Pages of plain words, each ``/Helvetica`` text that tells its number."""
    with pikepdf.new() as made:
        for number in range(1, pages + 1):
            _page(made, f"Statement {number}", size, page)
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def _page(made: pikepdf.Pdf, words: str, size: tuple[float, float], more: dict[str, Any]) -> None:
    blank = made.add_blank_page(page_size=size)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    blank.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    blank.Contents = made.make_stream(b"BT /F1 24 Tf 72 %d Td (%s) Tj ET" % (size[1] - 100, words.encode()))
    for name, value in more.items():
        blank[f"/{name}"] = value


def loaded_pdf() -> bytes:
    """A PDF with everything that must not travel: scripts, actions, links, an attachment, a form, another file."""
    with pikepdf.open(io.BytesIO(pdf())) as made:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('SECRET')")
        made.Root.OpenAction = action
        page = made.pages[0]
        page.AA = pikepdf.Dictionary(O=action)
        made.attachments["SECRET.txt"] = b"SECRET"
        drawn = made.make_stream(b"0.2 g 0 0 200 40 re f", BBox=[0, 0, 200, 40], Subtype=pikepdf.Name.Form)
        drawn.Metadata = made.make_stream(b"SECRET")
        drawn.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private="SECRET"))
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[72, 72, 272, 112], F=4,
            AP=pikepdf.Dictionary(N=drawn), A=action,
        )  # fmt: skip
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://SECRET.example"),
        )  # fmt: skip
        page.Annots = made.make_indirect(pikepdf.Array([made.make_indirect(stamp), made.make_indirect(link)]))
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def signed_pdf() -> bytes:
    """A PDF with an electronic signature; its field is not even visible, as those of banks are."""
    with pikepdf.open(io.BytesIO(pdf())) as made:
        value = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"), ByteRange=[0, 1, 2, 3], Contents=b"\x30\x00"
        )
        field = pikepdf.Dictionary(
            FT=pikepdf.Name.Sig, T="Signature1", V=made.make_indirect(value), Rect=[0, 0, 0, 0], F=132,
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, P=made.pages[0].obj,
        )  # fmt: skip
        fields = made.make_indirect(pikepdf.Array([made.make_indirect(field)]))
        made.pages[0].Annots = fields
        made.Root.AcroForm = pikepdf.Dictionary(Fields=fields, SigFlags=3)
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def encrypted_pdf(user: str = "secret") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as made:
        made.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    return out.getvalue()


def with_files(*names: str, example: str = "stories/card-1-overdue.yaml") -> nd.Case:
    """An example whose attached evidence names these files in order: 解除劳动合同, 工资流水, 居民身份证, 还款记录."""
    case = nd.load(EXAMPLES / example)
    waiting = iter(names)
    items = [
        item.model_copy(update={"file": next(waiting, None)}) if item.status.value == "attached" else item
        for item in case.evidence
    ]
    return case.model_copy(update={"evidence": tuple(items)})


def png(size: tuple[int, int] = (60, 80), colour: str = "navy") -> bytes:
    return saved(Image.new("RGB", size, colour))
