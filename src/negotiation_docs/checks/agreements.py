"""协商结果: only what a talk really ended in, in an order of days that is possible; and payments made since."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from negotiation_docs.catalogue.kinds import called, kinds
from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Agreement, Case, ChargeKind, Contact, Debt, Direction, Outcome, PartialPlan, Terms
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.agreed_points import written_otherwise
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.promised import agreed_instead, counts_from_balance, not_taken_off
from negotiation_docs.figures.remaining import promises_charges
from negotiation_docs.figures.schedule import agreed_schedule
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.standing import standing


def _with_agreement(debt: Debt) -> Iterator[Agreement]:
    if debt.agreement is not None:
        yield debt.agreement


def _no_talk(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for agreement in _with_agreement(debt):
        if debt.agreed_in is None:
            yield found("agreement", "reached", day=chinese_date(agreement.day))


def _not_accepted(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    talk = debt.agreed_in
    if talk is not None and talk.outcome not in (Outcome.ACCEPTED, Outcome.REFUSED):
        yield found("agreement", "reached", day=chinese_date(talk.day), outcome=talk.outcome.label)


def _refused(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    talk = debt.agreed_in
    if talk is not None and talk.outcome is Outcome.REFUSED:
        yield found("agreement", "reached", day=chinese_date(talk.day))


def _left_to_pay(case: Case, debt: Debt) -> Iterator[Found]:
    """Less was waived than asked for: the plan as proposed, taken over by the terms, pays what is left as well."""
    del case
    for agreement in _with_agreement(debt):
        terms, proposal = agreement.in_force, debt.proposal
        told = isinstance(terms.plan, PartialPlan) and terms.plan.remaining_charges
        if proposal is None or proposal.waive is None or terms.waive is None or terms.plan is None or told:
            continue
        more = sum((proposal.waive.part(kind) - terms.waive.part(kind) for kind in ChargeKind), ZERO)
        if more > 0 and promises_charges(proposal):
            yield found("agreement", "terms", "plan", more=amount(more), how=proposal.remaining_charges.label)


def _future(case: Case, debt: Debt) -> Iterator[Found]:
    for agreement in _with_agreement(debt):
        if agreement.day > case.dated:
            yield found("agreement", "reached", dated=chinese_date(case.dated))


def _nothing_said(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for agreement in _with_agreement(debt):
        if all(getattr(agreement.terms, name) is None for name in Terms.model_fields):
            yield found("agreement", "terms")


def _both(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for agreement in _with_agreement(debt):
        for place, name in enumerate(agreement.unclear or ()):
            if name in Terms.model_fields and getattr(agreement.terms, name) is not None:
                yield found("agreement", "unclear", place, label=Terms.model_fields[name].title)


_PROMISED: Final = {
    "pause_charges": re.compile("停息|停止计|暂停计|不再计|不计收?息"),
    "waive": re.compile("减免|免除|免收"),
    "pause_collection": re.compile("催收|催缴"),
    "credit_reporting": re.compile("征信|逾期记录"),
    "early_settlement": re.compile("提前结清|提前还"),
}
"""Words by which a promise is one of the terms that an agreement lists, not a step on the way to it."""


def _promised(case: Case, debt: Debt) -> Iterator[Found]:
    """What the other side promised when it agreed, and no term says: an agreement leaves it to the old contract."""
    del case
    talk, agreement = debt.agreed_in, debt.agreement
    if talk is None or agreement is None or not talk.promise:
        return
    for name, words in _PROMISED.items():
        settled = getattr(agreement.in_force, name) is not None or agreement.in_force.other
        if words.search(talk.promise) and not settled:
            yield found("agreement", "terms", promise=talk.promise, label=Terms.model_fields[name].title)


def _reply_past(case: Case, debt: Debt) -> Iterator[Found]:
    for agreement in _with_agreement(debt):
        if agreement.reply_by and agreement.reply_by <= case.dated and standing(case, debt).negotiating:
            yield found("agreement", "reply_by", day=chinese_date(agreement.reply_by))


def _unconfirmed(case: Case, debt: Debt) -> Iterator[Found]:
    talk = debt.agreed_in
    if talk is not None and talk.channel.spoken and _accepted(case, debt):
        yield found("agreement")


def _in_writing(case: Case, debt: Debt) -> Iterator[Found]:
    talk = debt.agreed_in
    if talk is not None and not talk.channel.spoken and _accepted(case, debt):
        yield found("agreement", channel=talk.channel.label)


def _accepted(case: Case, debt: Debt) -> bool:
    """Whether the talk of the agreement ended in consent, and nothing holds by confirmation yet."""
    talk = debt.agreed_in
    return talk is not None and talk.outcome is Outcome.ACCEPTED and standing(case, debt).negotiating


def _other_plan(case: Case, debt: Debt) -> Iterator[Found]:
    """A letter that offers what the creditor has answered with something else would open the talk anew."""
    talk = debt.agreed_in
    if talk is None or not _accepted(case, debt):
        return
    if agreed_instead(case, debt) is not None:
        how = "口头" if talk.channel.spoken else f"以{talk.channel.label}"
        yield found("agreement", "terms", "plan", day=chinese_date(talk.day), how=how)


_EACH = re.compile(r"每[期月](?:应?还款?|付款?|归还|偿还|需还|约)?[:为]?(\d[\d,]*(?:\.\d{1,2})?)元")


def _other_amount(case: Case, debt: Debt) -> Iterator[Found]:
    """What an instalment is by the words of the other side, where the plan that is worked out has none of that sum."""
    talk = debt.agreed_in
    if talk is None or not _accepted(case, debt):
        return
    try:
        payments = Counter(row.payment for row in agreed_schedule(case, debt.id))
    except FactsError:  # what it lacks is told by other rules
        return
    place, words = debt.contacts.index(talk), {"reply": talk.reply or ""}
    if talk.direction is Direction.INCOMING:
        words["summary"] = talk.summary
    for field, said in words.items():
        for each in _EACH.findall(unicodedata.normalize("NFKC", said)):
            named, usual = Decimal(each.replace(",", "")), payments.most_common(1)[0][0]
            if named not in payments:
                yield found("contacts", place, field, said=amount(named), usual=amount(usual))


def _contradicted(case: Case, debt: Debt) -> Iterator[Found]:
    talk = debt.agreed_in
    if talk is None or not _accepted(case, debt):
        return
    for place, later in enumerate(debt.contacts):
        if later.outcome is Outcome.REFUSED and talk.moment < later.moment and later.day <= case.dated:
            yield found("contacts", place, "outcome", day=chinese_date(later.day), reached=chinese_date(talk.day))


def _confirmed_early(case: Case, debt: Debt) -> Iterator[Found]:
    for agreement in _with_agreement(debt):
        confirmed = agreement.confirmed
        if confirmed and not agreement.day <= confirmed.date <= case.dated:
            yield found("agreement", "confirmed", "date", day=chinese_date(confirmed.date))


def _early_payment(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, payment in enumerate(debt.payments):
        if debt.balance.as_of and payment.date <= debt.balance.as_of:
            yield found("payments", place, "date", as_of=chinese_date(debt.balance.as_of))


def _late_payment(case: Case, debt: Debt) -> Iterator[Found]:
    for place, payment in enumerate(debt.payments):
        if payment.date > case.dated:
            yield found("payments", place, "date", dated=chinese_date(case.dated))


def _not_deducted(case: Case, debt: Debt) -> Iterator[Found]:
    """Under a confirmed agreement payments are expected; before one, a letter states the balance without them."""
    as_of = debt.balance.as_of
    if as_of is None or debt.balance.principal is None or not standing(case, debt).negotiating:
        return
    for place, payment in enumerate(debt.payments):
        if as_of < payment.date <= case.dated:
            yield found("payments", place, as_of=chinese_date(as_of), amount=amount(payment.amount))


def _paid_before(case: Case, debt: Debt) -> Iterator[Found]:
    """A second agreement counts from what was owed on its own day, not from a balance that the payments since lower."""
    as_of, agreement, between = debt.balance.as_of, debt.agreement, not_taken_off(debt)
    if as_of and agreement and between and counts_from_balance(case, debt):
        paid = amount(total(one.amount for one in between))
        yield found("agreement", "reached", as_of=chinese_date(as_of), day=chinese_date(agreement.day), amount=paid)


def _written_otherwise(case: Case, debt: Debt) -> Iterator[Found]:
    """What the creditor wrote differs from what was said: papers go by the writing, so somebody has to look first."""
    confirmed = confirmation(debt)
    differing = written_otherwise(case, debt)
    if confirmed is not None and differing:
        yield found("agreement", "confirmed", day=chinese_date(confirmed.date), count=len(differing))


def _changed_since(case: Case, debt: Debt) -> Iterator[Found]:
    """A change that was asked for and agreed to is a second agreement; until it is noted papers tell the first."""
    talk = debt.agreed_in
    if talk is None or not debt.confirmed_by(case.dated) or debt.settled_by(case.dated):
        return
    for place, later in enumerate(debt.contacts):
        since = talk.moment < later.moment and later.day <= case.dated
        if since and later.outcome is Outcome.ACCEPTED and (debt.change is not None or _asks_a_change(later)):
            yield found("contacts", place, "outcome", day=chinese_date(later.day), reached=chinese_date(talk.day))


def _asks_a_change(talk: Contact) -> bool:
    papers = (called(name, kinds()) for name in talk.sent)
    return any(paper is not None and "changes" in paper.traits for paper in papers)


def _earlier_late(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for agreement in _with_agreement(debt):
        for place, one in enumerate(agreement.earlier):
            if one.date >= agreement.day:
                told = {"day": chinese_date(one.date), "reached": chinese_date(agreement.day)}
                yield found("agreement", "earlier", place, "date", **told)


def _earlier_counted(case: Case, debt: Debt) -> Iterator[Found]:
    """What was paid under an earlier agreement is told as done with: the balance of now has to hold it already."""
    del case
    as_of = debt.balance.as_of
    for agreement in _with_agreement(debt):
        for place, one in enumerate(agreement.earlier):
            for number, paid in enumerate(one.payments):
                if as_of is not None and paid.date > as_of:
                    where = ("agreement", "earlier", place, "payments", number, "date")
                    yield found(*where, day=chinese_date(paid.date), as_of=chinese_date(as_of))


RULES: tuple[Rule, ...] = (
    DebtRule("agreement.unconfirmed", _unconfirmed),
    DebtRule("agreement.in_writing", _in_writing),
    DebtRule("agreement.no_talk", _no_talk),
    DebtRule("agreement.not_accepted", _not_accepted),
    DebtRule("agreement.refused", _refused),
    DebtRule("agreement.future", _future),
    DebtRule("agreement.left_to_pay", _left_to_pay),
    DebtRule("agreement.nothing_said", _nothing_said),
    DebtRule("agreement.both", _both),
    DebtRule("agreement.promised", _promised),
    DebtRule("agreement.reply_past", _reply_past),
    DebtRule("agreement.other_plan", _other_plan),
    DebtRule("agreement.other_amount", _other_amount),
    DebtRule("agreement.contradicted", _contradicted),
    DebtRule("agreement.confirmed_early", _confirmed_early),
    DebtRule("payment.early", _early_payment),
    DebtRule("payment.late", _late_payment),
    DebtRule("payment.not_deducted", _not_deducted),
    DebtRule("payment.before_agreement", _paid_before),
    DebtRule("agreement.written_otherwise", _written_otherwise),
    DebtRule("agreement.changed_since", _changed_since),
    DebtRule("agreement.earlier_late", _earlier_late),
    DebtRule("agreement.earlier_counted", _earlier_counted),
)
