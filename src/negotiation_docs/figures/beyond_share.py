"""What plans ask for above the shares of their debts, so that no lender reads of a share alone where more is paid."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from negotiation_docs.facts import Case
from negotiation_docs.figures.fen import ZERO, subtract
from negotiation_docs.figures.promised import pledged


def beyond_share(case: Case, shares: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """{debt id: 元 a month} that the plan agreed to, else proposed, takes at most above its share of the month.

    Lump sums have a source of their own, and what somebody else pays takes nothing of the month.
    """
    most = {one.debt: max(one.parts().values(), default=ZERO) for one in pledged(case) if not one.carried}
    above = {name: subtract(most.get(name, ZERO), share) for name, share in shares.items()}
    return {name: sum_ for name, sum_ in above.items() if sum_ > 0}
