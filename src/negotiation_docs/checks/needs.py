"""Facts that a paper cannot do without: what the head of its template names, and what depends on other facts."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.factpaths import label, steps, value
from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.preconditions import preconditions
from negotiation_docs.checks.rule import Found, Words
from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.figures.wording import chinese_date

Missing = tuple[Words, Found]
_MAY_BE_EMPTY = frozenset({"income", "essentials", "assets"})  # [] says that there is none
_PARTS = attrgetter("principal", "interest", "penalty", "fees")

_SETTLED = Words(
    "debt.settled",
    "error",
    "这笔债务已于{day}结清，不能再写成欠款",
    "不再需要《{title}》；结清日期写错了的请改正",
)
_MESSAGE = "缺少“{label}”，《{title}》需要这项事实"
HINTS: Final = {
    "hardship": "请写明原因、发生日期、情况说明和证据；忘记还款日的写“个人疏忽”",
    "finances": "请写明每月收入、必要支出和其他债务；没有收入的写 income: []",
    "income": "请逐项写明每月收入；没有收入的写 income: []",
    "essentials": "请逐项写明每月必要支出，如房租、伙食",
    "due": "请写第一笔没有还上的款项应还的日期",
    "account": "信用卡写卡号最后四位，贷款写合同编号",
    "principal": "请按账单或手机银行填写剩余本金；不清楚的先申请欠款明细",
    "proposal": "请写明还款方式、期数和首期还款日",
    "agreement": "请写明达成日期和对方说了什么；没有谈成的不必写这份文书",
    "contacts": "请记下时间、渠道、要点和对方答复",
    "evidence": "请列出手头的材料；拿不到的状态写“无法提供”并写明原因",
    "contact_by": "请写希望对方用的联系途径，如电话、电子邮件",
    "method": "请写怎样还，如免息等额分期；各种写法见案件文件的说明",
    "periods": "请写分多少期还",
    "first_due": "请写第一期哪天还；以后每月都在这一天",
    "waive": "请写请求减免哪一项、多少元；没有减免请求的不必写这份文书",
    "deferral": "请写延哪一期或者停哪几个月、延到哪天、理由",
    "change": "请只写与原方案不同的地方，从哪一期起",
    "confirmed": "请写对方哪天、用什么方式书面确认",
    "payments": "请写每次还款的日期和金额",
    "settled": "请写全部还清的那一天",
    "agent": "请写受托人的姓名和身份；本人自己办理的不必写这份文书",
    "matters": "请写委托办理哪些事，如“代为提交材料、查询办理情况”",
    "until": "请写委托到哪一天为止",
    "settlement": "请写哪一天以前一次付清；分期偿还的写《还款计划》",
    "dispute": "请写哪一项记错了、报告怎么写、实际是什么",
}
"""What to write for a fact that is missing, by the name of its field."""


def missing_facts(case: Case, debt: Debt, paper: Kind) -> Iterator[Missing]:
    """Everything that stops this paper because it was not stated; ids begin with ``missing.``.

    That a debt is paid off stops the papers that speak of it as owed (``debt.settled``), and no others.
    """
    place = debt_number(case, debt)
    title = paper.spoken
    yield from _needed(case, debt, paper, title)
    if "admits" in paper.traits and debt.settled and debt.settled_by(case.dated):
        values = {"day": chinese_date(debt.settled), "title": title}
        yield _SETTLED, (("debts", place, "settled"), values)
    if "letter" in paper.traits:
        yield from _way_to_reply(case, title)
    if "pleads" in paper.traits:
        yield from _causes(case, title)
    if "balance" in paper.traits:
        yield from _balance(debt, place, title)
    yield from preconditions(case, debt, paper)


def _needed(case: Case, debt: Debt, paper: Kind, title: str) -> Iterator[Missing]:
    """The needs of the head that no fact meets; of what is missing altogether, not every part as well."""
    absent: list[Place] = []
    for need in paper.needs:
        if need in paper.unless and CONDITIONS[paper.unless[need]].holds(case, debt):
            continue
        model, names = steps(need)
        loc: Place = names if model is Case else ("debts", debt_number(case, debt), *names)
        if any(loc[: len(known)] == known for known in absent):
            continue
        if _absent(_stated(case, debt, need), names[-1]):
            absent.append(loc)
            yield _missing(names[-1], loc, label(need), title)


def _way_to_reply(case: Case, title: str) -> Iterator[Missing]:
    borrower = case.borrower
    if not (borrower.phone or borrower.email or borrower.address):
        hint = "电话、电子邮箱、通讯地址至少填一项，对方才能答复"
        yield _missing("reply", ("borrower", "phone"), "联系方式", title, hint)


def _causes(case: Case, title: str) -> Iterator[Missing]:
    dated = any(cause.since for cause in case.hardship)
    for place, cause in enumerate(case.hardship):
        if cause.since is None and (cause.cause.is_hardship or not dated):  # nobody can date a plan that was poor
            hint = "请写明从哪一天起"
            yield _missing("since", ("hardship", place, "since"), f"{cause.cause.label}的发生日期", title, hint)
        if cause.cause.is_hardship and "evidence" not in cause.model_fields_set:
            hint = "有证明的写材料编号；没有的写“证据: []”（英文键写 evidence: []），信中会如实说明暂无书面证明"
            loc = ("hardship", place, "evidence")
            yield _missing("evidence_status", loc, f"{cause.cause.label}有无证据", title, hint)


def _balance(debt: Debt, place: int, title: str) -> Iterator[Missing]:
    balance = debt.balance
    if all(part is None for part in _PARTS(balance)):
        return  # nothing is said about amounts: the paper says 金额待核对
    here: Place = ("debts", place, "balance")
    if balance.as_of is None:
        yield _missing("as_of", (*here, "as_of"), "欠款截至日期", title, "请写明这些金额是哪一天的")
    if balance.source is None:
        hint = "请写明从哪里看到的，如“手机银行欠款查询页（2026年11月21日）”"
        yield _missing("source", (*here, "source"), "欠款数据来源", title, hint)


def _missing(name: str, loc: Place, label: str, title: str, hint: str = "") -> Missing:
    words = Words(f"missing.{name}", "error", _MESSAGE, hint or HINTS.get(name, "请补上这一项"), absent=True)
    return words, (loc, {"label": label, "title": title})


def _absent(value: object, name: str) -> bool:
    return value is None or (value == () and name not in _MAY_BE_EMPTY)


def _stated(case: Case, debt: Debt, need: str) -> object:
    """The fact; the steps of a stepped plan say how many instalments it has."""
    found = value(case, debt, need)
    if found is None and need.endswith(".periods"):
        return value(case, debt, f"{need.removesuffix('.periods')}.steps") or None
    return found
