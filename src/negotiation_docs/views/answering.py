"""民事答辩状（要素式）: the rows of the court's form, ticked by what the case file answers and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import (
    Answer,
    Case,
    Claim,
    ClaimItem,
    CourtRequest,
    Debt,
    FactAnswer,
    FactItem,
    Litigation,
    MediationWish,
    Payment,
)
from negotiation_docs.figures.charges import COURT_RATE
from negotiation_docs.figures.claimed import beside as rate_beside
from negotiation_docs.figures.sued import BesideClaim, beside, parts_of, payments_since
from negotiation_docs.law.court_forms import FormRow, boxes, forms, mediation, notice
from negotiation_docs.law.lpr import cap
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt, in_order, numbered
from negotiation_docs.views.receipts import (
    ToldPayments,
    proved_payments,
    told_elsewhere,
    told_payments,
    vouchers_of,
)
from negotiation_docs.words.voice import Voice

REDUCTIONS: Final = (CourtRequest.REDUCE_PENALTY, CourtRequest.CAP_24, CourtRequest.CAP_LPR4)
_LAW: Final = re.compile(
    "民法典|法(?=[第0-9》])|诉讼法|诉讼时效|合同法|合同编|解释|条例|办法|规定(?=[》（第0-9])|"
    "《[^《》]*(?:通知|意见|批复|规则)》|法律规定|LPR|贷款市场报价利率"
)
_PARTED: Final = re.compile("[；;。]")
_NOTHING: Final = (Backing(), ToldPayments())


class TickBox(Struct, frozen=True):
    """A box of the form: its words, and whether it is ticked."""

    label: str
    ticked: bool


class FormLine(Struct, frozen=True):
    """One row: its number and words, its boxes, and what is written after ``prompt``.

    ``disputed`` where the second box is ticked; ``open`` where the row needs an answer and has none. ``counted``: the
    charges that the bill lists for this claim, where it is about charges. ``told``: the payments that the row is about,
    beside the person's own words on them.
    """

    number: int
    item: str
    title: str
    boxes: tuple[TickBox, ...]
    prompt: str
    disputed: bool
    open: bool
    claimed: Decimal | None
    admitted: Decimal | None
    reason: str
    figures: BesideClaim
    counted: tuple[str, ...]
    backing: Backing
    told: ToldPayments


class MediationRows(Struct, frozen=True):
    """The rows about the wish to mediate: what is asked, and the boxes; ``each`` are those of every benefit."""

    known_asked: str
    known: tuple[TickBox, ...]
    benefits_asked: str
    benefits: tuple[str, ...]
    each: tuple[TickBox, ...]
    wish_asked: str
    wish: tuple[TickBox, ...]


class CourtRequests(Struct, frozen=True):
    """What the borrower asks of the court; ``excess`` is 元 above the rate that it names, where computed.

    ``listed`` is what it was computed from where the plaintiff claims more than that, None where they are the same.
    """

    reductions: tuple[str, ...]
    instalments: bool
    mediation: bool
    limitation: bool
    cap_rate: Decimal | None
    excess: Decimal | None
    listed: Decimal | None


class CourtForm(Struct, frozen=True):
    """The whole form for one suit; ``claims`` and ``facts`` are empty while the cause is not told (a draft).

    ``disputed``: whether a claim is objected to. ``draft``: what has to be known before it is handed in stands above
    it.
    """

    cause: str
    plaintiff: str
    notice: tuple[str, ...]
    claims: tuple[FormLine, ...]
    facts: tuple[FormLine, ...]
    asked: CourtRequests
    statement: tuple[str, ...]
    contract_basis: tuple[str, ...]
    law_basis: tuple[str, ...]
    mediation: MediationRows
    exhibits: tuple[Exhibit, ...]
    unanswered: tuple[FormLine, ...]
    disputed: bool
    draft: bool


def court_form(case: Case, debt: Debt, penalty: str, voice: Voice) -> CourtForm | None:
    """The form; None while the file tells of no proceeding. ``penalty`` is what this lender's late charge is called."""
    suit = debt.litigation
    if suit is None:
        return None
    exhibits = court_exhibits(case, debt, voice)
    form = forms().get(suit.cause) if suit.cause else None
    asked = _asked(debt, suit)
    pen = _Pen(exhibits, debt, penalty, voice)
    claims = tuple(_claims(case, debt, suit, form.claims, pen)) if form else ()
    facts = tuple(_facts(debt, suit, form.facts, asked, pen)) if form else ()
    contract_basis, law_basis = basis(suit.basis or "", voice)
    return CourtForm(
        cause=voice.label(suit.cause) if suit.cause else voice.gap(Litigation, "cause"),
        plaintiff=voice.name(suit.plaintiff or debt.creditor.name),
        notice=notice(voice.lang),
        claims=claims,
        facts=facts,
        asked=asked,
        statement=statement(suit, voice),
        contract_basis=contract_basis,
        law_basis=law_basis,
        mediation=_mediation(suit, voice.lang),
        exhibits=tuple(item for item in exhibits.values() if item.number),
        unanswered=tuple(line for line in (*claims, *facts) if line.open),
        disputed=any(line.disputed for line in claims),
        draft=voice.draft,
    )


