"""Structured borrower facts in, formal Chinese debt-negotiation papers out.

A case file (YAML or JSON) holds the facts of one borrower and all debts; ``nd.load`` reads it, or tells every problem:

>>> import negotiation_docs as nd
>>> case = nd.load("examples/zhou.yaml")

``nd.check`` finds what an adviser would warn of, ``nd.next_steps`` says what comes next, ``nd.render`` makes a paper:

>>> [problem.rule for problem in nd.check(case) if problem.severity == "error"]
[]
>>> nd.next_steps(case).steps[0].paper
'confirmation_request'
>>> letter = nd.render("hardship_letter", case, lang="zh")
>>> letter.save("困难情况说明.pdf").name      # .docx .pdf .html .txt
'困难情况说明.pdf'

``nd.kinds()`` lists the papers, ``nd.explain(name)`` tells of one, or of a problem, when and why. The figures behind
the papers: ``nd.schedule``, ``nd.budget``, ``nd.allocation``, ``nd.compare``, ``nd.stress``, ``nd.annual_rate``.
Around them: ``nd.message`` (an e-mail), ``nd.reminders`` (a calendar), ``nd.contact_log`` (a table),
``nd.render_many`` (a batch), ``nd.mail_house`` (its letters in files for a printer).
Money is ``Decimal`` in 元. Errors are ``nd.NegotiationDocsError``, in Chinese, all problems at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from negotiation_docs.errors import (
    ArgumentError,
    CitationError,
    FactsError,
    FileInTheWay,
    MissingGlyphs,
    NegotiationDocsError,
    OutputError,
    Place,
    Problem,
    Severity,
    TemplateError,
)

if TYPE_CHECKING:
    from negotiation_docs.authoring.checking import check_templates
    from negotiation_docs.authoring.copying import copy_template
    from negotiation_docs.authoring.data import Datum, template_data
    from negotiation_docs.authoring.finding import TemplateFinding
    from negotiation_docs.authoring.word.filling import FilledWord, fill_word
    from negotiation_docs.authoring.word.place import WordPlace
    from negotiation_docs.authoring.word.proposing import WordTemplate, word_template
    from negotiation_docs.batch.made import Made
    from negotiation_docs.batch.mailing import mail_house
    from negotiation_docs.batch.many import render_many
    from negotiation_docs.bundling.bundle import Bundle, bundle
    from negotiation_docs.bundling.evidence import Attached
    from negotiation_docs.bundling.gathering import Left
    from negotiation_docs.catalogue.kinds import Kind, kinds
    from negotiation_docs.checking import check
    from negotiation_docs.checks.findings import Findings
    from negotiation_docs.document import Document
    from negotiation_docs.facts import Borrower, Case, Contact, CreditorKind, Debt, EvidenceItem, Seal
    from negotiation_docs.facts.reading.load import load, loads
    from negotiation_docs.figures.allocation import allocation
    from negotiation_docs.figures.budget import budget
    from negotiation_docs.figures.compare import Comparison, Option, compare
    from negotiation_docs.figures.holidays import PublicHolidays, public_holidays
    from negotiation_docs.figures.household_month import Budget
    from negotiation_docs.figures.rates import Rate, annual_rate, xirr
    from negotiation_docs.figures.rows import Group, Row, Schedule
    from negotiation_docs.figures.schedule import schedule
    from negotiation_docs.figures.stress import Scenario, Stress, Unpaid, stress
    from negotiation_docs.figures.suggestions import Suggestion
    from negotiation_docs.figures.unaffordable import UnaffordablePlan
    from negotiation_docs.figures.wording import chinese_date, rmb_upper
    from negotiation_docs.guide.guide import Guide, Part, explain
    from negotiation_docs.law.citations import Citation, Mention, rules
    from negotiation_docs.logbook.adding import add_contacts
    from negotiation_docs.logbook.sealing import seal_attachments
    from negotiation_docs.logbook.sheet import ContactLog, contact_log
    from negotiation_docs.messaging.message import Message
    from negotiation_docs.messaging.pictures import pages
    from negotiation_docs.messaging.writing import message
    from negotiation_docs.names import Audience, FormatName, KindName, Language, LookName, Stop
    from negotiation_docs.outlook import Outlook
    from negotiation_docs.preparing import prepare
    from negotiation_docs.reminding.listing import reminders
    from negotiation_docs.reminding.reminder import Reminder, Reminders
    from negotiation_docs.rendering import render
    from negotiation_docs.reviews.record import NewCause, PlanFit, Review, Shift
    from negotiation_docs.reviews.review import review
    from negotiation_docs.standing import State
    from negotiation_docs.standing.events import Urgency
    from negotiation_docs.steps.listing import next_steps
    from negotiation_docs.steps.step import DebtState, NextSteps, Step
    from negotiation_docs.tables.reading import read_table
    from negotiation_docs.tables.row import TableRow
    from negotiation_docs.views.order import Numbers

# Looked up on first use, so that `import negotiation_docs` stays light.
_HOMES = {
    "EvidenceItem": "facts",
    "Seal": "facts",
    "CreditorKind": "facts",
    "Numbers": "views.order",
    "TableRow": "tables.row",
    "Attached": "bundling.evidence",
    "Left": "bundling.gathering",
    "Outlook": "outlook",
    "Made": "batch.made",
    "mail_house": "batch.mailing",
    "render_many": "batch.many",
    "read_table": "tables.reading",
    "check_templates": "authoring.checking",
    "copy_template": "authoring.copying",
    "Datum": "authoring.data",
    "template_data": "authoring.data",
    "TemplateFinding": "authoring.finding",
    "FilledWord": "authoring.word.filling",
    "fill_word": "authoring.word.filling",
    "WordPlace": "authoring.word.place",
    "WordTemplate": "authoring.word.proposing",
    "word_template": "authoring.word.proposing",
    "Bundle": "bundling.bundle",
    "bundle": "bundling.bundle",
    "check": "checking",
    "Document": "document",
    "Kind": "catalogue.kinds",
    "kinds": "catalogue.kinds",
    "Citation": "law.citations",
    "rules": "law.citations",
    "Case": "facts",
    "Findings": "checks.findings",
    "Option": "figures.compare",
    "Scenario": "figures.stress",
    "Unpaid": "figures.stress",
    "Group": "figures.rows",
    "PublicHolidays": "figures.holidays",
    "Part": "guide.guide",
    "State": "standing",
    "Suggestion": "figures.suggestions",
    "UnaffordablePlan": "figures.unaffordable",
    "Mention": "law.citations",
    "Debt": "facts",
    "Borrower": "facts",
    "Contact": "facts",
    "loads": "facts.reading.load",
    "KindName": "names",
    "Language": "names",
    "LookName": "names",
    "FormatName": "names",
    "Stop": "names",
    "Audience": "names",
    "load": "facts.reading.load",
    "allocation": "figures.allocation",
    "Budget": "figures.household_month",
    "budget": "figures.budget",
    "explain": "guide.guide",
    "Guide": "guide.guide",
    "public_holidays": "figures.holidays",
    "Rate": "figures.rates",
    "annual_rate": "figures.rates",
    "xirr": "figures.rates",
    "Comparison": "figures.compare",
    "compare": "figures.compare",
    "Row": "figures.rows",
    "Schedule": "figures.rows",
    "schedule": "figures.schedule",
    "stress": "figures.stress",
    "Stress": "figures.stress",
    "chinese_date": "figures.wording",
    "rmb_upper": "figures.wording",
    "add_contacts": "logbook.adding",
    "seal_attachments": "logbook.sealing",
    "ContactLog": "logbook.sheet",
    "contact_log": "logbook.sheet",
    "Message": "messaging.message",
    "message": "messaging.writing",
    "pages": "messaging.pictures",
    "prepare": "preparing",
    "reminders": "reminding.listing",
    "Reminder": "reminding.reminder",
    "Reminders": "reminding.reminder",
    "render": "rendering",
    "NewCause": "reviews.record",
    "PlanFit": "reviews.record",
    "Review": "reviews.record",
    "Shift": "reviews.record",
    "review": "reviews.review",
    "Urgency": "standing.events",
    "next_steps": "steps.listing",
    "DebtState": "steps.step",
    "NextSteps": "steps.step",
    "Step": "steps.step",
}

__all__ = [
    "ArgumentError",
    "Attached",
    "Audience",
    "Borrower",
    "Budget",
    "Bundle",
    "Case",
    "Citation",
    "CitationError",
    "Comparison",
    "Contact",
    "ContactLog",
    "CreditorKind",
    "Datum",
    "Debt",
    "DebtState",
    "Document",
    "EvidenceItem",
    "FactsError",
    "FileInTheWay",
    "FilledWord",
    "Findings",
    "FormatName",
    "Group",
    "Guide",
    "Kind",
    "KindName",
    "Language",
    "Left",
    "LookName",
    "Made",
    "Mention",
    "Message",
    "MissingGlyphs",
    "NegotiationDocsError",
    "NewCause",
    "NextSteps",
    "Numbers",
    "Option",
    "Outlook",
    "OutputError",
    "Part",
    "Place",
    "PlanFit",
    "Problem",
    "PublicHolidays",
    "Rate",
    "Reminder",
    "Reminders",
    "Review",
    "Row",
    "Scenario",
    "Schedule",
    "Seal",
    "Severity",
    "Shift",
    "State",
    "Step",
    "Stop",
    "Stress",
    "Suggestion",
    "TableRow",
    "TemplateError",
    "TemplateFinding",
    "UnaffordablePlan",
    "Unpaid",
    "Urgency",
    "WordPlace",
    "WordTemplate",
    "add_contacts",
    "allocation",
    "annual_rate",
    "budget",
    "bundle",
    "check",
    "check_templates",
    "chinese_date",
    "compare",
    "contact_log",
    "copy_template",
    "explain",
    "fill_word",
    "kinds",
    "load",
    "loads",
    "mail_house",
    "message",
    "next_steps",
    "pages",
    "prepare",
    "public_holidays",
    "read_table",
    "reminders",
    "render",
    "render_many",
    "review",
    "rmb_upper",
    "rules",
    "schedule",
    "seal_attachments",
    "stress",
    "template_data",
    "word_template",
    "xirr",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is exported
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - reading package metadata costs more than the import

        return version("negotiation-docs")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
