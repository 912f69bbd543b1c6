"""Every free text of a case: where it stands, whether it continues 本人, and to whom its letters go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.checks.rule import Loc
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.base import Facts

PLACEHOLDER = "【待填："  # what a draft prints in place of a missing text


class FreeText(Struct, frozen=True, gc=False):
    """A text of the file. ``continues``: it follows the word 本人. ``quoted``: somebody else's words, kept as they are.

    ``spoken``: what was said in a talk; figures belong there.
    """

    loc: Loc
    text: str
    continues: bool = False
    quoted: bool = False
    spoken: bool = False


def case_texts(case: Case) -> Iterator[FreeText]:
    """The texts that belong to every letter."""
    yield from _stated(_case_texts(case))


def debt_texts(debt: Debt) -> Iterator[FreeText]:
    """The texts of one debt, their places relative to it; they go to its creditor only."""
    yield from _stated([*_plan_texts(debt), *_talk_texts(debt), *_term_texts(debt), *_other_texts(debt)])


def _stated(texts: Iterable[tuple[FreeText, str | None]]) -> Iterator[FreeText]:
    for frame, text in texts:
        if text and PLACEHOLDER not in text:
            yield replace(frame, text=text)


_Draft = tuple[FreeText, str | None]


def _case_texts(case: Case) -> Iterator[_Draft]:
    yield FreeText(("borrower", "contact_times"), ""), case.borrower.contact_times
    for place, cause in enumerate(case.hardship):
        yield FreeText(("hardship", place, "statement"), "", continues=True), cause.statement
        yield FreeText(("hardship", place, "medical_detail"), ""), cause.medical_detail
    for place, measure in enumerate(case.measures):
        yield FreeText(("measures", place), "", continues=True), measure
    for place, update in enumerate(case.updates):
        yield FreeText(("updates", place, "statement"), "", continues=True), update.statement
    if case.finances:
        for group in ("income", "essentials", "other_debts", "assets"):
            yield from _lines(group, getattr(case.finances, group) or ())
    for place, item in enumerate(case.evidence):
        for name in ("name", "proves", "reason"):
            yield FreeText(("evidence", place, name), "", spoken=True), getattr(item, name)


def _lines(group: str, lines: Iterable[Facts]) -> Iterator[_Draft]:
    for place, line in enumerate(lines):
        names = ("note",) if group == "other_debts" else ("name", "note")
        for name in names:
            yield FreeText(("finances", group, place, name), ""), getattr(line, name)


def _plan_texts(debt: Debt) -> Iterator[_Draft]:
    plan = debt.proposal
    for where, terms in ((("proposal",), plan), (("proposal", "alternative"), plan.alternative if plan else None)):
        if terms is None:
            continue
        yield FreeText((*where, "pay_day_reason"), "", continues=True), terms.pay_day_reason
        yield FreeText((*where, "funds"), ""), terms.funds
        for place, wish in enumerate(terms.other or ()):
            yield FreeText((*where, "other", place), ""), wish


def _talk_texts(debt: Debt) -> Iterator[_Draft]:
    for place, contact in enumerate(debt.contacts):
        where = ("contacts", place)
        yield FreeText((*where, "summary"), "", continues=True, spoken=True), contact.summary
        yield FreeText((*where, "reply"), "", quoted=True, spoken=True), contact.reply
        yield FreeText((*where, "promise"), "", quoted=True, spoken=True), contact.promise
        yield FreeText((*where, "own_promise"), "", continues=True, spoken=True), contact.own_promise
        yield FreeText((*where, "next_step"), "", spoken=True), contact.next_step


def _term_texts(debt: Debt) -> Iterator[_Draft]:
    if debt.agreement is None:
        return
    where, terms = ("agreement", "terms"), debt.agreement.terms
    for name in ("payment_account", "credit_reporting", "early_settlement", "breach"):
        yield FreeText((*where, name), "", quoted=True, spoken=True), getattr(terms, name)
    for place, term in enumerate(terms.other or ()):
        yield FreeText((*where, "other", place), "", quoted=True, spoken=True), term
    for place, point in enumerate(debt.agreement.unclear or ()):
        yield FreeText(("agreement", "unclear", place), "", spoken=True), point


def _other_texts(debt: Debt) -> Iterator[_Draft]:
    yield FreeText(("balance", "source"), ""), debt.balance.source
    if debt.deferral:
        yield FreeText(("deferral", "reason"), ""), debt.deferral.reason
    if debt.dispute:
        yield FreeText(("dispute", "shown"), "", quoted=True, spoken=True), debt.dispute.shown
        yield FreeText(("dispute", "actual"), "", spoken=True), debt.dispute.actual
