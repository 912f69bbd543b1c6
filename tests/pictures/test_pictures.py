"""A signature's picture is upright in both formats, whatever it is, and tells nothing of who took it and where."""

from __future__ import annotations

import io
import random
import zipfile

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from negotiation_docs.errors import OutputError
from negotiation_docs.tree import Heading, Paper, Paragraph, Role, Text
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.picture import read_picture
from negotiation_docs.writers.scans.reading import read_scan
from negotiation_docs.writers.scans.scan import ScanError
from tests.pictures.photos import SECRETS, grey_of_16_bits, huge, layered, marked, photo, saved

LINE = Paragraph((Text("申请人（签名）："),), Role.SIGNATURE)
PAPER = Paper("test", "题", "zh-CN", (Heading(1, (Text("题"),)), LINE))


def in_pdf(data: bytes) -> tuple[dict[str, object], bytes]:
    """The entries of the picture in the PDF, and its data as the file holds it."""
    with pikepdf.open(io.BytesIO(to_pdf(PAPER, signature=data))) as pdf:
        ((_, picture),) = pdf.pages[0].Resources.XObject.items()  # the oldest pikepdf has no values()
        entries = {key: value if isinstance(value, int) else str(value) for key, value in picture.items()}
        return entries, picture.read_raw_bytes()


def pixels_in_pdf(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(to_pdf(PAPER, signature=data))) as pdf:
        return list(pdf.pages[0].Resources.XObject.Signature.read_bytes())


def in_docx(data: bytes) -> tuple[str, bytes]:
    """The name of the picture in the DOCX, and its file."""
    with zipfile.ZipFile(io.BytesIO(to_docx(PAPER, signature=data))) as package:
        (name,) = [name for name in package.namelist() if name.startswith("word/media/")]
        return name, package.read(name)


def box(image: Image.Image, colour: str) -> tuple[int, int, int, int] | None:
    """Where the red or the blue corner of a marked picture is seen."""
    red, green, blue = image.convert("RGB").split()
    strong, weak = (red, blue) if colour == "red" else (blue, red)
    masks = [strong.point(lambda v: 255 * (v > 200)), weak.point(lambda v: 255 * (v < 60))]
    return ImageChops.multiply(ImageChops.multiply(*masks), green.point(lambda v: 255 * (v < 60))).getbbox()


def is_upright(image: Image.Image) -> bool:
    """Whether red is seen at the left of blue, at the same height, with a third of the width between them."""
    red, blue = box(image, "red"), box(image, "blue")
    assert red
    assert blue
    width = red[2] - red[0]
    return (
        width > 3
        and abs(red[1] - blue[1]) <= 2
        and abs(blue[0] - red[2] - width) <= 0.1 * width + 2
        and abs(3 * width / (red[3] - red[1]) - 4.5) < 0.4  # 3 : 2, upright
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation):
    data = photo(orientation)
    page = pypdfium2.PdfDocument(to_pdf(PAPER, signature=data))[0].render(scale=4).to_pil()
    assert is_upright(page)
    name, file = in_docx(data)
    assert name.endswith(".jpeg")
    with Image.open(io.BytesIO(file)) as image:
        assert image.size == (300, 200)
        assert is_upright(image)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 2}], ids=str)
def test_a_photo_is_not_coded_anew_and_its_place_camera_and_thumbnail_are_gone(orientation, options):
    data = photo(orientation, **options)
    assert all(secret in data for secret in SECRETS), "the photo tells all this"
    entries, coded = in_pdf(data)
    assert entries["/Filter"] == "/DCTDecode"
    with Image.open(io.BytesIO(data)) as theirs, Image.open(io.BytesIO(coded)) as ours:
        assert ours.tobytes() == theirs.tobytes()
        assert not ours.getexif()
        assert set(ours.info) <= {"jfif", "jfif_version", "jfif_density", "jfif_unit", "progressive", "progression"}
    whole = to_pdf(PAPER, signature=data) + in_docx(data)[1] + coded
    assert [secret for secret in SECRETS if secret in whole] == []


def test_an_upright_photo_is_the_same_file_in_both_formats():
    assert in_pdf(photo())[1] == in_docx(photo())[1]


def test_a_photo_of_twelve_megapixels_stays_as_small_as_it_is():
    data = photo(6, (4032, 3024))
    entries, coded = in_pdf(data)
    assert (entries["/Width"], entries["/Height"]) == (3024, 4032)
    assert len(to_pdf(PAPER, signature=data)) < len(data) + 30_000
    assert len(coded) <= len(data)


