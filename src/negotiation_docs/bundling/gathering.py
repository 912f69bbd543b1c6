"""The papers of one debt that are ready and due, made with the numbers of their mailing, and why others are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.document import Document
from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.facts import Case
from negotiation_docs.files import Fonts
from negotiation_docs.names import Language, Stop
from negotiation_docs.outlook import Outlook, mailing
from negotiation_docs.rendering import render

if TYPE_CHECKING:
    from negotiation_docs.views.order import Numbers


class Wanted(Struct, frozen=True):
    """How papers are made: language, what was read and accepted, own templates and fonts."""

    lang: Language = "zh"
    acknowledge: Collection[Stop] = ()
    templates: str | Path | None = None
    fonts: Fonts | None = None


class Finished(Struct, frozen=True):
    """One paper that is due, made."""

    kind: Kind
    document: Document


class Left(Struct, frozen=True):
    """One paper that is due and cannot be made: ``look.stops`` keep it back, or ``undrawable`` characters.

    >>> import negotiation_docs as nd
    >>> nd.bundle(nd.load("examples/zhou.yaml")).left[0].kind.name
    'deferral_request'
    """

    look: Outlook
    undrawable: str = ""

    @property
    def kind(self) -> Kind:
        """What paper it is."""
        return self.look.kind

    @property
    def waits(self) -> bool:
        """Whether it only lacks facts, or is not the paper to write yet: nothing is wrong."""
        return not self.undrawable and all(stop.absent or stop.unfit for stop in self.look.stops)


def gather(
    case: Case, debt: str, papers: Sequence[Outlook], wanted: Wanted, numbers: Numbers | None = None
) -> Iterator[Finished | Left]:
    """The papers of ``papers`` that are due; ``numbers`` are those of a bundle, else each mailing counts by itself."""
    for paper in papers:
        if paper.idle:
            continue
        if paper.stops:
            yield Left(paper)
            continue
        try:
            document = render(
                paper.kind.name,
                case,
                debt,
                wanted.lang,
                acknowledge=wanted.acknowledge,
                enclose=mailing(paper.kind, papers),
                fonts=wanted.fonts,
                templates=wanted.templates,
                numbers=numbers,
            )
        except MissingGlyphs as error:  # the other papers may do without the character
            yield Left(paper, undrawable=str(error))
        else:
            yield Finished(paper.kind, document)
