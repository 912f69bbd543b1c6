"""What is to be made of every case: chosen once, checked at once, the same for every worker."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from msgspec import Struct, json

from negotiation_docs.catalogue.kinds import find
from negotiation_docs.catalogue.kinds import kinds as all_kinds
from negotiation_docs.catalogue.shelf import shipped
from negotiation_docs.document import FORMATS
from negotiation_docs.files import Fonts, Given, content, digest
from negotiation_docs.names import FormatName, Language, LookName, Stop
from negotiation_docs.writers.fonts.chosen import chains

PACKAGES: Final = ("negotiation-docs", "pylopdf-fonts-zh-cn", "reportlab", "uharfbuzz")
"""Those whose version a file depends on."""


class Order(Struct, frozen=True):
    """The choices of a batch. ``kinds`` None: every paper that is ready and due."""

    kinds: tuple[str, ...] | None
    lang: Language
    formats: tuple[FormatName, ...]
    look: LookName
    dress: Mapping[str, bytes]
    fonts: Fonts | None
    templates: Path | None
    acknowledge: tuple[Stop, ...]
    today: date

    def digest(self) -> str:
        """Changes with every choice that a file depends on, but for the day and what :func:`made_with` tells."""
        dress = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(self.dress.items())}
        chosen = (
            sorted(self.kinds) if self.kinds is not None else None, self.lang, self.formats, self.look, dress,
            [*_fonts(self.fonts)], str(self.templates or ""), sorted(self.acknowledge),
        )  # fmt: skip
        return hashlib.sha256(json.encode(chosen)).hexdigest()[:16]

    def takes(self, suffix: str) -> Mapping[str, bytes]:
        """What of the dress a format can take."""
        return {name: data for name, data in self.dress.items() if name in FORMATS[suffix][1]}


def order(  # noqa: PLR0913 - each is a choice of the caller, by name
    *,
    kinds: Sequence[str] | None,
    lang: Language,
    formats: Sequence[FormatName],
    look: LookName,
    base: Given | None,
    signature: Given | None,
    fonts: Fonts | None,
    templates: str | Path | None,
    acknowledge: Collection[Stop],
    today: date,
) -> Order:
    """The order, checked. Raises TemplateError (no such kind), OutputError (a file that cannot be read)."""
    folder = None if templates is None else Path(templates)
    chains(fonts or {})
    all_kinds(folder)
    names = None if kinds is None else tuple(dict.fromkeys(find(kind, folder).name for kind in kinds))
    given = {"base": (base, "信头文件"), "signature": (signature, "签名图片")}
    dress = {name: content(what, said) for name, (what, said) in given.items() if what is not None}
    chosen = tuple(dict.fromkeys(formats))
    return Order(names, lang, chosen, look, dress, fonts, folder, tuple(acknowledge), today)


def made_with(folder: Path | None) -> str:
    """A digest of the templates, the shipped and those of ``folder``, and of the versions that a file depends on."""
    found = hashlib.sha256()
    for root in (shipped(), folder):
        for path in sorted(root.glob("*/*.html")) if root is not None else ():
            # what cannot be read has no digest, and no paper is made of it
            found.update(f"{path.parent.name}/{path.name}\0{digest(path, links=True)}".encode(errors="surrogateescape"))
    for package in PACKAGES:
        found.update(f"{package}={_version(package)}\0".encode())
    return found.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from a checkout that nobody installed
        return ""


def _fonts(fonts: Fonts | None) -> Iterator[tuple[str, list[str]]]:
    for face, chosen in sorted((fonts or {}).items()):
        each = [chosen] if isinstance(chosen, (str, Path)) else list(chosen)
        yield face, [_seal(one) for one in each]


def _seal(font: str | Path) -> str:
    """A font by its content; an installed one by its name."""
    return digest(Path(font), links=True) or str(font)
