"""What concerns all debts together: evidence to be handed in later, and the day to look at income again."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.facts import Case, EvidenceStatus
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.standing.events.event import Event, until


def means(case: Case) -> Iterator[Event]:
    """Nothing once every debt is settled."""
    if all(debt.settled_by(case.dated) for debt in case.debts):
        return
    for place, item in enumerate(case.evidence):
        if item.status is EvidenceStatus.PENDING and item.due is not None:
            yield Event(
                form="evidence",
                urgency=until(item.due, case.dated),
                mark=item.id,
                by=item.due,
                values={"name": item.name, "due": chinese_date(item.due)},
                places=(("evidence", place, "status"),),
            )
    review = case.finances.review if case.finances else None
    if review is not None:
        yield Event(
            form="review",
            urgency=until(review, case.dated),
            mark=review.isoformat(),
            by=review,
            values={"due": chinese_date(review)},
            places=(("finances", "as_of"), ("finances", "review")),
        )
