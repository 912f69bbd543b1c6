"""``check``: the rules over facts and figures, and what only the fonts know: characters that none of them can draw."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from negotiation_docs import checks
from negotiation_docs.arguments import told
from negotiation_docs.checks import Findings, readiness_of_all
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.files import Fonts
from negotiation_docs.names import KindName, Stop
from negotiation_docs.question import question

if TYPE_CHECKING:
    from negotiation_docs.catalogue.kind import Kind


@told
@question
@in_our_context
def check(  # noqa: PLR0913 - each is a choice of the caller, by name
    case: Case,
    kind: KindName | str | None = None,
    debt: str | None = None,
    *,
    acknowledge: Collection[Stop] = (),
    fonts: Fonts | None = None,
    templates: str | Path | None = None,
) -> Findings:
    """Every finding about ``case``, in the order of the file: errors, warnings, notices.

    With ``debt`` (an id) only that debt's and the case's own; with ``kind`` only what concerns that paper, and what it
    still lacks. ``acknowledge`` takes stops upon oneself (``limitation``, ``litigation``,
    ``jurisdiction``). ``fonts`` and ``templates`` are the user's own, as for ``render``. Raises FactsError if there is
    no such debt, TemplateError if there is no such kind, OutputError for a font that cannot be used.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> for problem in nd.check(case)[:1]:
    ...     print(problem.severity, problem.rule, problem.path)
    notice plan.stress debts[0].proposal
    """
    found = None
    if kind is not None:
        from negotiation_docs.catalogue.kinds import find  # noqa: PLC0415 - templates load when they are asked for

        found = find(kind, None if templates is None else Path(templates))
    return checks.check(case, found, debt, acknowledge=acknowledge, undrawable=partial(undrawable, fonts))


@question
@in_our_context
def stops(
    case: Case, kinds: Iterable[Kind], debt: str, *, acknowledge: Collection[Stop] = ()
) -> Mapping[str, tuple[Problem, ...]]:
    """What keeps a paper of each of ``kinds``, by name, from being rendered for a debt; empty if nothing."""
    return readiness_of_all(case, kinds, debt, acknowledge=acknowledge)


def undrawable(fonts: Fonts | None, text: str) -> Iterable[str]:
    """The characters of ``text`` that neither the user's ``fonts`` nor the packaged ones have.

    The packaged fonts have all of GB 2312; they are opened only for a text with other characters.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        from negotiation_docs.writers.fonts.chosen import chains  # noqa: PLC0415
        from negotiation_docs.writers.fonts.opened import missing  # noqa: PLC0415 - fonts load when they are needed

        return missing(text, chains(fonts) if fonts else None)
    return ()
