"""The talk behind an agreement, term by term: what was said, what was not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import STANDARD_TERMS, Agreement, Case, ChargeKind, Debt, Terms
from negotiation_docs.figures.charges import bears_charges
from negotiation_docs.figures.fen import ZERO
from negotiation_docs.figures.proposals import as_agreed
from negotiation_docs.figures.remaining import promises_charges
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing.talks.promises import promise_past
from negotiation_docs.views.log import promise_apart, spoken_with
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan, plan
from negotiation_docs.views.owed import LabelledPart, disputed_names, parts_of, waived, waiver_parts
from negotiation_docs.words.voice import Voice

# Terms that are open by default only with an institution. Whether charges run on is open with any lender who has some.
INSTITUTIONAL = frozenset({"waive", "pause_collection"})
# Terms that mean nothing where one payment ends the debt.
AFTER_INSTALMENTS = frozenset({"pause_charges", "pause_collection", "early_settlement"})


class Talk(Struct, frozen=True):
    """The contact in which the agreement was reached, as the request for confirmation recounts it."""

    at: date
    incoming: bool
    channel: str
    channel_label: str
    level: str
    number: str
    organisation: str
    agent: str
    ref: str
    recorded: bool
    summary: str
    translated: bool
    spoken: bool
    reply: str
    own_reply: str
    own_reply_known: bool
    promise: str
    promise_due: date | None
    promise_kept: bool
    promise_past: bool
    own_promise: str
    own_promise_due: date | None
    own_promise_kept: bool
    accepted: bool


class Term(Struct, frozen=True):
    """One term: a standard name with its value, words or parts; ``other`` and own words have only ``text``."""

    name: str
    text: str = ""
    value: bool = False
    parts: tuple[LabelledPart, ...] = ()


def talk(debt: Debt, dated: date, voice: Voice) -> Talk | None:
    """The talk as told on the day of the paper; None while the agreement has no contact on record."""
    contact = debt.agreed_in
    if contact is None:
        return None
    incoming = contact.direction.value == "incoming"
    return Talk(
        at=contact.at,
        incoming=incoming,
        channel=contact.channel.value,
        channel_label=voice.label(contact.channel),
        level=contact.level.value,
        number=contact.number or "",
        organisation=spoken_with(debt, contact, voice),
        agent=voice.say(contact.agent),
        ref=contact.ref or "",
        recorded=bool(contact.recording_consent) and contact.channel.value == "phone",
        summary=voice.heard(contact.summary) if incoming else voice.clause(contact.summary),
        translated=voice.translated(contact.summary),
        spoken=contact.channel.spoken,
        reply=voice.say(contact.reply),
        own_reply=voice.clause(contact.own_reply),
        own_reply_known=voice.translated(contact.own_reply),
        promise=voice.say(promise_apart(contact)),
        promise_due=contact.promise_due,
        promise_kept=contact.promise_kept,
        promise_past=promise_past(debt, contact, dated),
        own_promise="" if contact.lapsed(dated) else voice.clause(contact.own_promise),
        own_promise_due=contact.own_promise_due,
        own_promise_kept=contact.own_promise_kept,
        accepted=contact.outcome.value == "accepted",
    )


def agreed(case: Case, debt: Debt, budget: Means | None, voice: Voice) -> Plan | None:
    """The schedule of the plan that was spoken of."""
    chosen = as_agreed(debt.proposal, debt.agreement.terms) if debt.agreement else None
    return plan(case, debt, chosen, budget, voice) if chosen else None


def terms(debt: Debt, penalty: str, voice: Voice) -> tuple[Term, ...]:
    """What was understood, in the order of the standard terms, then anything else."""
    return tuple(stated(debt.agreement.terms, debt, penalty, voice)) if debt.agreement else ()


def stated(said: Terms, debt: Debt, penalty: str, voice: Voice) -> Iterator[Term]:
    """The terms of an agreement or a confirmation, in the order of the letter."""
    for name in STANDARD_TERMS:
        value = getattr(said, name)
        if value is None:
            continue
        if name == "plan":
            chosen = as_agreed(debt.proposal, said)
            if chosen is not None:
                yield Term("settlement" if chosen.settlement else "plan")
        elif name == "waive":
            parts = waiver_parts(value, debt.balance, penalty, voice)
            if parts:
                yield Term(name, parts=parts)
        elif isinstance(value, bool):
            yield Term(name, value=value)
        else:
            yield Term(name, text=voice.say(value))
    for words in said.other or ():
        yield Term("other", text=voice.say(words))


def matter_of(debt: Debt) -> str:
    """What a talk that said nothing of instalments leaves open: what the borrower asks for need not be instalments."""
    if debt.proposal is not None:
        return "settlement" if debt.proposal.settlement is not None else "plan"
    return "deferral" if debt.deferral is not None else "plan"


_ABOUT_A_SUIT: Final = re.compile("案件|诉讼|撤诉|调解书|起诉|执行")


def unclear(agreement: Agreement | None, debt: Debt, penalty: str, voice: Voice) -> tuple[Term, ...]:
    """What is to be cleared up: as listed or left unsaid, then every charge run up that nothing settles."""
    if agreement is None:
        return ()
    names = agreement.open_terms
    chosen = as_agreed(debt.proposal, agreement.terms)
    if agreement.unclear is None:
        row = profile(debt.creditor.kind)
        idle = INSTITUTIONAL if row.private else frozenset()
        idle |= frozenset() if not row.private or bears_charges(debt) else frozenset({"pause_charges"})
        idle |= frozenset() if row.reports_credit else frozenset({"credit_reporting"})
        at_once = chosen.paid_at_once if chosen else matter_of(debt) == "settlement"
        idle |= AFTER_INSTALMENTS if at_once else frozenset()
        idle |= frozenset({"waive"}) if all(debt.balance.part(part) == 0 for part in ChargeKind) else frozenset()
        names = tuple(name for name in names if name not in idle)
    asked = waived(debt, penalty, voice) if agreement.terms.waive is None else ()
    terms = [_open(matter_of(debt) if name == "plan" else name, asked, penalty, voice) for name in names]
    if asked and not any(term.name == "waive" for term in terms):
        terms.append(Term("waive", parts=asked))
    if chosen is None or not promises_charges(chosen):
        waived_ = (*asked, *waiver_parts(agreement.terms.waive, debt.balance, penalty, voice))
        owed = parts_of(debt.balance, penalty, voice)
        terms += _unsettled(owed, waived_, disputed_names(debt.balance), names)
    if debt.litigation is not None and not any(_ABOUT_A_SUIT.search(words) for words in agreement.terms.other or ()):
        terms.append(Term("suit"))  # what was agreed beside a court binds no court, and its costs go on
    return tuple(terms)


_CALLED: Final = {"interest": "利息", "penalty": "违约金|罚息|滞纳金|逾期利息", "fees": "费用|手续费|其他费|服务费"}
_RUN_UP: Final = re.compile("已产生|已经产生|此前的|之前的")


def _asked_already(part: LabelledPart, left: Decimal, names: tuple[str, ...]) -> bool:
    """Whether the file's own words ask about a charge: by its name as one run up, with its sum or what is left."""
    called = _CALLED.get(part.name, "")
    sums = [sum_ for each in (part.amount, left) for sum_ in (f"{each:,.2f}元", f"{each:.2f}元")]
    return bool(called) and any(
        re.search(called, words) and (_RUN_UP.search(words) or any(each in words for each in sums))
        for words in names
        if words not in STANDARD_TERMS
    )


