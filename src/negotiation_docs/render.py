"""``render``: facts, figures and words put together into one :class:`~negotiation_docs.document.Document`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from negotiation_docs.checks import readiness
from negotiation_docs.document import Document
from negotiation_docs.documents.catalogue import Kind, find
from negotiation_docs.documents.templates import render_template
from negotiation_docs.documents.tree import Block, Paper, Paragraph, Role, Section, SectionRole, Text, lines
from negotiation_docs.documents.view import build_view, functions
from negotiation_docs.documents.view.causes import oversight_only
from negotiation_docs.documents.view.wording import FILTERS
from negotiation_docs.errors import FactsError, Problem, UnaffordablePlan
from negotiation_docs.facts import Case, Debt

UNAFFORDABLE = "plan.unaffordable"
SHORT_KINDS = frozenset({"hardship_letter", "confirmation_request"})
BCP47 = {"zh": "zh-CN", "en": "en"}
TRANSLATION = "English translation, for reference only. The Chinese text above is the one that is signed and sent."


def render(
    kind: str,
    case: Case,
    debt: str | None = None,
    lang: str = "zh",
    *,
    draft: bool = False,
    acknowledge: Collection[str] = (),
    enclose: Sequence[str] = (),
    templates: Path | None = None,
) -> Document:
    """One paper of ``kind`` about one debt (its id; may be left out when there is one), ready for every format.

    ``lang`` is ``zh``, ``en`` or ``zh+en`` (Chinese first, then English marked as a translation). ``draft`` shows
    missing facts as 【待填：…】 instead of refusing. ``acknowledge`` names stops the borrower has read and accepts
    (``limitation``). ``enclose`` names our other papers that travel along: attachments are numbered after them.
    ``templates`` is a folder of the user's own templates. Raises FactsError (all problems at once),
    UnaffordablePlan, CitationError, TemplateError or MissingGlyphs.
    """
    entry = find(kind, templates)
    owed = case.debt(debt)
    stops = readiness(case, kind, owed.id, acknowledge=acknowledge, draft=draft)
    if stops:
        raise _refusal(stops)
    langs = lang.split("+")
    papers = [_blocks(entry, case, owed, each, enclose, draft=draft, folder=templates) for each in langs]
    variant = _variant(entry, case)
    paper = Paper(entry.name, entry.title(langs[0], variant), BCP47[langs[0]], _joined(papers), draft)
    return Document(paper, _short(entry, case, owed, langs[0], enclose, draft=draft, folder=templates))


def _refusal(stops: Sequence[Problem]) -> FactsError:
    """An unaffordable plan has an exception of its own, so that callers can offer what is affordable."""
    unaffordable = any(stop.rule == UNAFFORDABLE for stop in stops)
    return UnaffordablePlan(stops) if unaffordable else FactsError(stops)


def _variant(entry: Kind, case: Case) -> str:
    return "oversight" if oversight_only(case) and "oversight" in entry.variants else ""


def _blocks(
    entry: Kind, case: Case, debt: Debt, lang: str, enclose: Sequence[str], *, draft: bool, folder: Path | None
) -> tuple[Block, ...]:
    view = _view(entry, case, debt, lang, enclose, draft=draft, folder=folder)
    made = functions(entry.name, case, debt, lang)
    return render_template(entry.name, lang, view, filters=FILTERS[lang], functions=made, folder=folder)


def _view(
    entry: Kind, case: Case, debt: Debt, lang: str, enclose: Sequence[str], *, draft: bool, folder: Path | None
) -> dict[str, object]:
    others = (find(name, folder) for name in enclose if name != entry.name)
    enclosed = [(other.name, other.title(lang, _variant(other, case))) for other in others]
    title = entry.title(lang, _variant(entry, case))
    return build_view(case, debt, lang=lang, title=title, enclosed=enclosed, draft=draft)


def _joined(versions: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
    """One version as it is; of two, the second starts a page of its own and is marked as a translation."""
    first, *translations = versions
    mark = Paragraph((Text(TRANSLATION),), Role.NOTE)
    return (*first, *(Section((mark, *blocks), SectionRole.PAGE_BREAK, lang="en") for blocks in translations))


def _short(
    entry: Kind, case: Case, debt: Debt, lang: str, enclose: Sequence[str], *, draft: bool, folder: Path | None
) -> str:
    """The same matter as plain text for a chat window, for the kinds that have one."""
    if entry.name not in SHORT_KINDS:
        return ""
    view = _view(entry, case, debt, lang, enclose, draft=draft, folder=folder)
    made = functions(entry.name, case, debt, lang)
    return "\n".join(lines(render_template(f"{entry.name}.short", lang, view, filters=FILTERS[lang], functions=made)))
