"""A template's names decide what is worked out, and a new paper of known facts needs no code."""

from __future__ import annotations

from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.views import causes, means, offer, people, talks
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers import PROVIDERS
from tests.make.cases import with_debt
from tests.make.proposals import three_lenders
from tests.read.some import some

HEAD = "---\ntitle: {}\norder: 90\naudience: creditor\nneeds: []\ntraits: []\n---\n"
ZH = HEAD.format("延期说明") + (
    "<h1>{{ title }}</h1>"
    "{% set deferral = facts.debt.deferral %}"
    "<p>第{{ deferral.instalment }}期{{ deferral.amount|money }}，原定{{ deferral.from|date }}，"
    "延至{{ deferral.to|date }}，延期利息{{ deferral.gap_interest|label }}，理由是{{ deferral.reason }}。"
    "{% if deferral.backing.own_statement %}暂无证明。{% endif %}</p>"
    '<p class="date">{{ dated|date }}</p>'
)
EN = HEAD.format("Deferral") + (
    "<h1>{{ title }}</h1>"
    "<p>{{ facts.debt.deferral.gap_interest|label }}: {{ facts.debt.deferral.reason }};"
    "{% if facts.debt.notes is defined %}seen{% endif %}</p>"
)
DEFERRAL = {
    "instalment": 9,
    "amount": "2176.68",
    "from": "2026-12-20",
    "to": "2027-01-20",
    "reason": "新入职单位首月工资于次月发放",
}


@pytest.fixture
def folder(tmp_path) -> Path:
    for lang, text in (("zh", ZH), ("en", EN)):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "my_deferral.html").write_text(text, encoding="utf-8")
    return tmp_path


ALONE = "English version, for information only. The paper that is signed and sent is the one in Chinese."
QUOTED = "What is marked [in Chinese] is quoted as it stands, because the case file gives no English for it."


def test_a_new_paper_of_known_facts_needs_no_code(folder):
    case = nd.load(with_debt(deferral=DEFERRAL, notes="只给自己看"))
    assert nd.render("my_deferral", case, templates=folder).text.split("\n")[1] == (
        "第9期2,176.68元，原定2026年12月20日，延至2027年1月20日，延期利息按合同计收，"
        "理由是新入职单位首月工资于次月发放。暂无证明。"
    )


def test_what_nobody_translated_is_quoted_in_it_and_notes_to_oneself_are_not_there(folder):
    case = nd.load(with_debt(deferral=DEFERRAL, notes="只给自己看"))
    text = nd.render("my_deferral", case, lang="en", templates=folder).text
    assert text == f"Deferral\n{ALONE} {QUOTED}\nas in the contract: “新入职单位首月工资于次月发放” [in Chinese];"
    data = with_debt(deferral=DEFERRAL)
    data["english"] = {**data.get("english", {}), DEFERRAL["reason"]: "my new employer pays a month in arrear"}
    assert (
        "my new employer pays a month in arrear;"
        in nd.render("my_deferral", nd.load(data), lang="en", templates=folder).text
    )


def test_what_a_template_does_not_name_is_not_worked_out(monkeypatch):
    def fail(*_: object) -> None:
        raise AssertionError("nobody asked")

    for module, name in ((means, "means"), (offer, "plan"), (causes, "causes"), (talks, "terms")):
        monkeypatch.setattr(module, name, fail)
    case = nd.load(Path(__file__).parents[2] / "examples/zhou.yaml")
    assert nd.render("evidence_list", case).text


def test_what_several_names_rest_on_is_worked_out_once(monkeypatch):
    asked = []
    reader = people.reader
    monkeypatch.setattr(people, "reader", lambda *given: asked.append(given) or reader(*given))
    case = nd.load(Path(__file__).parents[2] / "examples/zhou.yaml")
    assert nd.render("confirmation_request", case).text
    assert len(asked) == 1


