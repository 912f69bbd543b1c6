"""What files and folders may be called on a file system of any kind."""

from __future__ import annotations

import re
from typing import Final

_RESERVED: Final = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)


def folder_name(name: str) -> str:
    """The folder of a plain name, but for the names that Windows keeps for itself."""
    return f"{name}~" if _RESERVED.fullmatch(name) else name


def file_name(words: str) -> str:
    """``words`` with everything left out that a file system of any kind might take amiss."""
    return re.sub(r'[\x00-\x1f\\/:*?"<>|\s]+', "-", words).strip("-.") or "-"


def paper_name(number: int, title: str, lang: str) -> str:
    """A paper's file without its suffix, ``030-困难情况说明-en``; ``number`` is that of its kind (0: none)."""
    front = f"{number:03}-" if number else ""
    return f"{front}{file_name(title)}{'' if lang == 'zh' else f'-{lang}'}"
