"""Papers out of the ordinary are as sound as the others: drafts, signed ones, own fonts, rare characters, random."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS
from tests.conformance.judges import against, integrity, needed, open_xml_sdk, openxml_audit, page_validation, verapdf
from tests.make.dice import Dice
from tests.make.files import EXAMPLES
from tests.read.some import some

pytestmark = pytest.mark.check

RARE = "𬭎䶮㛃𫖮𣲘喆堃昇祎"
FONTS = {"song": "AR PL UMing CN", "fangsong": "AR PL UKai CN", "hei": "Noto Sans CJK SC"}


def signature(mode: str = "RGB", kind: str = "PNG", orientation: int = 1) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (300, 100), "navy").convert(mode).save(out, kind, exif=exif)
    return out.getvalue()


SIGNATURES = {
    "scan": signature(),
    "grey": signature("L", "JPEG"),
    "photo": signature("RGB", "JPEG", 6),
    "print": signature("CMYK", "JPEG", 3),
}


@pytest.fixture(scope="module")
def unusual(tmp_path_factory) -> list[Path]:
    """Files of each unusual kind, in both looks."""
    folder = tmp_path_factory.mktemp("unusual")
    case = nd.load(next(path for path in EXAMPLES if path.stem == "zhou"))
    rare = case.model_copy(update={"measures": (f"已向{RARE}说明情况",)})
    draft = nd.render("repayment_plan", case, draft=True)
    letter = nd.render("hardship_letter", rare)
    own = nd.render("repayment_plan", case, lang="zh+en", fonts=FONTS)
    for look in LOOKS:
        files = {
            f"draft-{look}.pdf": draft.to_pdf(look),
            f"draft-{look}.docx": draft.to_docx(look),
            **{f"signed-{name}-{look}.pdf": letter.to_pdf(look, signature=data) for name, data in SIGNATURES.items()},
            **{f"signed-{name}-{look}.docx": letter.to_docx(look, signature=data) for name, data in SIGNATURES.items()},
            f"fonts-{look}.pdf": own.to_pdf(look),
        }
        for name, data in files.items():
            (folder / name).write_bytes(data)
    for seed in range(1000, 1012):  # nested sections, lists, rows taller than a page, empty cells …
        dice = Dice(seed)
        made, look = dice.paper(), LOOKS[dice.choice(tuple(LOOKS))]
        (folder / f"random-{seed}.pdf").write_bytes(to_pdf(made, look))
        (folder / f"random-{seed}.docx").write_bytes(to_docx(made, look))
    return sorted(folder.iterdir())


def test_verapdf_and_page_validation_find_them_compliant(unusual):
    files = [file for file in unusual if file.suffix == ".pdf"]
    assert not against(verapdf(files))
    assert not against(page_validation(files))


def test_the_judges_of_docx_find_nothing_against_them(unusual):
    files = [file for file in unusual if file.suffix == ".docx"]
    for judge in (open_xml_sdk, openxml_audit, integrity):
        assert not against(judge(files))


def test_rare_characters_are_read_back_by_poppler(unusual):
    import subprocess

    for file in some(file for file in unusual if file.name.startswith("signed") and file.suffix == ".pdf"):
        read = subprocess.run([needed("pdftotext"), str(file), "-"], capture_output=True, check=True).stdout
        assert RARE in "".join(read.decode().split())


def test_fonts_of_ones_own_are_found_in_the_file(unusual):
    import pikepdf

    for file in unusual:
        if file.name.startswith("fonts"):
            with pikepdf.open(file) as pdf:
                fonts = {str(each.get("/BaseFont", "")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
            assert any("UKai" in name or "UMing" in name for name in fonts)
