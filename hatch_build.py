"""Compiles the templates into the wheel: see ``negotiation_docs/templating/compiled.py``."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface):  # type: ignore[type-arg]
    """An editable install has none: its templates are being worked on."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Puts the code of every template into the wheel, from a folder that lasts as long as the build."""
        if version == "editable":
            return
        self._folder = TemporaryDirectory()
        sys.path.insert(0, str(Path(self.root) / "src"))
        from negotiation_docs.templating.compiled import FOLDER, written  # noqa: PLC0415 - the tree that is built
        from negotiation_docs.words.formats import FILTERS  # noqa: PLC0415

        for name, code in written(FILTERS):
            path = Path(self._folder.name, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(code, encoding="utf-8")
        build_data["force_include"][self._folder.name] = f"negotiation_docs/{FOLDER}"
