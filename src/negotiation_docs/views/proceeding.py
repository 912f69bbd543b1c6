"""A payment order item by item as it is objected to, and the property of a person who is enforced against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import (
    Asset,
    AssetClass,
    Case,
    Claim,
    ClaimItem,
    Debt,
    Earner,
    EvidenceGroup,
    FactAnswer,
    Finances,
    Income,
    PropertyChange,
    Support,
)
from negotiation_docs.figures.household import monthly
from negotiation_docs.figures.reported import ordered_on, reported_changes, reported_since
from negotiation_docs.figures.sued import BesideClaim
from negotiation_docs.views.answering import (
    basis,
    beside_claim,
    beside_fact,
    counted,
    court_exhibits,
    figures_beside,
    statement,
)
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt, in_order, numbered
from negotiation_docs.views.means import MeansLine, means_line
from negotiation_docs.views.receipts import ToldPayments
from negotiation_docs.words.voice import Voice


class OrderItem(Struct, frozen=True):
    """One item of the order that is objected to; ``admitted`` is what of it is not, where a part is.

    ``counted``: the charges that the bill lists for it, where it is about charges. ``told``: the payments that it is
    about, beside the person's own words on them.
    """

    title: str
    claimed: Decimal | None
    admitted: Decimal | None
    reason: str
    figures: BesideClaim
    counted: tuple[str, ...]
    backing: Backing
    told: ToldPayments


class OrderFact(Struct, frozen=True):
    """A fact of the application that is objected to, why, what proves it, and the payments it is about."""

    title: str
    reason: str
    backing: Backing
    told: ToldPayments


class OrderObjection(Struct, frozen=True):
    """``items`` are those objected to; nothing is said of the others. ``limitation``: that it is out of time.

    ``total`` is the sum of the order where it is objected to with a reason of its own: no item, but told. ``facts``
    are those objected to, ``statement`` the person's own lines, ``basis`` what is relied on, clause by clause.
    """

    items: tuple[OrderItem, ...]
    total: OrderItem | None
    facts: tuple[OrderFact, ...]
    statement: tuple[str, ...]
    basis: tuple[str, ...]
    open: bool
    limitation: bool
    exhibits: tuple[Exhibit, ...]
    identity: tuple[Exhibit, ...]


class ReportedLine(Struct, frozen=True):
    """Something in one class of property, 元; of an ``income`` by the month ``earned`` tells of which months it is.

    ``support``: what somebody gives a month to live on (生活来源), by the ``name`` of who gives it.
    """

    name: str
    amount: Decimal | None
    income: bool = False
    location: str = ""
    holder: str = ""
    co_owner: str = ""
    burden: str = ""
    basis: str = ""
    note: str = ""
    backing: Backing = Backing()
    earned: MeansLine | None = None
    support: bool = False


class ReportedClass(Struct, frozen=True):
    """One class of property (财产调查规定5): ``none`` where the file says so, ``open`` where nothing is said.

    ``no_income``: that the file tells of incomes and none is the borrower's own, where the class is not wholly
    ``none`` and so does not say it.
    ``supported``: that ``lines`` has support among them.
    """

    name: str
    lines: tuple[ReportedLine, ...]
    none: bool
    open: bool
    no_income: bool
    supported: bool


class ReportedChange(Struct, frozen=True):
    """A change of property within the year that is reported; a month counts to its last day."""

    date: date
    kind: str
    what: str
    amount: Decimal | None
    to: str
    backing: Backing


class PropertyReport(Struct, frozen=True):
    """``ordered``: the day on which the order to report was received; ``since``: from which on changes are reported.

    That is a year before the notice of enforcement (财产调查规定6).
    """

    classes: tuple[ReportedClass, ...]
    ordered: date | None
    since: date | None
    changes: tuple[ReportedChange, ...]
    changes_none: bool


def order_objection(case: Case, debt: Debt, penalty: str, voice: Voice) -> OrderObjection | None:
    """The objection; None while the file tells of no proceeding."""
    suit = debt.litigation
    if suit is None:
        return None
    exhibits = court_exhibits(case, debt, voice)
    items = [claim for claim in suit.claims if claim.item is not ClaimItem.TOTAL]
    totals = [claim for claim in suit.claims if claim.item is ClaimItem.TOTAL]

    def item(claim: Claim) -> OrderItem:
        behind, told = beside_claim(case, debt, claim, exhibits)
        return OrderItem(
            title=voice.label(claim.item),
            claimed=claim.amount,
            admitted=claim.admitted,
            reason=voice.say(claim.reason),
            figures=figures_beside(case, debt, claim),
            counted=counted(debt, claim, penalty, voice),
            backing=behind,
            told=told,
        )

    return OrderObjection(
        items=tuple(item(claim) for claim in items if claim.objected),
        total=next((item(one) for one in totals if one.objected and (one.reason or one.evidence)), None),
        facts=tuple(_fact(fact, debt, exhibits, voice) for fact in suit.facts if fact.objected),
        statement=statement(suit, voice),
        basis=tuple(clause for kind in basis(suit.basis or "", voice) for clause in kind),
        open=not items or any(claim.answer is None for claim in items),
        limitation=bool(suit.raise_limitation),
        exhibits=tuple(item for item in exhibits.values() if item.number),
        identity=_identity(case, debt, exhibits, voice),
    )


def _fact(fact: FactAnswer, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> OrderFact:
    behind, told = beside_fact(fact, debt, exhibits)
    return OrderFact(voice.label(fact.item), voice.say(fact.reason), behind, told)


def _identity(case: Case, debt: Debt, cited: Mapping[str, Exhibit], voice: Voice) -> tuple[Exhibit, ...]:
    """The copies that say who objects: a court asks for them, and they prove nothing in dispute."""
    items = [one for one in for_debt(case, debt) if one.group is EvidenceGroup.IDENTITY and one.id not in cited]
    return tuple(one for one in numbered(items, in_order(items, 0), voice).values() if one.number)


def property_report(case: Case, debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> PropertyReport | None:
    """The property of the borrower by class; None without a proceeding or anything told of means."""
    suit, means = debt.litigation, case.finances
    if suit is None or means is None:
        return None
    changes = tuple(_change(one, exhibits, voice) for one in reported_changes(means, suit))
    return PropertyReport(
        classes=tuple(_class(means, category, exhibits, voice) for category in AssetClass),
        ordered=ordered_on(suit),
        since=reported_since(suit),
        changes=changes,
        changes_none=not changes and "changes" in means.model_fields_set,
    )


def _change(one: PropertyChange, exhibits: Mapping[str, Exhibit], voice: Voice) -> ReportedChange:
    told = (voice.label(one.kind), voice.say(one.what), one.amount, voice.name(one.to))
    return ReportedChange(one.date, *told, backing(one.evidence, exhibits))


def _class(means: Finances, category: AssetClass, exhibits: Mapping[str, Exhibit], voice: Voice) -> ReportedClass:
    coming = _coming(means, exhibits, voice) if category is AssetClass.DEPOSIT else []
    owned = [_owned(asset, exhibits, voice) for asset in means.assets or () if asset.category is category]
    none = category in means.assets_none
    lines = (*coming, *owned)
    told = means.income is not None and not any(line.income for line in lines)
    no_income = category is AssetClass.DEPOSIT and told and bool(lines or not none)
    return ReportedClass(
        category.value, lines, none, not owned and not none, no_income, any(line.support for line in lines)
    )


def _coming(means: Finances, exhibits: Mapping[str, Exhibit], voice: Voice) -> list[ReportedLine]:
    """The borrower's own income and what others give to live on: both are stated with the first class."""
    incomes = [_income(line, exhibits, voice) for line in means.income or () if line.earner is Earner.SELF]
    return incomes + [_support(one, voice) for one in means.support]


def _support(one: Support, voice: Voice) -> ReportedLine:
    return ReportedLine(voice.name(one.source), one.amount, support=True)


def _income(line: Income, exhibits: Mapping[str, Exhibit], voice: Voice) -> ReportedLine:
    return ReportedLine(
        voice.say(line.name),
        monthly(line),
        income=True,
        note=voice.say(line.note),
        backing=backing(line.evidence, exhibits),
        earned=means_line(line, exhibits, voice),
    )


def _owned(asset: Asset, exhibits: Mapping[str, Exhibit], voice: Voice) -> ReportedLine:
    return ReportedLine(
        name=voice.say(asset.name),
        amount=asset.amount,
        location=voice.say(asset.location),
        holder=voice.name(asset.holder),
        co_owner=voice.name(asset.co_owner),
        burden=voice.say(asset.burden),
        basis=voice.say(asset.basis),
        note=voice.say(asset.note),
        backing=backing(asset.evidence, exhibits),
    )
