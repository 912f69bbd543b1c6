"""Who is sued, and where: a guarantor has no form here, and a clause on the forum is lost by answering first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from negotiation_docs.checks.pleaded import told_to_court
from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Debt, Litigation, PartyRole, Stage
from negotiation_docs.facts.values.folding import fold
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.limits import limits

_ME: Final = "(?:本人|我|答辩人|异议人)"
_VOUCHES: Final = re.compile(
    f"{_ME}(?:[^，。；]{{0,4}}(?:是|系|作为|身为|为)[^，。；的]{{0,12}}的?(?:连带责任|一般|连带)?(?:保证人|担保人)(?!的)"
    f"|(?:[^，。；]{{0,4}})(?:为|替|给|帮)(?!本人|我)[^，。；]{{1,16}}(?:作保|做保|担保|提供保证|作保证)(?!金))"
)
_NOT_SO: Final = re.compile("[不没未非]|抵押|质押")
_THEIRS: Final = re.compile("(?:原告|申请人|银行|对方|起诉状|平台|公司)[^，。；]{0,12}[称认主写说以][^，。；]{0,4}$")
_UNTRUE: Final = re.compile("[^，。；]{0,4}[，]?[^，。；]{0,4}(?:不属实|不是事实|与事实不符)")
_ARBITRATION: Final = re.compile("仲裁")
_COURT: Final = re.compile("管辖|(?:人民)?法院[^。；]{0,8}(?:诉讼|起诉|裁决|解决)|(?:诉讼|起诉)[^。；]{0,12}法院")


def _debtor(case: Case, debt: Debt) -> Iterator[Found]:
    """Every letter speaks of the borrower's own loan: of a guarantor it would say what is not so."""
    del case
    for place, party in enumerate(debt.parties):
        if party.role is PartyRole.DEBTOR:
            yield found("parties", place, "role")


def _vouches(case: Case, debt: Debt) -> Iterator[Found]:
    """Words to the court by which the borrower is a guarantor, and no party that says so."""
    del case
    if debt.litigation is None or debt.vouched:
        return
    for place, text in told_to_court(debt):
        if clause := _vouching(text):
            yield found("litigation", *place, clause=echo(clause))


def _proved(case: Case, debt: Debt) -> Iterator[Found]:
    """Proof of this debt by which the borrower is a guarantor, and no party that says so."""
    if debt.vouched:
        return
    proves = {item.id: item.proves or "" for item in case.evidence}
    for place, name in enumerate(debt.evidence):
        if clause := _vouching(proves.get(name, "")):
            yield found("evidence", place, clause=echo(clause))


def _vouching(text: str) -> str:
    """The first words by which the borrower vouches for somebody, neither denied nor another's; else empty."""
    folded = fold(text)
    for match in _VOUCHES.finditer(folded):
        theirs = _THEIRS.search(folded, 0, match.start()) or _UNTRUE.match(folded, match.end())
        if not (_NOT_SO.search(match[0]) or theirs):
            return match[0]
    return ""


def _clauses(debt: Debt) -> Iterator[tuple[int, str, str]]:
    """The clauses of the contract by place, reference and text, read without the differences of writing."""
    for place, clause in enumerate(debt.contract.clauses):
        yield place, clause.ref or "", fold(clause.text or "")


def _sued(debt: Debt) -> Litigation | None:
    suit = debt.litigation
    return suit if suit is not None and suit.stage is Stage.SUED else None


def _arbitration(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    for place, ref, text in _clauses(debt) if _sued(debt) else ():
        if _ARBITRATION.search(text):
            yield found("contract", "clauses", place, ref=echo(ref))


def _jurisdiction(case: Case, debt: Debt) -> Iterator[Found]:
    """A clause that names the very court that has the suit leaves nothing to object to."""
    suit = _sued(debt)
    for place, ref, text in _clauses(debt) if suit else ():
        if suit and _COURT.search(text) and not _ARBITRATION.search(text) and not (suit.court and suit.court in text):
            opening = next(iter(limits(case, suit)))
            by = f"到{chinese_date(opening.day)}为止" if opening.day else f"收到起诉状副本之日起{opening.rule.days}日"
            yield found("contract", "clauses", place, ref=echo(ref), by=by)


RULES: tuple[Rule, ...] = (
    DebtRule("party.vouches", _debtor),
    DebtRule("court.vouches", _vouches),
    DebtRule("party.proved_to_vouch", _proved),
    DebtRule("court.arbitration_clause", _arbitration),
    DebtRule("court.jurisdiction_clause", _jurisdiction),
)
