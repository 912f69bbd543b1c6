"""Names about what is proposed and promised."""

from __future__ import annotations

from datetime import date

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Proposal
from negotiation_docs.figures.affordability import Affordability, affordability, agreed_affordability
from negotiation_docs.figures.compare import Option
from negotiation_docs.figures.deferral import deferred, over_before
from negotiation_docs.figures.deferred_month import deferred_month
from negotiation_docs.figures.performance import performance
from negotiation_docs.figures.promised import agreed_instead, disputed_in_plan, not_taken_off, paid_by_another
from negotiation_docs.figures.proposals import changed
from negotiation_docs.figures.spoken import workable
from negotiation_docs.views import offer, owed, requests, settling
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.debt import balance, disputed
from negotiation_docs.views.providers.hardship import budget
from negotiation_docs.views.providers.people import creditor

_CARDS = "no_new_cards"
_ON_TIME = "pay_on_time"


def request(matter: Matter) -> str:
    """The one request: settle, defer, pause, instalments, within, limit, talk or check."""
    figures = matter.of(plan), matter.of(settlement), matter.of(budget)
    proposal = matter.debt.proposal
    carried = proposal is not None and paid_by_another(matter.debt, proposal)
    found = matter.of(_measured)
    other = found is not None and workable(found.suggestion, is_card=matter.debt.creditor.is_card)
    kept = matter.of(_affordable)
    idle = proposal is not None or over_before(matter.case, matter.debt) is not None
    put = None if idle else deferred(matter.case, matter.debt)
    asked = requests.request(matter.case, *figures, affordable=kept, carried=carried, other_term=other, deferred=put)
    # nobody asks for time, or for instalments, to pay what he says he does not owe
    contested = matter.of(balance) is not None and matter.of(disputed) and not matter.case.oversight_only
    return "check" if contested and (asked == "talk" or (asked == "pause" and proposal is None)) else asked


def _measured(matter: Matter) -> Affordability | None:
    """What is proposed beside what is left; None where nothing is proposed or the figures cannot tell."""
    try:
        return None if matter.debt.proposal is None else affordability(matter.case, matter.debt.id)
    except FactsError:
        return None


def _affordable(matter: Matter) -> bool:
    """Whether what is proposed can be kept, as far as the figures tell."""
    found = matter.of(_measured)
    return found is None or found.affordable


def plan(matter: Matter) -> offer.Plan | None:
    """The proposal as instalments; None for a settlement or while it cannot be computed."""
    proposal = matter.debt.proposal
    return offer.plan(matter.case, matter.debt, proposal, matter.of(budget), matter.voice) if proposal else None


def alternative(matter: Matter) -> offer.Plan | None:
    """The alternative offered beside the plan."""
    return offer.alternative(matter.case, matter.debt, matter.of(budget), matter.voice)


def other_settlement(matter: Matter) -> settling.Payoff | None:
    """The one-off settlement offered as the alternative of a plan."""
    proposal = _alternative(matter)
    return settling.payoff(matter.case, matter.debt, proposal, matter.voice) if proposal else None


def other_waive(matter: Matter) -> tuple[owed.LabelledPart, ...]:
    """What that settlement asks to be waived."""
    proposal, penalty = _alternative(matter), matter.of(creditor).penalty
    return owed.waiver_parts(proposal.waive, matter.debt.balance, penalty, matter.voice) if proposal else ()


def _alternative(matter: Matter) -> Proposal | None:
    """The alternative of a plan that is no settlement itself."""
    proposal = matter.debt.proposal
    if proposal is None or proposal.alternative is None or proposal.settlement is not None:
        return None
    return changed(proposal, proposal.alternative)


def comparison(matter: Matter) -> tuple[Option, ...]:
    """Plan, alternative and original contract side by side; empty when there is only one."""
    return settling.comparison(matter.case, matter.debt, matter.of(plan), matter.voice)


def settlement(matter: Matter) -> settling.Payoff | None:
    """The one-off settlement asked for."""
    return settling.payoff(matter.case, matter.debt, matter.debt.proposal, matter.voice)


def promised(matter: Matter) -> settling.Promised:
    """The plan to be paid, as papers tell it that offer none: the one agreed to, else the proposed one.

    What is enclosed tells the plan of its letter.
    """
    case, debt = matter.case, matter.debt
    chosen = None if matter.order.enclosed else agreed_instead(case, debt)
    if chosen is None:
        asked = matter.of(request)
        instalments = matter.of(plan) if asked == "instalments" and not disputed_in_plan(debt) else None
        return settling.Promised(instalments, matter.of(settlement) if asked == "settle" else None)
    if not matter.of(_payable_as_agreed) or not_taken_off(debt):
        return settling.Promised(agreed=True)
    figures = offer.plan(case, debt, chosen, matter.of(budget), matter.voice)
    return settling.Promised(figures, settling.payoff(case, debt, chosen, matter.voice), agreed=True)


def valid_until(matter: Matter) -> date | None:
    """The last day of the proposal."""
    return matter.debt.proposal.valid_until if matter.debt.proposal else None


def _promised(matter: Matter) -> tuple[str, ...]:
    """What the case lists and the head of the paper allows; no cards are promised to who issues none.

    Nobody promises to pay in full and on time what the figures say cannot be paid, nor anything once the whole plan
    is paid.
    """
    if _paid_off(matter):
        return ()
    listed = (name.value for name in matter.case.choices.commitments if name in matter.order.kind.promises)
    idle = {_CARDS} if not matter.of(creditor).card_bank else set[str]()
    idle |= set() if matter.of(_payable) else {_ON_TIME}
    return tuple(name for name in listed if name not in idle)


def _paid_off(matter: Matter) -> bool:
    """Whether every payment of the confirmed plan is on record, and the day of settlement not stated yet."""
    if not matter.debt.confirmed_by(matter.case.dated) or matter.debt.settled_by(matter.case.dated):
        return False
    found = performance(matter.case, matter.debt)
    return found is not None and not found.left


def _payable(matter: Matter) -> bool:
    """Whether what this paper is about can be paid: what is put off, and the agreed plan, else what is proposed.

    Who asks to change the plan does not promise to keep it as it is.
    """
    if matter.debt.change is not None:
        return False
    try:
        put_off = deferred_month(matter.case, matter.debt)
    except FactsError:
        put_off = None
    if put_off is not None and not put_off.payable:
        return False
    if "agreed" not in matter.order.kind.traits and not matter.debt.confirmed_by(matter.case.dated):
        return matter.of(_affordable)
    return matter.of(_payable_as_agreed)


def _payable_as_agreed(matter: Matter) -> bool:
    """Whether what was agreed to can be kept, as far as the figures tell."""
    try:
        measured = agreed_affordability(matter.case, matter.debt.id)
    except FactsError:
        return True
    return measured is None or measured.affordable


def new_card_promise(matter: Matter) -> bool:
    """Whether no new credit cards are promised."""
    return _CARDS in matter.of(_promised)


def commitments(matter: Matter) -> tuple[str, ...]:
    """What is promised, but for the new cards."""
    return tuple(name for name in matter.of(_promised) if name != _CARDS)
