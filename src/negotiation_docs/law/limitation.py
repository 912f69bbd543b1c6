"""诉讼时效 pre-flight: writing about an old debt can revive it, so the borrower must know before a paper is made.

How the period runs stands in :mod:`law.restarts`; the stop comes half a year before it is over.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from negotiation_docs.errors import Place, Problem, Severity
from negotiation_docs.facts import Case, Debt, Direction
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.demands import is_demand
from negotiation_docs.law.restarts import DECIDED, MONTHS, Period, period

RULE: Final = "limitation"
RAISED: Final = "court.raises_limitation"
"""Rule of the papers that would give the defence away; nobody can take that stop upon themselves beside it."""
_WARNED: Final = 6  # months before the end of the period
_TAKEN: Final = "您已确认知悉这一风险"
_ANYWAY: Final = "；知悉风险仍要出具的，“已知悉时效风险”写“是”（limitation_risk_accepted: true）"


def is_old(case: Case, debt: Debt) -> bool:
    """Whether the limitation period is over or nearly so; false while no day is known from which it runs."""
    running = None if _decided(debt) else period(case, debt)
    return running is not None and _near(case, running)


def limitation(case: Case, debt: Debt) -> tuple[Problem, ...]:
    """An error when the limitation period is over or has less than half a year to run, or cannot be told at all.

    ``limitation_risk_accepted`` turns it into a warning. A debt that a court has decided on has none.
    """
    if _decided(debt):
        return ()
    running, place = period(case, debt), debt_place(case, debt)
    if running is None:
        return () if _young(case, debt) else (_unknown(debt, place),)
    if not _near(case, running):
        return ()
    hint = (
        "请先咨询律师或12348法律援助；此后本人还过款或承认过的，填写“最近承认日期”（last_acknowledged），"
        f"在{chinese_date(running.end)}以前被催收过的，填写“最近催收日期”（last_demanded）{_anyway(debt)}"
    )
    if unclear := _unclear(debt, running):
        hint = f"{chinese_date(unclear)}那次来电来函没有写明向本人催收，没有算作催收，确是催收的写明要点；{hint}"
    if debt.litigation:
        hint = f"时效抗辩须在一审期间提出（诉讼时效规定第三条）；{hint}"
    return (_found(debt, (*place, "due"), _told(case, running), hint),)


def _unclear(debt: Debt, running: Period) -> date | None:
    """The last day on which the other side was in touch while the period ran, of which the log tells no demand."""
    came = (one for one in debt.contacts if one.direction is Direction.INCOMING and not is_demand(one))
    return max((one.day for one in came if running.start < one.day <= running.end), default=None)


def undecided(case: Case, debt: Debt) -> tuple[Problem, ...]:
    """The same for an answer at court, while the borrower has not decided whether to raise limitation.

    What is confirmed there, or simply not said until the first instance ends, gives the defence away.
    """
    decided = debt.litigation is not None and debt.litigation.raise_limitation is not None
    return () if decided else limitation(case, debt)


def raised(case: Case, debt: Debt) -> tuple[Problem, ...]:
    """An error for every paper that admits, offers, pleads or records talks while limitation is to be raised."""
    if not debt.limitation_raised:
        return ()
    message = "已决定主张时效（raise_limitation），而承认欠款、提出还款、请求分期或延期的文书会放弃这项抗辩"
    hint = (
        "主张时效的，不要寄出这类文书，在答辩状和庭审中提出（一审结束以前），先咨询律师或12348法律援助；"
        "决定不主张的，“主张时效”改为“否”"
    )
    place = (*debt_place(case, debt), "litigation", "raise_limitation")
    return (Problem("error", place, message, hint, RAISED),)


def _decided(debt: Debt) -> bool:
    return debt.litigation is not None and debt.litigation.stage in DECIDED


def _near(case: Case, running: Period) -> bool:
    return add_months(running.start, MONTHS - _WARNED) < case.dated


def _young(case: Case, debt: Debt) -> bool:
    """Whether the contract itself is younger than any period could be old."""
    signed = debt.contract.signed or debt.contract.paid_out
    return signed is not None and add_months(signed, MONTHS - _WARNED) >= case.dated


def _told(case: Case, running: Period) -> str:
    since = f"诉讼时效一般为三年，自{chinese_date(running.start)}（{running.reason}）起算"
    if running.end >= case.dated:
        return f"{since}，到{chinese_date(running.end)}届满，已不足半年。承认债务、请求分期或延期，会使时效重新计算"
    vain = ""
    if running.in_vain:
        act = running.in_vain[-1]
        vain = f"{act.reason}（{chinese_date(act.day)}）已在届满之后，不使时效重新计算；"
    return (
        f"{since}，可能已于{chinese_date(running.end)}届满。{vain}本人承认债务、同意还款或请求分期，就不能再以时效抗辩"
    )


def _unknown(debt: Debt, place: Place) -> Problem:
    message = "没有写最早逾期还款日，无法核对诉讼时效；时效已满的，承认债务或请求分期就不能再以时效抗辩"
    hint = f"请写第一笔没有还上的款项应还的日期；已经超过两年半的，写信前先咨询12348法律援助{_anyway(debt)}"
    return replace(_found(debt, (*place, "due"), message, hint), absent=not debt.limitation_risk_accepted)


def _anyway(debt: Debt) -> str:
    """Who has decided to raise limitation is not asked to take the risk: the two contradict each other."""
    return "" if debt.limitation_raised else _ANYWAY


def _found(debt: Debt, place: Place, message: str, hint: str) -> Problem:
    severity: Severity = "error"
    if debt.limitation_risk_accepted:
        severity, place, hint = "warning", (*place[:-1], "limitation_risk_accepted"), _TAKEN
    return Problem(severity, place, message, hint, RULE)
