"""A document can be sent to another process, so that a service may spread the writing over its workers."""

from __future__ import annotations

import pickle
from pathlib import Path

import negotiation_docs as nd

ZHOU = Path(__file__).parents[2] / "examples" / "zhou.yaml"


def test_a_document_is_the_same_after_the_journey():
    document = nd.render("hardship_letter", nd.load(ZHOU))
    there = pickle.loads(pickle.dumps(document))
    assert there == document
    assert there.short == document.short
    assert there.to_docx() == document.to_docx()


def test_it_takes_along_nothing_but_what_it_prints():
    document = nd.render("hardship_letter", nd.load(ZHOU))
    assert "110101199001011237" not in pickle.dumps(document).decode("utf-8", errors="replace")
