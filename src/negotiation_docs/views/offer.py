"""A plan as a letter offers it: its course, measured against what is left each month, and the words around it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Method, Proposal
from negotiation_docs.figures.fen import to_fen, to_yuan
from negotiation_docs.figures.proposals import changed, compute
from negotiation_docs.figures.rows import Group, Schedule
from negotiation_docs.figures.wording import percent
from negotiation_docs.views.course import Course
from negotiation_docs.views.means import Means
from negotiation_docs.words.voice import Voice


class Plan(Course, frozen=True, dict=True):
    """``disposable`` is what is left a month, ``limit`` this lender's part of it (元); None while means are unknown.

    ``funds`` are what lump sums come from, ``source`` what the file names for the plan.
    An instalment of a longer interval is laid by in equal parts over its months, as in figures.pledges.
    """

    disposable: Decimal | None
    limit: Decimal | None
    method_label: str
    pause: bool
    funds: str
    source: str
    pay_day_reason: str
    reason_known: bool
    shift_label: str
    valid_until: date | None
    other: tuple[str, ...]

    @property
    def within_disposable(self) -> bool:
        """No instalment, by the month, is above what is left a month."""
        return self.disposable is None or self.highest_monthly <= self.disposable

    @property
    def usual_fits(self) -> bool:
        """More than half of the instalments are alike and within what is left a month."""
        alike = sum(row.payment == self.usual for row in self.instalments)
        return self.disposable is not None and alike * 2 > self.periods and self.monthly(self.usual) <= self.disposable

    @property
    def rest_fits(self) -> bool:
        """Some instalments are above what is left a month, and others are not."""
        return 0 < len(self.exceeding) < len(self.groups)

    @property
    def exceeding(self) -> tuple[Group, ...]:
        """The instalments above what is left a month, to be paid out of ``funds``."""
        left = self.disposable
        return tuple(run for run in self.groups if left is not None and self.monthly(run.payment) > left)

    def monthly(self, payment: Decimal) -> Decimal:
        """What an instalment takes of each month of its interval, rounded up to the 分."""
        return to_yuan(-(-to_fen(payment) // self.interval))

    @property
    def highest_monthly(self) -> Decimal:
        """What the highest instalment takes of each month."""
        return self.monthly(self.highest)

    @property
    def laid_by(self) -> Decimal:
        """What the instalment told of takes of each month."""
        return self.monthly(self.told)

    @property
    def told(self) -> Decimal:
        """The instalment that is set against the limit: the usual one of a level plan, else the highest."""
        return self.usual if self.level else self.highest

    @property
    def ratio(self) -> str:
        """The instalment told of as a share of the limit."""
        return percent(self.laid_by / self.limit, 1) if self.limit else ""

    @property
    def spare(self) -> Decimal | None:
        """What the limit leaves beside the instalment told of."""
        return self.limit - self.laid_by if self.limit is not None and self.limit > self.laid_by else None

    @property
    def takes_most(self) -> bool:
        """The instalment told of takes more than half of the limit, so that what it leaves is a small reserve."""
        return self.limit is not None and self.laid_by * 2 > self.limit

    @property
    def over(self) -> Decimal | None:
        """What the highest instalment has above the limit."""
        most, limit = self.highest_monthly, self.limit
        return most - limit if limit is not None and most > limit else None


def plan(case: Case, debt: Debt, proposal: Proposal, budget: Means | None, voice: Voice) -> Plan | None:
    """The schedule of ``proposal`` for ``debt``, described; None while it lacks a fact or cannot be computed.

    A paper that states the plan was refused by the checks before; one that does not is none the worse for it.
    """
    ready = debt.balance.principal and (proposal.periods or proposal.steps)
    if not ready or proposal.settlement or proposal.first_due is None:
        return None
    try:
        figures = compute(case, debt, proposal)
    except FactsError:
        return None
    return described(case, proposal, figures, budget, voice)


def described(case: Case, proposal: Proposal, figures: Schedule, budget: Means | None, voice: Voice) -> Plan:
    """The schedule ``figures`` of ``proposal`` in words, measured against the means."""
    shift = proposal.holiday_shift.value
    return Plan(
        schedule=figures,
        anchor=proposal.first_due or figures.first_due,
        disposable=budget.disposable if budget else None,
        limit=budget.limit if budget else None,
        method_label=voice.label(Method.parse(figures.method)),
        pause=proposal.pauses_charges,
        funds=source_of_funds(case, proposal, voice),
        source=voice.say(proposal.funds),
        pay_day_reason=voice.clause(proposal.pay_day_reason),
        reason_known=voice.translated(proposal.pay_day_reason),
        shift_label="" if shift == "none" else voice.words.shifts[shift],
        valid_until=proposal.valid_until,
        other=tuple(voice.say(words) for words in proposal.other),
    )


def alternative(case: Case, debt: Debt, budget: Means | None, voice: Voice) -> Plan | None:
    """备选方案: the proposal with what it states differently."""
    proposal = debt.proposal
    if proposal is None or proposal.alternative is None:
        return None
    return plan(case, debt, changed(proposal, proposal.alternative), budget, voice)


def source_of_funds(case: Case, proposal: Proposal, voice: Voice) -> str:
    """What lump sums are paid out of: the funds named, else the realisable assets that cover them."""
    if proposal.funds or case.finances is None:
        return voice.say(proposal.funds)
    names = [voice.say(asset.name) for asset in case.finances.assets or () if asset.realisable]
    if not names:
        return ""
    return voice.words.phrases["assets"].format(names=voice.words.phrases["separator"].join(names))
