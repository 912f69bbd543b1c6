"""协议要点核对: what was said and what stands in writing, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Terms
from negotiation_docs.figures.agreed_points import POINTS, Point, points
from negotiation_docs.figures.proposals import agreed, as_agreed
from negotiation_docs.law.creditors import profile
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan, plan
from negotiation_docs.views.owed import PARTS
from negotiation_docs.views.settling import Payoff, payoff
from negotiation_docs.views.talks import AFTER_INSTALMENTS, Term, stated, terms
from negotiation_docs.words.voice import Voice


class Sheet(Struct, frozen=True):
    """``points`` in order, with how many of them are written, not written, or different.

    ``plan``, ``payoff`` (for a settlement) and ``terms`` are what is in force: as ``confirmed`` on that day, else as it
    was understood; ``said_payoff`` is what was understood. ``once`` where nothing but one settlement was ever agreed.
    ``said_unwaived`` and ``unwaived`` name what was said, and is, not to be waived.
    """

    points: tuple[Point, ...]
    written: int
    unwritten: int
    differing: int
    confirmed: date | None
    channel_label: str
    ref: str
    plan: Plan | None
    payoff: Payoff | None
    said_payoff: Payoff | None
    once: bool
    terms: tuple[Term, ...]
    said_unwaived: tuple[str, ...]
    unwaived: tuple[str, ...]


def sheet(case: Case, debt: Debt, penalty: str, budget: Means | None, voice: Voice) -> Sheet | None:
    """The sheet; None without an agreement."""
    if debt.agreement is None:
        return None
    understood, chosen = as_agreed(debt.proposal, debt.agreement.terms), agreed(debt)
    once = all(each is not None and each.settlement is not None for each in (understood, chosen))
    found = tuple(point for point in points(case, debt) if _has_meaning(point, debt, once))
    said, in_force = terms(debt, penalty, voice), tuple(stated(debt.agreement.in_force, debt, penalty, voice))
    found += tuple(_others(said, in_force if debt.confirmed_by(case.dated) else ()))
    statuses = [point.status for point in found]
    confirmed = debt.agreement.confirmed if debt.confirmed_by(case.dated) else None
    return Sheet(
        points=found,
        written=statuses.count("written"),
        unwritten=statuses.count("unwritten"),
        differing=statuses.count("differs"),
        confirmed=confirmed.date if confirmed else None,
        channel_label=voice.label(confirmed.channel) if confirmed else "",
        ref=(confirmed.ref or "") if confirmed else "",
        plan=plan(case, debt, chosen, budget, voice) if chosen else None,
        payoff=payoff(case, debt, chosen, voice),
        said_payoff=payoff(case, debt, understood, voice),
        once=once,
        terms=in_force,
        said_unwaived=_unwaived(debt.agreement.terms, penalty, voice),
        unwaived=_unwaived(debt.agreement.in_force, penalty, voice),
    )


def _unwaived(terms: Terms, penalty: str, voice: Voice) -> tuple[str, ...]:
    """The parts of which nothing is waived, as the file says by 0.00."""
    return tuple(voice.part(name, penalty) for name in PARTS if getattr(terms.waive, name, None) == 0)


def _has_meaning(point: Point, debt: Debt, once: bool) -> bool:
    """Whether it is a point between these two: one payment has no instalments to speak of, unless somebody did."""
    if point.name == "credit_reporting":
        return profile(debt.creditor.kind).reports_credit
    if not once:
        return True
    open_ = not point.said and point.status == "unwritten"
    return point.name != "principal" and not (open_ and POINTS.get(point.name) in AFTER_INSTALMENTS)


def _others(said: Iterable[Term], written: Iterable[Term]) -> Iterator[Point]:
    """What was agreed beyond the standard terms, in its own words: what was said, then what only stands written."""
    spoken, read = ([term.text for term in terms if term.name == "other"] for terms in (said, written))
    for text in dict.fromkeys((*spoken, *read)):
        yield Point("other", said=text in spoken, status="written" if text in read else "unwritten", text=text)
