"""Dates as English letters write them; amounts and percentages are the same as in Chinese."""

from __future__ import annotations

from datetime import date

from negotiation_docs.figures.wording import amount, percent

__all__ = ["amount", "english_date", "percent"]

# Written out, because the names must never depend on the system's locale.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def english_date(day: date) -> str:
    """``21 November 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
