"""Facts: what the borrower says. Models of the whole case format, the one door they come in by, and masking."""

from negotiation_docs.facts.aftermath import Change, Deferral, Dispute, Escalation, Payment
from negotiation_docs.facts.agreement import STANDARD_TERMS, AgreedPlan, Agreement, Confirmation, Terms
from negotiation_docs.facts.balance import Balance, Charge
from negotiation_docs.facts.borrower import Borrower, Choices, Hardship, Update
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.contact import Contact
from negotiation_docs.facts.creditor import Clause, Contract, Creditor, Litigation, Party, Transferor
from negotiation_docs.facts.debt import Debt
from negotiation_docs.facts.evidence import EvidenceItem
from negotiation_docs.facts.finances import Asset, Expense, Finances, Income, OtherDebt
from negotiation_docs.facts.plan import PartialPlan, Proposal
from negotiation_docs.facts.plan_parts import DownPayment, Settlement, Step, Waiver
from negotiation_docs.facts.reading.load import load
from negotiation_docs.facts.values.choices import (
    Cause,
    Commitment,
    CreditorKind,
    DocumentWanted,
    EvidenceForm,
    EvidenceGroup,
    EvidenceStatus,
    PartyRole,
    Reveal,
    Salutation,
    Stage,
)
from negotiation_docs.facts.values.terms import (
    Channel,
    ChargeKind,
    DebtPart,
    Direction,
    DisputeKind,
    GapInterest,
    HolidayShift,
    Level,
    Method,
    Outcome,
    Remainder,
    RemainingCharges,
)

__all__ = [
    "STANDARD_TERMS",
    "AgreedPlan",
    "Agreement",
    "Asset",
    "Balance",
    "Borrower",
    "Case",
    "Cause",
    "Change",
    "Channel",
    "Charge",
    "ChargeKind",
    "Choices",
    "Clause",
    "Commitment",
    "Confirmation",
    "Contact",
    "Contract",
    "Creditor",
    "CreditorKind",
    "Debt",
    "DebtPart",
    "Deferral",
    "Direction",
    "Dispute",
    "DisputeKind",
    "DocumentWanted",
    "DownPayment",
    "Escalation",
    "EvidenceForm",
    "EvidenceGroup",
    "EvidenceItem",
    "EvidenceStatus",
    "Expense",
    "Finances",
    "GapInterest",
    "Hardship",
    "HolidayShift",
    "Income",
    "Level",
    "Litigation",
    "Method",
    "OtherDebt",
    "Outcome",
    "PartialPlan",
    "Party",
    "PartyRole",
    "Payment",
    "Proposal",
    "Remainder",
    "RemainingCharges",
    "Reveal",
    "Salutation",
    "Settlement",
    "Stage",
    "Step",
    "Terms",
    "Transferor",
    "Update",
    "Waiver",
    "load",
]
