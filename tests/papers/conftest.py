"""The four papers of every variant, rendered once per session."""

from __future__ import annotations

from functools import cache

import negotiation_docs as nd

from .casebook import variants

KINDS = ("hardship_letter", "repayment_plan", "evidence_list", "confirmation_request")
LANGS = ("zh", "en", "zh+en")


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


def ready(lang: str = "zh") -> list[tuple[str, str]]:
    """(variant, kind) of all papers that can be made."""
    return [(name, kind) for name in variants() for kind in KINDS if paper(name, kind, lang)]
