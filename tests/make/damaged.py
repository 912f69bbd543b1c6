"""Files that a user may hand in, damaged as disks, networks and bad wills damage them."""

from __future__ import annotations

import functools
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import docx
import pylopdf_fonts_zh_cn
import reportlab
import uharfbuzz as hb
from PIL import Image

from negotiation_docs.tree import Heading, Paper, Paragraph, Role, Text
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.fonts import chosen
from negotiation_docs.writers.pdf import to_pdf
from tests.pictures.photos import grey_of_16_bits, marked, photo, saved

PAPER = Paper(
    "test",
    "题",
    "zh-CN",
    (
        Heading(1, (Text("困难情况"),)),
        Paragraph((Text("本人Abc因故。"),)),
        Paragraph((Text("签名："),), Role.SIGNATURE),
    ),
)
_EXTREMES = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\1", b"\xff")


def damaged(data: bytes, chance: Random) -> bytes:
    """``data`` cut off, with bytes changed at its beginning or anywhere, blanked, or with an extreme number."""
    made = bytearray(data)
    way = chance.randrange(5)
    at = chance.randrange(len(made))
    if way == 0:
        del made[at:]
    elif way == 1:
        made[at : at + chance.randrange(1, 3000)] = bytes(chance.randrange(1, 3000))
    elif way == 2:
        extreme = chance.choice(_EXTREMES)
        made[at : at + len(extreme)] = extreme
    else:
        within, most = (min(len(made), 400), 8) if way == 3 else (len(made), 80)
        for _ in range(chance.randrange(1, most)):
            made[chance.randrange(within)] = chance.randrange(256)
    return bytes(made)


def use_picture(chance: Random) -> None:
    """A damaged signature in a PDF or DOCX."""
    write = to_pdf if chance.random() < 0.5 else to_docx
    write(PAPER, signature=damaged(chance.choice(pictures()), chance))


def use_letterhead(chance: Random) -> None:
    """A damaged letterhead under a paper: the file itself, or one of its parts."""
    whole = chance.choice(letterheads())
    if chance.random() < 0.3:
        data = damaged(whole, chance)
    else:
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            contents = {name: package.read(name) for name in package.namelist()}
        name = chance.choice([name for name in contents if contents[name]])
        contents[name] = damaged(contents[name], chance)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for each, content in contents.items():
                package.writestr(each, content)
        data = out.getvalue()
    to_docx(PAPER, base=data)


def use_font(chance: Random) -> None:
    """A damaged font under a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "damaged.ttf")
        path.write_bytes(damaged(chance.choice(fonts()), chance))
        try:
            to_pdf(PAPER, fonts={"song": path, "hei": path})
        finally:
            chosen._opened.cache_clear()


USES: dict[str, Callable[[Random], None]] = {"picture": use_picture, "letterhead": use_letterhead, "font": use_font}


@functools.cache
def pictures() -> list[bytes]:
    small = marked((40, 30))
    return [
        photo(3, (40, 30)),
        grey_of_16_bits([1, 2, 3]),
        *(saved(small.convert(mode)) for mode in ("RGB", "RGBA", "P", "L", "1")),
        *(saved(small.convert(mode), "JPEG") for mode in ("RGB", "L", "CMYK")),
        saved(small, "JPEG", progressive=True),
    ]


@functools.cache
def letterheads() -> list[bytes]:
    return list(_letterheads())


def _letterheads() -> Iterator[bytes]:
    for mark in ("", "【正文】"):
        made = docx.Document()
        header = made.sections[0].header.paragraphs[0]
        header.text = "某某法律援助中心"
        header.add_run().add_picture(io.BytesIO(saved(Image.new("RGB", (4, 4)))))
        made.add_paragraph(mark)
        out = io.BytesIO()
        made.save(out)
        yield out.getvalue()
    yield to_docx(PAPER)


@functools.cache
def fonts() -> list[bytes]:
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    return [_small(vera), _small(Path(pylopdf_fonts_zh_cn.serif_path()))]


def _small(path: Path) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, PAPER.text + "，。（）—0123456789Abc"))
    return bytes(hb.subset(hb.Face(hb.Blob.from_file_path(str(path))), wanted).blob.data)
