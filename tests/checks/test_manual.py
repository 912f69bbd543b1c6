"""The page of rules names every rule there is, of reading a file and of checking what it says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from negotiation_docs import facts
from negotiation_docs.checks.manual import manual
from negotiation_docs.checks.rule import loading_words
from negotiation_docs.facts.reading.order import MORE

ROOT = Path(__file__).parents[2]
PLACE = {"refusal": 0, "fault": 1, "add": 1, "refuse": 2, "Problem": 4}  # which argument is the id of the rule


def ids_in(tree: ast.AST) -> Iterator[str]:
    """The ids that a module of ``facts`` gives to what it refuses."""
    for node in ast.walk(tree):
        called = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and called in PLACE:
            at = PLACE[called]
            named = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
            yield from _words((*node.args[at : at + 1], *named))
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 3:
            yield from _words(node.value.elts[:1])  # rule, message, hint, made where several fit


def _words(nodes) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, ast.Constant) and str(node.value).isidentifier())


def test_every_rule_of_reading_stands_in_the_page_and_no_other():
    sources = Path(facts.__file__).parent.rglob("*.py")
    found = {name for source in sources for name in ids_in(ast.parse(source.read_text(encoding="utf-8")))}
    assert set(loading_words()) == {*found, MORE, "syntax"}


def test_the_page_of_rules_is_up_to_date():
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == manual(), (
        "run: python -m negotiation_docs.checks.manual > docs/checks.md"
    )
