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
from negotiation_docs.figures.sued import BesideClaim, beside, parts_of
from negotiation_docs.law.court_forms import FormRow, boxes, forms, mediation, notice
from negotiation_docs.law.lpr import cap
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt, in_order, numbered
from negotiation_docs.words.voice import Voice

REDUCTIONS: Final = (CourtRequest.REDUCE_PENALTY, CourtRequest.CAP_24, CourtRequest.CAP_LPR4)
_LAW: Final = re.compile(
    "民法典|法(?=[第0-9》])|诉讼法|诉讼时效|合同法|合同编|解释|条例|办法|规定(?=[》（第0-9])|"
    "《[^《》]*(?:通知|意见|批复|规则)》|法律规定|LPR|贷款市场报价利率"
)
_PAID: Final = re.compile(
    "还款|[已又另再所]还(?!没|未)|还[过了给清]|(?<![应未没月期])还(?=的|[0-9])|归还|偿还|支付|已付|付过|付了"
)
_PARTED: Final = re.compile("[；;。]")
_DAY: Final = re.compile("[0-9]{1,2}月[0-9]{1,2}日")
_SUM: Final = re.compile(r"(?<![0-9])(?<![0-9],)[0-9][0-9,]*(?:\.[0-9]+)?(?=元)")


class TickBox(Struct, frozen=True):
    """A box of the form: its words, and whether it is ticked."""

    label: str
    ticked: bool


class FormLine(Struct, frozen=True):
    """One row: its number and words, its boxes, and what is written after ``prompt``.

    ``disputed`` where the second box is ticked; ``open`` where the row needs an answer and has none. ``counted``: the
    charges that the bill lists for this claim, where it is about charges. ``names_payment``: whether the reason, in the
    person's own words, speaks of something paid: then what was paid is added up, and not told as a further payment.
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
    names_payment: bool


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

    ``payments`` are those of the file that the person's own words on what was repaid do not name; ``receipts`` the
    others that have a number which those words do not give; ``by_day`` where the words tell of several payments, and
    a number needs its day, ``by_sum`` where two are of one day, and it needs its sum as well. ``meant``: whether
    those words speak of these payments without a sum, so that they are told once, with the words. ``disputed``:
    whether a claim is objected to. ``draft``: what has to be known before it is handed in stands above it.
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
    vouchers: Backing
    payments: tuple[Payment, ...]
    receipts: tuple[Payment, ...]
    by_day: bool
    by_sum: bool
    unanswered: tuple[FormLine, ...]
    meant: bool
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
    facts = tuple(_facts(suit, form.facts, asked, pen)) if form else ()
    contract_basis, law_basis = basis(suit.basis or "", voice)
    repaid = "".join(fact.reason or "" for fact in suit.facts if fact.item is FactItem.REPAID)
    told = [one for one in _payments(debt) if _named(one, repaid)]
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
        vouchers=vouchers(debt, exhibits),
        payments=tuple(one for one in _payments(debt) if not _named(one, repaid)),
        receipts=tuple(one for one in told if one.ref and one.ref not in repaid),
        by_sum=len({one.date for one in told}) < len(told),
        by_day=max(len(_DAY.findall(repaid)), len(_SUM.findall(repaid))) > 1,
        unanswered=tuple(line for line in (*claims, *facts) if line.open),
        meant=bool(_payments(debt)) and names_payment(repaid) and not _SUM.search(repaid),
        disputed=any(line.disputed for line in claims),
        draft=voice.draft,
    )


def statement(suit: Litigation, voice: Voice) -> tuple[str, ...]:
    """The person's free statement, line by line."""
    return tuple(voice.say(line) for line in (suit.statement or "").split("\n") if line.strip())


def _payments(debt: Debt) -> tuple[Payment, ...]:
    """The payments to tell a court of; none where limitation is raised, because a payment acknowledges the debt."""
    return () if debt.limitation_raised else debt.payments


def names_payment(reason: str | None) -> bool:
    """Whether a reason speaks of something paid, in whatever words."""
    return _PAID.search(reason or "") is not None


def _named(payment: Payment, words: str) -> bool:
    """Whether ``words`` tell of ``payment``, by its day and its sum: told twice it would look like two."""
    sums = {Decimal(found.replace(",", "")) for found in _SUM.findall(words)}
    return f"{payment.date.month}月{payment.date.day}日" in words and payment.amount in sums


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
    if suit and _tells_payments(case, debt, suit):
        wanted |= set(_vouchers(debt))
    items = [one for one in for_debt(case, debt) if one.id in wanted]
    return numbered(items, in_order(items, 0), voice)


def vouchers(debt: Debt, exhibits: Mapping[str, Exhibit]) -> Backing:
    """What proves the payments, cited wherever an answer tells of them."""
    return backing(_vouchers(debt), exhibits)


def _vouchers(debt: Debt) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for payment in _payments(debt) for name in payment.evidence))


def _tells_payments(case: Case, debt: Debt, suit: Litigation) -> bool:
    """Whether the paper names payments: in the row on what was repaid, or beside a claim."""
    objected = any(fact.item is FactItem.REPAID and fact.objected for fact in suit.facts)
    return objected or any(figures_beside(case, debt, claim).paid for claim in suit.claims)


def counted(debt: Debt, claim: Claim, penalty: str, voice: Voice) -> tuple[str, ...]:
    """The charges of the bill that a claim to interest is compared with, in words."""
    if claim.item is not ClaimItem.INTEREST:
        return ()
    return tuple(voice.part(part.value, penalty) for part in parts_of(debt, claim) if debt.balance.part(part))


class _Pen(Struct):
    """Fills in the lines of one form."""

    exhibits: Mapping[str, Exhibit]
    debt: Debt
    penalty: str
    voice: Voice

    def line(self, number: int, row: FormRow, said: Claim | FactAnswer | None, figures: BesideClaim) -> FormLine:
        """One row as ``said`` answers it; None leaves it as the form prints it."""
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
            backing=backing(said.evidence if said else (), self.exhibits),
            names_payment=names_payment(said.reason if said else None),
        )


def _claims(case: Case, debt: Debt, suit: Litigation, rows: Sequence[FormRow], pen: _Pen) -> Iterator[FormLine]:
    raised = {claim.item.value: claim for claim in suit.claims}
    for number, row in enumerate(rows, 1):
        claim = raised.get(row.item)
        yield pen.line(number, row, claim, figures_beside(case, debt, claim) if claim else BesideClaim())


def figures_beside(case: Case, debt: Debt, claim: Claim) -> BesideClaim:
    """What stands beside ``claim``; who raises limitation says nothing of what would be owed."""
    told = beside(case, debt, claim)
    return BesideClaim(told.rest) if debt.limitation_raised else told


def _facts(suit: Litigation, rows: Sequence[FormRow], asked: CourtRequests, pen: _Pen) -> Iterator[FormLine]:
    stated = {fact.item.value: fact for fact in suit.facts}
    for number, row in enumerate(rows, 1):
        made = pen.line(number, row, stated.get(row.item), BesideClaim())
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
    if compared and (suit.raise_limitation or (claimed is not None and claimed < compared.claimed)):
        compared = None  # who raises limitation tells no figure, and a list of more than is claimed tells nothing
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
