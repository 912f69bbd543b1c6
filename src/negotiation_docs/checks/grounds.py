"""What is no ground before a court, or takes one's own away: hardship, a notice not given, a word that admits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from negotiation_docs.checks.pleaded import answers_in, told_to_court
from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Answer, Case, ClaimItem, Debt, Stage
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.law.admissions import NEAR, admission, denies

_NO_GROUND: Final = re.compile(
    "(?:没有|没|缺乏|无|失去)(?:清偿|偿还|还款|履行)?能力|无力(?:偿还|清偿|还款|支付|归还)|还不(?:上|起|了)|没钱|没有钱|"
    "(?:经济|生活|家庭|资金)?困难|失业|"
    "(?:请求|希望|申请|要求|恳请|愿意)[^，。；]{0,6}(?:分期|延期|暂缓|缓期|宽限|减免|协商还款)"
)
_THEM: Final = re.compile("申请人|申请书|债权人|银行|贷款公司|平台|对方|支付令")
_SAY: Final = re.compile("[称说写载]|认为|以为|主张|声明")
_STOP: Final = re.compile("[，。；]")
_UNTRUE: Final = re.compile("[^，。；]{0,8}(?:不属实|不是事实|并非事实|与事实不符)")
_NO_NOTICE: Final = re.compile(
    "(?:没有|未|没)(?:收到|接到|得到)?[^，。；]{0,8}(?:转让)?[^，。；]{0,4}通知|"
    "(?:不知道|不知情|不知|不清楚|不晓得|没(?:有)?人(?:告诉|告知|通知))[^，。；]{0,12}转让|"
    "转让[^。；]{0,8}(?:不知情|不知道|不清楚|没(?:有)?(?:人)?(?:告诉|告知)|未(?:告诉|告知))"
)
_WHOLE: Final = frozenset({ClaimItem.PRINCIPAL, ClaimItem.TOTAL})


def no_ground(text: str) -> re.Match[str] | None:
    """Hardship or a wish for time in the person's own mouth: the other side's words and a denial are neither."""
    for word in _NO_GROUND.finditer(text):
        start = word.start()
        if not (_is_theirs(text, start) or denies(text, start) or _UNTRUE.match(text, word.end())):
            return word
    return None


def _is_theirs(text: str, end: int) -> bool:
    """Whether the clause of ``text`` that goes on at ``end`` has the other side say what follows (银行称…)."""
    clause = _STOP.split(text[max(0, end - NEAR) : end])[-1]
    them = _THEM.search(clause)
    return them is not None and _SAY.search(clause, them.end()) is not None


def _no_notice(case: Case, debt: Debt) -> Iterator[Found]:
    """合同编通则解释 48(2): the service of the complaint is the notice of the transfer."""
    del case
    if not _is_sued(debt) or debt.creditor.transferred_from is None:
        return
    for place, text in told_to_court(debt):
        if "转让" in text and _NO_NOTICE.search(text):
            yield found("litigation", *place)


def _hardship(case: Case, debt: Debt) -> Iterator[Found]:
    """That one cannot pay is no objection to what is claimed; a wish for time has a place of its own."""
    del case
    suit = debt.litigation
    for place, one in answers_in(suit) if suit and _is_sued(debt) else ():
        word = no_ground(one.reason or "") if one.objected else None
        if word is not None:
            yield found("litigation", *place, "reason", item=one.item.label, word=word[0])


def _statement_admits(case: Case, debt: Debt) -> Iterator[Found]:
    """Words in the free statement that admit what the boxes contest; a court reads the statement as the answer too."""
    suit = debt.litigation
    if suit is None or not _is_sued(debt) or debt.limitation_raised or not suit.statement:
        return
    whole = [claim.item.label for claim in suit.claims if claim.item in _WHOLE and claim.answer is Answer.DISPUTE]
    said = admission(suit.statement, case.dated) if whole else None
    if said is not None and said.clear:
        yield found("litigation", "statement", clause=echo(said.clause), items="、".join(whole))


def _is_sued(debt: Debt) -> bool:
    return debt.litigation is not None and debt.litigation.stage is Stage.SUED


RULES: tuple[Rule, ...] = (
    DebtRule("court.no_notice", _no_notice),
    DebtRule("court.no_ground", _hardship),
    DebtRule("court.statement_admits", _statement_admits),
)
