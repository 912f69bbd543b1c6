"""Builds our own bases anew with python-docx: ``python -m negotiation_docs.writers.docxfile.rebuild``.

To be run after a change of the style table; a test compares what is shipped with what this makes.
"""

from __future__ import annotations

import io
import zipfile

from negotiation_docs.writers.docxfile.base import BASES
from negotiation_docs.writers.docxfile.build import build
from negotiation_docs.writers.docxfile.letterhead import prepare
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.style import LOOKS, Look

LANGUAGES = ("zh", "en")


def made(look: Look, lang: str) -> bytes:
    """The base of a look in a language: the same bytes on every run, without the clock."""
    built = build(look, latin=lang != "zh")
    data, _ = prepare(built, built)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return archive(Part.of(name, package.read(name)) for name in package.namelist())


def main() -> None:
    """Write every base of every look."""
    for look in LOOKS.values():
        for lang in LANGUAGES:
            (BASES / f"{look.name}.{lang}.docx").write_bytes(made(look, lang))


if __name__ == "__main__":
    main()
