"""The case file while it is being answered into: what it says, and one more fact at a time, on the disk at once."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from negotiation_docs.errors import FactsError, NegotiationDocsError, OutputError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import is_stated
from negotiation_docs.facts.reading.editing import drop, put
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.reading.locate import Spot, locate
from negotiation_docs.facts.reading.source import encoded, read_text
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.files import write

_FRESH: Final = "# 案件文件。# 后面是说明，可以直接修改；改完运行 negotiation-docs check 检查。\n借款人:\n"
Writing = tuple[Place, str]
"""A place, in the keys of the models, and what is to stand there as YAML."""


class NotKept(NegotiationDocsError):  # noqa: N818 - says what happened
    """The disk did not take an answer; the file is as it was, and no further answer would be taken."""


class Sheet:
    """A case file (YAML), there or not yet; its comments and everything that is not asked for stay as they are."""

    def __init__(self, path: Path) -> None:
        """Read ``path``. Raises FactsError if it is no sound YAML, OutputError for a JSON file."""
        if path.suffix.lower() == ".json":
            raise OutputError("问答只写 YAML 案件文件，请用 .yaml 作文件名")
        self.path = path
        self._read()

    def _read(self) -> None:
        text = read_text(self.path) if os.path.lexists(self.path) else ""
        words = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        self.is_new = not words
        self.text = text if words else f"{text}{_FRESH}"
        read = read_yaml(self.text)
        if read.findings:
            raise FactsError(read.findings)
        self.data = read.data

    def spot(self, place: Place) -> Spot:
        """A place as this file spells it, with its field."""
        return locate(self.data, place)

    def value(self, place: Place) -> Any:  # noqa: ANN401  plain data of any shape
        """What the file says at ``place``: texts, lists and mappings as written; None for nothing."""
        data: Any = self.data
        for step in self.spot(place).place:
            if isinstance(step, int):
                data = data[step] if isinstance(data, list) and step < len(data) else None
            else:
                data = data.get(step) if isinstance(data, Mapping) else None
        return data if is_stated(data) else None

    def count(self, place: Place) -> int:
        """How many entries the list at ``place`` has."""
        found = self.value(place)
        return len(found) if isinstance(found, list) else 0

    def case(self) -> Case | None:
        """The case as it is, if it can be read as one already."""
        return self._judged(self.data)[0]

    def wrong(self, writings: Sequence[Writing]) -> list[Problem]:
        """What the models say against these values, beside what they say already and what is merely missing yet."""
        try:
            data = read_yaml(self._with(writings)).data
        except FactsError as error:
            return list(error.problems)
        known = {(one.place, one.rule) for one in self._judged(self.data)[1]}
        found = self._judged(data)[1]
        return [one for one in found if not one.absent and (one.place, one.rule) not in known]

    def write(self, writings: Sequence[Writing]) -> None:
        """The values into the file, whole or not at all; what somebody else changed in it meanwhile stays."""
        self._read()
        self._save(self._with(writings))

    def drop(self, place: Place) -> list[Problem]:
        """The entry of a list out of the file; or what the models would say then, and the file stays."""
        self._read()
        shorter = drop(self.text, place)
        known = {one.rule for one in self._judged(self.data)[1]}
        found = self._judged(read_yaml(shorter).data)[1]
        wrong = [one for one in found if not one.absent and one.rule not in known]
        if not wrong:
            self._save(shorter)
        return wrong

    def _save(self, text: str) -> None:
        data = encoded(text, self.path)
        try:
            write(self.path, data, overwrite=True)
        except OutputError as error:
            raise NotKept(str(error)) from None
        self._read()

    def _with(self, writings: Sequence[Writing]) -> str:
        text = self.text
        for place, value in writings:
            text = put(text, place, value)
        return text

    @staticmethod
    def _judged(data: object) -> tuple[Case | None, tuple[Problem, ...]]:
        try:
            return load(data if isinstance(data, Mapping) else {}), ()
        except FactsError as error:
            return None, error.problems
