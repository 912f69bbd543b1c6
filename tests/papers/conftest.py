"""Every paper of every variant, rendered once per session."""

from __future__ import annotations

from functools import cache

from tests.shipped import KINDS

import negotiation_docs as nd

from .casebook import variants

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


@cache
def maker(kind: str) -> str:
    """The first variant that makes a paper of ``kind``; a new kind needs one."""
    return next(name for name in variants() if paper(name, kind, "zh"))


def ready(lang: str = "zh") -> list[tuple[str, str]]:
    """(variant, kind) of all papers that can be made."""
    return [(name, kind) for name in variants() for kind in KINDS if paper(name, kind, lang)]
