"""Compiled templates kept between processes, as Python keeps its modules: a one-off spends a third of its time on them.

Only the shipped templates are kept, never a user's, and nothing of a fact. An entry is used if the template's source,
Jinja, Python and the modules here that compile are the very same; it is trusted as far as a ``.pyc`` file is.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket, bc_magic

_HERE: Final = Path(__file__).parent
_COMPILERS: Final = (compiler.__file__, *(str(_HERE / name) for name in ("grammar.py", "sandbox.py", "printing.py")))
_DIGEST: Final = 32  # bytes


class KeptTemplates(BytecodeCache):
    """A folder of compiled templates; one that cannot be read or written costs time, never a paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read an entry, if there is one and it fits."""
        with suppress(OSError):
            kept = self._path(bucket).read_bytes()
            code = kept[_DIGEST:]
            if kept[:_DIGEST] == _digest(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - written below, by this very user

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write an entry, whole or not at all, readable by its owner only."""
        path = self._path(bucket)
        unfinished = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            code = marshal.dumps(bucket.code)
            with open(unfinished, "wb", opener=_private) as file:
                file.write(_digest(bucket, code) + code)
            unfinished.replace(path)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}-{_compilers()}.jinja"


def user_cache() -> Path:
    """Where programs keep what they can make again: ``XDG_CACHE_HOME``, else the system's usual place."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "negotiation-docs"
    usual = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    return Path.home() / usual / "negotiation-docs"


@cache
def _compilers() -> str:
    """Changes with Python and with the modules that decide how a template is compiled."""
    parts = [bc_magic, *(Path(module).read_bytes() for module in _COMPILERS)]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def _digest(bucket: Bucket, code: bytes) -> bytes:
    """Of an entry's code, for one source of its template."""
    return hashlib.sha256(bucket.checksum.encode() + code).digest()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
