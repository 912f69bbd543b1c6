"""Every variant of a case that the papers know, by name, each loaded and rendered once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import negotiation_docs as nd
from tests.make import owed, people, talked, told
from tests.make.cases import with_debt
from tests.make.proposals import PLANS, plan

LANGS = ("zh", "en", "zh+en")


def variants() -> dict[str, dict[str, Any]]:
    """Name → case, anew at each call: a test may change what it gets."""
    sources = (
        owed.creditors, told.causes, told.evidence, owed.amounts, talked.manner, talked.talks, owed.corners, proposals,
        people.people,
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
        return nd.render(kind, loaded(name), lang=lang)
    except nd.FactsError:
        return None


@cache
def maker(kind: str) -> str:
    """The first variant that makes a paper of ``kind``; a new kind needs one."""
    return next(name for name in variants() if paper(name, kind, "zh"))
