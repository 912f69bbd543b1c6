"""The shared sentences of both languages are called alike."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "templates"
ONE_LANGUAGE_ONLY = {
    "zh": {"repaid", "lent_too", "owed_account", "recorded", "besides"},
    "en": {"by_channel", "outstanding"},
}
"""Helpers of the other macros, for what only one language says in a piece."""


def macros(lang: str) -> dict[str, list[str]]:
    tree = Environment(autoescape=True).parse((TEMPLATES / lang / "_common.html").read_text(encoding="utf-8"))
    return {macro.name: [arg.name for arg in macro.args] for macro in tree.find_all(nodes.Macro)}


def test_macros_of_both_languages_have_the_same_names_and_parameters():
    chinese, english = (
        {name: args for name, args in macros(lang).items() if name not in ONE_LANGUAGE_ONLY[lang]}
        for lang in ("zh", "en")
    )
    assert len(chinese) > 20
    assert chinese == english
