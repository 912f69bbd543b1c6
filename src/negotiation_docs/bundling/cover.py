"""The first page of a bundle: to whom, from whom, about which account, and what lies on which page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.messaging.writing import named_account
from negotiation_docs.rendering import BCP47
from negotiation_docs.tree import Block, Cell, Heading, Paper, Paragraph, Role, Row, Table, Text
from negotiation_docs.views.people import account, reader
from negotiation_docs.words.formats import FILTERS
from negotiation_docs.words.voice import Voice


class Entry(Struct, frozen=True):
    """A line of the contents: the number of the attachment, if it is one, and its name."""

    label: str
    name: str


class Contents(Struct, frozen=True):
    """Makes the page from the first page and the number of pages of every entry.

    ``apart`` is what is handed in beside the bundle, ``signed`` what bears an electronic signature only in its file.
    """

    case: Case
    debt: Debt
    voice: Voice
    entries: tuple[Entry, ...]
    apart: tuple[Entry, ...]
    signed: tuple[str, ...] = ()

    def __call__(self, starts: Sequence[int], lengths: Sequence[int]) -> Paper:
        words, voice = self.voice.words.bundle, self.voice
        to = reader(self.debt, voice)
        about = named_account(account(self.debt, voice), to) if voice.lang == "zh" else account(self.debt, voice).ref
        whole = starts[-1] + lengths[-1] - 1
        opening = words["opening"].format(name=voice.name(self.case.borrower.name), account=about, pages=whole)
        blocks: list[Block] = [
            Heading(1, _text(words["title"])),
            Paragraph(_text(words["to"].format(creditor=voice.name(self.debt.creditor.name))), Role.SALUTATION),
            Paragraph(_text(opening)),
            Table((), (_row([words[head] for head in ("number", "name", "pages", "starts")], header=True),),
                  tuple(self._rows(starts, lengths))),
            *self._notes(),
            Paragraph(_text(FILTERS[voice.lang]["date"](self.case.dated)), Role.DATE),
        ]  # fmt: skip
        return Paper("bundle", words["title"], BCP47[voice.lang], tuple(blocks), dated=self.case.dated)

    def _rows(self, starts: Sequence[int], lengths: Sequence[int]) -> Iterator[Row]:
        for entry, start, length in zip(self.entries, starts, lengths, strict=True):
            yield _row([entry.label, entry.name, str(length), str(start)])

    def _notes(self) -> Iterator[Paragraph]:
        words = self.voice.words.bundle
        if self.signed:
            yield Paragraph(_text(words["signed"].format(labels=words["between"].join(self.signed))), Role.NOTE)
        if self.apart:
            names = words["between"].join(f"{each.label} {each.name}" for each in self.apart)
            yield Paragraph(_text(words["apart"].format(names=names)), Role.NOTE)


def _row(texts: Iterable[str], *, header: bool = False) -> Row:
    return Row(tuple(Cell(_text(text), header, center=at != 1) for at, text in enumerate(texts)))


def _text(words: str) -> tuple[Text, ...]:
    return (Text(words),)
