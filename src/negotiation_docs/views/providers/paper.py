"""Names about the paper itself: its title, what is enclosed, and the facts as the file states them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from negotiation_docs.facts import Case, Debt
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.told import Telling, Told


def title(matter: Matter) -> str:
    """The title of the paper, by its variant."""
    return matter.order.title(matter.order.kind, matter.voice.lang)


def dated(matter: Matter) -> date:
    """The day of the paper."""
    return matter.case.dated


def placeholders(matter: Matter) -> Mapping[str, str]:
    """What a draft prints in place of whole groups of facts; empty texts otherwise."""
    gap = matter.voice.gap
    whole = {name: gap(Case, name) for name in ("finances", "evidence", "hardship")}
    return {**whole, **{name: gap(Debt, name) for name in ("proposal", "agreement")}}


def heads(matter: Matter) -> Mapping[str, str]:
    """Heads of table columns."""
    return matter.voice.words.heads


def telling(matter: Matter) -> Telling:
    """How this paper tells facts."""
    return Telling(matter.voice, matter.of(numbered), matter.case.choices.reveal)


def facts(matter: Matter) -> Mapping[str, object]:
    """What the file states, by its own names: ``facts.debt.deferral.amount``, ``facts.updates``."""
    told = Told(matter.case, matter.of(telling))
    return {name: told[name] for name in ("updates", "finances")} | {"debt": Told(matter.debt, matter.of(telling))}
