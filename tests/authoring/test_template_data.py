"""What a template can print is shown with its meaning and value, and a shipped template is where one's own begins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT
from tests.read.some import some

ZHOU = nd.load(ROOT / "examples/zhou.yaml")


def every(data: tuple[nd.Datum, ...]) -> Iterator[nd.Datum]:
    for each in data:
        yield each
        yield from every(each.inner)


def test_every_name_has_its_meaning_and_its_value_in_the_words_of_the_paper():
    found = {each.path: each for each in some(every(nd.template_data("hardship_letter", ZHOU)))}
    assert found["applicant.name"].value == "周启明"
    assert found["principal"].value == "86,421.37元"
    assert found["dated"].value == "2026年11月21日"
    assert found["creditor.person"].value == "否"
    assert all(each.meaning for each in found.values())
    english = {each.path: each.value for each in every(nd.template_data("hardship_letter", ZHOU, lang="en"))}
    assert english["principal"] == "RMB 86,421.37"


def test_names_that_the_paper_uses_are_marked():
    used = {each.path for each in nd.template_data("contact_preferences", ZHOU) if each.used}
    assert {"creditor", "applicant", "account"} <= used
    assert "plan" not in used


def test_no_whole_number_of_a_person_is_shown():
    shown = "\n".join(each.value for each in some(every(nd.template_data("court_answer", ZHOU))))
    assert ZHOU.borrower.id_number not in shown


def test_a_copied_template_makes_the_same_paper(tmp_path):
    paths = nd.copy_template("hardship_letter", tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in paths} == {
        f"{lang}/hardship_letter{ending}.html" for lang in ("zh", "en") for ending in ("", ".short")
    }
    for lang in ("zh", "en"):
        ours, theirs = (nd.render("hardship_letter", ZHOU, lang=lang, templates=own) for own in (None, tmp_path))
        assert (ours.text, ours.short) == (theirs.text, theirs.short)


def test_what_was_changed_is_not_overwritten_unasked(tmp_path):
    (path, *_) = nd.copy_template("call_script", tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(nd.OutputError):
        nd.copy_template("call_script", tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"
    nd.copy_template("call_script", tmp_path, overwrite=True)
    assert path.read_text(encoding="utf-8") != "mine"
