"""One paper set by four engines in the same fonts: ours, Typst, LibreOffice from our DOCX, WeasyPrint from our HTML."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pylopdf_fonts_zh_cn as fonts
import typst
from typst_source import source

from negotiation_docs import Document
from negotiation_docs.tree import Paper
from negotiation_docs.writers.style import LOOKS, Look

SONG, HEI = Path(fonts.serif_path()), Path(fonts.sans_path())
_NAMES = {"Noto Serif SC": ("宋体", "SimSun", "serif"), "Noto Sans SC": ("黑体", "SimHei", "sans-serif")}


def ours(document: Document, _: Path) -> bytes:
    """The PDF of this library."""
    return document.to_pdf()


def typst_(document: Document, _: Path) -> bytes:
    """Typst, in the look of a personal letter."""
    return typst_set(document.paper, LOOKS["personal"])


def typst_set(paper: Paper, look: Look) -> bytes:
    """Typst, told that the language is Chinese, knowing the packaged fonts and no others."""
    text = source(paper, look).encode()
    return bytes(typst.compile(text, font_paths=[str(SONG.parent), str(HEI.parent)], ignore_system_fonts=True))


def libreoffice(document: Document, folder: Path) -> bytes:
    """LibreOffice, from this library's DOCX; 宋体 and 黑体 are mapped to the packaged fonts."""
    letter = folder / "letter.docx"
    letter.write_bytes(document.to_docx())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    program = shutil.which("soffice") or "soffice"
    _run([program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(letter)], folder)
    return letter.with_suffix(".pdf").read_bytes()


def weasyprint(document: Document, folder: Path) -> bytes:
    """WeasyPrint, from this library's HTML page, which names its language and its fonts."""
    page, out = folder / "letter.html", folder / "weasyprint.pdf"
    page.write_text(document.html, encoding="utf-8")
    _run([sys.executable, "-m", "weasyprint", str(page), str(out)], folder)
    return out.read_bytes()


ENGINES: dict[str, Callable[[Document, Path], bytes]] = {
    "negotiation_docs (PDF)": ours,
    "Typst": typst_,
    "LibreOffice (our DOCX)": libreoffice,
    "WeasyPrint (our HTML)": weasyprint,
}


def all_set(document: Document) -> dict[str, bytes]:
    """The PDF of every engine, by its name."""
    with TemporaryDirectory() as folder:
        return {name: engine(document, Path(folder)) for name, engine in ENGINES.items()}


def _run(command: list[str], folder: Path) -> None:
    """Run a program that finds its fonts by fontconfig."""
    table = folder / "fonts.conf"
    aliases = "".join(
        f'<alias binding="same"><family>{other}</family><prefer><family>{name}</family></prefer></alias>'
        for name, others in _NAMES.items()
        for other in others
    )
    folders = "".join(f"<dir>{one}</dir>" for one in sorted({SONG.parent, HEI.parent}))
    table.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{folders}'
        f"<cachedir>{folder / 'cache'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(table)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=300)  # noqa: S603  # as above
