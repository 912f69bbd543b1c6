"""Fonts of the user's own, by file or by the name the system knows them under, ahead of the packaged ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from negotiation_docs.errors import OutputError, quoted
from negotiation_docs.files import Fonts, content, is_file, is_folder
from negotiation_docs.interruption import let_through
from negotiation_docs.writers.fonts.opened import FontChain, FontFace, face
from negotiation_docs.writers.style import Face

FACES: Mapping[str, Face] = {
    "song": "song", "宋体": "song", "hei": "hei", "黑体": "hei",
    "fangsong": "fangsong", "仿宋": "fangsong", "kai": "kai", "楷体": "kai",
}  # fmt: skip
"""The names of the faces a user may set, English or Chinese."""

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_LARGEST = 300_000_000
"""Bytes of a font file: collections of Source Han have half of them."""
_NAME_IDS = (
    hb.OTNameIdPredefined.FONT_FAMILY,
    hb.OTNameIdPredefined.FULL_NAME,
    hb.OTNameIdPredefined.POSTSCRIPT_NAME,
    hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY,
)


def chains(chosen: Fonts) -> dict[Face, FontChain]:
    """A chain for every face: the user's fonts for it in order, the packaged one, the user's fonts for other faces.

    So a rare character needs a font in one face only. Keys are those of :data:`FACES`; a font is a path
    (``fonts/simfang.ttf``, ``simsun.ttc#1`` for the second font of a collection) or a name (``仿宋``, ``FangSong``).
    Raises :class:`OutputError` for another key, or a font that is not there, cannot be read or may not be embedded.
    """
    own: dict[Face, list[FontFace]] = {"song": [], "hei": [], "fangsong": [], "kai": []}
    for key, wanted in chosen.items():
        if key not in FACES:
            raise OutputError(f"没有{quoted(key)}这种字体；可用：{' '.join(FACES)}")
        own[FACES[key]] += map(user_font, [wanted] if isinstance(wanted, str | Path) else wanted)
    every = [font for fonts in own.values() for font in fonts]
    return {name: FontChain(*dict.fromkeys([*fonts, *face(name).faces, *every])) for name, fonts in own.items()}


def user_font(wanted: str | Path) -> FontFace:
    """The font of a path or a name; the same object every time within a process."""
    text = str(wanted)
    stem, _, number = text.rpartition("#")
    path, index = (Path(stem), int(number)) if number.isdecimal() and stem else (Path(text), 0)
    if path.suffix.lower() in _SUFFIXES:
        return _opened(path.expanduser().resolve(), index)
    found = _installed().get(text.casefold())
    if not found:
        raise OutputError(f"找不到字体{quoted(text)}，请给出字体文件的路径，或系统中已安装字体的名称")
    return _opened(*found)


@cache
def _opened(path: Path, index: int) -> FontFace:
    if not is_file(path):
        raise OutputError(f"找不到字体文件{quoted(path.name)}")
    font = FontFace(path, index, content(path, "字体文件", _LARGEST))
    if not font.file.readable:
        raise OutputError(f"{quoted(path.name)}不是可用的字体文件")
    if not font.file.embeddable:
        raise OutputError(f"字体{quoted(path.name)}的许可不允许嵌入文件，请换用其他字体")
    return font


@cache
def _installed() -> dict[str, tuple[Path, int]]:
    """All installed fonts by their names in every language, case folded; of one name, the one nearest to regular."""
    found: dict[str, tuple[Path, int]] = {}
    distance: dict[str, int] = {}
    for path in _font_files():
        for index, off, name in _described(path):
            if off < distance.get(name, 10_000):
                found[name], distance[name] = (path, index), off
    return found


def _described(path: Path) -> list[tuple[int, int, str]]:
    """The fonts of a file: number, distance from regular, name; none of a file that cannot be read."""
    try:
        blob = hb.Blob.from_file_path(str(path))
        fonts = [hb.Face(blob, index) for index in range(hb.Face(blob).count)]
        return [(i, _off_regular(font), name.casefold()) for i, font in enumerate(fonts) for name in _names(font)]
    except (RuntimeError, ValueError, OSError, hb.HarfBuzzError) as error:
        let_through(error)
        return []


def _names(font: hb.Face) -> set[str]:
    entries = [(entry.name_id, entry.language) for entry in font.list_names() if entry.name_id in _NAME_IDS]
    return {name for name_id, language in entries if (name := font.get_name(name_id, language))}


def _off_regular(font: hb.Face) -> int:
    """How far a font is from an upright regular one, by its weight and selection bits."""
    table = bytes(font.reference_table("OS/2").data)
    italic = int.from_bytes(table[62:64], "big") & 1
    return abs(int.from_bytes(table[4:6], "big") - 400) + 1000 * italic


def _font_files() -> Iterator[Path]:
    for folder in _folders():
        for path in sorted(folder.rglob("*")) if is_folder(folder) else ():
            if path.suffix.lower() in _SUFFIXES and is_file(path):
                yield path


def _folders() -> list[Path]:
    """Where the system keeps fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return [local / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    return [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