def _open(name: str, asked: tuple[LabelledPart, ...], penalty: str, voice: Voice) -> Term:
    charge = next((kind for kind in ChargeKind if kind.value == name), None)
    if charge is not None:  # by the name that the balance has for it
        return Term("other", text=penalty if charge is ChargeKind.PENALTY else voice.label(charge))
    if name not in {*STANDARD_TERMS, "settlement", "deferral"}:
        return Term("other", text=voice.say(name))
    return Term(name, parts=asked if name == "waive" else ())


def _unsettled(
    owed: tuple[LabelledPart, ...],
    waived_: tuple[LabelledPart, ...],
    disputed: frozenset[str],
    names: tuple[str, ...],
) -> Iterator[Term]:
    """The charges that no waiver takes away, to be paid; what of them is in dispute is to be checked first.

    What ``names`` ask about in the file's own words is not asked twice.
    """
    less = {part.name: part.amount for part in waived_}
    left = tuple(
        LabelledPart(part.name, part.label, rest, part.name not in less)
        for part, rest in ((part, part.amount - less.get(part.name, ZERO)) for part in owed)
        if part.name != "principal" and rest > ZERO and not _asked_already(part, rest, names)
    )
    for name, doubtful in (("charges", False), ("disputed_charges", True)):
        if parts := tuple(part for part in left if (part.name in disputed) is doubtful):
            yield Term(name, parts=parts)
