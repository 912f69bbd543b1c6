"""Attachments: one numbering for all papers, and what backs a claim, by status.

Enclosed papers come first, in bundle order, then the attached evidence by group; what is pending or unavailable has no
number and is said in words. Evidence named under a debt goes to that creditor only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, EvidenceItem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.references import of_one_creditor, references
from negotiation_docs.views.order import Numbers
from negotiation_docs.words.formats import counted
from negotiation_docs.words.voice import Voice

GROUPS = ("identity", "debt", "hardship", "income", "communication")
ACCOUNT = ("identity", "debt")
"""The groups of what is named under a debt and speaks for the account."""


class Enclosure(Struct, frozen=True):
    """A paper of ours that travels with this one."""

    number: int
    kind: str
    title: str


class Exhibit(Struct, frozen=True):
    """One evidence item as papers speak of it; ``number`` is its 附件 number, None unless attached."""

    id: str
    number: int | None
    name: str
    proves: str
    issuer: str
    issued: date | None
    form_text: str
    copied: bool
    status: str
    due: date | None
    reason: str
    group: str


class Backing(Struct, frozen=True):
    """What stands behind one claim; ``own_statement`` when nothing is attached or on its way."""

    attached: tuple[Exhibit, ...] = ()
    pending: tuple[Exhibit, ...] = ()
    unavailable: tuple[Exhibit, ...] = ()
    own_statement: bool = False
    names: tuple[str, ...] = ()


def annexes(mailing: Iterable[tuple[Kind, str]], numbers: Numbers | None = None) -> tuple[Enclosure, ...]:
    """Number the papers of one mailing, given with their titles; a covering letter encloses, and is no attachment.

    ``numbers`` are those of the bundle it is part of.
    """
    papers = [(kind.name, title) for kind, title in mailing if not kind.encloses]
    counted = numbers.papers if numbers else {kind: number for number, (kind, _) in enumerate(papers, start=1)}
    return tuple(Enclosure(counted[kind], kind, title) for kind, title in papers)


def cover(mailing: Iterable[tuple[Kind, str]]) -> str:
    """The title of the covering letter of a mailing; empty without one."""
    return next((title for kind, title in mailing if kind.encloses), "")


def for_debt(case: Case, debt: Debt) -> tuple[EvidenceItem, ...]:
    """The evidence this creditor receives, by group in the order of the checklist."""
    others = of_one_creditor(case) - {name for _, name in references(debt)} if len(case.debts) > 1 else frozenset()
    items = [item for item in case.evidence if item.id not in others]
    return tuple(sorted(items, key=lambda item: GROUPS.index(item.group.value)))


def in_order(items: Iterable[EvidenceItem], after: int) -> dict[str, int]:
    """The number of every attached item, by id, from ``after`` + 1."""
    there = [item.id for item in items if item.status.value == "attached"]
    return {name: number for number, name in enumerate(there, after + 1)}


def numbered(items: Iterable[EvidenceItem], numbers: Mapping[str, int], voice: Voice) -> dict[str, Exhibit]:
    """Every item by id; attached ones have their number."""
    return {item.id: _exhibit(item, numbers.get(item.id), voice) for item in items}


def _exhibit(item: EvidenceItem, number: int | None, voice: Voice) -> Exhibit:
    return Exhibit(
        id=item.id,
        number=number,
        name=voice.say(item.name),
        proves=voice.say(item.proves),
        issuer=voice.name(item.issuer),
        issued=item.issued,
        form_text=_form(item, voice),
        copied=item.form.value == "copy",
        status=item.status.value,
        due=item.due,
        reason=voice.say(item.reason),
        group=item.group.value,
    )


def _form(item: EvidenceItem, voice: Voice) -> str:
    """复印件1份，3页."""
    form = counted(voice.lang, item.copies or 1, item.form.value)
    if not item.pages:
        return form
    return voice.words.phrases["form_pages"].format(form=form, pages=counted(voice.lang, item.pages, "page"))


def backing(ids: Sequence[str] | None, exhibits: Mapping[str, Exhibit]) -> Backing:
    """What the evidence ``ids`` amount to by status; exhibits that go to another creditor are left out."""
    found = [exhibits[name] for name in ids or () if name in exhibits]
    by_status = {
        status: tuple(e for e in found if e.status == status) for status in ("attached", "pending", "unavailable")
    }
    attached = tuple(sorted(by_status["attached"], key=lambda exhibit: exhibit.number or 0))
    return Backing(
        attached=attached,
        pending=by_status["pending"],
        unavailable=by_status["unavailable"],
        own_statement=not attached and not by_status["pending"],
        names=tuple(exhibit.name for exhibit in attached),
    )


def on_account(debt: Debt, exhibits: Mapping[str, Exhibit]) -> tuple[str, ...]:
    """What is named under the debt and is about the account itself: not about talks, causes or means."""
    return tuple(name for name in debt.evidence if name in exhibits and exhibits[name].group in ACCOUNT)


def on_means(case: Case, debt: Debt, exhibits: Mapping[str, Exhibit]) -> tuple[str, ...]:
    """What proves the means, named under the debt or nowhere, and by no line of them."""
    return tuple(_loose(case, debt, exhibits, "income", [case.finances]))


def on_causes(case: Case, debt: Debt, exhibits: Mapping[str, Exhibit]) -> tuple[str, ...]:
    """What proves a hardship, named under the debt or nowhere, and by none of them."""
    return tuple(_loose(case, debt, exhibits, "hardship", case.hardship))


def _loose(
    case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], group: str, told: Iterable[Facts | None]
) -> Iterator[str]:
    named = {name for one in told if one is not None for _, name in references(one)}
    named |= {name for _, name in references(case)} - set(debt.evidence)
    return (each.id for each in exhibits.values() if each.group == group and each.id not in named)


def on_talks(exhibits: Mapping[str, Exhibit]) -> tuple[str, ...]:
    """Records of what was talked about."""
    return tuple(name for name, exhibit in exhibits.items() if exhibit.group == "communication")
