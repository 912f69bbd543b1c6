"""What a paper about a credit record needs, and whom it is about: a record that is wrong, or one that is true."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.wanting import Wanting, mistake, refusal, wanting
from negotiation_docs.facts import Case, Debt, DisputeAddressee, DisputeKind
from negotiation_docs.figures.proposals import debt_number
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing.objections import ANSWER_DAYS, objected


def disputes(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    title, place, dispute = paper.spoken, debt_number(case, debt), debt.dispute
    if dispute is None:
        return
    if dispute.kind is DisputeKind.STATEMENT:
        message = "记录属实、只想说明原因的，不是异议，《{title}》不适用"
        hint = "记录有错的，“种类”写“记载有误”（error）并写明实际情况；属实的不能申请更正，可以写《不良信息情况说明》"
        yield refusal("dispute.statement", ("debts", place, "dispute", "kind"), message, hint, title=title)
    elif dispute.item is None:
        message, hint = "缺少异议信息，《{title}》需要这项事实", "写明哪一项记载有误，如“2026年3月还款状态”"
        yield wanting("item", ("debts", place, "dispute", "item"), message, hint, title=title)
    if dispute.addressee is DisputeAddressee.LENDER and not profile(debt.creditor.kind).reports_credit:
        message = "{kind}不向征信系统报送信息，异议不能向它提出"
        hint = "信用报告上写有报送这条记录的机构；向征信中心提出的，“受理单位”写 centre"
        kind = debt.creditor.kind.label
        yield mistake("dispute.not_reported", ("debts", place, "dispute", "addressee"), message, hint, kind=kind)


def identifies(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    del debt
    if case.borrower.id_number is None and case.borrower.id_document is None:
        message, hint = "缺少“公民身份号码”，《{title}》须写完整的证件号码", "没有居民身份证的，写“其他证件”"
        yield wanting("id_number", ("borrower", "id_number"), message, hint, title=paper.spoken)


def declares(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """A record that is true, with a word on how it came about."""
    place, dispute = debt_number(case, debt), debt.dispute
    if dispute is None:
        return
    if dispute.kind is not DisputeKind.STATEMENT:
        message, hint = (
            "记录有错的要申请更正，《{title}》只用于属实的记录",
            "写《征信异议申请》；记录属实的，“种类”写个人声明",
        )
        yield refusal("dispute.error", ("debts", place, "dispute", "kind"), message, hint, title=paper.spoken)
    elif dispute.actual is None and not case.hardship:
        message, hint = "没有写这条记录是怎么来的，《{title}》无话可写", "写“实际情况”，或者写困难原因"
        yield wanting("actual", ("debts", place, "dispute", "actual"), message, hint, title=paper.spoken)
    if dispute.addressee is DisputeAddressee.LENDER and not profile(debt.creditor.kind).reports_credit:
        message, hint = "{kind}不向征信系统报送信息，说明不能交给它", "交给征信中心的，“受理单位”写 centre"
        kind = debt.creditor.kind.label
        yield mistake("dispute.not_reported", ("debts", place, "dispute", "addressee"), message, hint, kind=kind)


def complains(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    """An objection that was refused, or that nobody answered in its time; and who takes the complaint."""
    place, dispute, made = debt_number(case, debt), debt.dispute, objected(case, debt)
    if dispute is None:
        return
    title = paper.spoken
    if dispute.kind is DisputeKind.STATEMENT:
        message, hint = "记录属实的没有可以投诉的，《{title}》不适用", "想说明原因的，写《不良信息情况说明》"
        yield refusal("dispute.statement", ("debts", place, "dispute", "kind"), message, hint, title=title)
        return
    if dispute.branch is None:
        message = "没有写由哪个人民银行分支机构受理，《{title}》没有收件单位"
        hint = "写被投诉机构所在地的人民银行分支机构全称，填在“征信异议”的“人民银行分支机构”（branch）"
        yield wanting("branch", ("debts", place, "dispute", "branch"), message, hint, title=title)
    if made is None:
        message = "没有提出异议的沟通，《{title}》还不到时候"
        hint = "先写《征信异议申请》；交了以后把那次沟通记下来，“提交文书”写征信异议申请"
        yield wanting("objection", ("debts", place, "contacts"), message, hint, title=title)
    elif not (made.refused or made.late):
        message = "异议{day}才提出，还在{days}日的核查期限之内"
        hint = "期满没有答复、或者答复不予更正的，再写这一份"
        here = ("debts", place, "contacts", debt.contacts.index(made.made), "at")
        yield wanting("answer_time", here, message, hint, day=chinese_date(made.made.day), days=ANSWER_DAYS)
