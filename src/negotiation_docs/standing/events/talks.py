"""What the talks leave to do: promises of both sides, answers awaited, a refusal, a consent to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, Confirmation, Contact, Debt, Stage
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.standing.denied import complained_since, denied
from negotiation_docs.standing.events.event import Event, Urgency, until
from negotiation_docs.standing.state import Standing, State
from negotiation_docs.standing.talks.latest import ASK_AFTER, ESCALATE_AFTER, waits_for_a_letter
from negotiation_docs.standing.talks.promises import open_promises, own_promises, promises_left


def talks(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """Everything that the talks up to the day leave open."""
    if stand.settled:
        return
    yield from _own_promises(case, debt)
    yield from _promises(case, debt)
    if not stand.negotiating:
        yield from _denied(case, debt)
        return
    if stand.last_talk is None:
        return
    if stand.state is State.WAITING and not _sued(debt):
        yield from _unanswered(case, debt, stand.last_talk)
    elif stand.state is State.REFUSED and not _sued(debt):
        yield _refused(case, debt, stand.last_talk)
    elif stand.state is State.AGREED:
        yield _consent(case, debt, debt.agreed_in or debt.contacts[stand.last_talk])


def _sued(debt: Debt) -> bool:
    """Whether a court has the matter: then its days come first, and no step up at the lender stops anything."""
    return debt.litigation is not None and debt.litigation.stage is not Stage.MEDIATION


def _own_promises(case: Case, debt: Debt) -> Iterator[Event]:
    for place, due in own_promises(debt, case.dated):
        talk, late = debt.contacts[place], due < case.dated
        yield Event(
            form="own_promise_late" if late else "own_promise",
            urgency=until(due, case.dated),
            mark=mark(talk),
            by=due,
            values=_told(case, talk, due, promise=talk.own_promise or ""),
            places=(_place(case, debt, place, "own_promise_kept"),),
        )


def _promises(case: Case, debt: Debt) -> Iterator[Event]:
    for place, due in promises_left(debt, case.dated):
        talk, late = debt.contacts[place], due < case.dated
        yield Event(
            form="promise_late" if late else "promise",
            urgency=Urgency.NOW if late else Urgency.WAITING,
            mark=mark(talk),
            by=due,
            since=due + timedelta(days=1),
            values=_told(case, talk, due, promise=talk.promise or ""),
            places=(_place(case, debt, place, "promise_kept"),),
        )


def _unanswered(case: Case, debt: Debt, last: int) -> Iterator[Event]:
    """How long the last talk has had no clear answer; while a promise of that talk runs, or is asked after, not told.

    Nor while the borrower still has to do what they promised in it: the other side waits for that. From the fifteenth
    day on the matter goes a step up, whatever was promised by the other side before.
    """
    talk = debt.contacts[last]
    days = (case.dated - talk.day).days
    if last in dict(own_promises(debt, case.dated)):
        return
    if waits_for_a_letter(case, debt, talk):
        yield _asked_in_writing(case, debt, last)
        return
    promised = dict(open_promises(debt, case.dated)).get(last)
    if promised is not None and (promised >= case.dated or days < ESCALATE_AFTER):
        return
    form = "answer" if days < ASK_AFTER else "silence" if days < ESCALATE_AFTER else "long_silence"
    after = ESCALATE_AFTER if form == "long_silence" else ASK_AFTER
    asked = talk.day + timedelta(days=after)
    yield Event(
        form=form,
        urgency=Urgency.WAITING if form == "answer" else Urgency.NOW,
        mark=mark(talk),
        by=asked,
        since=asked,
        values=_told(case, talk, asked, days=str(days)),
        places=(_place(case, debt, last, "outcome"),),
    )


def _asked_in_writing(case: Case, debt: Debt, last: int) -> Event:
    """The other side waits for a letter: no silence of theirs is counted, and no desk above them is turned to."""
    talk = debt.contacts[last]
    return Event(
        form="asked_in_writing",
        urgency=Urgency.NOW,
        mark=mark(talk),
        since=talk.day,
        values=_told(case, talk, talk.day),
        places=((*debt_place(case, debt), "contacts"),),
    )


def _denied(case: Case, debt: Debt) -> Iterator[Event]:
    """Nobody is sent to offer anew what was confirmed in writing, whether a change was refused or the plan itself."""
    talk, confirmed = denied(case, debt), confirmation(debt)
    if talk is None or confirmed is None:
        return
    asked = complained_since(case, debt, talk)
    if asked is not None and (case.dated - debt.contacts[asked].day).days < ESCALATE_AFTER:
        yield from _unanswered(case, debt, asked)
    else:
        yield Event(
            form="denied",
            urgency=Urgency.NOW,
            mark=mark(talk),
            since=talk.day,
            values={**_told(case, talk, talk.day), "confirmed": _written(confirmed)},
            places=((*debt_place(case, debt), "contacts"),),
        )


def _written(confirmed: Confirmation) -> str:
    return chinese_date(confirmed.date) + (f"（编号{confirmed.ref}）" if confirmed.ref else "")


def _refused(case: Case, debt: Debt, last: int) -> Event:
    talk = debt.contacts[last]
    return Event(
        form="refused",
        urgency=Urgency.NOW,
        mark=mark(talk),
        since=talk.day,
        values=_told(case, talk, talk.day),
        places=((*debt_place(case, debt), "contacts"),),
    )


def _consent(case: Case, debt: Debt, talk: Contact) -> Event:
    """What was agreed to in a talk needs confirmation; what was agreed to in writing, its being kept."""
    agreement = debt.agreement
    return Event(
        form="consent" if talk.channel.spoken else "written_consent",
        urgency=Urgency.NOW,
        mark=mark(talk),
        since=talk.day,
        answer_by=agreement.reply_by if agreement else None,
        values={**_told(case, talk, talk.day), "channel": talk.channel.label},
        places=((*debt_place(case, debt), "agreement", "confirmed"),),
    )


def _told(case: Case, talk: Contact, due: date, **values: str) -> dict[str, str]:
    days = {"day": chinese_date(talk.day), "due": chinese_date(due), "late": str((case.dated - due).days)}
    return {**days, **values}


def mark(talk: Contact) -> str:
    """What tells a talk from the others of its debt, in the ids of steps."""
    return f"{talk.moment:%Y%m%dT%H%M}"


def _place(case: Case, debt: Debt, contact: int, field: str) -> Place:
    return (*debt_place(case, debt), "contacts", contact, field)