def statement(suit: Litigation, voice: Voice) -> tuple[str, ...]:
    """The person's free statement, line by line."""
    return tuple(voice.say(line) for line in (suit.statement or "").split("\n") if line.strip())


def payments_told(debt: Debt) -> tuple[Payment, ...]:
    """The payments to tell a court of; none where limitation is raised, because a payment acknowledges the debt."""
    return () if debt.limitation_raised else debt.payments


def beside_fact(fact: FactAnswer, debt: Debt, exhibits: Mapping[str, Exhibit]) -> tuple[Backing, ToldPayments]:
    """What stands behind an answer about facts; that on what was repaid tells each payment, if objected to."""
    if fact.item is not FactItem.REPAID or not fact.objected:
        return backing(fact.evidence, exhibits), ToldPayments()
    payments = payments_told(debt)
    return proved_payments(told_payments(payments, fact.reason or ""), payments, fact.evidence, exhibits, summing=False)


def beside_claim(case: Case, debt: Debt, claim: Claim, exhibits: Mapping[str, Exhibit]) -> tuple[Backing, ToldPayments]:
    """The same for a claim that payments since the bill lessen; one paper tells them one by one once."""
    if not figures_beside(case, debt, claim).paid:
        return backing(claim.evidence, exhibits), ToldPayments()
    payments = payments_since(case, debt)
    tell = told_elsewhere if _is_told(case, debt, claim) else told_payments
    return proved_payments(tell(payments, claim.reason or ""), payments, claim.evidence, exhibits, summing=True)


def _is_told(case: Case, debt: Debt, claim: Claim) -> bool:
    """Whether the row on what was repaid, or a claim before this one, tells the payments one by one."""
    suit = debt.litigation
    claims = suit.claims if suit else ()
    before = claims[: claims.index(claim)] if claim in claims else ()
    return _objects_repaid(debt) or any(figures_beside(case, debt, one).paid for one in before)


def _objects_repaid(debt: Debt) -> bool:
    return any(
        fact.item is FactItem.REPAID and fact.objected for fact in (debt.litigation.facts if debt.litigation else ())
    )


