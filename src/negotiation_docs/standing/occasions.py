"""The words of every event, and its names for the heads of templates: ``occasions: [promise_late, silence]``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from negotiation_docs.facts import CourtPaper
from negotiation_docs.standing.talks.latest import ASK_AFTER

_DATA = Path(__file__).parent / "data" / "occasions.json"


class Occasion(Struct, frozen=True, forbid_unknown_fields=True):
    """``kind`` is the stable name of its steps; ``what`` to do and ``why``, with the values of the event in braces.

    ``answer`` is what to do when a paper answers it ({title} in braces); ``meaning`` tells the authors of templates
    when it is so, and is empty for what no paper answers. ``advice`` marks what is said about law. A paper handed in
    is to be answered within ``answer_days``; None where to tell it is all.
    """

    kind: str
    what: str
    why: str
    answer: str = ""
    meaning: str = ""
    advice: bool = False
    answer_days: int | None = ASK_AFTER


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    events: dict[str, Occasion]
    papers: dict[str, Occasion]


@cache
def _file() -> _File:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File)


def words() -> Mapping[str, Occasion]:
    """The words of every event by its form. Raises msgspec.ValidationError for a file that is not as it should be."""
    return _file().events


def paper_words() -> Mapping[str, Occasion]:
    """What is said of a paper that no event asks for: ready, waiting for facts, stopped, handed in, enclosed."""
    return _file().papers


@cache
def occasions() -> Mapping[str, str]:
    """What the head of a template may name under ``occasions``, and what each means."""
    papers = {of_court(paper): f"收到{paper.label}，要在期限以前办理" for paper in CourtPaper}
    return {form: told.meaning for form, told in words().items() if told.meaning} | papers


def of_court(paper: CourtPaper) -> str:
    """The occasion that a paper of a court is."""
    return f"court_{paper.value}"
