"""The public ``bundle``: everything for one creditor in one piece."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.bundling import writing
from negotiation_docs.bundling.cover import Contents, Entry
from negotiation_docs.bundling.evidence import Attached, attached, read
from negotiation_docs.bundling.fetching import Files
from negotiation_docs.bundling.gathering import Finished, Left, Wanted, gather
from negotiation_docs.bundling.travelling import held_back, numbers
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.document import Document, look_named
from negotiation_docs.errors import OutputError, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.files import Fonts, Given
from negotiation_docs.lazy import lazy
from negotiation_docs.messaging.message import Message
from negotiation_docs.messaging.writing import message
from negotiation_docs.names import Language, LookName, Stop
from negotiation_docs.outlook import goes, outlook
from negotiation_docs.question import question
from negotiation_docs.views.order import Numbers
from negotiation_docs.words.voice import Voice
from negotiation_docs.writers.scans.scan import Exhibit


@told
@question
@in_our_context
def bundle(  # noqa: PLR0913 - each is a choice of the caller, by name
    case: Case,
    debt: str | None = None,
    lang: Language = "zh",
    *,
    look: LookName = "personal",
    acknowledge: Collection[Stop] = (),
    templates: str | Path | None = None,
    fonts: Fonts | None = None,
    files: Files | None = None,
) -> Bundle:
    """Every paper about ``debt`` that is ready and due and goes to its creditor, with one numbering of attachments.

    ``files`` is where the scans of the evidence (``evidence[].file``) are found, for a case that comes from no file: a
    folder, or a mapping of the names in the case to bytes or paths; by default the folder of the case file. Everything
    else is as for ``render`` and ``Document.to_pdf``. Papers for the borrower's own use, for courts and other offices
    are left out, and so is evidence of another creditor.
    Raises FactsError if there is no such debt, OutputError if no paper is ready and due, and what ``render`` does.

    >>> import negotiation_docs as nd
    >>> nd.bundle(nd.load("examples/zhou.yaml")).save("协商材料.pdf").name
    '协商材料.pdf'
    """
    owed = case.debt(debt)
    known = kinds(None if templates is None else Path(templates))
    travelling = [kind for kind in known if goes(kind, case, owed)]
    papers = outlook(case, owed.id, travelling, acknowledge=acknowledge)
    numbered = numbers(case, owed, papers)
    found = tuple(gather(case, owed.id, papers, Wanted(lang, acknowledge, templates, fonts), numbered))
    made = tuple(one for one in found if isinstance(one, Finished))
    if not made:
        raise OutputError("这笔债务目前没有可以交给对方的文书；缺什么、为什么，请看 check 和 status")
    voice = Voice(lang.split("+", 1)[0], case.english)
    where = case.folder if files is None else files
    left = tuple(one for one in found if isinstance(one, Left))
    held = tuple(held_back(case, owed, known, acknowledge))
    return Bundle(case, owed, voice, numbered, made, left, held, look, fonts, where)


class Bundle(Struct, frozen=True, dict=True, repr_omit_defaults=True):
    """The papers for one creditor with the scans of the evidence; made by :func:`bundle`.

    ``gathered`` are the papers in order, ``left`` those that are due and cannot be made, with what keeps them back,
    ``held`` tells of those that are ready and do not travel unasked.

    >>> import negotiation_docs as nd
    >>> bundle = nd.bundle(nd.load("examples/zhou.yaml"))
    >>> len(bundle.papers) > 0
    True
    """

    case: Case
    debt: Debt
    voice: Voice
    numbers: Numbers
    gathered: tuple[Finished, ...]
    left: tuple[Left, ...]
    held: tuple[Problem, ...]
    look: LookName
    fonts: Fonts | None
    files: Files | None

    @property
    def title(self) -> str:
        """The title of the whole; holds no fact."""
        return self.voice.words.bundle["title"]

    @property
    def papers(self) -> tuple[Document, ...]:
        """The papers, in the order of the bundle."""
        return tuple(one.document for one in self._ordered)

    @lazy
    def _ordered(self) -> tuple[Finished, ...]:
        """Letters first, then what is enclosed with them, by number."""
        return tuple(sorted(self.gathered, key=lambda one: self.numbers.papers.get(one.kind.name, 0)))

    @lazy
    def evidence(self) -> tuple[Attached, ...]:
        """The attached evidence, then what was kept of the talks and can be printed, by number."""
        return attached(self.case, self.debt, self.numbers, self.voice)

    @lazy
    def _read(self) -> tuple[tuple[Exhibit, ...], tuple[Problem, ...]]:
        return read(self.case, self.debt, self.evidence, self.files, self.voice)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings: evidence without a file, pages that are not as many as the checklist says, signatures of files.

        Reads the scans. Raises FactsError with every one that cannot be used or is not what its checksum says.
        """
        return self.held + self._read[1]

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The scans as they are laid on sheets, by number. Raises FactsError with all that cannot be used."""
        return self._read[0]

    @told
    def to_pdf(self, *, signature: Given | None = None, password: str | None = None) -> bytes:
        """One PDF: contents, papers, scans; each sheet of a scan tells its number at the margin.

        ``signature`` and ``password`` are as for ``Document.to_pdf``. The papers keep their tags, and a picture has
        its name; a file with pages of a PDF scan claims neither PDF/A nor PDF/UA, as nobody can answer for them.
        Raises FactsError with every scan that cannot be used (each PDF without the extra ``bundle``), and OutputError.
        """
        from negotiation_docs.files import content  # noqa: PLC0415
        from negotiation_docs.writers.pdf import together  # noqa: PLC0415

        return together(
            [document.paper for document in self.papers],
            self.title,
            look_named(self.look),
            cover=Contents(self.case, self.debt, self.voice, (*self._entries(),), (*self._apart(),), self._signed()),
            exhibits=self.exhibits,
            signature=None if signature is None else content(signature, "签名图片"),
            password=password,
            fonts=self.fonts,
        )

    @told
    def to_zip(self, *, base: Given | None = None, signature: Given | None = None) -> bytes:
        """The files of the folder in one ZIP file. Raises as :meth:`save`."""
        return writing.zipped(writing.files(self, base, signature), self.case.dated)

    @told
    def email(
        self, *, signature: Given | None = None, password: str | None = None, ascii_names: bool = False
    ) -> Message:
        """The one PDF in a draft e-mail to the creditor, with a warning where it is too large for most mailboxes.

        Raises as :meth:`to_pdf`.
        """
        data = self.to_pdf(signature=signature, password=password)
        whole = self.voice.words.bundle["whole"]
        return message(self.case, {f"{whole}.pdf": data}, self.debt.id, ascii_names=ascii_names)

    @told
    def save(
        self,
        path: str | Path,
        overwrite: bool = False,
        *,
        base: Given | None = None,
        signature: Given | None = None,
        password: str | None = None,
    ) -> Path:
        """Write the bundle: ``.pdf`` one PDF, ``.eml`` a draft e-mail with it, ``.zip`` one ZIP file, else a folder.

        The folder holds each paper as DOCX and PDF and each scan as a PDF, under names that tell nothing personal.
        Files are readable by their owner only, and replace different ones only with ``overwrite``.
        Raises FactsError with all that is wrong with scans, before anything is written, and OutputError.
        """
        return writing.save(self, Path(path), overwrite=overwrite, base=base, signature=signature, password=password)

    def _entries(self) -> Iterator[Entry]:
        words = self.voice.words.bundle
        for one in self._ordered:
            number = self.numbers.papers.get(one.kind.name)
            label = words["label"].format(number=number) if number else words["letter"]
            yield Entry(label, one.document.title)
        yield from (Entry(each.label, each.name) for each in self.evidence if each.file is not None)

    def _apart(self) -> Iterator[Entry]:
        return (Entry(each.label, each.name) for each in self.evidence if each.file is None)

    def _signed(self) -> tuple[str, ...]:
        return tuple(exhibit.label for exhibit in self.exhibits if exhibit.scan.signed)

    def __repr__(self) -> str:
        """Without words, which are personal data."""
        return f"<Bundle, {len(self.gathered)} papers, {len(self.evidence)} attachments>"
