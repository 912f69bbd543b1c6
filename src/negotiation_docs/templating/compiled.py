"""The shipped templates as Jinja's own Python code, made once when the wheel is built.

Compiling two templates takes as long as a third of a paper from a cold start. The code lies inside the installed
package, where only those can write who can write to our modules too; a folder of a user's is never looked into. The
name of a file holds what it was made from, so that any other template, or any other Jinja, is compiled as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jinja2
from jinja2 import BytecodeCache

from negotiation_docs.catalogue.shelf import LANGS, Shelf, ShelfLoader, shipped
from negotiation_docs.files import is_file
from negotiation_docs.templating.sandbox import PaperEnvironment

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

FOLDER: Final = "compiled"
_HERE: Final = Path(__file__).resolve().parents[1] / FOLDER
_JINJA: Final = jinja2.__version__  # read from the module: its metadata take longer to find than the templates to load


class CompiledAhead(BytecodeCache):
    """Hands Jinja the code of a shipped template, and keeps nothing."""

    def __init__(self, folder: Path = _HERE) -> None:
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the template itself: ``zh/hardship_letter.html``."""
        del filename
        return name

    def get_source_checksum(self, source: str) -> str:
        """Of the words of the template and the version of Jinja."""
        return _checksum(source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills ``bucket`` where there is code of just this template; Python keeps its bytecode as for any module."""
        path = self._folder / _file(bucket.key, bucket.checksum)
        if is_file(path):
            code = SourceFileLoader(bucket.key, str(path)).get_code(bucket.key)
            bucket.code = code and code.replace(co_filename=bucket.key)  # where an error is said to be

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing is written."""


def written(filters: Mapping[str, Mapping[str, Callable[..., object]]]) -> Iterator[tuple[str, str]]:
    """File name and code of every shipped template, for renderings with the ``filters`` of each language."""
    loader = ShelfLoader(Shelf())
    for lang in LANGS:
        environment = PaperEnvironment(loader, filters[lang])
        for path in sorted((shipped() / lang).glob("*.html")):
            name = f"{lang}/{path.name}"
            source, *_ = loader.get_source(environment, name)
            yield _file(name, _checksum(source)), environment.compile(source, name, name, raw=True)


def _file(name: str, checksum: str) -> str:
    return f"{name.removesuffix('.html').replace('.', '-')}.{checksum}.py"


def _checksum(source: str) -> str:
    return sha256(f"{_JINJA}\n{source}".encode()).hexdigest()[:32]
