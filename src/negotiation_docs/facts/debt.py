"""债务: one contract with one creditor, and everything that was said and done about it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from negotiation_docs.arguments import told
from negotiation_docs.errors import Problem
from negotiation_docs.facts.aftermath import Change, Deferral, Dispute, Escalation, Payment
from negotiation_docs.facts.agreement import Agreement, Confirmation
from negotiation_docs.facts.balance import Balance
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.contact import Contact
from negotiation_docs.facts.contract import Contract, Party
from negotiation_docs.facts.creditor import Creditor
from negotiation_docs.facts.litigation import Litigation
from negotiation_docs.facts.plan import Proposal
from negotiation_docs.facts.values.choices import DocumentWanted, PartyRole
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import fault, refusal
from negotiation_docs.facts.values.identifiers import is_luhn
from negotiation_docs.facts.values.marks import INTERNAL, LABEL, NUMBER
from negotiation_docs.facts.values.plain import Count, Evidence, Flag, Id
from negotiation_docs.facts.values.prose import Name, Prose, one_line
from negotiation_docs.facts.values.terms import Outcome

_CARD = re.compile(r"[3-6][0-9]{15}|62[0-9]{14,17}")


_PREFIXES = ("尾号", "卡号", "合同编号", "合同号", "账号")


def _account(value: object) -> str:
    text = one_line(value, longest=64)
    prefix = next((word for word in _PREFIXES if text.startswith(word)), None)
    if prefix is not None:
        raise refusal("account", f"账号里不用写“{prefix}”", "只写号码，如 4021；文书里会加上“卡号尾号”或“合同编号”")
    if re.search(r"\s", text) and not re.fullmatch(r"[0-9 ]+", text):
        raise refusal("account", "账号里不能有空格", "请写卡号尾号四位，贷款写合同编号")
    digits = text.replace(" ", "").replace("-", "")
    if _CARD.fullmatch(digits) and is_luhn(digits):
        raise refusal("account_full", "这像是完整的银行卡号，文书里不能出现", "只写卡号的最后四位")
    return text


Account = Annotated[str, Door(_account, {"type": "string", "maxLength": 64}), NUMBER]
"""The last digits of a card, or the number of a contract: never a full card number."""


class Debt(Facts):
    """债务: dates, balance, proposal, talks and agreement of one account.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> debt = case.debt()
    >>> debt.id, debt.creditor.kind.label, debt.balance.principal
    ('bank1', '银行信用卡', Decimal('86421.37'))
    """

    id: Id = Field(title="编号")
    creditor: Creditor = Field(title="债权人")
    product: Annotated[Name | None, LABEL] = Field(None, title="业务种类")
    account: Account | None = Field(None, title="账号")
    contract: Contract = Field(default_factory=Contract.model_construct, title="原合同")
    due: Day | None = Field(None, title="最早逾期还款日", json_schema_extra={"also": ["到期日"]})
    paid_on_time: Count | None = Field(None, title="此前连续按期还款期数")
    evidence: Evidence = Field((), title="证据")
    last_acknowledged: Day | None = Field(None, title="最近承认日期")
    last_demanded: Day | None = Field(None, title="最近催收日期")
    limitation_risk_accepted: Flag = Field(False, title="已知悉时效风险")
    litigation: Litigation | None = Field(None, title="诉讼")
    parties: tuple[Party, ...] = Field((), title="其他当事人")
    documents_wanted: tuple[DocumentWanted, ...] | None = Field(None, title="索要资料")
    settled: Day | None = Field(None, title="结清日期")
    notes: Annotated[Prose | None, INTERNAL] = Field(None, title="内部备注")
    balance: Balance = Field(default_factory=Balance.model_construct, title="欠款")
    proposal: Proposal | None = Field(None, title="还款方案")
    contacts: tuple[Contact, ...] = Field((), title="沟通记录")
    agreement: Agreement | None = Field(None, title="协商结果")
    payments: tuple[Payment, ...] = Field((), title="已还款")
    deferral: Deferral | None = Field(None, title="延期申请")
    change: Change | None = Field(None, title="变更申请")
    escalation: Escalation | None = Field(None, title="升级处理")
    dispute: Dispute | None = Field(None, title="征信异议")

    @property
    def agreed_in(self) -> Contact | None:
        """The talk in which the agreement was reached: of that minute if the time was stated, else of that day.

        Of several on the day the accepting one counts, else the last.
        """
        if self.agreement is None:
            return None
        reached = self.agreement.reached
        exact = isinstance(reached, datetime)
        same = [talk for talk in self.contacts if (talk.moment if exact else talk.day) == reached]
        accepting = [talk for talk in same if talk.outcome is Outcome.ACCEPTED]
        return max(accepting or same, key=lambda talk: talk.moment, default=None)

    @told
    def settled_by(self, day: date) -> bool:
        """Whether the debt was paid off on ``day`` or before; a later day of settlement is a plan."""
        return self.settled is not None and self.settled <= day

    @told
    def accepted_by(self, day: date) -> bool:
        """Whether the creditor had agreed in the talk of the agreement, on ``day`` or before, and not refused since."""
        talk = self.agreed_in
        if talk is None or talk.outcome is not Outcome.ACCEPTED or talk.day > day:
            return False
        since = (one for one in self.contacts if talk.moment < one.moment and one.day <= day)
        return all(one.outcome is not Outcome.REFUSED for one in since)

    @told
    def confirmed_by(self, day: date) -> bool:
        """Whether the creditor had confirmed an agreement in writing on ``day`` or before."""
        confirmed = confirmation(self)
        return confirmed is not None and confirmed.date <= day

    @property
    def limitation_raised(self) -> bool:
        """Whether limitation is raised (时效抗辩): then nothing is told that would acknowledge the debt."""
        return self.litigation is not None and bool(self.litigation.raise_limitation)

    @property
    def sued_by_holder(self) -> bool:
        """Whether the holder of the claim has sued: its service is the notice of a transfer (合同编通则解释 48(2))."""
        suit = self.litigation
        return suit is not None and suit.complained and suit.plaintiff in {None, self.creditor.name}

    @property
    def vouched(self) -> bool:
        """Whether somebody else is the principal debtor, and the borrower of this file vouches for the debt."""
        return any(party.role is PartyRole.DEBTOR for party in self.parties)

    def faults(self) -> Iterator[Problem]:
        """No account digits in the id (it names files), no card number where only its end belongs."""
        account = (self.account or "").replace(" ", "").replace("-", "")
        tail = account[-4:] if account[-4:].isdigit() and len(account) >= 4 else None
        hint = "编号会出现在文件名里，请换一个不带账号的编号，如 bank1"
        if tail and tail in self.id:
            yield fault(("id",), "id_account", "编号里有账号的数字", hint, (("account",),))
        elif re.search(r"[0-9]{6}", self.id):
            yield fault(("id",), "id_account", "编号里有一长串数字，可能泄露账号", hint)
        if self.creditor.is_card and re.search(r"[0-9]{12}", account):
            message = "信用卡账号不能写完整卡号"
            yield fault(("account",), "account_full", message, "只写卡号的最后四位", (("creditor", "kind"),))


def confirmation(debt: Debt) -> Confirmation | None:
    """What the creditor wrote to confirm the agreement, on whatever day."""
    return debt.agreement.confirmed if debt.agreement else None
