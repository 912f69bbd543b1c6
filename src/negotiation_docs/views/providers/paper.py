"""Names about the paper itself: its title, what is enclosed, and the facts as the file states them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from negotiation_docs.catalogue.factpaths import steps
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.told import OneDebt, Telling


def title(matter: Matter) -> str:
    """The title of the paper, by its variant."""
    return matter.order.title(matter.order.kind, matter.voice.lang)


def dated(matter: Matter) -> date:
    """The day of the paper."""
    return matter.case.dated


def placeholders(matter: Matter) -> Mapping[str, str]:
    """What a draft prints in place of each whole fact that the paper needs; empty texts otherwise."""
    whole = {need: steps(need) for need in matter.order.kind.needs if "." not in need}
    return {need: matter.voice.gap(model, name) for need, (model, (name,)) in whole.items()}


def heads(matter: Matter) -> Mapping[str, str]:
    """Heads of table columns."""
    return matter.voice.words.heads


def telling(matter: Matter) -> Telling:
    """How this paper tells facts."""
    return Telling(matter.voice, matter.of(numbered), matter.case.choices.reveal)


def facts(matter: Matter) -> Mapping[str, object]:
    """What the file states, by its own names: ``facts.debt.deferral.amount``, ``facts.updates``."""
    return OneDebt(matter.case, matter.debt, matter.of(telling))
