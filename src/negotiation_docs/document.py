"""The public :class:`Document`: one finished paper in every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError, quoted
from negotiation_docs.files import Fonts, Given
from negotiation_docs.lazy import lazy
from negotiation_docs.names import LookName
from negotiation_docs.tree import Paper

if TYPE_CHECKING:
    from negotiation_docs.writers.style import Look


@dataclass(frozen=True, repr=False)
class Document:
    """One paper, ready for every format; made by ``render``.

    ``paper`` is its tree; ``write_short`` gives :attr:`short` when that is asked for; ``fonts`` are the user's own
    fonts for the PDF. Raises MissingGlyphs if a character can be drawn by no font: the same for all formats, before
    any of them.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> letter = nd.render("hardship_letter", case)
    >>> letter.title, letter.kind, letter.lang
    ('困难情况说明', 'hardship_letter', 'zh-CN')
    >>> letter.save("困难情况说明.pdf").name
    '困难情况说明.pdf'
    """

    paper: Paper
    write_short: Callable[[], str] = field(default=str, compare=False)
    fonts: Fonts | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        from negotiation_docs.coverage import check  # noqa: PLC0415 - fonts load with the first paper

        check(self.paper, self.fonts)

    @lazy
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

    @lazy
    def text(self) -> str:
        """The words: one block or table row a line, cells separated by tabs."""
        return self.paper.text

    @lazy
    def html(self) -> str:
        """One self-contained HTML page in the look of a personal letter, see :meth:`to_html`."""
        return self.to_html()

    @told
    def to_html(self, look: LookName = "personal") -> str:
        """One self-contained HTML page: opens in any browser, prints on A4, loads nothing."""
        from negotiation_docs.writers.html import to_html  # noqa: PLC0415

        return to_html(self.paper, look_named(look))

    def to_text(self) -> str:
        """Plain text as a ``.txt`` file holds it: tables as columns, boxes to tick, lines to sign."""
        from negotiation_docs.writers.text import to_text  # noqa: PLC0415

        return to_text(self.paper)

    @told
    def to_docx(
        self, look: LookName = "personal", *, base: Given | None = None, signature: Given | None = None
    ) -> bytes:
        """The paper as DOCX; ``base`` is a letterhead, ``signature`` a picture (PNG or JPEG). Raises OutputError.

        Each is given as a path or as the bytes of the file.
        """
        from negotiation_docs.writers.docx import to_docx  # noqa: PLC0415

        return to_docx(self.paper, look_named(look), base=_read(base, _BASE), signature=_read(signature, _SIGNATURE))

    @told
    def to_pdf(
        self,
        look: LookName = "personal",
        *,
        password: str | None = None,
        signature: Given | None = None,
        fonts: Fonts | None = None,
    ) -> bytes:
        """The paper as PDF with embedded fonts; ``password`` encrypts it (AES-256). Raises OutputError.

        An encrypted file differs from run to run, as its key is drawn by lot; any other is the same bytes.
        ``signature`` is a picture (PNG or JPEG), as a path or as the bytes of the file.
        ``fonts`` sets faces in fonts of one's own (default: those given to ``render``):
        ``{"fangsong": "simfang.ttf", "hei": ["黑体", "fonts/rare.otf"]}``. A font is a file or the name of an installed
        one; what it lacks comes from the packaged fonts. Faces are song, hei, fangsong and kai.
        """
        from negotiation_docs.writers.pdf import to_pdf  # noqa: PLC0415

        picture = _read(signature, _SIGNATURE)
        return to_pdf(self.paper, look_named(look), password=password, signature=picture, fonts=fonts or self.fonts)

    @told
    def save(  # noqa: PLR0913 - each is a choice of the caller, by name
        self,
        path: str | Path,
        overwrite: bool = False,
        *,
        look: LookName = "personal",
        base: Given | None = None,
        signature: Given | None = None,
        password: str | None = None,
    ) -> Path:
        """Writes the paper in the format of the suffix: ``.docx``, ``.pdf``, ``.html`` or ``.txt``.

        ``base`` and ``signature`` are for :meth:`to_docx`, ``signature`` and ``password`` for :meth:`to_pdf`; what the
        format cannot take is an error. The file is whole or absent, readable by its owner only, and replaces a
        different one only with ``overwrite``. Raises OutputError.
        """
        from negotiation_docs.files import write  # noqa: PLC0415

        path = Path(path)
        dress = {"base": base, "signature": signature, "password": password}
        return write(path, in_format(self, path.suffix.lower(), look, dress), overwrite=overwrite)

    def __getstate__(self) -> dict[str, object]:
        """For another process: the short text itself, as what writes it holds the whole case."""
        return {"paper": self.paper, "write_short": partial(str, self.short), "fonts": self.fonts}

    def _repr_html_(self) -> str:
        from negotiation_docs.writers.html import fragment  # noqa: PLC0415

        return fragment(self.paper)

    def __repr__(self) -> str:
        return f"<Document {self.kind} {self.lang}, {len(self.paper.blocks)} blocks>"


def in_format(document: Document, suffix: str, look: LookName, dress: Mapping[str, Given | None]) -> bytes:
    """The file of ``document`` with this suffix (``.pdf``), in what is given of ``dress``. Raises OutputError."""
    if suffix not in FORMATS:
        raise OutputError(f"不认识的文件类型{quoted(suffix)}；可用：{' '.join(FORMATS)}")
    worn = {name: value for name, value in dress.items() if value is not None}
    make, takes = FORMATS[suffix]
    if unfit := [f"{_DRESS[name]}（{name}）" for name in worn if name not in takes]:
        raise OutputError(f"{suffix} 文件用不上{'、'.join(unfit)}；信头用于 .docx，密码用于 .pdf，签名图片两种都可以")
    return make(document, look, **worn)


def look_named(name: LookName) -> Look:
    """The look called ``name``."""
    from negotiation_docs.writers.style import LOOKS  # noqa: PLC0415

    return LOOKS[name]


def _read(given: Given | None, what: str) -> bytes | None:
    from negotiation_docs.files import content  # noqa: PLC0415

    return None if given is None else content(given, what)


def _html(document: Document, look: LookName) -> bytes:
    return document.to_html(look).encode()


def _text(document: Document, _: LookName) -> bytes:
    return document.to_text().encode()


_BASE: Final = "信头文件"
_SIGNATURE: Final = "签名图片"
_DRESS: Final = {"base": _BASE, "signature": _SIGNATURE, "password": "密码"}

# How each format is made, and which of _DRESS it takes.
FORMATS: Final[dict[str, tuple[Callable[..., bytes], tuple[str, ...]]]] = {
    ".docx": (Document.to_docx, ("base", "signature")),
    ".pdf": (Document.to_pdf, ("signature", "password")),
    ".html": (_html, ()),
    ".txt": (_text, ()),
}
