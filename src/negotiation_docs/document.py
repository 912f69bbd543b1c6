"""The public :class:`Document`: one finished paper in every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from negotiation_docs.documents.tree import Paper
from negotiation_docs.errors import OutputError

if TYPE_CHECKING:
    from negotiation_docs.writers.style import Look
    from negotiation_docs.writers.userfonts import Choice


@dataclass(frozen=True, repr=False)
class Document:
    """One paper, ready for every format; made by ``render``.

    ``paper`` is its tree; ``write_short`` gives :attr:`short` when that is asked for; ``fonts`` are the user's own
    fonts for the PDF. Raises MissingGlyphs if a character can be drawn by no font: the same for all formats, before
    any of them.
    """

    paper: Paper
    write_short: Callable[[], str] = field(default=str, compare=False)
    fonts: Choice | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        from negotiation_docs.coverage import check  # noqa: PLC0415 - fonts load with the first paper

        check(self.paper, self.fonts)

    @cached_property
    def short(self) -> str:
        """The same matter as plain text for a chat window or SMS; empty if the kind has none. Raises TemplateError."""
        return self.write_short()

    @property
    def title(self) -> str:
        """The title of the kind; never holds a fact."""
        return self.paper.title

    @property
    def kind(self) -> str:
        """The document kind, such as ``hardship_letter``."""
        return self.paper.kind

    @property
    def lang(self) -> str:
        """The language, as BCP 47: ``zh-CN`` or ``en``."""
        return self.paper.lang

    @cached_property
    def text(self) -> str:
        """The words: one block or table row a line, cells separated by tabs."""
        return self.paper.text

    @cached_property
    def html(self) -> str:
        """One self-contained HTML page."""
        from negotiation_docs.writers.html import to_html  # noqa: PLC0415

        return to_html(self.paper)

    def to_docx(
        self, look: str = "personal", *, base: bytes | Path | None = None, signature: bytes | None = None
    ) -> bytes:
        """The paper as DOCX; ``base`` is a letterhead, ``signature`` a picture (PNG or JPEG). Raises OutputError."""
        from negotiation_docs.writers.docx import to_docx  # noqa: PLC0415

        return to_docx(self.paper, _look(look), base=base, signature=signature)

    def to_pdf(
        self,
        look: str = "personal",
        *,
        password: str | None = None,
        signature: bytes | None = None,
        fonts: Choice | None = None,
    ) -> bytes:
        """The paper as PDF with embedded fonts; ``password`` encrypts it (AES-256). Raises OutputError.

        ``fonts`` sets faces in fonts of one's own (default: those given to ``render``):
        ``{"fangsong": "simfang.ttf", "hei": ["黑体", "fonts/rare.otf"]}``. A font is a file or the name of an installed
        one; what it lacks comes from the packaged fonts. Faces are song, hei, fangsong and kai.
        """
        from negotiation_docs.writers.pdf import to_pdf  # noqa: PLC0415

        return to_pdf(self.paper, _look(look), password=password, signature=signature, fonts=fonts or self.fonts)

    def save(self, path: str | Path, overwrite: bool = False, *, look: str = "personal") -> Path:
        """Writes the paper in the format of the suffix: ``.docx``, ``.pdf``, ``.html`` or ``.txt``.

        The file is whole or absent, readable by its owner only, and replaces a different one only with
        ``overwrite``. Raises OutputError.
        """
        from negotiation_docs.output import write  # noqa: PLC0415

        path = Path(path)
        make = _FORMATS.get(path.suffix.lower())
        if make is None:
            raise OutputError(f"不认识的文件类型“{path.suffix}”；可用：{' '.join(_FORMATS)}")
        return write(path, make(self, look), overwrite=overwrite)

    def _repr_html_(self) -> str:
        from negotiation_docs.writers.html import fragment  # noqa: PLC0415

        return fragment(self.paper)

    def __repr__(self) -> str:
        return f"<Document {self.kind} {self.lang}, {len(self.paper.blocks)} blocks>"


def _look(name: str) -> Look:
    from negotiation_docs.writers.style import LOOKS  # noqa: PLC0415

    try:
        return LOOKS[name]
    except KeyError:
        raise OutputError(f"没有“{name}”这种版式；可用：{' '.join(LOOKS)}") from None


def _html(document: Document, look: str) -> bytes:
    from negotiation_docs.writers.html import to_html  # noqa: PLC0415

    return to_html(document.paper, _look(look)).encode()


def _text(document: Document, _: str) -> bytes:
    from negotiation_docs.writers.text import to_text  # noqa: PLC0415

    return to_text(document.paper).encode()


_FORMATS: Final[dict[str, Callable[[Document, str], bytes]]] = {
    ".docx": lambda document, look: document.to_docx(look),
    ".pdf": lambda document, look: document.to_pdf(look),
    ".html": _html,
    ".txt": _text,
}
