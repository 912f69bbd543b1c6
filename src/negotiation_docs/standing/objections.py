"""征信异议: when the objection was made, and what came of it until the day of the paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, Contact, Debt, Outcome
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.records import words_on_plan, words_on_record

ANSWER_DAYS: Final = 20
"""Within which an objection is checked and answered in writing (征信业管理条例25)."""
_PAPERS: Final = frozenset({"credit_dispute", "征信异议申请"})


class Objected(Struct, frozen=True):
    """``made`` is the talk in which the paper went in, ``answer`` the one that answered it; ``days`` since then."""

    made: Contact
    answer: Contact | None
    days: int

    @property
    def refused(self) -> bool:
        """Whether the record is not corrected, by their own word."""
        return self.answer is not None and self.answer.outcome is Outcome.REFUSED

    @property
    def late(self) -> bool:
        """Whether the days for an answer are over without one that settles it."""
        open_ = self.answer is None or self.answer.outcome is Outcome.UNCLEAR
        return open_ and self.days > ANSWER_DAYS


def objected(case: Case, debt: Debt) -> Objected | None:
    """The last objection on record; None without one."""
    talks = held(case, debt)
    made = next((one for one in reversed(talks) if _PAPERS & set(one.sent)), None)
    if made is None:
        return None
    since = (one for one in talks if one.moment >= made.moment and one.outcome is not Outcome.PENDING)
    return Objected(made, _answer(made, since), (case.dated - made.day).days)


def _answer(made: Contact, settled: Iterable[Contact]) -> Contact | None:
    """The last that answers the objection: a talk about repayment that comes later does not."""
    talks = tuple(settled)
    known = [one for one in talks if one is made or (one.ref and one.ref == made.ref) or words_on_record(one)]
    other = [one for one in talks if not one.offered and not words_on_plan(one)]
    found = known or other
    return found[-1] if found else None
