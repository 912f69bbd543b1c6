"""财产报告: the property of a person who is enforced against, class by class (财产调查规定 5, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Asset, AssetClass, Case, Debt, Earner, Finances, Income, PropertyChange, Support
from negotiation_docs.figures.household import monthly
from negotiation_docs.figures.reported import ordered_on, reported_changes, reported_since
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.views.means import MeansLine, means_line
from negotiation_docs.words.voice import Voice


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
    return ReportedLine(voice.say(one.source), one.amount, support=True)


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
