"""英文译文: what a file that has translations still lacks; English papers quote it in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.checks.rule import CaseRule, Found, Rule, found
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.locate import field_at
from negotiation_docs.facts.texts import Text, texts
from negotiation_docs.facts.values.marks import OWN_ADDRESS
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.words.voice import Voice

_MOST = 12  # listed by name; the rest is counted


def _untranslated(case: Case) -> Iterator[Found]:
    """Only of a file with translations: without any, nobody reads an English paper."""
    if not case.english:
        return
    voice = Voice("en", case.english)
    lacking = {text.words: _named(text) for text in texts(case) if _is_said(text) and not voice.translated(text.words)}
    if lacking:
        named = "、".join(list(lacking.values())[:_MOST])
        yield found("english", count=len(lacking), words=named + ("等" if len(lacking) > _MOST else ""))


def _named(text: Text) -> str:
    """Its words; where the borrower lives is nothing for a log, and the name of the field tells enough."""
    field = field_at(text.place) if text.mark == OWN_ADDRESS else None
    return str(field.title) if field else f"“{echo(text.words)}”"


def _is_said(text: Text) -> bool:
    """Whether an English paper puts it into words: no number, no name of the format, no lender that stays unnamed."""
    mark = text.mark
    return mark.is_printed and mark.use != "number" and not mark.coded and not mark.masked


RULES: tuple[Rule, ...] = (CaseRule("english.untranslated", _untranslated),)
