"""Which papers of one debt are ready, which of those are of use now, and which travel together."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checking import stops
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.facts.values.terms import DisputeAddressee
from negotiation_docs.figures.agreed_points import written_otherwise
from negotiation_docs.figures.promised import agreed_instead
from negotiation_docs.names import Stop
from negotiation_docs.question import question
from negotiation_docs.standing import LABELS, State, standing
from negotiation_docs.standing.denied import denied
from negotiation_docs.standing.ladder import OUTSIDE, next_step

_ELSEWHERE = frozenset({"outside"})
"""The trait of what goes to a supervisor, a mediator, legal aid."""
_ON_RECORDS = frozenset({"disputes", "declares"})
"""The traits of what may go to the credit reference centre."""
_AGREED_OTHERWISE = "对方已同意另一个方案，先请对方书面确认"
_WRITTEN_OTHERWISE = "书面确认和谈的不一样，先请对方更正"


class Outlook(Struct, frozen=True):
    """One paper: what keeps it from being made (nothing, if it is ``ready``), and ``idle``, why it is of no use now.

    ``idle`` is where the debt stands, in words, and empty for a paper that is due. A plan of one's own is not due while
    the other side agrees to another.

    >>> import negotiation_docs as nd
    >>> nd.bundle(nd.load("examples/zhou.yaml")).left[0].look.ready
    False
    """

    kind: Kind
    stops: tuple[Problem, ...]
    idle: str

    @property
    def ready(self) -> bool:
        """Whether it can be made."""
        return not self.stops

    @property
    def wanted(self) -> bool:
        """Ready and due."""
        return self.ready and not self.idle


@question
@in_our_context
def outlook(case: Case, debt: str, kinds: Sequence[Kind], *, acknowledge: Collection[Stop] = ()) -> tuple[Outlook, ...]:
    """The papers of ``kinds`` for one debt. What a letter encloses is of use when the letter is ready and due.

    Legal aid is of use whenever something is at court. Papers for a stage of a proceeding that the debt is not at are
    left out.
    """
    owed = case.debt(debt)
    state = standing(case, owed).state
    kinds = [kind for kind in kinds if kind.is_at_stage(owed)]
    found = stops(case, kinds, debt, acknowledge=acknowledge)
    idle = {kind.name: _idle(case, owed, kind, state) for kind in kinds}
    covers = [kind for kind in kinds if kind.encloses and not idle[kind.name] and not found[kind.name]]
    enclosed = {name for kind in covers for name in kind.encloses}
    return tuple(Outlook(kind, found[kind.name], "" if kind.name in enclosed else idle[kind.name]) for kind in kinds)


def _idle(case: Case, debt: Debt, kind: Kind, state: State) -> str:
    """Why a paper is of no use now; empty for one that is due.

    Nobody offers anew what the creditor has answered with something else, or signs what is written otherwise than it
    was said: that is asked about first.
    """
    otherwise = bool(written_otherwise(case, debt))
    if otherwise and "written_otherwise" in kind.occasions:
        return ""
    if otherwise and "binds" in kind.traits:
        return _WRITTEN_OTHERWISE
    if "denied" in kind.occasions and denied(case, debt) is not None:
        return ""
    if state is State.AGREED and "offers" in kind.traits and _agreed_otherwise(case, debt):
        return _AGREED_OTHERWISE
    needs_aid = debt.litigation is not None and "seeks_aid" in kind.traits
    return "" if needs_aid or kind.is_due(state) else LABELS[state]


def _agreed_otherwise(case: Case, debt: Debt) -> bool:
    """Whether the creditor agreed to another plan than is proposed, or to a change of one that ran already."""
    again = debt.agreement is not None and bool(debt.agreement.earlier)
    return debt.accepted_by(case.dated) and (again or agreed_instead(case, debt) is not None)


def mailing(kind: Kind, papers: Sequence[Outlook]) -> tuple[str, ...]:
    """What the covering letter of ``kind`` encloses, by name, in the order of their numbers; empty without one."""
    wanted = {paper.kind.name: paper.kind for paper in papers if paper.wanted}
    covers = [kind] if kind.encloses else [one for one in wanted.values() if kind.name in one.encloses]
    return tuple(name for name in covers[0].encloses if name in wanted) if covers else ()


def _for_court(kind: Kind, debt: Debt) -> bool:
    """Whether a paper of ``kind`` is handed to a court: its forms, and what appoints an agent in the suit itself."""
    return kind.audience == "court" or (
        "appoints" in kind.traits and debt.litigation is not None and debt.litigation.has_agent
    )


def goes(kind: Kind, case: Case, debt: Debt) -> bool:
    """Whether a paper of ``kind`` goes to the creditor of ``debt``, and not to a court, another office or nobody."""
    to_centre = debt.dispute is not None and debt.dispute.addressee is DisputeAddressee.CENTRE
    elsewhere = bool(kind.traits & (_ELSEWHERE | _ON_RECORDS if to_centre else _ELSEWHERE))
    above = "escalates" in kind.traits and next_step(case, debt) in OUTSIDE
    return kind.audience == "creditor" and not (elsewhere or above or _for_court(kind, debt))
