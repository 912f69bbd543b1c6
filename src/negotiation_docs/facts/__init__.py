"""Facts: what the borrower says. Models of the whole case format, the one door they come in by, and masking."""

from .aftermath import Change, Deferral, Dispute, Escalation, Payment
from .agreement import STANDARD_TERMS, AgreedPlan, Agreement, Confirmation, Terms
from .balance import Balance, Charge
from .borrower import Borrower, Choices, Hardship, Update
from .case import Case
from .choices import (
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
from .contact import Contact
from .creditor import Clause, Contract, Creditor, Litigation, Party, Transferor
from .debt import Debt
from .evidence import EvidenceItem
from .finances import Asset, Expense, Finances, Income, OtherDebt
from .load import load
from .plan import PartialPlan, Proposal
from .plan_parts import DownPayment, Settlement, Step, Waiver
from .terms import (
    Channel,
    ChargeKind,
    Direction,
    DisputeKind,
    GapInterest,
    HolidayShift,
    Level,
    Method,
    Outcome,
    Part,
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
    "Part",
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
