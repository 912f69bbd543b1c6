"""PDF files are what they claim to be: PDF/A-2a and PDF/UA-1, fonts embedded, words extractable."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.conformance.judges import against, page_validation, verapdf
from tests.read.some import some

pytestmark = pytest.mark.check


def test_every_kind_was_rendered(papers):
    import negotiation_docs as nd

    assert papers.kinds == {kind.name for kind in nd.kinds()}
    assert len(papers.pdf) == len(papers.docx) >= 4 * 3 * 2


def test_verapdf_finds_every_paper_compliant(papers):
    assert not against(verapdf(papers.pdf))


def test_page_validation_finds_every_paper_compliant(papers):
    assert not against(page_validation(papers.pdf))


def test_no_syntax_error_is_found_by_qpdf(papers):
    assert [file.name for file in some(papers.pdf) if syntax_errors(file.read_bytes())] == []


def syntax_errors(data: bytes) -> list[str]:
    """What qpdf has to say against a file."""
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        return [*pdf.check_pdf_syntax(), *map(str, pdf.get_warnings())]


def test_the_widths_a_pdf_states_are_those_of_its_fonts(papers):
    for file in some(papers.pdf[::7]):
        assert wrong_widths(file.read_bytes()) == []


def wrong_widths(data: bytes) -> list[str]:
    """The glyphs of embedded CFF fonts whose width in /W is not the font program's (both in 1/1000 em)."""
    wrong = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/W" in each]
        for font in (each for each in fonts if "/DescendantFonts" not in each and "/FontFile3" in each.FontDescriptor):
            program = _glyph_widths(font.FontDescriptor.FontFile3.read_bytes())
            for cid, stated in _stated_widths(font.W).items():
                if abs(program.get(cid, -1000) - stated) > 1:
                    wrong.append(f"{font.BaseFont} {cid}: {stated} for {program.get(cid)}")
    return wrong


def _glyph_widths(cff: bytes) -> dict[int, float]:
    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.basePen import NullPen

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(cff), None)
    top = fonts[0]
    widths = {}
    for name in top.charset:
        cid = int(name.removeprefix("cid")) if name != ".notdef" else 0
        glyph = top.CharStrings[name]
        glyph.draw(NullPen())
        widths[cid] = glyph.width * top.FontMatrix[0] * 1000 if not hasattr(top, "FDArray") else glyph.width
    return widths


def _stated_widths(array: pikepdf.Array) -> dict[int, float]:
    """/W unrolled: ``c [w w …]`` and ``first last w``."""
    widths: dict[int, float] = {}
    items = list(array)
    while items:
        first = int(items.pop(0))
        then = items.pop(0)
        if isinstance(then, pikepdf.Array):
            widths.update({first + i: float(width) for i, width in enumerate(then)})
        else:
            width = float(items.pop(0))
            widths.update(dict.fromkeys(range(first, int(then) + 1), width))
    return widths
