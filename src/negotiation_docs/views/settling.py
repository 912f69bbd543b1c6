"""What surrounds an offer: the one-off settlement and the comparison of plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Case, Debt, Proposal
from negotiation_docs.figures.allocation import known_balance
from negotiation_docs.figures.compare import Option, compare
from negotiation_docs.figures.proposals import compute
from negotiation_docs.views.offer import Plan, source_of_funds
from negotiation_docs.words.voice import Voice


class Payoff(Struct, frozen=True):
    """一次性结清: ``amount`` = ``balance`` − ``waived``, in 元; ``other`` are requests in the person's own words."""

    pay_by: date
    amount: Decimal
    balance: Decimal
    waived: Decimal | None
    funds: str
    other: tuple[str, ...]


class Promised(Struct, frozen=True):
    """What is to be paid: a ``plan`` in instalments, or a ``settlement``; neither where none can be kept.

    ``agreed``: the creditor agreed to it in place of what was proposed.
    """

    plan: Plan | None = None
    settlement: Payoff | None = None
    agreed: bool = False


def payoff(case: Case, debt: Debt, proposal: Proposal | None, voice: Voice) -> Payoff | None:
    """The one-off settlement a proposal asks for, computed from the known balance."""
    if proposal is None or proposal.settlement is None or debt.balance.principal is None:
        return None
    figures = compute(case, debt, proposal)
    whole, waived = known_balance(debt), proposal.waive.total if proposal.waive else None
    return Payoff(
        pay_by=proposal.settlement.pay_by,
        amount=figures.total,
        balance=whole,
        waived=waived or None,
        funds=source_of_funds(case, proposal, voice),
        other=tuple(voice.say(words) for words in proposal.other),
    )


def comparison(case: Case, debt: Debt, first: Plan | None, voice: Voice) -> tuple[Option, ...]:
    """Plan, alternative and what the original contract still takes, side by side; empty when there is only one.

    A yardstick that nobody has offered stays out of a letter.
    """
    if first is None:
        return ()
    options = tuple(each for each in compare(case, debt.id) if not each.reference and each.last_due >= case.dated)
    if len(options) < 2:
        return ()
    return tuple(replace(option, label=voice.words.options[option.name]) for option in options)
