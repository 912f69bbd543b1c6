"""Builds our own bases anew with python-docx: ``python -m negotiation_docs.writers.docxfile.rebuild``.

To be run after a change of the style table; a test compares what is shipped with what this makes.
"""

from __future__ import annotations

from negotiation_docs.writers.docxfile.base import BASES, LANGUAGES
from negotiation_docs.writers.docxfile.build import build
from negotiation_docs.writers.style import LOOKS


def main() -> None:
    """Write the base of every look in every language."""
    for look in LOOKS.values():
        for lang in LANGUAGES:
            (BASES / f"{look.name}.{lang}.docx").write_bytes(build(look, lang))


if __name__ == "__main__":
    main()
