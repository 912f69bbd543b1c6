"""The JSON Schema says what ``load`` takes: every example validates, and what a person mistypes does not."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
import yaml

import negotiation_docs as nd
from negotiation_docs.cli import main
from negotiation_docs.facts.schema import FILES, schema, written
from tests.packaging.snippets import ROOT
from tests.read.some import some

EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
CHECKERS = {names: jsonschema.Draft7Validator(schema(names)) for names in FILES}
EDITING = (
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", "tTfF"),
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
)


class Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day is a text, ``no`` too, and 0098 a number."""

    yaml_implicit_resolvers: dict[str, object] = {}  # noqa: RUF012 - as in the parent class


for tag, form, first in EDITING:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^{form}$"), list(first))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def errors(data: object, names: str = "en") -> list[str]:
    return [".".join(map(str, one.absolute_path)) for one in CHECKERS[names].iter_errors(data)]


@pytest.mark.parametrize("names", FILES)
@pytest.mark.parametrize("path", [*EXAMPLES, ROOT / "tests/facts/complete.yaml"], ids=lambda path: path.stem)
def test_every_example_validates_in_either_language(path, names):
    assert errors(yaml.load(path.read_text(encoding="utf-8"), Editor), names) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_leads_an_editor_to_the_schema_of_its_language(path):
    text = path.read_text(encoding="utf-8")
    (named,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
    names = "zh" if "\n借款人:" in text else "en"
    assert (path.parent / named).resolve() == ROOT / "docs/schema" / FILES[names]


@pytest.mark.parametrize("names", FILES)
def test_the_schema_is_sound_draft_7_and_the_file_in_the_docs_is_fresh(names, capsys):
    jsonschema.Draft7Validator.check_schema(schema(names))
    assert schema(names)["$schema"] == "http://json-schema.org/draft-07/schema#"
    page = (ROOT / "docs/schema" / FILES[names]).read_text(encoding="utf-8")
    assert page == written(names), "run: python -m negotiation_docs.facts.schema docs/schema"
    assert main(["schema", "--keys", names]) == 0
    assert json.loads(capsys.readouterr().out) == schema(names)


@pytest.mark.parametrize("names", FILES)
def test_every_fact_has_a_title_and_a_description_and_every_choice_is_explained(names):
    whole = schema(names)
    chinese = re.compile("[\u4e00-\u9fff]")
    for model in (whole, *some(whole["definitions"].values())):
        for key, told in some(model["properties"].items()):
            assert bool(chinese.search(key)) is (names == "zh"), key
            assert bool(chinese.search(told["title"])) is (names == "en"), key
            assert told["description"]
        for choice in choices(model):
            assert len(choice["enumDescriptions"]) == len(choice["enum"])


def choices(node: object) -> list[dict[str, object]]:
    if isinstance(node, list):
        return [found for one in node for found in choices(one)]
    if not isinstance(node, dict):
        return []
    own = [node] if "enumDescriptions" in node else []
    return own + [found for one in node.values() for found in choices(one)]


LEAST = {"borrower": {"name": "周启明"}, "debts": [{"id": "a", "creditor": {"name": "某行", "kind": "bank_card"}}]}


@pytest.mark.parametrize("names", FILES)
@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({**LEAST, "borower": {}}, ""),
        ({**LEAST, "borrower": {}}, "borrower"),
        ({**LEAST, "borrower": {"姓名": "周", "手机": "1"}}, "borrower"),
        ({**LEAST, "hardship": [{"cause": "失业了", "statement": "x"}]}, "hardship"),
        ({**LEAST, "measures": "已停卡"}, "measures"),
        ({"borrower": LEAST["borrower"]}, ""),
        ({**LEAST, "choices": {"apology": "maybe"}}, "choices"),
    ],
)
def test_what_load_refuses_for_its_shape_the_schema_refuses_too(wrong, where, names):
    found = errors(wrong, names)
    assert any(place.split(".")[0] == where for place in found), found
    with pytest.raises(nd.FactsError):
        nd.load(wrong)


def test_what_load_takes_the_schema_takes():
    taken = [
        {**LEAST, "finances": None, "choices": None},
        {"借款人": {"姓名": "周", "联系电话": 13800138000}, "debts": LEAST["debts"]},
        {**LEAST, "choices": {"apology": "否"}},
        {
            **LEAST,
            "debts": [{**LEAST["debts"][0], "account": 4021, "balance": {"disputed": ["罚息"], "principal": 1.5}}],
        },
        {**LEAST, "debts": [{**LEAST["debts"][0], "balance": {"disputed": True, "principal": 1.5}}]},
    ]
    for data in taken:
        nd.loads(json.dumps(data))
        assert [errors(data, names) for names in FILES] == [[], []], data