def test_a_photo_of_many_megabytes_does_not_burst_the_file():
    noise = Image.frombytes("L", (4096, 4300), random.Random(1).randbytes(4096 * 4300))
    data = saved(noise, "JPEG", quality=100)
    assert len(data) > 16 << 20
    with pikepdf.open(io.BytesIO(to_pdf(PAPER, signature=data))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"


@pytest.mark.parametrize("mode", ["L", "CMYK", "YCbCr", "RGB"])
def test_a_jpeg_of_any_colours_is_shown_in_grey_or_rgb(mode):
    data = saved(Image.new("RGB", (60, 20), "navy").convert(mode), "JPEG")
    entries, coded = in_pdf(data)
    assert entries["/Filter"] == "/DCTDecode"
    assert entries["/ColorSpace"] == ("/DeviceGray" if mode == "L" else "/DeviceRGB")
    with Image.open(io.BytesIO(coded)) as image:
        assert image.mode == ("L" if mode == "L" else "RGB")
        dark = image.convert("L").getpixel((30, 10))
    assert dark < 60


def test_sixteen_bits_of_grey_keep_their_tones():
    assert pixels_in_pdf(grey_of_16_bits([0, 0x4000, 0x8000, 0xFFFF])) == [0, 0x40, 0x80, 0xFF]


@pytest.mark.parametrize(
    ("image", "options", "shown"),
    [
        (Image.new("1", (1, 1), 1), {}, [255]),
        (Image.new("L", (1, 1), 90), {}, [90]),
        (Image.new("LA", (1, 1), (0, 0)), {}, [255, 255, 255]),
        (Image.new("RGBA", (1, 1), (0, 0, 0, 0)), {}, [255, 255, 255]),
        (Image.new("RGBA", (1, 1), (200, 0, 0, 255)), {}, [200, 0, 0]),
        (Image.new("P", (1, 1), 0), {"transparency": 0}, [255, 255, 255]),
        (Image.new("RGB", (1, 1), (1, 2, 3)).convert("P", palette=Image.Palette.ADAPTIVE), {}, [1, 2, 3]),
        (Image.new("RGB", (1, 1), (1, 2, 3)), {"transparency": (1, 2, 3)}, [255, 255, 255]),
    ],
    ids=("1", "L", "LA", "RGBA", "RGBA-opaque", "P-transparency", "P", "RGB-transparency"),  # the same in each process
)
def test_a_png_of_any_kind_stands_on_white(image, options, shown):
    data = saved(image, **options)
    assert pixels_in_pdf(data) == shown
    with Image.open(io.BytesIO(in_docx(data)[1])) as drawn:
        assert list(drawn.tobytes()) == shown


def test_a_png_that_lies_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(marked().transpose(Image.Transpose.ROTATE_90), exif=exif)
    picture = read_picture(data)
    assert (picture.width, picture.height) == (300, 200)
    assert is_upright(Image.frombytes("RGB", (300, 200), picture.data))


def test_a_large_scan_is_scaled_to_what_a_line_can_show():
    picture = read_picture(saved(Image.new("L", (9000, 3000))))
    assert (picture.width, picture.height) == (1600, 533)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff\xe0", b"<svg/>", photo()[:-3000], b"\x89PNG\r\n"]
)
def test_what_is_no_whole_png_or_jpeg_is_refused_with_what_to_do(data):
    for write in (to_pdf, to_docx):
        with pytest.raises(OutputError, match="只接受PNG或JPEG图片（HEIC照片请先另存为JPEG）"):
            write(PAPER, signature=data)


def test_a_file_that_claims_more_pixels_than_any_sensor_has_is_refused_unread():
    with pytest.raises(OutputError, match="不能超过6,000万"):
        read_picture(huge(60_000, 60_000))
    with pytest.raises(OutputError, match="不能超过6,000万"):  # all white in 200 KB, and a gigabyte when it is read
        read_picture(huge(8_000, 7_501))
    photo = saved(marked((40, 30)), "JPEG")
    size = photo.index(b"\xff\xc0") + 5
    with pytest.raises(OutputError, match="不能超过20,000万"):
        read_picture(photo[:size] + (20_000).to_bytes(2, "big") * 2 + photo[size + 4 :])


def test_a_jpeg_that_is_gone_through_more_often_than_any_is_refused_unread():
    assert read_picture(layered(80)).width == 300
    with pytest.raises(OutputError, match="太多遍"):  # hours for a file of the largest size
        read_picture(layered(100))
    with pytest.raises(ScanError, match="太多遍"):
        read_scan(layered(100))


@pytest.mark.parametrize("filled", [b"\xff" * 3, b"\xff\xd0", b"\xff\x01"])
def test_no_sign_before_a_marker_hides_how_often_a_jpeg_is_gone_through(filled):
    before, first, *scans = layered(100).split(b"\xff\xda")
    with pytest.raises(OutputError, match="太多遍"):
        read_picture(before + b"\xff\xda" + (filled + b"\xff\xda").join((first, *scans)))


def test_a_jpeg_that_has_to_be_read_whole_has_the_limit_of_a_png():
    made = saved(marked((40, 30)), "JPEG", progressive=True)
    size = made.index(b"\xff\xc2") + 5
    large = made[:size] + (7_501).to_bytes(2, "big") + (8_000).to_bytes(2, "big") + made[size + 4 :]
    with pytest.raises(OutputError, match="不能超过6,000万"):  # 1.2 GB where 200 million pixels are taken
        read_picture(large)
    with pytest.raises(ScanError, match="过大"):
        read_scan(large)


def test_damaged_files_are_read_or_refused_and_nothing_else():
    some = random.Random(7)
    whole = [photo(3, (40, 30)), saved(marked((40, 30))), saved(marked((40, 30)), "JPEG", progressive=True)]
    refused = 0
    for number in range(300):
        data = bytearray(whole[number % 3])
        for _ in range(some.randrange(1, 6)):
            data[some.randrange(len(data))] = some.randrange(256)
        if number % 5 == 0:
            del data[some.randrange(len(data)) :]
        try:
            picture = read_picture(bytes(data))
            assert picture.upright().data
        except OutputError:
            refused += 1
    assert 50 < refused < 300
