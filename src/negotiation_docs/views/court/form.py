"""民事答辩状（要素式）: the rows of the court's form, ticked by what the case file answers and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Answer, Case, Claim, Debt, FactAnswer, FactItem, Litigation
from negotiation_docs.figures.sued import BesideClaim
from negotiation_docs.law.court_forms import FormRow, boxes, forms, notice
from negotiation_docs.views.court.pleading import (
    Answered,
    basis,
    beside_claim,
    beside_fact,
    counted,
    court_exhibits,
    figures_beside,
    statement,
)
from negotiation_docs.views.court.requests import CourtRequests, MediationRows, TickBox, asked_of_court, mediation_rows
from negotiation_docs.views.exhibits import Backing, Exhibit
from negotiation_docs.views.receipts import ToldPayments
from negotiation_docs.words.voice import Voice

_NOTHING: Final = (Backing(), ToldPayments())


class FormLine(Answered, frozen=True):
    """One row: its number and words, its boxes, and what is written after ``prompt``.

    ``disputed`` where the second box is ticked; ``open`` where the row needs an answer and has none.
    """

    number: int
    item: str
    boxes: tuple[TickBox, ...]
    prompt: str
    disputed: bool
    open: bool


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
    asked = asked_of_court(debt, suit)
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
        mediation=mediation_rows(suit, voice.lang),
        exhibits=tuple(item for item in exhibits.values() if item.number),
        unanswered=tuple(line for line in (*claims, *facts) if line.open),
        disputed=any(line.disputed for line in claims),
        draft=voice.draft,
    )


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
