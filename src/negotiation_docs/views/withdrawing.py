"""撤回投诉: the complaint that was given a number, whom it lies with, and what was done since."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Contact, Debt
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import complained
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.words.voice import Voice


class Complaint(Struct, frozen=True):
    """``entry`` is the talk in which it was made; ``addressee`` who has it, empty for the creditor's own department.

    ``kept`` is what the creditor promised then or later and has done; what an authority promised is not its doing.
    """

    entry: Entry
    addressee: str
    kept: tuple[str, ...]


def complaint(case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice) -> Complaint | None:
    """The complaint to be withdrawn; None without one."""
    made = complained(case, debt)
    if made is None:
        return None
    named = _addressee(made, debt)
    since = (one for one in held(case, debt) if one.moment >= made.moment)
    own = (None, debt.creditor.name)
    kept = tuple(
        voice.say(one.promise) for one in since if one.promise and one.promise_kept and one.organisation in own
    )
    return Complaint(entry(case, debt, made, tuple(kinds), voice), voice.name(named), kept)


def in_house(case: Case, debt: Debt) -> bool:
    """Whether the complaint to be withdrawn lies with the creditor itself."""
    made = complained(case, debt)
    return made is not None and _addressee(made, debt) in (None, debt.creditor.name)


def _addressee(made: Contact, debt: Debt) -> str | None:
    step = debt.escalation
    return made.organisation or (step.addressee if step and step.level in (None, made.level) else None)
