"""A damaged picture, letterhead or font is used or refused with the library's own error, never anything else."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path
from random import Random

import docx
import pytest
import reportlab

import negotiation_docs as nd
from negotiation_docs.errors import OutputError
from negotiation_docs.files import content
from negotiation_docs.writers.docxfile.base import _prepared
from negotiation_docs.writers.fonts import chosen
from tests.make.damaged import USES


@pytest.mark.parametrize("kind", USES)
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_is_used_or_refused(kind, seed):
    chance = Random(f"{kind}{seed}")
    ended = {"used": 0, "refused": 0}
    for _ in range(40):
        try:
            USES[kind](chance)
        except OutputError:
            ended["refused"] += 1
        else:
            ended["used"] += 1
    assert ended["used"]
    assert ended["refused"]
    _prepared.cache_clear()


def test_a_damaged_font_among_the_installed_ones_hides_no_other(tmp_path, monkeypatch):
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    shutil.copy(vera, tmp_path / "b.ttf")
    data = bytearray(vera.read_bytes())
    name = next(12 + 16 * row for row in range(40) if data[12 + 16 * row : 16 + 16 * row] == b"name")
    start = int.from_bytes(data[name + 8 : name + 12], "big")
    data[start + 6 : start + 4000] = b"\xff\xd8" * 1997
    (tmp_path / "a.ttf").write_bytes(data)
    (tmp_path / "c.ttf").write_bytes(b"")
    monkeypatch.setattr(chosen, "_folders", lambda: [tmp_path])
    chosen._installed.cache_clear()
    assert chosen.user_font("bitstream vera sans").path == tmp_path / "b.ttf"
    chosen._installed.cache_clear()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_pipe_in_place_of_a_picture_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "signature.png")
    for path in (tmp_path / "signature.png", tmp_path, Path("/dev/zero")):
        with pytest.raises(OutputError, match="打不开签名图片"):
            content(path, "签名图片")


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/header1.xml"])
def test_a_word_letter_with_a_broken_part_is_refused_also_as_a_draft(part):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "【姓名】"
    made.add_paragraph("本人【姓名】尚欠本金【本金】元。")
    out, broken = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:broken" if name == part else old.read(name))
    case = nd.load(Path(__file__).parents[2] / "examples" / "zhou.yaml")
    assert nd.fill_word(out.getvalue(), case, draft=True)
    with pytest.raises(OutputError):
        nd.fill_word(broken.getvalue(), case, draft=True)
