"""The names that templates use: each is given by the function of that name, which is asked only where it is used.

A provider takes the :class:`~negotiation_docs.views.matter.Matter` and gives plain frozen data: text, numbers, days,
structs, tuples, None. What it means to a clerk stands in ``views/data/names.yaml``, which the page of rules prints.
"""

from collections.abc import Callable, Mapping
from typing import Final

from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers import (
    contacted,
    court,
    debt,
    divided,
    evidence,
    hardship,
    paper,
    people,
    performance,
    plan,
    talk,
)

Provider = Callable[[Matter], object]

_ALL: Final[tuple[Provider, ...]] = (
    *(paper.title, paper.dated, paper.facts, paper.heads, paper.placeholders),
    *(people.applicant, people.creditor, people.account, people.siblings),
    *(people.account_backing, people.agent, people.representative, people.agent_in_court, people.aid_office),
    *(
        debt.contract,
        debt.debt,
        debt.balance,
        debt.principal,
        debt.disputed,
        debt.charges,
        debt.paid_later,
        debt.performed,
    ),
    *(debt.wanted, debt.hold, debt.waive, debt.waiver, debt.excess, debt.dear, debt.deferral),
    *(
        hardship.causes,
        hardship.hardships,
        hardship.cause_backing,
        hardship.unproved,
        hardship.updates,
        hardship.later_updates,
        hardship.oversight,
        hardship.apology,
        hardship.measures,
        hardship.measures_known,
    ),
    *(hardship.means_backing, hardship.budget, hardship.statement, hardship.review),
    *(plan.request, plan.plan, plan.alternative, plan.other_settlement, plan.other_waive, plan.comparison),
    *(plan.settlement, plan.promised, plan.valid_until),
    *(plan.new_card_promise, plan.commitments),
    *(
        talk.contacts,
        talk.disturbed,
        talk.later_contacts,
        talk.since_confirmed,
        talk.talk,
        talk.talk_backing,
        talk.agreed,
        talk.agreed_settlement,
        talk.terms,
        talk.unclear,
        talk.reply_by,
        talk.renewed,
        talk.recent_causes,
    ),
    *(performance.kept, performance.in_force, performance.after_change, performance.change_runs),
    *(performance.payoff, performance.granted, performance.replaced),
    *(performance.new_causes, performance.coming_share, performance.coming_monthly, performance.payment_backing),
    *(evidence.annexes, evidence.papers, evidence.cover, evidence.exhibits, evidence.evidence_groups),
    *(evidence.evidence_pending, evidence.evidence_unavailable, evidence.evidence_copies, evidence.evidence_medical),
    *(
        contacted.reserved,
        contacted.checking_only,
        contacted.negotiated,
        contacted.log,
        contacted.incidents,
        contacted.enquiry,
        contacted.escalation,
        contacted.mediator,
        contacted.complaint,
    ),
    *(
        contacted.agreed_points,
        divided.division,
        divided.objection,
        divided.objected,
        divided.reporting,
        divided.credit_branch,
        divided.identity,
    ),
    *(court.litigant, court.court_papers, court.court_form, court.order_objection, court.property_report),
)
PROVIDERS: Final[Mapping[str, Provider]] = {each.__name__: each for each in _ALL}
"""Name → provider, in the order of the page of rules."""
