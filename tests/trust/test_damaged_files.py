"""A damaged picture, letterhead or font is used or refused with the library's own error, never anything else."""

from __future__ import annotations

import io
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import docx
import pylopdf_fonts_zh_cn
import pytest
import reportlab
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

import negotiation_docs as nd
from negotiation_docs.errors import OutputError
from negotiation_docs.files import content
from negotiation_docs.writers.docxfile.base import _prepared
from negotiation_docs.writers.fonts import chosen
from negotiation_docs.writers.fonts.charmap import is_orderly
from negotiation_docs.writers.fonts.chosen import user_font
from negotiation_docs.writers.fonts.opened import FontFace
from tests.make.damaged import USES
from tests.typesetting.test_user_fonts import VERA, ZHOU


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
def test_a_font_that_is_shortened_while_it_is_in_use_kills_nobody(tmp_path):
    """A file that is mapped into memory and cut by somebody else ends the process, without any error to catch."""
    font = tmp_path / "own.ttf"
    font.write_bytes(VERA.read_bytes())
    script = """if True:
        import sys, negotiation_docs as nd
        letter = nd.render("hardship_letter", nd.load(sys.argv[1]))
        fonts = {"song": sys.argv[2]}
        before = letter.to_pdf(fonts=fonts)
        open(sys.argv[2], "wb").close()
        print(letter.to_pdf(fonts=fonts, password=None) == before)
        nd.render("evidence_list", nd.load(sys.argv[1])).to_pdf(fonts=fonts)
    """
    command = [sys.executable, "-c", script, str(ZHOU), str(font)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.returncode) == ("True", 0)


def test_a_font_whose_characters_stand_in_it_thousands_of_times_is_refused(tmp_path):
    """HarfBuzz goes through every character of every segment: 32,767 segments of all of them took half a minute."""
    count = 200
    segments = b"\xff\xff" * count + b"\0\0" + b"\0\0" * count + b"\0\1" * count + b"\0\0" * count
    head = struct.pack(">HHHHI", 0, 1, 3, 1, 12)
    assert not is_orderly(head + struct.pack(">7H", 4, 65535, 0, 2 * count, 0, 0, 0) + segments)
    assert all(FontFace(Path(path)).file.readable for path in (VERA, pylopdf_fonts_zh_cn.serif_path()))
    font = TTFont(io.BytesIO(VERA.read_bytes()))
    font.tables["cmap"] = DefaultTable("cmap")
    font.tables["cmap"].data = head + struct.pack(">7H", 4, 65535, 0, 2 * count, 0, 0, 0) + segments
    font.save(tmp_path / "own.ttf")
    with pytest.raises(nd.OutputError, match="不是可用的字体"):
        user_font(tmp_path / "own.ttf")


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
