"""Typst without tags."""

from __future__ import annotations

from contenders import typst_
from contenders.typst_ import build, opened

__all__ = ["build", "opened"]

typst_.TAGS = False
