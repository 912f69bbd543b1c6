"""再次协商: the refusal as the letter recounts it, and the refused plan beside the one that is proposed now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Case, Contact, Debt, Outcome
from negotiation_docs.figures.fen import ZERO
from negotiation_docs.standing.renewal import news, renewal
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan, plan
from negotiation_docs.views.recounting import ContactView, follows
from negotiation_docs.views.repaid import NOTHING, Repaid, repaid
from negotiation_docs.words.voice import Voice


class Renewed(Struct, frozen=True):
    """``talk`` is the refusal of the day ``since``, ``before`` the plan refused; ``new``: something happened after it.

    ``earlier``: the refusals before it, since nothing was agreed between: each may hold a counter-offer.
    ``days``: its first day is told, not only that of the plan of now; ``sums``: its instalments are those of then,
    since the principal was known on the day of the talk.

    What the plan of now is better in: ``fewer`` instalments, ``more`` at a time, ``added`` in all (元; nil where not,
    and where the plans are not ``comparable``: the instalments of one that bears interest hang on its first day).
    ``paid`` since the refusal, ``paid_before`` it and after the day of the balance.
    """

    talk: ContactView
    before: Plan | None
    since: date
    new: bool
    days: bool = False
    sums: bool = False
    fewer: int = 0
    more: Decimal = ZERO
    added: Decimal = ZERO
    earlier: tuple[ContactView, ...] = ()
    paid: Repaid = NOTHING
    paid_before: Repaid = NOTHING

    @property
    def comparable(self) -> bool:
        """Whether the sums of the two plans may stand side by side."""
        return self.before is not None and bool(self.days or not self.before.annual_rate)


def renewed(  # noqa: PLR0913, PLR0917 - the figures that decide
    case: Case, debt: Debt, told: tuple[ContactView, ...], now: Plan | None, budget: Means | None, voice: Voice
) -> Renewed | None:
    """The refusal and what has been improved; None unless the last word was a refusal."""
    found = renewal(case, debt)
    if found is None:
        return None
    *earlier, talk = _in_a_row(case, debt, told, found.place)
    since, new = found.talk.day, next(news(case, debt, found.talk.day), None) is not None
    before = plan(case, debt, found.before, budget, voice) if found.before else None
    made = Renewed(talk, before, since, new, *_told(debt, found.talk), earlier=tuple(earlier))
    as_of = debt.balance.as_of
    made = replace(
        made,
        paid=repaid(one for one in debt.payments if since <= one.date <= case.dated),
        paid_before=repaid(one for one in debt.payments if as_of and as_of < one.date < since),
    )
    if before is None or now is None:
        return made
    return replace(
        made,
        fewer=max(before.periods - now.periods, 0),
        more=max(now.told - before.told, ZERO) if made.comparable else ZERO,
        added=max(now.grand_total - before.grand_total, ZERO) if made.comparable else ZERO,
    )


def _in_a_row(case: Case, debt: Debt, told: tuple[ContactView, ...], last: int) -> list[ContactView]:
    """The refusals that nothing agreed parts, each told as the one after the other."""
    views: list[ContactView] = []
    for talk, view in zip(held(case, debt)[: last + 1], told, strict=False):
        if talk.outcome is Outcome.ACCEPTED:
            views.clear()
        elif talk.outcome is Outcome.REFUSED:
            before = views[-1] if views else None
            views.append(replace(view, previous=before.at if before else None, again=follows(before, view)))
    return views


def _told(debt: Debt, talk: Contact) -> tuple[bool, bool]:
    """Whether the file tells the days of the plan of ``talk``, and the principal of that day."""
    stated, known = talk.offered, debt.balance.as_of
    return stated is not None and stated.first_due is not None, known is not None and known <= talk.day
