"""Choices of the case format that the model does not hold yet; their words wait in the file."""

COMING = {
    "Cause": {"unpaid_wages", "fraud", "paid_for_others"},
    "Commitment": {"pay_on_time", "report_difficulty"},
    "CreditorKind": {
        "auto_finance",
        "trust",
        "leasing",
        "guarantor",
        "insurer",
        "provident_fund",
        "pawnshop",
        "factoring",
        "company",
    },
    "PartyRole": {"spouse"},
    "Stage": {"sued", "arbitration", "preservation", "judgment"},
    "Channel": {"wechat", "visit"},
}
