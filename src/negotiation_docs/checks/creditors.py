"""The creditor and the account: the right addressee, contradicting days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, CreditorKind, Debt
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.creditors import named, profile

_PLATFORM = re.compile(r"APP|App|app|平台|科技|网络技术|信息技术|信息服务|数科")
_FULL_NAME = re.compile(
    r"公司|银行|中心|信用合作|合作社|信用社|联社|联合社|分行|支行|典当行|寄卖行|当铺|管理部|合伙|经营部|商行|工作室|[厂店场]$"
)
_NOT_LENT = re.compile(
    "赊|货款|材料款|工程款|加工费|农资|饲料款|服务费|物业费|租金|房租|装修款|学费|劳务费|工资|运费|会费|赔偿|补偿款|押金|定金"
)
_PAID_FOR = re.compile("代偿|追偿|垫付|垫款|代付")  # who paid a loan for the borrower did not lend it


def _platform(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if debt.creditor.kind is CreditorKind.PLATFORM:
        yield found("creditor", "kind")


def _like_a_platform(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    creditor = debt.creditor
    telling = any(word in creditor.name for word, _ in named())
    sounds_so = profile(creditor.kind).names and not telling and _PLATFORM.search(creditor.name)
    if sounds_so or creditor.platform == creditor.name:
        yield found("creditor", "name")


def _wrong_kind(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    creditor = debt.creditor
    if creditor.kind in (CreditorKind.TRANSFEREE, CreditorKind.PLATFORM):
        return
    for word, kinds in named():
        if word in creditor.name:
            if creditor.kind not in kinds:
                yield found("creditor", "kind", word=word, kind=creditor.kind.label)
            return


def _not_lent(case: Case, debt: Debt) -> Iterator[Found]:
    """Who sold, worked, let or paid for the borrower lent nothing: the papers would say what is not so."""
    del case
    product = debt.product or ""
    word = _PAID_FOR.search(product) or ("借" not in product and _NOT_LENT.search(product))
    if word and profile(debt.creditor.kind).private:
        yield found("product", word=word[0])


def _short_name(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if not profile(debt.creditor.kind).person and not _FULL_NAME.search(debt.creditor.name):
        yield found("creditor", "name")


def _no_notice(case: Case, debt: Debt) -> Iterator[Found]:
    """The service of a complaint is the notice (合同编通则解释 48(2)): nothing is to be asked for before."""
    del case
    seller = debt.creditor.transferred_from
    if seller and seller.notice is None and not debt.sued_by_holder:
        yield found("creditor", "transferred_from", "notice")


def _notice_later(case: Case, debt: Debt) -> Iterator[Found]:
    seller = debt.creditor.transferred_from
    if seller and seller.notice and seller.notice > case.dated:
        yield found("creditor", "transferred_from", "notice", notice=chinese_date(seller.notice))


def _sold_again(case: Case, debt: Debt) -> Iterator[Found]:
    """Letters say that the loan was taken out with the original creditor; who bought and sold it on lent nothing."""
    del case
    seller = debt.creditor.transferred_from
    if seller and seller.kind is CreditorKind.TRANSFEREE:
        yield found("creditor", "transferred_from", "kind", name=seller.name)


def _acknowledged_order(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if debt.last_acknowledged and debt.due and debt.last_acknowledged < debt.due:
        yield found("last_acknowledged", due=chinese_date(debt.due))


def _day_later(case: Case, debt: Debt) -> Iterator[Found]:
    """A day that lies ahead has not happened and interrupts nothing."""
    for name, day in (("last_acknowledged", debt.last_acknowledged), ("last_demanded", debt.last_demanded)):
        if day and day > case.dated:
            label = Debt.model_fields[name].title
            yield found(name, label=label, day=chinese_date(day), dated=chinese_date(case.dated))


RULES: tuple[Rule, ...] = (
    DebtRule("creditor.platform", _platform),
    DebtRule("creditor.like_a_platform", _like_a_platform),
    DebtRule("creditor.wrong_kind", _wrong_kind),
    DebtRule("creditor.not_lent", _not_lent),
    DebtRule("creditor.short_name", _short_name),
    DebtRule("creditor.no_notice", _no_notice),
    DebtRule("creditor.notice_later", _notice_later),
    DebtRule("creditor.sold_again", _sold_again),
    DebtRule("debt.acknowledged_order", _acknowledged_order),
    DebtRule("debt.day_later", _day_later),
)
