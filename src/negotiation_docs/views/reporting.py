"""征信: what was agreed on reporting, and what the other side promised of records and certificates and did not do."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing.ladder import OUTSIDE
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.promises import promise_past
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.words.voice import Voice

_RECORD: Final = re.compile("征信|信用(?:记录|报告|信息|报送)|逾期记录|报送|更正|结清(?:证明|凭据)")


class Reporting(Struct, frozen=True):
    """``words`` on reporting, as ``confirmed`` in writing or, on ``day``, as the borrower understood them.

    ``broken`` are talks in which the other side promised something of the record, whose day is past.
    """

    words: str
    day: date | None
    confirmed: bool
    broken: tuple[Entry, ...]


def reporting(case: Case, debt: Debt, voice: Voice) -> Reporting | None:
    """What a letter about the record has to tell of the talks; None where they said nothing of it."""
    words, day, confirmed = _agreed(case, debt)
    late = (
        talk
        for talk in held(case, debt)
        if talk.level not in OUTSIDE
        and promise_past(debt, talk, case.dated)
        and _RECORD.search(f"{talk.promise or ''}{talk.reply or ''}")
    )
    broken = tuple(entry(case, debt, talk, (), voice) for talk in late)
    return Reporting(voice.say(words), day, confirmed, broken) if words or broken else None


def _agreed(case: Case, debt: Debt) -> tuple[str | None, date | None, bool]:
    """What holds on the day of the letter: a private lender reports nothing."""
    agreement = debt.agreement
    if agreement is None or not profile(debt.creditor.kind).reports_credit:
        return None, None, False
    written = agreement.confirmed
    if written and written.date <= case.dated and written.credit_reporting:
        return written.credit_reporting, written.date, True
    if agreement.day <= case.dated and agreement.terms.credit_reporting:
        if written and written.date <= case.dated and "credit_reporting" not in written.model_fields_set:
            return agreement.terms.credit_reporting, written.date, True  # confirmed as it was agreed
        return agreement.terms.credit_reporting, agreement.day, False
    return None, None, False
