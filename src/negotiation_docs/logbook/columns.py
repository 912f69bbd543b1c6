"""The columns of the log: the debt, every fact of a talk under its Chinese label, and the checksums of its files."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from negotiation_docs.facts import Contact
from negotiation_docs.facts.base import keys
from negotiation_docs.facts.values.choice import Choice

DEBT: Final = "债务"
SEALS: Final = "附件SHA-256"
SEALED: Final = "哈希值计算于"
PARTED: Final = "；"
LISTS: Final = frozenset({"sent", "attachments"})
FIELDS: Final = tuple(name for name in Contact.model_fields if name not in ("offered", "seals"))
"""What a cell can hold; the plan of a talk cannot, and stays in the case file. Checksums have columns of their own."""
HEADING: Final = (DEBT, *(str(Contact.model_fields[name].title) for name in FIELDS), SEALS, SEALED)


def field_of(heading: str) -> str | None:
    """The field under a heading, by its label or its key; None for a column that is none of ours."""
    name = keys(Contact).get(heading.strip())
    return name if name in FIELDS else None


def cell(contact: Contact, name: str) -> str:
    """A fact of a talk in words; empty where the file does not state it."""
    if name not in contact.model_fields_set:
        return ""
    value = getattr(contact, name)
    if name in LISTS:
        return PARTED.join(value)
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return "是" if value else "否"
    return written(value)


def written(value: object) -> str:
    """A text, a day, or a day with its time."""
    if isinstance(value, datetime):
        return f"{value.date().isoformat()} {value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
