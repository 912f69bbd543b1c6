"""Papers of a court and an old debt: days that pass, and what to ask about first. Advice, never for a letter."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.facts import Case, Debt, Litigation
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.law.court_days import CAVEAT, CourtDay, court_days
from negotiation_docs.law.limitation import limitation
from negotiation_docs.standing.events.event import Event, Urgency, until
from negotiation_docs.standing.occasions import of_court
from negotiation_docs.standing.state import Standing

HEARING = "hearing"


def court(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """Time limits of the papers in hand, the hearing, and the limitation period before anything is written."""
    if stand.settled:
        return
    for day in court_days(case, debt):
        if debt.litigation is not None and not (HEARING in day.place and day.missed):
            yield _court_day(case, debt, debt.litigation, day)
    for problem in limitation(case, debt):
        if problem.severity == "error":
            yield Event(
                form="limitation_unknown" if problem.absent else "limitation",
                urgency=Urgency.NOW,
                values={"told": problem.message, "hint": problem.hint},
                places=(problem.place,) if problem.absent else (),
            )


def _court_day(case: Case, debt: Debt, suit: Litigation, day: CourtDay) -> Event:
    """A limit is a matter of days, not of weeks, and so always of now; the way to a hearing may wait."""
    hearing = HEARING in day.place
    limited = Urgency.OVERDUE if day.missed else Urgency.NOW
    opening = (*debt_place(case, debt), "litigation", "deadline")
    return Event(
        form=HEARING if hearing else "court_late" if day.missed else "court",
        urgency=until(day.day, case.dated) if hearing else limited,
        mark=_mark(suit, day),
        by=day.day,
        values={
            "what": day.what,
            "paper": day.paper.label,
            "told": day.told,
            "advice": day.advice,
            "caveat": CAVEAT,
        },
        places=(opening,) if day.opens and day.day is None else (),
        occasion="" if hearing else of_court(day.paper),
    )


def _mark(suit: Litigation, day: CourtDay) -> str:
    """By the paper and when it came; a hearing by its day."""
    number = day.place[-1]
    if HEARING in day.place:
        return day.day.isoformat() if day.day else ""
    received = suit.papers[number].received if isinstance(number, int) else suit.received
    return f"{day.paper}.{received.isoformat() if received else 'open'}"
