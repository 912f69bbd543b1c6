"""What a confirmed plan asks for: the next instalment, what is short or not recorded, a new cause, news, settlement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec.structs import replace

from negotiation_docs.facts import Case, Debt, MakeUp
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.agreed_points import written_otherwise
from negotiation_docs.figures.arrears import arrears
from negotiation_docs.figures.performance import Performance, Performed, performance
from negotiation_docs.figures.proposals import agreed, debt_place
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.standing.events.burden import measured
from negotiation_docs.standing.events.event import Event, Urgency, until
from negotiation_docs.standing.state import Standing, State

_RECORDED: Final = {"unconfirmed_instalment": ("agreement", "confirmed")}


def plan(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """What is due under a plan confirmed in writing; of one that was only agreed to in a talk, its next day."""
    if stand.settled:
        return
    kept = performance(case, debt)
    if not debt.confirmed_by(case.dated):
        if kept is not None and kept.coming is not None and debt.accepted_by(case.dated):
            yield _instalment(case, debt, "unconfirmed_instalment", kept.coming)
        return
    yield from _written_otherwise(case, debt)
    if kept is not None:
        yield from _payments(case, debt, kept)
        yield from _make_up(case, debt)
    coming = kept.coming.row.due if kept is not None and kept.coming is not None else None
    measure = measured(case, debt)
    done = kept is not None and not kept.left  # nothing is left to change
    if not done and (measure is None or measure.affordable):  # else the change is asked for already
        yield from _new_cause(case, debt, coming)
    if stand.state in (State.IN_PLAN, State.MISSED):
        yield from _news(case, debt)


def _written_otherwise(case: Case, debt: Debt) -> Iterator[Event]:
    """A confirmation that has something otherwise than it was said, and nothing was paid on it yet."""
    confirmed = confirmation(debt)
    differing = written_otherwise(case, debt)
    if confirmed is not None and differing:
        yield Event(
            form="written_otherwise",
            urgency=Urgency.NOW,
            mark=confirmed.date.isoformat(),
            since=confirmed.date,
            values={"day": chinese_date(confirmed.date), "count": str(len(differing))},
            places=((*debt_place(case, debt), "agreement", "confirmed"),),
        )


def _payments(case: Case, debt: Debt, kept: Performance) -> Iterator[Event]:
    over = [each for each in kept.rows if each.row.due < case.dated and not each.met]
    short = [each for each in over if each.short]
    silent = [each for each in over if not each.short]
    if short:
        yield _instalment(case, debt, "short", short[0])
    if silent:
        yield _instalment(case, debt, "unrecorded", silent[0], count=len(silent))
    if kept.ahead and debt.change is None:
        yield _ahead(case, debt, kept)
    if kept.coming is not None:
        yield _instalment(case, debt, "instalment", kept.coming)
    elif not over and not kept.left:
        yield Event(
            form="paid_off",
            urgency=Urgency.NOW,
            values={"paid": amount(kept.paid), "late": _late(debt, kept)},
            places=((*debt_place(case, debt), "settled"),),
        )


def _ahead(case: Case, debt: Debt, kept: Performance) -> Event:
    """The next day of the plan that payments beyond it have met, which the other side need not see so."""
    met = next(each for each in kept.rows if each.row.due >= case.dated)
    event = _instalment(case, debt, "ahead", met)
    return replace(event, values={**event.values, "ahead": amount(kept.ahead)})


def _late(debt: Debt, kept: Performance) -> str:
    """What a settlement that was paid after its day may have cost: the lender may hold that the reduction fell away."""
    plan = agreed(debt)
    if plan is None or plan.settlement is None or plan.waive is None or not plan.waive.total:
        return ""
    late = [max(each.days) for each in kept.rows if each.late]
    if not late:
        return ""
    return f"；其中{chinese_date(max(late))}的付款晚于谈妥的期限，先请对方书面确认减免仍然有效"


def _make_up(case: Case, debt: Debt) -> Iterator[Event]:
    """The day on which the change that is asked for says that arrears are paid apart."""
    apart, lacking = debt.change.arrears if debt.change else None, arrears(case, debt).whole
    if isinstance(apart, MakeUp) and lacking:
        yield Event(
            form="make_up",
            urgency=until(apart.pay_by, case.dated),
            mark=apart.pay_by.isoformat(),
            by=apart.pay_by,
            values={"due": chinese_date(apart.pay_by), "open": amount(lacking)},
            places=((*debt_place(case, debt), "payments"),),
        )


def _instalment(case: Case, debt: Debt, form: str, each: Performed, count: int = 1) -> Event:
    row = each.row
    account = debt.agreement.in_force.payment_account if debt.agreement else None
    return Event(
        form=form,
        urgency=until(row.due, case.dated),
        mark=str(row.period),
        by=row.due,
        values={
            "which": _which(debt, row.period),
            "due": chinese_date(row.due),
            "open": amount(each.open),
            "payment": amount(row.payment),
            "into": f"，还款账户：{account}" if account else "",
            "count": f"，到今天共{count}期" if count > 1 else "",
        },
        places=((*debt_place(case, debt), *_RECORDED.get(form, ("payments",))),),
    )


def _which(debt: Debt, period: int) -> str:
    plan = agreed(debt)
    if plan is not None and plan.settlement is not None:
        return "一次性款项"
    return f"第{period}期" if period else "首付款"


def _new_cause(case: Case, debt: Debt, coming: date | None) -> Iterator[Event]:
    """A hardship that began after the agreement and is not over: a change is asked for before the next instalment."""
    agreement = debt.agreement
    if agreement is None:
        return
    news = [
        (cause.since, cause.cause.label)
        for cause in case.hardship
        if cause.since is not None
        and agreement.day < cause.since <= case.dated
        and (cause.until is None or cause.until >= case.dated)
    ]
    if news:
        since, label = max(news)
        yield Event(
            form="new_cause",
            urgency=until(coming, case.dated),
            mark=since.isoformat(),
            by=coming,
            since=since,
            values={"since": chinese_date(since), "cause": label},
        )


def _news(case: Case, debt: Debt) -> Iterator[Event]:
    """What changed since the agreement is told once."""
    agreement = debt.agreement
    days = [one.date for one in case.updates if agreement and agreement.day < one.date <= case.dated]
    if days:
        last = max(days)
        yield Event(
            form="news",
            urgency=Urgency.COMING,
            mark=last.isoformat(),
            since=last,
            values={"day": chinese_date(last)},
            alone=False,
        )
