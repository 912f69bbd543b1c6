"""A scan is laid on sheets whole and upright, whatever it is, or refused with what is wrong and what to do."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from random import Random

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from negotiation_docs.writers.pdf import scanned
from negotiation_docs.writers.scans import apart, limits
from negotiation_docs.writers.scans.cutting import strips
from negotiation_docs.writers.scans.reading import read_scan
from negotiation_docs.writers.scans.scan import Coded, Exhibit, ScanError, room
from tests.make import scans
from tests.make.damaged import damaged
from tests.pictures.photos import marked, photo, saved
from tests.read.some import some


def laid(data: bytes, purpose: str = "") -> bytes:
    return scanned(Exhibit(read_scan(data), "附件2", "附件2　材料", purpose), None)


def seen(data: bytes, scale: float = 1.0) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.render(scale=scale).to_pil().convert("RGB")
    document.close()


def pictures_in(data: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [pikepdf.PdfImage(page.Resources.XObject.Scan).as_pil_image() for page in pdf.pages]


def test_a_small_picture_is_in_the_file_to_the_last_bit():
    image = marked((120, 90))
    (found,) = pictures_in(laid(saved(image)))
    assert ImageChops.difference(found.convert("RGB"), image.convert("RGB")).getbbox() is None


def test_a_jpeg_that_fits_is_passed_through_as_it_is_coded():
    out = io.BytesIO()
    marked().save(out, "JPEG")
    (sheet,) = read_scan(out.getvalue()).sheets
    assert sheet.data[-200:] == out.getvalue()[-200:]
    assert "DCT" in sheet.filter_


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright_however_it_was_taken(orientation):
    upright, turned = (next(seen(laid(photo(each)))) for each in (1, orientation))
    assert upright.size == turned.size
    difference = ImageChops.difference(upright, turned).convert("L")
    assert sum(value * count for value, count in enumerate(difference.histogram())) / (595 * 842) < 3


def test_a_photograph_loses_where_it_was_taken():
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    out = io.BytesIO()
    marked().save(out, "JPEG", exif=exif)
    assert b"SECRET" in out.getvalue()
    assert b"SECRET" not in laid(out.getvalue())


def test_a_huge_photograph_keeps_the_dots_that_the_sheet_shows_and_no_more():
    (sheet,) = read_scan(photo(6, (5000, 3600))).sheets
    assert (sheet.width, sheet.height) < (3600, 5000)
    across, up = room(sheet.width, sheet.height)
    assert limits.DPI - 1 <= max(sheet.width / across, sheet.height / up) * 72 <= limits.DPI + 1


def test_every_page_of_a_tiff_is_a_sheet():
    colours = ["red", "lime", "blue"]
    data = scans.tiff(*[Image.new("RGB", (60, 80), each) for each in colours])
    assert [image.getpixel((5, 5)) for image in pictures_in(laid(data))] == [
        (255, 0, 0), (0, 255, 0), (0, 0, 255),
    ]  # fmt: skip


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_picture_of_any_kind_is_shown(mode):
    image = Image.new(mode, (40, 40))
    (found,) = pictures_in(laid(saved(image)))
    assert found.size == (40, 40)


def test_a_long_screenshot_is_cut_between_its_lines_and_every_line_is_whole_on_some_sheet():
    lines = 180
    parts = [strip.convert("L") for strip in strips(scans.chat(lines))]
    assert len(parts) > 3
    for number in range(lines):
        shade = number % 200
        heights = [_rows_of(part, shade) for part in parts]
        assert max(heights) == 8, number
        assert all(height in (0, 8) for height in heights), number


def _rows_of(part: Image.Image, shade: int) -> int:
    """How many rows of the bar of this shade stand on the sheet."""
    column = part.crop((100, 0, 101, part.height)).tobytes()
    return column.count(shade)


def test_each_sheet_begins_with_the_end_of_the_one_before():
    parts = list(strips(scans.chat(180)))
    for before, after in zip(some(parts[:-1]), parts[1:], strict=True):
        least = round(0.06 * 2 * before.width)
        assert any(_end(before, rows) == _start(after, rows) for rows in range(least, 2 * least + 1))


def _end(image: Image.Image, rows: int) -> bytes:
    return image.crop((0, image.height - rows, *image.size)).tobytes()


def _start(image: Image.Image, rows: int) -> bytes:
    return image.crop((0, 0, image.width, rows)).tobytes()


def test_the_sheets_of_a_screenshot_show_it_in_one_size():
    sheets = read_scan(saved(scans.chat(180))).sheets
    assert len({(sheet.width, sheet.height // 60) for sheet in sheets if isinstance(sheet, Coded)}) <= 2


def test_noise_without_a_quiet_row_is_cut_all_the_same():
    noise = Image.frombytes("L", (50, 400), Random(1).randbytes(50 * 400))
    assert sum(strip.height for strip in strips(noise)) >= 400


@pytest.mark.parametrize(("size", "turn"), [((595, 842), 0), ((842, 595), 0), ((595, 842), 90), ((300, 400), 270)])
def test_the_pages_of_a_pdf_are_whole_in_their_order(size, turn):
    data = scans.pdf(3, size, **({"Rotate": turn} if turn else {}))
    document = pypdfium2.PdfDocument(laid(data))
    words = [page.get_textpage().get_text_bounded() for page in document]
    assert [f"Statement {number}" in text for number, text in enumerate(words, 1)] == [True] * 3
    for before, after in zip(seen(data), seen(laid(data)), strict=True):
        assert (before.width > before.height) == (after.width > after.height)


def test_a_pdf_looks_as_it_did():
    data = scans.pdf(1, (595, 842))
    before, after = next(seen(data, 2)), next(seen(laid(data), 2))
    box = ImageChops.invert(after.crop((0, 80, *after.size))).getbbox()
    ink = after.crop((0, 80, *after.size)).crop(box)
    wanted = before.crop(ImageChops.invert(before).getbbox()).resize(ink.size)
    difference = ImageChops.difference(ink, wanted).convert("L")
    assert sum(v * n for v, n in enumerate(difference.histogram())) / (ink.width * ink.height) < 25


def test_what_acts_in_a_pdf_does_not_travel_and_what_is_seen_does():
    data = scans.loaded_pdf()
    clean = laid(data)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True,
                 stream_decode_level=pikepdf.StreamDecodeLevel.generalized)  # fmt: skip
        assert not {"/OpenAction", "/AcroForm", "/Names", "/AA"} & set(pdf.Root.keys())
        assert "/Annots" not in pdf.pages[0]
    for word in (b"SECRET", b"JavaScript", b"/URI", b"/PieceInfo"):
        assert word not in out.getvalue(), word
    shown = next(seen(clean))
    assert min(shown.crop((80, 700, 300, 800)).convert("L").tobytes()) < 100, "the stamp is gone"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (scans.encrypted_pdf(), "加了密码"),
        (scans.encrypted_pdf(user=""), "加了密码或者限制了权限"),
        (scans.pdf(2, (5, 5)), "尺寸不对"),
        (scans.pdf()[:300], "有损坏"),
        (b"%PDF-1.7\nnothing", "有损坏"),
        (photo()[:-500], "有损坏"),
        (scans.png()[:60], "有损坏"),
        (b"GIF89a", "不是PDF"),
        (b"", "不是PDF"),
        (scans.png((4, 400)), "过小"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_told(data, told):
    with pytest.raises(ScanError, match=told):
        read_scan(data)


def test_a_font_or_picture_may_be_called_like_an_action():
    with pikepdf.open(io.BytesIO(scans.pdf())) as pdf:
        page = pdf.pages[0]
        page.Resources.Font = pikepdf.Dictionary(A=page.Resources.Font.F1)
        drawn = pdf.make_stream(b"0 0 300 300 re f", BBox=[0, 0, 300, 300], Subtype=pikepdf.Name.Form)
        page.Resources.XObject = pikepdf.Dictionary(AA=drawn)
        page.Contents = pdf.make_stream(b"/AA Do BT /A 24 Tf 72 700 Td (Statement) Tj ET")
        out = io.BytesIO()
        pdf.save(out)
    clean = laid(out.getvalue())
    shown = next(seen(clean))
    assert shown.getpixel((100, 750)) == (0, 0, 0)
    assert "Statement" in pypdfium2.PdfDocument(clean)[0].get_textpage().get_text_bounded()


def test_a_pdf_with_a_layer_that_is_switched_off_is_refused():
    with pikepdf.open(io.BytesIO(scans.pdf())) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="hidden"))
        shown = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(ScanError, match="图层"):
        read_scan(out.getvalue())


@pytest.mark.parametrize("name", ["MOST_PIXELS", "MOST_SIDE", "MOST_BYTES"])
def test_a_scan_beyond_a_limit_is_refused(monkeypatch, name):
    monkeypatch.setattr(limits, name, 50)
    with pytest.raises(ScanError, match=r"过大|超过"):
        read_scan(scans.png())


def test_more_pages_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PAGES", 2)
    for data in (scans.pdf(3), scans.tiff(*[Image.new("L", (20, 20))] * 3)):
        with pytest.raises(ScanError, match="页"):
            read_scan(data)


def _swelling(pages: int = 1, content: int = 0, text: int = 0) -> bytes:
    """A small PDF: pages that share one long drawing, and a long text beside them."""
    with pikepdf.open(io.BytesIO(scans.pdf(pages))) as pdf:
        drawing = pdf.make_stream(b" " * content)
        for page in pdf.pages:
            page.Contents = drawing
        pdf.Root.Beside = pdf.make_indirect(pikepdf.Array([pikepdf.String("a" * text)]))
        out = io.BytesIO()
        pdf.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


@pytest.mark.parametrize("data", [_swelling(3, 40_000), _swelling(text=110_000)], ids=["pages", "objects"])
def test_a_pdf_that_unfolds_beyond_the_limit_is_refused_and_costs_what_one_may(monkeypatch, data):
    """Pages that share a drawing unfold it once each; the process is asked to go no further."""
    assert len(data) < 20_000
    assert read_scan(data).unfolded > 100_000
    monkeypatch.setattr(limits, "MOST_UNFOLDED", 100_000)
    with pytest.raises(ScanError, match="展开以后") as caught:
        read_scan(data)
    assert caught.value.unfolded == 100_000


def test_the_pages_of_a_tiff_have_a_limit_together(monkeypatch):
    data = scans.tiff(*[Image.new("L", (20, 20))] * 3)
    assert read_scan(data).pixels == 1200
    monkeypatch.setattr(limits, "MOST_FILE_PIXELS", 1000)
    with pytest.raises(ScanError, match="加起来"):
        read_scan(data)


def test_a_pdf_that_swells_is_stopped_by_its_process(monkeypatch):
    monkeypatch.setattr(limits, "CHILD_MEMORY", 260_000_000)
    with pikepdf.open(io.BytesIO(scans.pdf())) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b" " * 150_000_000)
        out = io.BytesIO()
        pdf.save(out, compress_streams=True)
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(ScanError):
        read_scan(out.getvalue())


@pytest.mark.parametrize("make", [photo, scans.png, scans.loaded_pdf, lambda: scans.tiff(marked())])
def test_a_damaged_scan_is_used_or_refused(make):
    data, chance = make(), Random(7)
    for _ in range(4 if data.startswith(b"%PDF") else 40):
        try:
            scan = read_scan(damaged(data, chance))
        except ScanError:
            continue
        assert scan.sheets


def test_a_heic_photograph_is_read_where_its_extra_is_there():
    pytest.importorskip("pi_heif")
    (found,) = pictures_in(laid(scans.HEIC))
    assert found.size == (64, 48)
    (corner, other) = (found.convert("RGB").getpixel(at) for at in ((8, 8), (56, 40)))
    assert corner[0] > 200 > corner[2]
    assert other[2] > 150 > other[0]


@pytest.mark.parametrize(("kind", "extra"), [("pdf", "bundle"), ("heic", "heic")])
def test_an_extra_that_is_wanting_is_named(kind, extra):
    assert f"negotiation-docs[{extra}]" in apart._refusal(kind, "missing").hint


def test_a_program_frozen_into_one_says_that_it_reads_no_pdf(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ScanError, match="打包成一个程序"):
        read_scan(scans.pdf())


def test_a_damaged_heic_photograph_is_told():
    with pytest.raises(ScanError, match=r"有损坏|另装"):
        read_scan(scans.HEIC[:300])
