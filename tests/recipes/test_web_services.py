"""The recipes for web services run as their page prints them, and answer people's mistakes in full."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from tests.packaging.snippets import ROOT, blocks

pytestmark = pytest.mark.recipes

PAGE = "docs/services.zh.md"


def module(heading: str) -> ModuleType:
    """The one program under a heading, run as a module."""
    (code,) = blocks(PAGE, "python", heading)
    made = ModuleType(f"recipe_{heading.lower()}")
    sys.modules[made.__name__] = made  # Django looks for its addresses by the name
    exec(compile(code, f"{PAGE}: {heading}", "exec"), made.__dict__)
    return made


def zhou() -> dict:
    """The case of the README as JSON has it: amounts are numbers with a point."""
    return yaml.safe_load((ROOT / "examples/zhou.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def fastapi():
    from fastapi.testclient import TestClient

    return TestClient(module("FastAPI").app)


def body(case: object, **more: object) -> bytes:
    return json.dumps({"case": case, **more}, default=str).encode()


def test_fastapi_answers_a_case_with_the_pdf_of_the_library(fastapi):
    import negotiation_docs as nd

    case = {**zhou(), "dated": "2026-11-21"}
    answer = fastapi.post("/papers/hardship_letter", content=body(case, debt="bank1"))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content == nd.render("hardship_letter", nd.loads(json.dumps(case, default=str))).to_pdf()
    assert b"86421.37" in body(case), "an amount went as a JSON number"


def test_fastapi_answers_wrong_facts_with_every_problem(fastapi):
    answer = fastapi.post("/papers/hardship_letter", content=body({"borrower": {"name": "周启明", "phone": "1"}}))
    assert answer.status_code == 422
    rules = {problem["rule"]: problem["place"] for problem in answer.json()["problems"]}
    assert rules["phone"] == ["borrower", "phone"]
    assert rules["missing"] == ["debts"]


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"[1]",
        b"{",
        b'{"case": 3}',
        b'{"case": {}, "debt": 3}',
        b"\xff",
        b"[" * 200_000,
        b'{"case": NaN}',
        b" " * 2_000_000,
    ],
    ids=range(9),
)
def test_fastapi_is_not_broken_by_what_is_no_case(fastapi, sent):
    assert fastapi.post("/papers/hardship_letter", content=sent).status_code == 422


@pytest.mark.parametrize("sent", [b"{", b'{"borrower": {"name": "a"}}'])
def test_fastapi_says_where_the_case_belongs_and_not_that_it_lacks_a_borrower(fastapi, sent):
    answer = fastapi.post("/papers/hardship_letter", content=sent)
    assert answer.status_code == 422
    assert "“case”" in answer.json()["message"]


def test_fastapi_names_the_papers_for_one_that_is_none(fastapi):
    answer = fastapi.post("/papers/hardship_leter", content=body(zhou()))
    assert answer.status_code == 422
    assert "hardship_letter" in answer.json()["message"]


@pytest.fixture(scope="module")
def django():
    module("Django")
    from django.test import Client

    return Client()


def test_django_answers_a_case_file_with_a_pdf(django):
    text = (ROOT / "examples/zhou.yaml").read_bytes()
    answer = django.post("/papers/hardship_letter", text, content_type="application/yaml")
    assert answer.status_code == 200, answer.content.decode()
    assert answer.content.startswith(b"%PDF-")


def test_django_answers_wrong_facts_with_every_problem(django):
    answer = django.post("/papers/hardship_letter", "borrower: {name: 周启明, phone: 1}", content_type="text/plain")
    assert answer.status_code == 422
    assert {"phone", "missing"} <= {problem["rule"] for problem in answer.json()["problems"]}
    assert "电话号码不对" in answer.content.decode()


def test_django_names_the_papers_for_one_that_is_none(django):
    text = Path(ROOT / "examples/zhou.yaml").read_bytes()
    answer = django.post("/papers/hardship_leter", text, content_type="application/yaml")
    assert answer.status_code == 422
    assert "hardship_letter" in answer.json()["message"]
