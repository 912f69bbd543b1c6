"""``Step``, ``DebtState`` and ``NextSteps``: what ``next_steps`` gives; frozen, and silent about personal data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.notebook import table
from negotiation_docs.standing import State
from negotiation_docs.standing.events import Urgency

URGENCY_LABELS: dict[Urgency, str] = {
    Urgency.OVERDUE: "已过期",
    Urgency.NOW: "现在",
    Urgency.COMING: "以后",
    Urgency.WAITING: "等对方",
    Urgency.OPEN: "需要时",
}
"""The urgencies in words."""


class Step(Struct, frozen=True, kw_only=True):
    """One thing to do, or to wait for.

    ``id`` names it for good, as long as it lasts (``bank1.instalment.5``); ``kind`` is what sort of thing it is, and
    ``debt`` the id of its debt, None for what concerns all. ``paper`` is the kind of paper it is done with, if any,
    and ``goes_with`` the letter that this paper is enclosed in. ``by`` is the last day, of the borrower or, while
    ``urgency`` is ``waiting``, of the other side; None where no day is known. ``what`` and ``why`` are Chinese.

    ``waits_for`` are the places of facts that the paper still needs, ``stopped_by`` the rules of ``check`` that stop
    it, ``record`` the places where the file tells that the step is done; places as the file writes them. ``advice``
    marks what is said about law: it is no legal advice, and the court's own paper prevails.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> step = nd.next_steps(case).steps[0]
    >>> step.paper, step.ready
    ('confirmation_request', True)
    """

    id: str
    kind: str
    debt: str | None
    urgency: Urgency
    what: str
    why: str
    by: date | None = None
    paper: str | None = None
    goes_with: str | None = None
    waits_for: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    advice: bool = False

    @property
    def ready(self) -> bool:
        """Whether its paper can be made as things stand; true of a step without one."""
        return not (self.waits_for or self.stopped_by)

    def __repr__(self) -> str:
        """Without words: they tell what was said and owed."""
        return f"Step({self.id}, {self.urgency}{f', {self.by}' if self.by else ''})"


class DebtState(Struct, frozen=True, kw_only=True):
    """Where one debt is: its ``state``, in words ``told``; ``lender`` is the sort of creditor, never a name.

    ``old``: limitation has to be looked at; ``disputed``: a part of the balance is; ``in_court``: court papers came.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> state = nd.next_steps(case).debts[0]
    >>> state.debt, state.state, state.told
    ('bank1', <State.AGREED: 'agreed'>, '对方已同意，还没有正式确认')
    """

    debt: str
    lender: str
    state: State
    told: str
    old: bool
    disputed: bool
    in_court: bool


class NextSteps(Struct, frozen=True):
    """The ``steps`` of a case as of the day ``dated``, the most urgent first, and where its ``debts`` are; iterable.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> steps = nd.next_steps(case)
    >>> steps.dated.isoformat(), len(steps) > 0
    ('2026-11-21', True)
    """

    dated: date
    debts: tuple[DebtState, ...]
    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    @told
    def of(self, debt: str | None) -> tuple[Step, ...]:
        """The steps of one debt by its id; of None, those that concern all."""
        return tuple(step for step in self.steps if step.debt == debt)

    def _repr_html_(self) -> str:
        rows = [
            (URGENCY_LABELS[step.urgency], step.by.isoformat() if step.by else "", step.debt or "", step.what, step.why)
            for step in self.steps
            if step.urgency is not Urgency.OPEN
        ]
        return table("lllll", ("何时", "日期", "债务", "做什么", "为什么"), rows)
