"""What a form or rule asks for has its place in the case file and its words in the paper, under the heading named."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import is_fact, steps
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.facts.values.masking import mask_id
from negotiation_docs.guide.conformity import Field, Form, forms, page, source, stale
from tests.make.conforming import conforming
from tests.make.sued import STOPS
from tests.packaging.snippets import ROOT
from tests.read.some import some

COURT_HEADING = "(当事人信息|答辩事项|事实与理由|对纠纷解决方式的意愿)(?:（.+）)?"
FORMS = {form.id: form for form in forms()}
ASKED = [(form, field) for form in forms() for field in form.fields]
IDS = [f"{form.id}-{form.fields.index(field) + 1}" for form, field in ASKED]


@cache
def case(form: str) -> nd.Case:
    assert form in conforming(), f"no case for {form}: add one to tests/make/conforming.py"
    return nd.load(conforming()[form])


@cache
def sections(form: str) -> dict[str, str]:
    """The paper by its headings; 正文 before the first, 落款 from the closing on."""
    told = case(form)
    text = nd.render(FORMS[form].paper, told, told.debts[0].id, acknowledge=STOPS).text
    found, here = {}, "正文"
    for line in text.splitlines():
        if heading := re.fullmatch("[一二三四五六七八九十]+、(.{1,40})", line) or re.fullmatch(COURT_HEADING, line):
            here = heading[1]
        elif (
            line == "此致" or re.match("[^，。]{1,6}（[^（）]*签[名字][^（）]*）：", line) or line.startswith("附件：")
        ):
            here = "落款"
        found[here] = found.get(here, "") + line + "\n"
    return found


def values(told: nd.Case, path: str) -> list[object]:
    """What the case states at ``path``; of a list, in every entry."""
    model, names = steps(path)
    found: list[object] = [told if model is nd.Case else told.debts[0]]
    for name in names:
        found = [one for each in found if each is not None for one in entries(each, name)]
    return [one for one in found if one is not None]


def entries(facts: object, key: str) -> Iterator[object]:
    assert isinstance(facts, Facts)
    name = next((name for name, field in type(facts).model_fields.items() if field.alias == key), key)
    value = getattr(facts, name)
    yield from value if isinstance(value, tuple) else (value,)


def wordings(value: object) -> list[str]:
    """How papers may write a value; nothing for what has no wording of its own."""
    if isinstance(value, bool | Facts):
        return []
    if isinstance(value, Choice):
        return [value.label]
    if isinstance(value, datetime):
        return [f"{value:%Y-%m-%d %H:%M}"]
    if isinstance(value, date):
        return [nd.chinese_date(value), value.isoformat(), f"{value.month}月{value.day}日"]
    if isinstance(value, Decimal):
        return [f"{value:,.2f}"]
    return [str(value), mask_id(str(value))]


def gaps(form: Form, field: Field) -> list[str]:
    """What keeps a field of a form from being answered."""
    wrong = [f"no such fact: {path}" for path in field.facts if not is_fact(path)]
    if wrong:
        return wrong
    told = sections(form.id).get(field.under, "")
    if field.says not in told:
        return [f"“{field.says}” does not stand under {field.under}"]
    for path in field.facts:
        stated = values(case(form.id), path)
        if not stated:
            wrong.append(f"the case states nothing at {path}")
        elif not field.implied and not any(shown(one, told) for one in stated):
            wrong.append(f"what {path} states does not stand under {field.under}")
    return wrong


def shown(value: object, told: str) -> bool:
    known = wordings(value)
    return not known or any(words in told for words in known)


@pytest.mark.parametrize(("form", "field"), ASKED, ids=IDS)
def test_what_a_form_asks_for_stands_in_the_case_and_in_the_paper(form, field):
    assert gaps(form, field) == []


def test_every_form_has_its_case_and_its_source():
    assert conforming().keys() == FORMS.keys()
    assert all(source(form).read <= date(2026, 12, 31) for form in some(forms()))


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"facts": ("borrower.shoe_size",)}, "no such fact: borrower.shoe_size"),
        ({"facts": ("borrower.wechat",)}, "the case states nothing at borrower.wechat"),
        ({"facts": ("debt.contract.opened",)}, "what debt.contract.opened states does not stand under 落款"),
        ({"says": "传真"}, "“传真” does not stand under 落款"),
        ({"under": "异议信息"}, "“邮政编码” does not stand under 异议信息"),
    ],
)
def test_a_gap_is_noticed(changed, gap):
    form = FORMS["dispute_card"]
    (field,) = (each for each in form.fields if each.required == "邮政编码")
    fields = {name: getattr(field, name) for name in field.__struct_fields__}
    assert gaps(form, field) == []
    assert gaps(form, Field(**{**fields, **changed})) == [gap]


def test_the_page_of_conformity_is_up_to_date():
    assert (ROOT / "docs/conformity.md").read_text(encoding="utf-8") == page(), (
        "run: python -m negotiation_docs.guide.conformity > docs/conformity.md"
    )


def test_a_source_is_stale_after_a_year():
    newest = max(source(form).read for form in forms())
    oldest = min(source(form).read for form in forms())
    assert stale(oldest) == []
    assert len(stale(newest.replace(year=newest.year + 2))) == len({source(form).name for form in forms()})


@pytest.mark.check
@pytest.mark.filterwarnings("default")
def test_sources_that_nobody_read_for_a_year_are_told():
    for name in stale(date.today()):  # noqa: DTZ011 - a year is no matter of hours
        warnings.warn(f"read it again, and change its day: {name}", UserWarning, stacklevel=1)
