"""The files of a mailing in its folder: which shards are there already, what may be replaced, what is out of date.

Beside the files of a shard lies one that remembers of what they were made: entered before they are written and again
when they are there, so that a run that is killed at any moment leaves a folder that is true.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from msgspec import MsgspecError, Struct, json
from msgspec.structs import replace

from negotiation_docs.batch.made import Answer, Made, kept, outdated, read_path, unwritten
from negotiation_docs.batch.shard import SUFFIXES, Bound, Shard
from negotiation_docs.errors import OutputError, Problem
from negotiation_docs.files import content, digest, write

_STATE: Final = ".state"
_OURS: Final = re.compile(r"letters-\d{4,}(?:-\d+)?\.(?:pdf|json)", re.ASCII)


class _State(Struct, frozen=True):
    """What is known of a shard; ``done``: the files are there, with these digests by name, and gave these answers."""

    made_of: str
    day: str
    done: bool
    digests: dict[str, str]
    answers: list[Answer]


_decode: Final = json.Decoder(_State, dec_hook=read_path).decode


class Shelf:
    """The folder of a mailing, made with these ``tools`` on this ``day``."""

    def __init__(self, root: Path, chosen: str, tools: str, day: str, *, overwrite: bool) -> None:
        self.root, self._made_with, self._day, self._overwrite = root, f"{chosen}/{tools}", day, overwrite

    def kept(self, shard: Shard) -> tuple[Answer, ...] | None:
        """The answers of an earlier run, if it made the very same and its files are as they were."""
        known = self._known(shard.number)
        if known is None or not known.done or known.made_of != self._made_of(shard) or known.day not in ("", self._day):
            return None
        if any(digest(self.root / name) != sum_ for name, sum_ in known.digests.items()):
            return None
        entries = {one.number: one for one in shard.entries}
        expected = {one.number: one.key for one in shard.entries}
        expected |= {one.number: one.made[0].case for one in shard.answers}
        if [_of(one) for one in known.answers] != [{item} for item in sorted(expected.items())]:
            return None
        told = [replace(one, made=tuple(kept(made, one.number) for made in one.made)) for one in known.answers]
        return tuple(entries[one.number].again(one) if one.number in entries else one for one in told)

    def put(self, shard: Shard, bound: Bound) -> tuple[Answer, ...]:
        """Write the files; the answers, of which those whose file could not be written are failures."""
        known = self._known(shard.number)
        ours = known.digests if known else {}
        day = self._day if any(one.day for one in bound.answers) else ""
        state = _State(self._made_of(shard), day, False, ours, [])
        killed = known is not None and not known.done
        try:
            self._remember(shard.number, state)
            for name, data in bound.files:
                self._write(self.root / name, data, overwrite=killed or digest(self.root / name) in _given(ours, name))
        except OutputError as error:
            return tuple(_unwritten(one, unwritten(error)) for one in bound.answers)
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in bound.files}
        old = [name for name in ours if name not in digests and (self.root / name).exists()]
        answers = _with_stale(bound.answers, old)
        if all(one.last for one in bound.answers):
            self._remember(shard.number, replace(state, done=True, digests=digests, answers=list(answers)))
        return answers

    def beyond(self, last: int) -> Iterator[str]:
        """Files of an earlier run that had more shards than ``last``."""
        for path in sorted(self.root.glob(f".letters-*{_STATE}")):
            number = path.name.removeprefix(".letters-").removesuffix(_STATE)
            if (
                re.fullmatch(r"[0-9]{4,9}", number)
                and int(number) > last
                and (known := self._known(int(number))) is not None
            ):
                yield from (name for name in known.digests if (self.root / name).exists())

    def _made_of(self, shard: Shard) -> str:
        """Changes with everything that the files depend on."""
        what = [[one.key, one.digest] for one in shard.entries]
        wrong = [[made.case, [str(found) for found in made.problems]] for one in shard.answers for made in one.made]
        return hashlib.sha256(json.encode([self._made_with, shard.most, what, wrong])).hexdigest()

    def _known(self, number: int) -> _State | None:
        try:
            known = _decode(content(self._place(number), "记录文件"))
        except (OutputError, MsgspecError, ValueError):
            return None
        return known if all(map(_OURS.fullmatch, known.digests)) else None

    def _remember(self, number: int, state: _State) -> None:
        write(self._place(number), json.encode(state, enc_hook=str), overwrite=True)

    def _place(self, number: int) -> Path:
        return self.root / f".letters-{number:04}{_STATE}"

    def _write(self, path: Path, data: bytes, *, overwrite: bool) -> None:
        write(path, data, overwrite=overwrite or self._overwrite)


def _of(answer: Answer) -> set[tuple[int, str]]:
    """Of which case its records are; of more than one in a file that somebody else wrote, or none."""
    return {(answer.number, one.case) for one in answer.made}


def _given(digests: dict[str, str], name: str) -> Collection[str]:
    return {digests[name]} if name in digests else ()


def _unwritten(answer: Answer, found: Problem) -> Answer:
    told = [
        replace(one, state="failed", path=None, page=0, pages=0, sha256="", problems=(found,)) if one.path else one
        for one in answer.made
    ]
    return replace(answer, made=tuple(told), last=False)


def stale(number: int, case: str, name: str) -> Made:
    """A file of an earlier run that this one had no reason to make."""
    return Made(number, case, "stale", path=Path(name), notices=(outdated("个文件", "付印"),))


def _with_stale(answers: tuple[Answer, ...], names: list[str]) -> tuple[Answer, ...]:
    if not names or not answers:
        return answers
    last = answers[-1]
    found = [stale(last.number, last.made[-1].case, name) for name in names if name.endswith(SUFFIXES[0])]
    return (*answers[:-1], replace(last, made=(*last.made, *found)))
