"""The checks of this folder can fail: each defect put into a good document is found."""

import io
import zipfile

import pytest

from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.package import Part, archive
from tests.make.sheets import plan
from tests.read.docx import faults, parts

GOOD = parts(to_docx(plan(12)))


def damaged(part: str, before: str, after: str) -> bytes:
    text = GOOD[part].decode()
    assert before in text
    return archive(
        Part.of(name, text.replace(before, after, 1) if name == part else made) for name, made in GOOD.items()
    )


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@pytest.mark.parametrize(
    ("part", "before", "after", "found"),
    [
        (DOCUMENT, '<w:pStyle w:val="body"/>', '<w:pStyle w:val="lost"/>', "undefined style lost"),
        (DOCUMENT, '<w:pStyle w:val="body"/>', '<w:pStyle w:val="body"/><w:keepNext/>', "formatted by hand"),
        (DOCUMENT, "<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>", "run formatted by hand"),
        (DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:tblHeader/><w:cantSplit/>", "trPr out of order"),
        (DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="1', "do not fill the table"),
        (DOCUMENT, "</w:p></w:tc>", "</w:p><w:bookmarkEnd w:id='1'/></w:tc>", "does not end with a paragraph"),
        (DOCUMENT, '<w:gridSpan w:val="2"/>', "", "does not span the grid"),
        (DOCUMENT, "</w:body>", "", "not well-formed"),
        (STYLES, "w:eastAsia=", "w:asciiTheme='minorHAnsi' w:eastAsia=", "font from the theme"),
        (STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Gone"/>', "leans on undefined Gone"),
        (STYLES, "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>", "pPr out of order"),
    ],
)
def test_a_defect_is_found(part, before, after, found):
    try:
        seen = faults(damaged(part, before, after))
    except SyntaxError as error:  # lxml's error for a part that every check has to read
        seen = [f"not well-formed: {error}"]
    assert any(found in fault for fault in seen), seen


def test_a_package_with_the_clock_in_it_is_found():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in GOOD.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 11, 21, 1, 2, 4)), content)
    assert "the clock is in the ZIP file" in faults(out.getvalue())