def test_facts_hold_no_name_of_another_lender_unless_it_is_revealed(tmp_path):
    (tmp_path / "zh").mkdir()
    template = (
        HEAD.format("收支") + "<h1>甲</h1><p>{% for d in facts.finances.other_debts %}{{ d.creditor }}{% endfor %}</p>"
    )
    (tmp_path / "zh" / "mine.html").write_text(template, encoding="utf-8")
    data = with_debt()
    data["finances"]["other_debts"] = [{"creditor": "别家银行", "monthly": "100.00"}]
    with pytest.raises(nd.TemplateError, match="没有“other_debts”"):
        nd.render("mine", nd.load(data), templates=tmp_path)
    data["choices"] = {"reveal": ["other_creditors"]}
    assert nd.render("mine", nd.load(data), templates=tmp_path).text == "甲\n别家银行"


def test_facts_are_those_of_one_debt():
    case = three_lenders()
    from negotiation_docs.catalogue.kinds import find
    from negotiation_docs.views import Order

    for debt in case.debts:
        facts = PROVIDERS["facts"](Matter(Order(find("hardship_letter"), case, debt), "zh"))
        assert facts["debt"]["creditor"]["name"] == debt.creditor.name
        assert "debts" not in facts


def test_every_provider_says_what_it_gives():
    for name, provider in some(PROVIDERS.items()):
        assert provider.__doc__, name
        assert "return" in provider.__annotations__, name


@pytest.mark.parametrize(("lang", "thirteenth"), [("zh", "十三、乙"), ("en", "13. 乙")])
def test_a_paper_may_have_more_than_twelve_headings(tmp_path, lang, thirteenth):
    (tmp_path / lang).mkdir()
    headings = '<h2>{{ heading("乙") }}</h2>'
    template = HEAD.format("长文") + "<h1>甲</h1>" + headings * 13
    (tmp_path / lang / "long.html").write_text(template, encoding="utf-8")
    case = nd.load(with_debt())
    assert nd.render("long", case, lang=lang, templates=tmp_path).text.split("\n")[-1] == thirteenth
    (tmp_path / lang / "long.html").write_text(template + headings * 87, encoding="utf-8")
    with pytest.raises(nd.TemplateError, match="不能超过99个"):
        nd.render("long", case, lang=lang, templates=tmp_path)


CLAIMED = {"as_of": "2026-11-20", "principal": "48000.00", "penalty": "600.00", "source": "账单"}


@pytest.mark.parametrize(
    ("debt", "asked"),
    [
        ({}, "talk"),
        ({"balance": {**CLAIMED, "disputed": True}}, "check"),
        ({"balance": {**CLAIMED, "disputed": ["penalty"]}}, "talk"),
        ({"balance": {"disputed": True}}, "talk"),
    ],
)
def test_who_disputes_what_is_claimed_asks_for_a_check_of_it(tmp_path, debt, asked):
    (tmp_path / "zh").mkdir()
    paper = HEAD.format("请求") + "<h1>{{ title }}</h1><p>{{ request }}</p>"
    (tmp_path / "zh" / "my_request.html").write_text(paper, encoding="utf-8")
    case = nd.load(with_debt(proposal=None, agreement=None, **debt))
    assert nd.render("my_request", case, templates=tmp_path).text.split("\n")[1] == asked


@pytest.mark.parametrize(
    ("debt", "negotiated"), [({}, "有"), ({"proposal": None, "agreement": None, "contacts": None}, "没有")]
)
def test_a_suit_alone_is_no_negotiation(tmp_path, debt, negotiated):
    (tmp_path / "zh").mkdir()
    paper = HEAD.format("清单") + "<h1>{{ title }}</h1><p>{{ '有' if negotiated else '没有' }}</p>"
    (tmp_path / "zh" / "my_list.html").write_text(paper, encoding="utf-8")
    suit = {"stage": "sued", "received": "2026-11-10", "court": "示例市示例区人民法院", "cause": "credit_card"}
    case = nd.load(with_debt(litigation=suit, **debt))
    assert nd.render("my_list", case, templates=tmp_path).text.split("\n")[1] == negotiated
