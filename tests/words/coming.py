"""Choices of the case format that the model does not hold yet; their words wait in the file."""

COMING = {
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
}
