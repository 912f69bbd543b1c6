"""What a paper about a credit record needs, and whom it is about: a record that is wrong, or one that is true."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.checks.wanting import Wanting, refusal, wanting
from negotiation_docs.facts import Case, Debt, DisputeAddressee, DisputeKind
from negotiation_docs.law.creditors import profile


def disputes(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    title, place, dispute = paper.spoken, case.debts.index(debt), debt.dispute
    if dispute is None:
        return
    if dispute.kind is DisputeKind.STATEMENT:
        message = "记录属实、只想说明原因的，不是异议，《{title}》不适用"
        hint = "记录有错的，“种类”写“记载有误”（error）并写明实际情况；属实的不能申请更正，可以另作个人声明"
        yield refusal("dispute.statement", ("debts", place, "dispute", "kind"), message, hint, title=title)
    elif dispute.item is None:
        message, hint = "缺少异议信息，《{title}》需要这项事实", "写明哪一项记载有误，如“2026年3月还款状态”"
        yield wanting("item", ("debts", place, "dispute", "item"), message, hint, title=title)
    if dispute.addressee is DisputeAddressee.LENDER and not profile(debt.creditor.kind).reports_credit:
        message = "{kind}不向征信系统报送信息，异议不能向它提出"
        hint = "信用报告上写有报送这条记录的机构；向征信中心提出的，“受理单位”写 centre"
        kind = debt.creditor.kind.label
        yield refusal("dispute.not_reported", ("debts", place, "dispute", "addressee"), message, hint, kind=kind)


def identifies(case: Case, debt: Debt, paper: Kind) -> Iterator[Wanting]:
    del debt
    if case.borrower.id_number is None and case.borrower.id_document is None:
        message, hint = "缺少“公民身份号码”，《{title}》须写完整的证件号码", "没有居民身份证的，写“其他证件”"
        yield wanting("id_number", ("borrower", "id_number"), message, hint, title=paper.spoken)
