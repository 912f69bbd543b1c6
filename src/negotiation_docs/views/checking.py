"""协议要点核对: what was said and what stands in writing, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.agreed_points import Point, points
from negotiation_docs.figures.proposals import agreed
from negotiation_docs.law.creditors import profile
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan, plan
from negotiation_docs.views.talks import Term, stated, terms
from negotiation_docs.words.voice import Voice


class Sheet(Struct, frozen=True):
    """``points`` in order, with how many of them are written, not written, or different.

    ``plan`` and ``terms`` are what is in force: as ``confirmed`` on that day, else as it was understood.
    """

    points: tuple[Point, ...]
    written: int
    unwritten: int
    differing: int
    confirmed: date | None
    channel_label: str
    ref: str
    plan: Plan | None
    terms: tuple[Term, ...]


def sheet(case: Case, debt: Debt, penalty: str, budget: Means | None, voice: Voice) -> Sheet | None:
    """The sheet; None without an agreement."""
    if debt.agreement is None:
        return None
    reports = profile(debt.creditor.kind).reports_credit
    found = tuple(point for point in points(case, debt) if reports or point.name != "credit_reporting")
    said, in_force = terms(debt, penalty, voice), tuple(stated(debt.agreement.in_force, debt, penalty, voice))
    found += tuple(_others(said, in_force if debt.confirmed_by(case.dated) else ()))
    statuses = [point.status for point in found]
    confirmed = debt.agreement.confirmed if debt.confirmed_by(case.dated) else None
    chosen = agreed(debt)
    return Sheet(
        points=found,
        written=statuses.count("written"),
        unwritten=statuses.count("unwritten"),
        differing=statuses.count("differs"),
        confirmed=confirmed.date if confirmed else None,
        channel_label=voice.label(confirmed.channel) if confirmed else "",
        ref=(confirmed.ref or "") if confirmed else "",
        plan=plan(case, debt, chosen, budget, voice) if chosen else None,
        terms=in_force,
    )


def _others(said: Iterable[Term], written: Iterable[Term]) -> Iterator[Point]:
    """What was agreed beyond the standard terms, in its own words: what was said, then what only stands written."""
    spoken, read = ([term.text for term in terms if term.name == "other"] for terms in (said, written))
    for text in dict.fromkeys((*spoken, *read)):
        yield Point("other", said=text in spoken, status="written" if text in read else "unwritten", text=text)
