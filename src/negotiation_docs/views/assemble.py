"""Puts the view of one debt together and makes the functions that belong to a single rendering."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from negotiation_docs.errors import TemplateError
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.claimed import beside_24
from negotiation_docs.figures.wording import chinese_numeral
from negotiation_docs.templating.later import Later
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.order import Order
from negotiation_docs.views.providers import PROVIDERS
from negotiation_docs.words.lexicon import lexicon

MOST_HEADINGS = 99
FUNCTIONS = ("heading", "vary", "cite", "citable")
"""What a template may call, by name."""


def build_view(order: Order, lang: str) -> dict[str, Later]:
    """The names every template may use; only what it does use is worked out."""
    matter = Matter(order, lang)
    return {name: Later(matter.of, provider) for name, provider in PROVIDERS.items()}


def functions(order: Order, lang: str) -> dict[str, Callable[..., object]]:
    """``heading`` numbers sections, ``vary`` picks a wording, ``cite`` quotes law where ``citable`` says it may.

    All belong to one rendering.
    """
    return {"heading": _heading(lang), "vary": _vary(order.case, order.debt), **_citing(order, lang)}


def _heading(lang: str) -> Callable[[str], str]:
    count = 0

    def heading(title: str) -> str:
        nonlocal count
        count += 1
        if count > MOST_HEADINGS:
            raise TemplateError(f"一份文书的一级标题不能超过{MOST_HEADINGS}个")
        number = str(count) if lang == "en" else chinese_numeral(count)
        return lexicon(lang).phrases["heading"].format(number=number, title=title)

    return heading


def _vary(case: Case, debt: Debt) -> Callable[..., str]:
    """Chooses among wordings of the same meaning by the facts: the same facts always choose the same.

    Lenders and regulators take letters that read alike for mass mail (formulaic templates count against the sender).
    """
    seed = "|".join((case.borrower.name, debt.creditor.name, debt.account or "", debt.id))
    digest = sha256(seed.encode()).digest()
    asked = 0

    def vary(*wordings: str) -> str:
        nonlocal asked
        asked += 1
        return wordings[digest[asked % len(digest)] % len(wordings)]

    return vary


def _citing(order: Order, lang: str) -> dict[str, Callable[..., object]]:
    """``citable`` tells whether the sentence that quotes law may stand; ``cite`` gives the rule's name for it."""
    compared = beside_24(order.debt)
    citing = order.kind.citing(order.case, order.debt, excess=compared.excess if compared else None)

    def cite_for(purpose: str) -> str:
        rule = citing.cite(purpose)
        return rule.english if lang == "en" else rule.text

    return {"cite": cite_for, "citable": citing.citable}
