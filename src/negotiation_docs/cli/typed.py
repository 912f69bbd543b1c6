"""Commands as a person would type them."""

from __future__ import annotations

import os
import re
import shlex
from typing import Final

_BARE: Final = re.compile(r"[\w./:\\+@%-]+" if os.name == "nt" else r"[\w./:+@%-]+")


def as_typed(path: object) -> str:
    """``path`` as it is typed on a command line: in quotation marks only where a shell would part or change it."""
    words = str(path)
    if _BARE.fullmatch(words):
        return words
    return f'"{words}"' if os.name == "nt" else shlex.quote(words)
