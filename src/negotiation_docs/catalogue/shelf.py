"""Where templates lie: the shipped folder (of the wheel or of the checkout) and a user's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import BaseLoader, TemplateNotFound
from msgspec import Struct

from negotiation_docs.catalogue.frontmatter import FrontMatter, split
from negotiation_docs.errors import TemplateError, placed
from negotiation_docs.files import is_file, is_folder

if TYPE_CHECKING:
    from jinja2 import Environment

KIND_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,60}")
FILE_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,60}(\.[a-z]{1,20})?")
"""A kind, or a companion of one, such as its text for a chat window: ``hardship_letter.short``."""
SHARED_NAME: Final = re.compile(r"_[a-z][a-z0-9_]*\.html")
"""A file that only other templates use: ``_common.html``."""
LANGS: Final = ("zh", "en")
Stamp = tuple[int, ...]
"""What changes whenever a file does: which file it is, when it and its entry were changed (ns), and its size.

The time of the content alone may be set: what is unpacked or copied keeps it, and two people's templates may share it.
"""
_MAX_SOURCE: Final = 200_000


@lru_cache(maxsize=1)
def shipped() -> Path:
    """The folder of the built-in templates: inside the installed package, else at the top of the checkout."""
    here = Path(__file__).resolve()
    packaged = here.parents[1] / "templates"
    return packaged if packaged.is_dir() else here.parents[3] / "templates"


class Shelf(Struct, frozen=True):
    """Templates ``<lang>/<kind>.html``; a user's folder, if any, comes before the shipped one."""

    folder: Path | None = None

    def __post_init__(self) -> None:
        if self.folder is not None and not is_folder(self.folder):
            raise TemplateError(f"模板文件夹 {placed(self.folder)} 不存在")

    def stamp(self) -> tuple[tuple[str, Stamp], ...]:
        """Changes whenever a template of the user's folder does; the shipped ones stay as they are for a process."""
        if self.folder is None:
            return ()
        files = sorted(path for lang in LANGS for path in (self.folder / lang).glob("*.html"))
        return tuple((str(path), _stamp(path)) for path in files)

    def names(self, lang: str) -> tuple[str, ...]:
        """The kinds that have a template in ``lang``, sorted."""
        roots = [shipped()] if self.folder is None else [self.folder, shipped()]
        found = {path.stem for root in roots for path in (root / lang).glob("*.html") if is_file(path)}
        return tuple(sorted(name for name in found if KIND_NAME.fullmatch(name)))

    def path(self, name: str) -> Path:
        """The file of ``<lang>/<file>``; raises TemplateNotFound, or TemplateError for a link that leads outside."""
        lang, _, file = name.partition("/")
        path = None
        if lang in LANGS and SHARED_NAME.fullmatch(file):
            path = _inside(shipped(), name)
        elif lang in LANGS and file.endswith(".html") and FILE_NAME.fullmatch(file.removesuffix(".html")):
            path = (self.folder and _inside(self.folder, name)) or _inside(shipped(), name)
        if path is None:
            raise TemplateNotFound(name)
        return path

    def source(self, name: str) -> tuple[FrontMatter | None, str]:
        """Front matter and body of ``<lang>/<file>``; raises as :meth:`path`, and TemplateError if it is not text."""
        return split(_read(self.path(name), name), name)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _inside(root: Path, name: str) -> Path | None:
    """The file ``name`` under ``root`` if there is one; a link that leads out of ``root`` is an error."""
    path = root / name
    if not is_file(path):
        return None
    if not path.resolve().is_relative_to(root.resolve()):
        raise TemplateError(f"模板 {name} 是指向模板文件夹之外的链接，不能使用")
    return path


def _read(path: Path, name: str) -> str:
    try:
        with path.open(encoding="utf-8-sig", newline=None) as file:
            source = file.read(_MAX_SOURCE + 1)
    except UnicodeDecodeError:
        raise TemplateError(f"模板 {name} 不是 UTF-8 编码，请另存为 UTF-8") from None
    except OSError:
        raise TemplateError(f"模板 {name} 无法读取，请检查它是不是文件，以及有没有读取权限") from None
    if len(source) > _MAX_SOURCE:
        raise TemplateError(f"模板 {name} 超过{_MAX_SOURCE}字")
    return source


class ShelfLoader(BaseLoader):
    """Gives Jinja the bodies of one shelf; the name doubles as file name, so that errors carry lines."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The body of ``template``, and how to tell that it changed."""
        path = self._shelf.path(template)
        stamp = _stamp(path)
        _, body = self._shelf.source(template)
        return body, template, lambda: self._is_still(template, path) and _stamp(path) == stamp

    def _is_still(self, template: str, path: Path) -> bool:
        """Whether the file of ``template`` is the same: a user may since have put one of their own before ours."""
        if self._shelf.folder is None:
            return True
        try:
            return self._shelf.path(template) == path
        except (TemplateNotFound, TemplateError):
            return False
