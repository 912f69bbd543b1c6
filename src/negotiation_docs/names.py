"""The closed lists of names that the public face takes, as types: a type checker and an editor know them too."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["zh", "en", "zh+en"]
"""``zh+en`` is Chinese first, then English marked as a translation."""
LookName = Literal["personal", "gb9704"]
"""A personal letter, or the look of an official document (GB/T 9704)."""
FormatName = Literal["pdf", "docx", "html", "txt"]
"""The formats of a paper, each by the suffix of its file."""
Stop = Literal["jurisdiction", "limitation", "litigation"]
"""Stops of ``check`` that a person may take upon themselves; never a wrong figure, never forbidden words."""
Audience = Literal["creditor", "court", "internal"]
"""Who receives a paper: the creditor, a court, or nobody else."""
KindName = Literal[
    "account_statement_request",
    "hold_request",
    "contact_preferences",
    "hardship_letter",
    "call_script",
    "repayment_plan",
    "creditor_allocation",
    "allocation_statement",
    "financial_statement",
    "fee_waiver_request",
    "deferral_request",
    "settlement_offer",
    "evidence_list",
    "contact_log",
    "progress_query",
    "confirmation_request",
    "agreement_checklist",
    "repayment_agreement",
    "reconsideration_request",
    "escalation_request",
    "mediation_request",
    "complaint_withdrawal",
    "authorization",
    "credit_dispute",
    "credit_statement",
    "credit_complaint",
    "legal_aid_request",
    "progress_report",
    "plan_change_request",
    "settlement_certificate_request",
    "payment_order_objection",
    "court_answer",
    "service_address",
    "property_report",
]
"""The papers there are; a user's own templates add others."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
FORMAT_NAMES: tuple[FormatName, ...] = get_args(FormatName)
LOOK_NAMES: tuple[LookName, ...] = get_args(LookName)
STOPS: tuple[Stop, ...] = get_args(Stop)
