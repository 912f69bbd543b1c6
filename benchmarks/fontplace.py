"""Where the font of the race lives: outside the checkout, in the user's cache folder."""

from __future__ import annotations

import os
from pathlib import Path

FAMILY = "Noto Serif SC Cut"


def folder() -> Path:
    """Where the cut lives; a folder of its own, so that tools that take a font folder find nothing else."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "negotiation-docs-benchmarks" / "fonts"


def fontconfig() -> Path:
    """A fontconfig file that knows the cut and nothing else, for peers that find fonts that way."""
    path = folder().parent / "fonts.conf"
    path.parent.mkdir(parents=True, exist_ok=True)
    cache = folder().parent / "fontconfig"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{folder()}</dir><cachedir>{cache}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path
