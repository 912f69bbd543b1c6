"""A report for programs: one JSON object a line, written as the work goes on, for its owner only."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

import negotiation_docs as nd
from negotiation_docs.cli import data
from negotiation_docs.errors import OutputError, placed


class JsonLines:
    """The report of a batch. What was there is replaced: a run tells what earlier ones did, too."""

    def __init__(self, path: Path) -> None:
        """Raises OutputError."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._file = os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", newline="\n")
        except OSError:
            raise OutputError(f"无法写入 {placed(path)}；请检查它是不是文件，以及有没有写入权限") from None

    def add(self, made: nd.Made, source: str) -> None:
        """One record, without the file itself, and where its case came from; all else as ``render_many`` gives them."""
        told: dict[str, object] = {"source": source} | {
            name: value
            for name in ("number", "case", "state", "debt", "kind", "lang", "format", "page", "pages", "size", "sha256")
            if (value := getattr(made, name))
        }
        if made.path is not None:
            told["path"] = made.path.as_posix()
        told["seconds"] = round(made.seconds, 4)
        for name in ("problems", "notices"):
            if found := getattr(made, name):
                told[name] = [{key: value for key, value in one.items() if value} for one in data.problems(found)]
        self._file.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
