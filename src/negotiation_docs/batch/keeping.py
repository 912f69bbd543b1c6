"""The files of one case: where they lie, what may be replaced, what a killed run left."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.batch.made import Answer, Made, unwritten
from negotiation_docs.errors import OutputError, placed
from negotiation_docs.filenames import folder_name
from negotiation_docs.files import PART, digest, make_folder, write

_OURS: Final = f"{PART[0]}*{PART[1]}"


class Before(Struct, frozen=True):
    """What is known of a case from earlier runs: digests by path, and whether one was killed in the middle of it."""

    digests: Mapping[str, Collection[str]] = {}
    killed: bool = False


def folder_of(key: str) -> Path:
    """The folder of a case below that of the batch: one of 256, so that no folder holds a million others."""
    shard = hashlib.blake2b(key.casefold().encode(), digest_size=1).hexdigest()
    return Path(shard, folder_name(key))


def put(root: Path, answer: Answer, before: Before, *, overwrite: bool) -> Answer:
    """The answer with every file that it holds written below ``root``; what could not be written is a failure."""
    made = tuple(_put(root, one, before, overwrite=overwrite) if one.data is not None else one for one in answer.made)
    lost = any(new.state == "failed" != old.state for new, old in zip(made, answer.made, strict=True))
    return replace(answer, made=made, last=answer.last and not lost)


def tidy(root: Path, key: str) -> None:
    """Remove the unfinished files that a killed run left in the folder of a case."""
    for path in (root / folder_of(key)).rglob(_OURS):
        path.unlink(missing_ok=True)


def _put(root: Path, one: Made, before: Before, *, overwrite: bool) -> Made:
    assert one.path is not None  # noqa: S101 - what has a file has a name
    assert one.data is not None  # noqa: S101
    path = root / one.path
    try:
        for folder in reversed([path.parent, *path.parent.parents][: len(one.path.parts) - 1]):
            _make(folder)
        write(path, one.data, overwrite=overwrite or before.killed or _is_known(path, before, str(one.path)))
    except OutputError as error:
        return replace(one, state="failed", data=None, size=0, sha256="", problems=(unwritten(error),))
    return replace(one, data=None)


def _make(folder: Path) -> None:
    """A folder of the batch; a link planted in its place would lead what is written below elsewhere."""
    make_folder(folder)
    if folder.is_symlink():
        raise OutputError(f"无法写入 {placed(folder)}：这是一个链接，不是批量生成的文件夹")


def _is_known(path: Path, before: Before, name: str) -> bool:
    known = before.digests.get(name, ())
    return bool(known) and digest(path) in known
