"""What a court's form asks and the file leaves open: rows, boxes, the basis of limitation, evidence not cited."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.catalogue.kinds import find
from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, ClaimItem, Debt, FactItem, Stage
from negotiation_docs.facts.values.identifiers import is_mobile
from negotiation_docs.law.court_forms import forms

_SECURITY = frozenset(
    {
        FactItem.SECURITY_CONTRACT,
        FactItem.SECURITY_OBJECT,
        FactItem.MAXIMUM_SECURITY,
        FactItem.SECURITY_REGISTERED,
        FactItem.GUARANTEE,
        FactItem.GUARANTEE_KIND,
        FactItem.OTHER_SECURITY,
        FactItem.DEFENCES,
    }
)
_WISHES = ("有没有委托诉讼代理人", "是否了解调解", "是否了解先行调解的好处", "是否考虑先行调解")


def _no_basis(case: Case, debt: Debt) -> Iterator[Found]:
    """Limitation that is raised without the provisions it rests on: their row of the form stays blank."""
    del case
    suit = debt.litigation
    if suit is not None and suit.stage is Stage.SUED and suit.claims and suit.raise_limitation and not suit.basis:
        yield found("litigation", "basis")


def _silent(case: Case, debt: Debt) -> Iterator[Found]:
    """What the form asks and the file does not answer: the boxes stay blank, and silence in court may admit."""
    del case
    suit = debt.litigation
    form = forms().get(suit.cause) if suit and suit.cause and suit.stage is Stage.SUED else None
    if suit is None or form is None:
        return
    said = {fact.item for fact in suit.facts}
    secured = bool(debt.contract.security) or any(claim.item is ClaimItem.SECURITY for claim in suit.claims)
    items = [item for item in FactItem if item not in said and (secured or item not in _SECURITY)]
    asked = {row.item for row in form.facts}
    rows = [item.label for item in items if item.value in asked]
    if rows:
        yield found("litigation", "facts", rows="、".join(rows))


def _open_boxes(case: Case, debt: Debt) -> Iterator[Found]:
    """What only the person may tick or write and the file leaves open: it is printed blank, for a pen."""
    suit = debt.litigation
    if suit is None:
        return
    served = case.borrower.service_address and find("service_address").is_at_stage(debt)
    service = served and suit.electronic_service is None
    rows = ["是否同意电子送达（送达地址确认书）"] if service else []
    reached = is_mobile(case.borrower.phone or "") or case.borrower.email
    if served and suit.electronic_service and not reached:
        rows += ["电子送达的手机号码或者电子邮箱（送达地址确认书）"]
    rows += ["送达地址的邮政编码（送达地址确认书）"] if served and not case.borrower.service_postcode else []
    if suit.stage is Stage.SUED and suit.cause in forms() and suit.claims:
        told = (suit.represented, suit.mediation_known, suit.mediation_benefits, suit.mediation_wish)
        rows += [row for row, said in zip(_WISHES, told, strict=True) if said is None]
    if rows:
        yield found("litigation", rows="、".join(rows))


def _uncited(case: Case, debt: Debt) -> Iterator[Found]:
    """The list of evidence on the form holds what an answer cites, and nothing else."""
    suit = debt.litigation
    if suit is None or suit.stage is not Stage.SUED or not (suit.claims or suit.facts):
        return
    cited = {proof for claim in suit.claims for proof in claim.evidence}
    cited |= {proof for fact in suit.facts for proof in fact.evidence}
    names = {item.id: item.name for item in case.evidence}
    left = [f"“{names[proof]}”" for proof in debt.evidence if proof in names and proof not in cited]
    if left:
        yield found("litigation", "claims", names="、".join(left))


RULES: tuple[Rule, ...] = (
    DebtRule("court.no_basis", _no_basis),
    DebtRule("court.silent", _silent),
    DebtRule("court.open_boxes", _open_boxes),
    DebtRule("court.uncited", _uncited),
)
