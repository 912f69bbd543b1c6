"""How far a batch is: one line on a terminal, with rate and time left; nothing where nobody looks on."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Final

from negotiation_docs.cli.terminal import is_terminal, redraw

_EVERY: Final = 0.5
_WINDOW: Final = 30.0


class Progress:
    """``total``: tells how many cases there are, where that is known; asked only if somebody looks on."""

    def __init__(self, total: Callable[[], int | None]) -> None:
        self._looked_at = is_terminal(sys.stderr)
        self._total = total() if self._looked_at else None
        self._samples: deque[tuple[float, int, int]] = deque([(monotonic(), 0, 0)])
        self._shown = False

    def tell(self, cases: int, files: int) -> None:
        """So many cases are done and so many files made; at most two lines a second are written."""
        now = monotonic()
        if not self._looked_at or now - self._samples[-1][0] < _EVERY:
            return
        self._samples.append((now, cases, files))
        while now - self._samples[0][0] > _WINDOW:
            self._samples.popleft()
        redraw(line(self._samples[0], self._samples[-1], self._total))
        self._shown = True

    def clear(self) -> None:
        """Make room for other words."""
        if self._shown:
            redraw()
            self._shown = False


def line(first: tuple[float, int, int], last: tuple[float, int, int], total: int | None) -> str:
    """The words: by what happened between two samples of (seconds, cases, files)."""
    spent = max(last[0] - first[0], 1e-9)
    of = f"/{total:,}" if total else ""
    words = f"已处理{last[1]:,}{of}个案件，生成{last[2]:,}份文件，{(last[2] - first[2]) / spent:.1f}份/秒"
    rate = (last[1] - first[1]) / spent
    left = (total or 0) - last[1]
    return f"{words}，剩余约{spoken(left / rate)}" if left > 0 and rate else words


def spoken(seconds: float) -> str:
    """A span of time: 8秒, 3分20秒, 2小时5分."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}秒"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}分{rest}秒" if rest else f"{minutes}分钟"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"
