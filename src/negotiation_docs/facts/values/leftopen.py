"""What a draft prints where a text is missing, for all to see: 【待填：姓名】."""

import re
from typing import Final

BEGIN: Final = "【待填："
MARK: Final = re.compile(f"{BEGIN}([^【】]*)】?")
"""The mark, which somebody may have cut short; its group is the label."""


def left_open(label: str) -> str:
    """The mark that stands for the missing text called ``label``."""
    return f"{BEGIN}{label}】"
