"""The shipped kinds as the catalogue has them: tests of papers run over these, so that a new paper is met by all."""

from __future__ import annotations

import negotiation_docs as nd
from negotiation_docs.templating.templates import exists

ALL = nd.kinds()
KINDS = tuple(kind.name for kind in ALL)
COVERS = tuple(kind for kind in ALL if kind.encloses)
ENCLOSED = tuple(dict.fromkeys(name for kind in COVERS for name in kind.encloses))
INTERNAL = tuple(kind.name for kind in ALL if kind.audience == "internal")
"""The kinds that no creditor receives."""
COURT = tuple(kind.name for kind in ALL if kind.audience == "court")
"""The kinds that go to a court: forms, without a salutation or a strip."""
SHORT = tuple(kind.name for kind in ALL if exists(f"{kind.name}.short", "zh"))
"""The kinds with a text for a chat window."""


def having(*traits: str) -> tuple[str, ...]:
    """The kinds with one of the traits."""
    return tuple(kind.name for kind in ALL if kind.traits & set(traits))


def lacking(trait: str) -> tuple[str, ...]:
    """The kinds without the trait."""
    return tuple(kind.name for kind in ALL if trait not in kind.traits)
