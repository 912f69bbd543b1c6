"""``render``: facts, figures and words put together into one :class:`~negotiation_docs.document.Document`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from negotiation_docs.arguments import told
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.checking import undrawable
from negotiation_docs.checks import readiness
from negotiation_docs.checks.glyphs import undrawable_characters
from negotiation_docs.document import Document
from negotiation_docs.errors import FactsError, MissingGlyphs, Problem, TemplateError
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.advice import UNAFFORDABLE
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.unaffordable import UnaffordablePlan
from negotiation_docs.files import Fonts
from negotiation_docs.names import KindName, Language, Stop
from negotiation_docs.question import question
from negotiation_docs.templating.templates import exists, render_template
from negotiation_docs.translation import explained, for_reference
from negotiation_docs.tree import Block, Paper, Section, SectionRole, lines
from negotiation_docs.views import Order, build_view, functions
from negotiation_docs.views.order import Numbers
from negotiation_docs.words.formats import FILTERS

BCP47 = {"zh": "zh-CN", "en": "en"}


@told
@question
@in_our_context
def render(  # noqa: PLR0913 - the public face: each is a choice of the caller, by name
    kind: KindName | str,
    case: Case,
    debt: str | None = None,
    lang: Language = "zh",
    *,
    draft: bool = False,
    acknowledge: Collection[Stop] = (),
    enclose: Sequence[KindName | str] = (),
    templates: str | Path | None = None,
    fonts: Fonts | None = None,
    numbers: Numbers | None = None,
) -> Document:
    """One paper of ``kind`` about one debt (its id; may be left out when there is one), ready for every format.

    ``lang`` is ``zh``, ``en`` or ``zh+en`` (Chinese first, then English marked as a translation). ``draft`` shows
    missing facts as 【待填：…】 instead of refusing. ``acknowledge`` names stops the borrower has read and accepts
    (``limitation``, ``litigation``, ``jurisdiction``). ``enclose`` names the papers that travel with a covering
    letter: attachments are numbered after them, so give every paper of one mailing the same list.
    ``templates`` is a folder of the user's own templates, ``fonts`` the user's own fonts for the PDF (see
    ``Document.to_pdf``). ``numbers`` are the attachment numbers of a whole bundle, which :func:`bundle` gives.
    Raises FactsError (all problems at once), UnaffordablePlan, CitationError, TemplateError,
    MissingGlyphs, or OutputError for a font that cannot be used.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.render("hardship_letter", case, lang="zh+en").title
    '困难情况说明'
    """
    owed = case.debt(debt)
    folder = None if templates is None else Path(templates)
    entry = find(kind, folder)
    stops = readiness(case, entry, owed.id, acknowledge=acknowledge, draft=draft)
    if stops:
        raise refusal(stops, case, owed.id)
    enclosed = tuple(find(name, folder) for name in enclose)
    order = Order(entry, case, owed, enclosed, draft, folder, numbers)
    langs = lang.split("+")
    blocks = _joined([_blocks(order, each) for each in langs], "reading" if entry.audience == "court" else "mark")
    if not any(text.strip() for text in lines(blocks)):
        raise TemplateError(f"《{order.title(entry, langs[0])}》一个字也没有，请检查模板里的条件和内容")
    if lang == "en" and "zh" in entry.langs and entry.audience != "internal":
        called = "reading" if entry.audience == "court" else "alone"
        blocks = (blocks[0], explained(called, blocks), *blocks[1:])
    paper = Paper(entry.name, order.title(entry, langs[0]), BCP47[langs[0]], blocks, draft, case.dated)
    try:
        return Document(paper, partial(_short, order, langs[0]), fonts)
    except MissingGlyphs as error:
        fields = _fields(case, fonts, english="en" in langs)
        raise MissingGlyphs(f"{error}{fields}") from None


def _fields(case: Case, fonts: Fonts | None, *, english: bool) -> str:
    """Which facts hold the characters that no font can draw, by path."""
    found = undrawable_characters(case, partial(undrawable, fonts), english=english)
    paths = dict.fromkeys(problem.path for problem in found)
    return f"（字段：{'、'.join(paths)}）" if paths else ""


def refusal(stops: Sequence[Problem], case: Case, debt: str) -> FactsError:
    """An unaffordable plan has an exception of its own, which carries what would be affordable."""
    if not any(stop.rule == UNAFFORDABLE for stop in stops):
        return FactsError(stops)
    refusal = UnaffordablePlan(stops)
    refusal.suggestion = affordability(case, debt).suggestion
    return refusal


def _blocks(order: Order, lang: str, companion: str = "") -> tuple[Block, ...]:
    """The words of the order in one language; ``companion`` asks for a text beside the paper, such as ``.short``."""
    return render_template(
        order.kind.name + companion,
        lang,
        build_view(order, lang),
        filters=FILTERS[lang],
        functions=functions(order, lang),
        folder=order.folder,
    )


def _joined(versions: Sequence[tuple[Block, ...]], called: str) -> tuple[Block, ...]:
    """One version as it is; of two, the second starts a page of its own and is marked as a translation (``called``)."""
    first, *translations = versions
    return (
        *first,
        *(
            Section((explained(called, blocks), *for_reference(blocks)), SectionRole.PAGE_BREAK, lang="en")
            for blocks in translations
        ),
    )


@in_our_context
def _short(order: Order, lang: str) -> str:
    """The same matter as plain text for a chat window, for the kinds that have one."""
    if not exists(f"{order.kind.name}.short", lang, order.folder):
        return ""
    return "\n".join(lines(_blocks(order, lang, ".short")))
