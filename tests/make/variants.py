"""Every variant of a case that the papers know, by name, each loaded and rendered once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import product
from typing import Any

import negotiation_docs as nd
from negotiation_docs.tree import Paper
from tests.make import again, escalated, owed, people, performed, several, sued, talked, told
from tests.make.cases import with_debt
from tests.make.proposals import PLANS, plan
from tests.read.some import some
from tests.shipped import KINDS

LANGS = ("zh", "en", "zh+en")
READ = ("jurisdiction",)
"""What whoever answers a court has to have read; it stops no other paper."""


def variants() -> dict[str, dict[str, Any]]:
    """Name → case, anew at each call: a test may change what it gets."""
    sources = (
        owed.creditors, told.causes, told.evidence, owed.amounts, talked.manner, talked.talks, owed.corners, proposals,
        people.people, performed.performed, escalated.escalated, several.several, again.again, sued.sued,
        again.appointed, again.recorded, again.bound,
    )  # fmt: skip
    return {name: case for source in sources for name, case in source()}


def proposals() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, proposal in PLANS.items():
        yield f"plan-{name}", with_debt(proposal=plan(**proposal))


@cache
def loaded(name: str) -> nd.Case:
    return nd.load(variants()[name])


@cache
def paper(name: str, kind: str, lang: str) -> nd.Document | None:
    """The paper, or None where the case is not ready for it."""
    try:
        case = loaded(name)
        return nd.render(kind, case, case.debts[0].id, lang=lang, acknowledge=READ)
    except nd.FactsError:
        return None


@cache
def maker(kind: str, named: str = "") -> str:
    """The first variant, with ``named`` in its name, that makes a paper of ``kind``; a new kind needs one."""
    found = next((name for name in variants() if named in name and paper(name, kind, "zh")), None)
    assert found, f"no variant {named} in tests/make/ makes the paper {kind}: add one"
    return found


def made(name: str, *langs: str) -> list[tuple[str, str, nd.Document]]:
    """Kind, language and paper of all that a variant is ready for, in ``langs`` (all by default); one at least."""
    found = product(KINDS, langs or LANGS)
    return some((kind, lang, document) for kind, lang in found if (document := paper(name, kind, lang)))


def distinct(kind: str, lang: str) -> dict[str, nd.Document]:
    """The papers of a kind that differ, by the first variant that makes each: a writer sees nothing but the tree."""
    trees: dict[Paper, str] = {}
    for name in variants():
        if document := paper(name, kind, lang):
            trees.setdefault(document.paper, name)
    return {name: nd.Document(tree) for tree, name in some(trees.items())}


def papers_of(case: nd.Case, lang: str = "zh+en", **options: Any) -> dict[tuple[str, str], nd.Document]:
    """(debt, kind) → the paper, of all that the case is ready for; one at least."""
    found = {}
    for debt, kind in product(case.debts, KINDS):
        with suppress(nd.FactsError):
            found[debt.id, kind] = nd.render(kind, case, debt.id, lang, **{"acknowledge": READ, **options})
    return dict(some(found.items()))
