"""Puts the view of one debt together and makes the functions that belong to a single rendering."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256

from negotiation_docs.facts import Balance, Case, Debt
from negotiation_docs.figures.wording import chinese_numeral
from negotiation_docs.law.citations import Situation, cite
from negotiation_docs.templating.later import Later
from negotiation_docs.views import causes, checklist, exhibits, means, offer, owed, people, settling, talks
from negotiation_docs.views.order import Order
from negotiation_docs.views.standing import request, standing
from negotiation_docs.words.lexicon import lexicon
from negotiation_docs.words.voice import Voice

# A promise belongs in the paper whose reader asks for it; the new-card promise is for banks' cards only.
_CONFIRMATION = ("keep_paying", "reachable", "supply_documents")


def build_view(order: Order, lang: str) -> dict[str, object]:
    """The names every template sees."""
    case, debt = order.case, order.debt
    voice = Voice(lang, case.english, order.draft)
    reader = people.reader(debt, voice)
    papers = exhibits.papers([(kind.name, order.title(kind, lang)) for kind in order.enclosed])
    items = exhibits.for_debt(case, debt)
    numbered = exhibits.numbered(items, len(papers.enclosed), voice)
    budget = means.means(case, debt, numbered, voice)
    proposal = debt.proposal
    plan = offer.plan(case, debt, proposal, budget, voice) if proposal else None
    settlement = settling.payoff(case, debt, proposal, voice)
    return {
        "title": order.title(order.kind, lang),
        "dated": case.dated,
        "applicant": people.applicant(case, voice),
        "creditor": reader,
        "account": people.account(debt, voice),
        "account_backing": exhibits.backing(exhibits.on_account(debt, numbered), numbered),
        "talk_backing": exhibits.backing(exhibits.on_talks(numbered), numbered),
        "contract": debt.contract,
        "debt": standing(case, debt),
        "balance": owed.owed(debt.balance, reader.penalty, voice),
        "principal": debt.balance.principal if debt.balance.principal is not None else voice.gap(Balance, "principal"),
        "disputed": "principal" in owed.disputed_names(debt.balance),
        "charges": owed.charges(debt, reader.penalty, voice),
        "waive": owed.waived(debt, reader.penalty, voice),
        "apology": _apology(case, debt),
        "oversight": causes.oversight_only(case),
        "causes": causes.causes(case, numbered, voice),
        "measures": tuple(
            voice.say(words.removeprefix("已")) if lang == "zh" else voice.say(words) for words in case.measures
        ),
        "measures_known": all(voice.translated(words) for words in case.measures),
        "contacts": causes.contacts(debt, case.dated, voice),
        "budget": budget,
        "review": max((c.until for c in case.hardship if c.until and c.until > case.dated), default=None),
        "request": request(case, plan, settlement, budget),
        "plan": plan,
        "alternative": Later(offer.alternative, case, debt, budget, voice),
        "valid_until": proposal.valid_until if proposal else None,
        "comparison": Later(settling.comparison, case, debt, plan, voice),
        "settlement": settlement,
        "talk": Later(talks.talk, debt, voice),
        "terms": Later(talks.terms, debt, reader.penalty, voice),
        "unclear": Later(talks.unclear, debt.agreement, debt, reader.penalty, voice),
        "agreed": Later(talks.agreed, case, debt, budget, voice),
        "reply_by": debt.agreement.reply_by if debt.agreement else None,
        "papers": papers,
        "exhibits": tuple(e for e in numbered.values() if e.number),
        "evidence_groups": Later(checklist.groups, case, debt, numbered, voice),
        "evidence_pending": sum(e.status == "pending" for e in numbered.values()),
        "evidence_unavailable": sum(e.status == "unavailable" for e in numbered.values()),
        "evidence_copies": any(e.copied and e.number for e in numbered.values()),
        "evidence_medical": _medical(case, numbered),
        **_promises(case, reader),
        "placeholders": _placeholders(voice),
        "heads": voice.words.heads,
    }


def _apology(case: Case, debt: Debt) -> bool:
    """Only for what is overdue, and never about an amount in dispute."""
    overdue = debt.due is not None and debt.due < case.dated
    return case.choices.apology and overdue and "principal" not in {part.value for part in debt.balance.disputed}


def _medical(case: Case, numbered: Mapping[str, exhibits.Exhibit]) -> bool:
    sick = (cause for cause in case.hardship if cause.cause.value == "illness" or cause.medical_detail)
    return any(name in numbered for cause in sick for name in cause.evidence)


def _promises(case: Case, reader: people.Reader) -> dict[str, object]:
    """What is promised in which paper: only what the case lists; no cards are promised to who issues none."""
    listed = [name.value for name in case.choices.commitments]
    fitting = tuple(name for name in listed if name != "no_new_cards" or reader.card_bank)
    return {
        "new_card_promise": "no_new_cards" in fitting,
        "commitments": tuple(name for name in fitting if name != "no_new_cards"),
        "plan_commitments": tuple(name for name in fitting if name not in ("keep_paying", "no_new_cards")),
        "confirmation_commitments": tuple(name for name in fitting if name in _CONFIRMATION),
    }


def _placeholders(voice: Voice) -> Mapping[str, str]:
    whole = {name: voice.gap(Case, name) for name in ("finances", "evidence", "hardship")}
    return {**whole, **{name: voice.gap(Debt, name) for name in ("proposal", "agreement")}}


def functions(order: Order, lang: str) -> dict[str, Callable[..., str]]:
    """``heading`` numbers sections, ``vary`` picks a wording, ``cite`` quotes law; all belong to one rendering."""
    return {"heading": _heading(lang), "vary": _vary(order.case, order.debt), "cite": _cite(order, lang)}


def _heading(lang: str) -> Callable[[str], str]:
    count = 0

    def heading(title: str) -> str:
        nonlocal count
        count += 1
        number = str(count) if lang == "en" else chinese_numeral(count)
        return lexicon(lang).phrases["heading"].format(number=number, title=title)

    return heading


def _vary(case: Case, debt: Debt) -> Callable[..., str]:
    """Chooses among wordings of the same meaning by the facts: the same facts always choose the same.

    Lenders and regulators take letters that read alike for mass mail (formulaic templates count against the sender).
    """
    seed = "|".join((case.borrower.name, debt.creditor.name, debt.account or "", debt.id))
    digest = sha256(seed.encode()).digest()
    asked = 0

    def vary(*wordings: str) -> str:
        nonlocal asked
        asked += 1
        return wordings[digest[asked % len(digest)] % len(wordings)]

    return vary


def _cite(order: Order, lang: str) -> Callable[[str], str]:
    situation = situation_of(order.case, order.debt)
    lender = order.debt.creditor.kind.value

    def cite_for(purpose: str) -> str:
        rule = cite(purpose, kind=order.kind.name, creditor=lender, situation=situation)
        return rule.english if lang == "en" else rule.text

    return cite_for


def situation_of(case: Case, debt: Debt) -> Situation:
    """What the citation table has to know of the case."""
    transferor = debt.creditor.transferred_from
    contract = debt.contract
    deducted = bool(contract.amount and contract.received and contract.received < contract.amount)
    return Situation(
        dated=case.dated,
        signed=contract.signed,
        maturity=debt.due,
        deducted=deducted,
        original=transferor.kind.value if transferor else None,
    )
