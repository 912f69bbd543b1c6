"""Every text of the case format says what it is, and what has to look at it follows from that."""

from __future__ import annotations

from copy import deepcopy
from typing import Annotated, Any, get_args

import pytest
import yaml
from pydantic import Field

import negotiation_docs as nd
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.facts.texts import Text, mark_of, texts
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.facts.values.place import spell
from negotiation_docs.facts.values.prose import Name
from tests.facts.reading_facts import MODELS
from tests.make.least import COMPLETE
from tests.read.some import some

RAW: dict[str, Any] = yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
CASE = nd.load(COMPLETE)
LENDER = "甲乙丙银行股份有限公司"


def holds_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, str) and not issubclass(annotation, Choice)
    return any(holds_text(part) for part in get_args(annotation))


def unmarked(model: type[Facts]) -> list[str]:
    fields = model.model_fields.items()
    return [f"{model.__name__}.{name}" for name, field in fields if holds_text(field.annotation) and not mark_of(field)]


def test_every_text_of_every_model_has_its_mark():
    assert [name for model in some(MODELS) for name in unmarked(model)] == []


def test_a_text_without_a_mark_is_named():
    class Novel(Facts):
        title: Name | None = Field(None, title="书名")
        pages: Annotated[tuple[Name, ...], "no mark"] = Field((), title="页")

    assert unmarked(Novel) == ["Novel.title", "Novel.pages"]


def test_the_walk_meets_every_text_of_a_case_where_it_stands():
    met = {field_at(text.place) for text in texts(CASE) if text.mark.use != "translation"}
    everything = {
        (model.__name__, field.alias or name)
        for model in MODELS
        for name, field in model.model_fields.items()
        if mark_of(field) and model.__name__ not in ("PartialPlan", "Change", "Confirmation")
    }
    assert everything - met == {("Case", "english"), ("Borrower", "id_number")}, "another document stands in its place"
    assert {text.place[0] for text in texts(CASE) if text.mark.use == "translation"} == {"english"}


def field_at(place: tuple[str | int, ...]) -> tuple[str, str]:
    """The model and the key of the field at ``place``, or that the entry at ``place`` belongs to."""
    owner, key = CASE, ""
    inside: Any = CASE
    for step in place:
        if isinstance(step, str):
            owner, key = inside, step
        inside = inside[step] if isinstance(step, int) else getattr(inside, _attribute(inside, step))
    return type(owner).__name__, key


def _attribute(owner: Facts, key: str) -> str:
    return next(name for name, field in type(owner).model_fields.items() if (field.alias or name) == key)


def written_at(text: Text, words: str) -> dict[str, Any]:
    """The complete case with ``words`` in place of one text, a second lender, and one account that is not settled."""
    data = deepcopy(RAW)
    data["debts"].append({"id": "other", "creditor": {"name": LENDER, "kind": "bank_card"}})
    *way, last = locate(data, text.place).place
    here: Any = data
    for step in way:
        here = here[step]
    here[last] = words
    return data


READ_BY_CREDITORS = [
    text
    for text in texts(CASE)
    if text.mark.is_printed and not text.mark.masked and text.mark.use != "number" and text.mark.whose in ("", "third")
]


@pytest.mark.parametrize("text", READ_BY_CREDITORS, ids=lambda text: spell(text.place))
def test_no_text_that_a_creditor_reads_names_another_lender_unnoticed(text):
    data = written_at(text, f"由{LENDER}办理")
    found = {problem.path: problem.severity for problem in nd.check(nd.load(data)) if "lender" in problem.rule}
    severity = "warning" if text.place[-1] == "issuer" else "error"  # a bank that issues payslips need not be a lender
    assert found == {spell(locate(data, text.place).place): severity}


def test_a_paper_named_under_one_debt_and_in_the_hardship_or_the_means_goes_to_everybody():
    data = deepcopy(RAW)
    data["debts"].append({"id": "other", "creditor": {"name": LENDER, "kind": "bank_card"}, "evidence": ["leave"]})
    data["evidence"][1]["issuer"] = LENDER
    assert ("evidence.issuer_lender", "evidence[1].issuer") in {(one.rule, one.path) for one in nd.check(nd.load(data))}
    data["hardship"][0]["evidence"] = []
    assert "evidence.issuer_lender" in {one.rule for one in nd.check(nd.load(data))}, "the means name it still"
    for place in ("essentials", "other_debts", "assets", "changes"):
        for each in data["finances"][place]:
            each["evidence"] = [name for name in each.get("evidence", []) if name != "leave"]
    assert "evidence.issuer_lender" not in {one.rule for one in nd.check(nd.load(data))}
