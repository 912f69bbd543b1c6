"""The pages say what the code does: every fact, choice, tag and class is on its page, and the examples are valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

import negotiation_docs as nd
from negotiation_docs import facts
from negotiation_docs.catalogue.attaching import ATTACHES
from negotiation_docs.catalogue.conditions import CONDITIONS
from negotiation_docs.catalogue.frontmatter import FrontMatter
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.catalogue.traits import TRAITS
from negotiation_docs.facts import Commitment
from negotiation_docs.facts.manual import manual, meanings
from negotiation_docs.facts.reading.locate import fields
from negotiation_docs.standing import LABELS
from negotiation_docs.standing.occasions import occasions
from negotiation_docs.templating.elements import CLASSES
from negotiation_docs.templating.markup import TAGS, parse
from negotiation_docs.views import Order, build_view, functions
from negotiation_docs.writers.fonts.chosen import FACES
from tests.packaging.snippets import ROOT, blocks
from tests.read.some import some


def test_the_page_of_the_case_format_names_every_fact_with_its_label():
    page = (ROOT / "docs/case-format.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z][a-z_0-9]*", page))
    schema = nd.Case.model_json_schema()
    for model in (schema, *schema["$defs"].values()):
        for key, field in some(model["properties"].items()):
            assert key in words, f"{model.get('title')}.{key}"
            assert field.get("title", "") in page, f"{model.get('title')}.{key} {field['title']}"


def test_the_page_of_the_case_format_names_every_choice():
    page = (ROOT / "docs/case-format.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[A-Za-z0-9_]+", page))
    choices = {str(choice) for choice in some(enumerated(nd.Case.model_json_schema())) if str(choice).isascii()}
    assert {"bank_card", "equal_payment", "360"} <= choices
    assert choices - words == set()


def enumerated(schema: object) -> Iterator[object]:
    """Every value of every list of choices, however deep in the schema."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from enumerated(part)


def test_the_chinese_reference_is_made_from_the_models_and_has_an_example_of_every_fact():
    complete = yaml.load((ROOT / "tests/facts/complete.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    page = (ROOT / "docs/case-format.zh.md").read_text(encoding="utf-8")
    command = "python -m negotiation_docs.facts.manual tests/facts/complete.yaml > docs/case-format.zh.md"
    assert page == manual(complete), f"run: {command}"
    without = [row for row in page.splitlines() if row.endswith("|  |") and "见下" not in row]
    assert [row.split("|")[1].strip(" `") for row in without] == []


def test_no_meaning_is_left_over_from_a_fact_that_is_gone_and_all_are_chinese():
    models = {model.__name__: fields(model) for model in vars(facts).values() if isinstance(model, type(facts.Case))}
    for name, told in meanings().items():
        assert not told.keys() - models[name].keys(), name
        for words in told.values():
            assert re.search("[\u4e00-\u9fff]", words), words
            assert not words.endswith("。"), words


def test_the_example_of_the_chinese_reference_is_enough_for_a_letter():
    (example,) = blocks("docs/case-format.zh.md", "yaml")
    assert "周启明" in nd.render("hardship_letter", nd.load(yaml.load(example, yaml.BaseLoader))).text


@pytest.mark.parametrize("number", range(2))
def test_the_examples_of_the_case_format_load(number):
    case = nd.load(yaml.load(blocks("docs/case-format.md", "yaml")[number], yaml.BaseLoader))
    assert case.borrower.name == "周启明"
    assert case.debts[0].id == "bank1"


def test_the_first_example_is_enough_for_a_letter():
    case = nd.load(yaml.load(blocks("docs/case-format.md", "yaml")[0], yaml.BaseLoader))
    assert "周启明" in nd.render("hardship_letter", case).text


def test_the_rules_for_templates_name_every_tag_and_class():
    page = (ROOT / "docs/template-rules.zh.md").read_text(encoding="utf-8")
    for name in (*TAGS, *(name for names in CLASSES.values() for name in names)):
        assert f"`{name}`" in page, name


def test_the_example_of_the_rules_for_templates_is_valid():
    (example,) = blocks("docs/template-rules.zh.md", "html")
    assert parse(example, template="docs/template-rules.zh.md")


def test_the_rules_for_templates_name_everything_a_template_can_use():
    page = (ROOT / "docs/template-rules.zh.md").read_text(encoding="utf-8")
    case = nd.load(ROOT / "examples/zhou.yaml")
    order = Order(find("hardship_letter"), case, case.debt())
    named = set(re.findall(r"`([a-z_]+)[`(]", page))
    assert not (build_view(order, "zh").keys() | functions(order, "zh").keys()) - named


def test_the_rules_for_templates_explain_every_word_of_a_head():
    page = (ROOT / "docs/template-rules.zh.md").read_text(encoding="utf-8")
    words = {name: trait.meaning for name, trait in TRAITS.items()}
    words |= {name: condition.meaning for name, condition in CONDITIONS.items()} | LABELS | ATTACHES
    words |= occasions()
    assert [name for name, meaning in words.items() if f"| `{name}` | {meaning} |" not in page] == []
    assert [key for key in FrontMatter.__struct_fields__ if key != "lines" and f"| `{key}` |" not in page] == []
    assert [promise for promise in Commitment if f"`{promise}`" not in page] == []


def test_the_index_leads_to_every_page():
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"({page.name})" not in index] == ["index.md"]


def test_the_reference_lists_every_public_name_once():
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\.\. auto\w+:: (\w+)$", page, re.MULTILINE)
    assert set(nd.__all__) - set(listed) == set(), "a line of docs/api.md for each"
    assert sorted(listed) == sorted(nd.__all__)


def test_the_page_about_fonts_names_every_face_in_both_languages():
    page = (ROOT / "docs/fonts.zh.md").read_text(encoding="utf-8")
    assert [name for name in FACES if name not in page] == []
