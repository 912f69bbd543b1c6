"""``help(nd)`` is enough to start: every public name has an example that runs as it is printed."""

from __future__ import annotations

import doctest
import inspect
import shutil

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT

NAMED = [name for name in nd.__all__ if inspect.isclass(getattr(nd, name)) or inspect.isfunction(getattr(nd, name))]


def examples(name: str) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples(inspect.getdoc(getattr(nd, name)) or "")


@pytest.mark.parametrize("name", ["", *NAMED])
def test_the_example_of_a_public_name_runs_as_printed(name, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    wanted = examples(name) if name else doctest.DocTestParser().get_examples(nd.__doc__)
    assert wanted, f"an example in the docstring of nd.{name}"
    test = doctest.DocTest(wanted, {}, name or "nd", None, 0, None)
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    said = capsys.readouterr().out
    assert "Failed example" not in said, said


def test_help_names_what_one_starts_with():
    assert [word for word in ("load", "check", "render", "save", "explain", "kinds") if f"nd.{word}" not in nd.__doc__
            and f".{word}(" not in nd.__doc__] == []  # fmt: skip
