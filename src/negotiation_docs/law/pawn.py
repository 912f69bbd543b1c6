"""绝当: what becomes of a pawn that is neither redeemed nor renewed in time.

典当管理办法 (商务部、公安部令2005年第8号) 40, 43, as the notes of the pawn ticket (商建发〔2011〕49号, 8) repeat
them; read on 2026-11-30: five days after the end of the term the pawn is forfeited, and of one that was valued below
30,000元 the pawnshop bears what its sale does not bring.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from negotiation_docs.facts import Case, CreditorKind, Debt

GRACE: Final = timedelta(days=5)
"""After the end of the term, within which one may still redeem or renew."""


def term(case: Case, debt: Debt) -> tuple[date, date] | None:
    """The end of the term of a pawn and the last day to redeem or renew it.

    None for other debts, without a day, and once the debt is settled or something else was confirmed in writing.
    """
    ends = debt.contract.ends or debt.due
    over = debt.settled_by(case.dated) or debt.confirmed_by(case.dated)
    if debt.creditor.kind is not CreditorKind.PAWNSHOP or ends is None or over:
        return None
    return ends, ends + GRACE