def basis(told: str, voice: Voice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is relied on, of the contract and of the law: clause by clause, as the file's own words tell them apart."""
    parts = [
        part
        for line in told.split("\n")
        for part in ([line] if voice.lang != "zh" and voice.translated(line) else _PARTED.split(line))
        if part.strip()
    ]
    found = [(voice.say(part.strip()), _LAW.search(part)) for part in parts]
    return tuple(text for text, law in found if not law), tuple(text for text, law in found if law)


def court_exhibits(case: Case, debt: Debt, voice: Voice) -> Mapping[str, Exhibit]:
    """The evidence that the answers name, numbered by itself: a court gets no more than that."""
    suit = debt.litigation
    answers: Sequence[Claim | FactAnswer] = (*suit.claims, *suit.facts) if suit else ()
    wanted = {name for one in answers for name in one.evidence}
    if _objects_repaid(debt):
        wanted |= set(vouchers_of(payments_told(debt)))
    elif suit and any(figures_beside(case, debt, claim).paid for claim in suit.claims):
        wanted |= set(vouchers_of(payments_since(case, debt)))
    items = [one for one in for_debt(case, debt) if one.id in wanted]
    return numbered(items, in_order(items, 0), voice)


def counted(debt: Debt, claim: Claim, penalty: str, voice: Voice) -> tuple[str, ...]:
    """The charges of the bill that a claim to interest is compared with, in words."""
    if claim.item is not ClaimItem.INTEREST:
        return ()
    parts = parts_of(debt, claim)
    return tuple(voice.part(part.value, penalty) for part in [one for one in parts if debt.balance.part(one)] or parts)


class _Pen(Struct):
    """Fills in the lines of one form."""

    exhibits: Mapping[str, Exhibit]
    debt: Debt
    penalty: str
    voice: Voice

    def line(
        self,
        number: int,
        row: FormRow,
        said: Claim | FactAnswer | None,
        figures: BesideClaim,
        behind: tuple[Backing, ToldPayments],
    ) -> FormLine:
        """One row as ``said`` answers it; None leaves it as the form prints it. ``behind``: its proof and payments."""
        answer = said.answer if said else None
        words = boxes(row.box, self.voice.lang) if row.box else None
        ticks = (answer is Answer.ADMIT, said is not None and said.objected)
        return FormLine(
            number=number,
            item=row.item,
            title=row.of(self.voice.lang),
            boxes=tuple(map(TickBox, words.options, ticks)) if words else (),
            prompt=words.prompt if words else "",
            disputed=ticks[1],
            open=said is not None and answer is None,
            claimed=said.amount if isinstance(said, Claim) else None,
            admitted=said.admitted if isinstance(said, Claim) else None,
            reason=self.voice.say(said.reason) if said else "",
            figures=figures,
            counted=counted(self.debt, said, self.penalty, self.voice) if isinstance(said, Claim) else (),
            backing=behind[0],
            told=behind[1],
        )


def _claims(case: Case, debt: Debt, suit: Litigation, rows: Sequence[FormRow], pen: _Pen) -> Iterator[FormLine]:
    raised = {claim.item.value: claim for claim in suit.claims}
    for number, row in enumerate(rows, 1):
        claim = raised.get(row.item)
        figures = figures_beside(case, debt, claim) if claim else BesideClaim()
        behind = beside_claim(case, debt, claim, pen.exhibits) if claim else _NOTHING
        yield pen.line(number, row, claim, figures, behind)


def figures_beside(case: Case, debt: Debt, claim: Claim) -> BesideClaim:
    """What stands beside ``claim``; who raises limitation says nothing of what would be owed."""
    told = beside(case, debt, claim)
    return BesideClaim(told.rest) if debt.limitation_raised else told


def _facts(
    debt: Debt, suit: Litigation, rows: Sequence[FormRow], asked: CourtRequests, pen: _Pen
) -> Iterator[FormLine]:
    stated = {fact.item.value: fact for fact in suit.facts}
    for number, row in enumerate(rows, 1):
        fact = stated.get(row.item)
        behind = beside_fact(fact, debt, pen.exhibits) if fact else _NOTHING
        made = pen.line(number, row, fact, BesideClaim(), behind)
        if row.item == FactItem.DEFENCES.value and (asked.reductions or asked.limitation):
            made = _with_defences(made, row, pen.voice)
        yield made


def _with_defences(made: FormLine, row: FormRow, voice: Voice) -> FormLine:
    """A reduction that is asked for, or limitation that is raised, is another ground: the person decided so."""
    words = boxes(row.box, voice.lang)
    return replace(made, boxes=tuple(map(TickBox, words.options, (False, True))), disputed=True, open=False)


def _asked(debt: Debt, suit: Litigation) -> CourtRequests:
    limit = cap(debt)
    compared = rate_beside(debt, limit.rate if limit else COURT_RATE)
    claimed = next((claim.amount for claim in suit.claims if claim.item is ClaimItem.INTEREST), None)
    untold = suit.raise_limitation or debt.balance.reckoned
    if compared and (untold or (claimed is not None and claimed < compared.claimed)):
        compared = None  # no figure beside limitation, none of one's own, and a list of more than is claimed is none
    return CourtRequests(
        reductions=tuple(one.value for one in REDUCTIONS if one in suit.requests),
        instalments=CourtRequest.INSTALMENTS in suit.requests,
        mediation=CourtRequest.MEDIATION in suit.requests,
        limitation=bool(suit.raise_limitation),
        cap_rate=limit.rate if limit else None,
        excess=compared.excess or None if compared else None,
        listed=compared.claimed if compared and claimed is not None and claimed > compared.claimed else None,
    )


def _mediation(suit: Litigation, lang: str) -> MediationRows:
    words = mediation(lang)
    wishes = (MediationWish.YES, MediationWish.NO, MediationWish.UNSURE)
    return MediationRows(
        known_asked=words.known,
        known=_yes_or_no(words.yes_no, suit.mediation_known),
        benefits_asked=words.benefits_asked,
        benefits=words.benefits,
        each=_yes_or_no(words.yes_no, suit.mediation_benefits),
        wish_asked=words.wish,
        wish=tuple(TickBox(label, suit.mediation_wish is one) for label, one in zip(words.wishes, wishes, strict=True)),
    )


def _yes_or_no(options: tuple[str, str], said: bool | None) -> tuple[TickBox, ...]:
    return tuple(TickBox(label, said is value) for label, value in zip(options, (True, False), strict=True))
