"""A plan as papers describe it: its figures from the schedule, and what decides how a sentence speaks of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Method, Proposal
from negotiation_docs.figures.allocation import known_balance
from negotiation_docs.figures.compare import Option, compare
from negotiation_docs.figures.proposals import changed, compute
from negotiation_docs.figures.rows import Group, Row, Schedule
from negotiation_docs.figures.wording import percent

from .means import Means
from .owed import Part, waiver_parts
from .voice import Voice

SAME_DAY_ALL_YEAR = 28  # from the 29th on, some months pay on their last day
LAST_DAY = 31
SHIFTS = {"next": "顺延至下一个工作日", "previous": "提前至上一个工作日", "modified_next": "顺延，但不跨月"}
SHIFTS_EN = {
    "next": "the next working day",
    "previous": "the working day before",
    "modified_next": "the next working day within the month",
}
OPTIONS_EN = {"首选方案": "Plan", "备选方案": "Alternative", "原合同": "Original contract"}
DECLINING_FROM = 4  # so many different amounts are described by their course, not one by one


@dataclass(frozen=True, slots=True)
class Down:
    """首付款 in 元 and its day."""

    amount: Decimal
    date: date


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the table in 元: ``payment = principal + cost``; ``cost`` is interest and charges together."""

    period: int
    due: date
    payment: Decimal
    principal: Decimal
    cost: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, computed; money in 元. ``ratio`` is the instalment told of as a share of what is left a month.

    ``exceeding`` are the instalments above what is left a month, to be paid out of ``funds``; ``usual_fits`` says that
    the most frequent one is not among them. ``shortened``: some months lack the pay day (29th, 30th).
    """

    method: str
    method_label: str
    annual_rate: Decimal
    periods: int
    instalments: tuple[Row, ...]
    groups: tuple[Group, ...]
    declining: bool
    level: bool
    first_payment: Decimal
    last_payment: Decimal
    highest: Decimal
    usual: Decimal
    first_due: date
    last_due: date
    pay_day: int
    month_end: bool
    shortened: bool
    balance_principal: Decimal
    principal: Decimal
    interest: Decimal
    charges: Decimal
    total: Decimal
    grand_total: Decimal
    grand_interest: Decimal
    down_payment: Down | None
    pause: bool
    within_disposable: bool
    usual_fits: bool
    exceeding: tuple[Group, ...]
    limit: Decimal | None
    over: Decimal | None
    ratio: str
    spare: Decimal | None
    funds: str
    pay_day_reason: str
    reason_known: bool
    shift_label: str
    valid_until: date | None
    other: tuple[str, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """The lines of the table, for the paper that has one."""
        return tuple(
            PlanRow(row.period, row.due, row.payment, row.principal, row.interest + row.charges, row.balance)
            for row in self.instalments
        )


@dataclass(frozen=True, slots=True)
class Payoff:
    """一次性结清: ``amount`` = ``balance`` − ``waived``, in 元."""

    pay_by: date
    amount: Decimal
    balance: Decimal
    waived: Decimal | None
    funds: str


def plan(case: Case, debt: Debt, proposal: Proposal, budget: Means | None, voice: Voice) -> Plan | None:
    """The schedule of ``proposal`` for ``debt``, described; None while it lacks a fact or cannot be computed.

    A paper that states the plan was refused by the checks before; one that does not is none the worse for it.
    """
    ready = debt.balance.principal and proposal.first_due and (proposal.periods or proposal.steps)
    if not ready or proposal.settlement:
        return None
    try:
        figures = compute(case, debt, proposal)
    except FactsError:
        return None
    return _described(figures, proposal, budget, _source(case, proposal, voice), voice)


def _source(case: Case, proposal: Proposal, voice: Voice) -> str:
    """What lump sums are paid out of: the funds named, else the realisable assets that cover them."""
    if proposal.funds or case.finances is None:
        return voice.say(proposal.funds)
    names = [voice.say(asset.name) for asset in case.finances.assets or () if asset.realisable]
    if not names:
        return ""
    return (
        f"realisable assets, namely {', '.join(names)}" if voice.lang == "en" else f"可变现资产（{'、'.join(names)}）"
    )


def _described(figures: Schedule, proposal: Proposal, budget: Means | None, funds: str, voice: Voice) -> Plan:
    rows = figures.instalments
    payments = Counter(row.payment for row in rows)
    down, highest = figures.down_payment, figures.largest
    limit = (budget.share if budget.creditors > 1 else budget.disposable) if budget else None
    level = len(payments) == 1 or (len(figures.groups) == 2 and abs(rows[0].payment - rows[-1].payment) < 1)
    usual = payments.most_common(1)[0][0]
    told = usual if level else highest
    anchor = proposal.first_due or rows[0].due
    shift = proposal.holiday_shift.value
    return Plan(
        method=figures.method,
        method_label=voice.label(Method.parse(figures.method)),
        annual_rate=figures.annual_rate,
        periods=len(rows),
        instalments=rows,
        groups=figures.groups,
        declining=len(figures.groups) >= DECLINING_FROM and _falling(rows),
        level=level,
        first_payment=figures.first,
        last_payment=figures.last,
        highest=highest,
        usual=usual,
        first_due=rows[0].due,
        last_due=rows[-1].due,
        pay_day=anchor.day,
        month_end=anchor.day == LAST_DAY,
        shortened=SAME_DAY_ALL_YEAR < anchor.day < LAST_DAY,
        balance_principal=figures.principal,
        principal=figures.principal - (down.payment if down else 0),
        interest=figures.interest,
        charges=figures.charges,
        total=figures.total - (down.payment if down else 0),
        grand_total=figures.total,
        grand_interest=figures.interest + figures.charges,
        down_payment=Down(down.payment, down.due) if down else None,
        pause=proposal.pauses_charges,
        within_disposable=budget is None or highest <= budget.disposable,
        usual_fits=budget is not None and usual <= budget.disposable,
        exceeding=tuple(run for run in figures.groups if budget and run.payment > budget.disposable),
        limit=limit,
        over=highest - limit if limit is not None and highest > limit else None,
        ratio=percent(told / limit, 1) if limit else "",
        spare=limit - told if limit is not None and limit > told else None,
        funds=funds,
        pay_day_reason=voice.say(proposal.pay_day_reason),
        reason_known=voice.translated(proposal.pay_day_reason),
        shift_label="" if shift == "none" else (SHIFTS_EN if voice.lang == "en" else SHIFTS)[shift],
        valid_until=proposal.valid_until,
        other=tuple(voice.say(words) for words in proposal.other),
    )


def _falling(rows: tuple[Row, ...]) -> bool:
    return all(later.payment <= earlier.payment for earlier, later in pairwise(rows))


def alternative(case: Case, debt: Debt, budget: Means | None, voice: Voice) -> Plan | None:
    """备选方案: the proposal with what it states differently."""
    proposal = debt.proposal
    if proposal is None or proposal.alternative is None:
        return None
    return plan(case, debt, changed(proposal, proposal.alternative), budget, voice)


def payoff(case: Case, debt: Debt, proposal: Proposal | None, voice: Voice) -> Payoff | None:
    """The one-off settlement a proposal asks for, computed from the known balance."""
    if proposal is None or proposal.settlement is None or debt.balance.principal is None:
        return None
    figures = compute(case, debt, proposal)
    whole, waived = known_balance(debt), proposal.waive.total if proposal.waive else None
    return Payoff(proposal.settlement.pay_by, figures.total, whole, waived or None, _source(case, proposal, voice))


def comparison(case: Case, debt: Debt, first: Plan | None, voice: Voice) -> tuple[Option, ...]:
    """Plan, alternative and what the original contract still takes, side by side; empty when there is only one.

    A yardstick that nobody has offered stays out of a letter.
    """
    if first is None:
        return ()
    options = tuple(option for option in compare(case, debt.id) if not option.reference)
    if len(options) < 2:
        return ()
    return (
        tuple(replace(option, label=OPTIONS_EN[option.label]) for option in options) if voice.lang == "en" else options
    )


def waived_parts(debt: Debt, penalty: str, voice: Voice) -> tuple[Part, ...]:
    """What the proposal asks to be waived, part by part."""
    return waiver_parts(debt.proposal.waive if debt.proposal else None, debt.balance, penalty, voice)
