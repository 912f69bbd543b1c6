"""One thing that is wrong with a user's template."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from negotiation_docs.errors import likeliest


class TemplateFinding(Struct, frozen=True, order=True):
    """Where (``file`` below the folder, ``line`` from 1, 0 for the whole file), what, and what to do, in Chinese.

    >>> import negotiation_docs as nd
    >>> finding = nd.TemplateFinding("zh/信.html", 3, "没有 nam 这个名称", "是不是 name？")
    >>> finding.line, finding.hint
    (3, '是不是 name？')
    """

    file: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file} 第{self.line}行" if self.line else self.file
        return f"{where}：{self.message}" + (f"\n  → {self.hint}" if self.hint else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names what ``word`` is nearest to, or else some of what there is; empty if there is nothing."""
    names = list(known)
    if near := likeliest(word, names, 0.5):
        return f"是不是 {near}？"
    return f"可用：{' '.join(names[:12])}{' ……' if len(names) > 12 else ''}" if names else ""
