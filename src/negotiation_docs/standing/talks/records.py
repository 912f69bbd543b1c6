"""Talks about a credit record: they are none about repayment."""

from __future__ import annotations

import re
from typing import Final

from negotiation_docs.facts import Contact, Debt
from negotiation_docs.question import worked_out_once
from negotiation_docs.standing.talks.heard import came_in

_RECORD_OFFICE: Final = re.compile("征信中心|人民银行")
_RECORD_PAPERS: Final = frozenset(
    {"credit_dispute", "征信异议申请", "credit_complaint", "征信投诉申请单", "credit_statement", "不良信息情况说明"}
)
_RECORD_WORDS: Final = re.compile("异议|更正|记载|记录|核查|核实|属实|征信.{0,8}(?:错|误|改|正确)")
_PLAN_WORDS: Final = re.compile("分期|期数|[0-9]期|方案|减免|延期|还款|结清|协商")


def about_record(debt: Debt, contact: Contact) -> bool:
    """Whether a talk was about a credit record alone: it is none about repayment, and its answer is no word on that.

    What came back on an objection is: under its number, or in words about a record and none about repayment.
    """
    if _RECORD_OFFICE.search(contact.organisation or "") or _on_record(contact):
        return True
    if contact.sent:
        return False
    made = [one for one in _objections(debt) if one.moment <= contact.moment]
    if contact.ref and any(contact.ref == one.ref for one in made):
        return True
    return bool(made) and came_in(contact) and words_on_record(contact) and not words_on_plan(contact)


@worked_out_once
def _objections(debt: Debt) -> tuple[Contact, ...]:
    return tuple(one for one in debt.contacts if _on_record(one))


def _on_record(contact: Contact) -> bool:
    return bool(contact.sent) and _RECORD_PAPERS.issuperset(contact.sent)


def words_on_record(contact: Contact) -> bool:
    """Whether what was said speaks of a record, of checking it or correcting it."""
    return bool(_RECORD_WORDS.search(_words(contact)))


def words_on_plan(contact: Contact) -> bool:
    """Whether what was said speaks of repayment."""
    return bool(_PLAN_WORDS.search(_words(contact)))


def _words(contact: Contact) -> str:
    return f"{contact.summary or ''}\n{contact.reply or ''}"
