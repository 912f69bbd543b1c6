"""What a borrower says against himself is found before it stands in a letter; what he denies is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.law import harms as module
from negotiation_docs.law.harms import harms
from tests.make.cases import with_debt

SAID = {
    "harm-01": [
        "收入减少后以卡养卡", "只能以贷养贷维持", "拆东墙补西墙", "用别的信用卡还这张卡", "靠网贷还信用卡的欠款",
        "向其他网贷平台借款还了这笔贷款", "从几个网贷借款填补信用卡欠款", "借新还旧",
    ],
    "harm-02": ["用信用卡套现周转", "在朋友的POS机提现", "以虚假交易取得资金"],
    "harm-03": ["因网赌输光积蓄", "把贷款拿去炒股亏损", "这笔借款用于买房首付"],
    "harm-04": ["申请时虚报了收入", "信用卡借给朋友使用", "替朋友借的款没有收回"],
    "harm-05": ["当时不想还", "没打算还款", "故意拖着不还"],
}  # fmt: skip
HARMLESS = [
    "用工资卡还信用卡账单", "从未以卡养卡", "没有套现", "不是不想还", "并非故意不还", "为朋友的贷款作保证，已代偿",
    "没有新增借款，靠工资还款", "已停用信用卡", "申请贷款还款计划", "向亲友借款维持生活", "本人并无赌博",
    "失业后靠积蓄还了三个月贷款", "借款用于门店进货", "住房贷款用于买房", "因被诈骗转出借来的款项，已报警",
]  # fmt: skip


def test_every_entry_has_an_example_here():
    entries = json.loads((Path(module.__file__).parent / "data/harms.json").read_text(encoding="utf-8"))["entries"]
    assert [entry["id"] for entry in entries] == list(SAID)


@pytest.mark.parametrize(("id_", "text"), [(id_, text) for id_, texts in SAID.items() for text in texts])
def test_what_turns_against_the_borrower_is_found(id_, text):
    assert [one.id for one in harms(text)] == [id_]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_denied_or_harmless_is_not(text):
    assert not list(harms(text))


def test_what_the_borrower_said_in_a_talk_is_judged_and_what_the_other_side_said_is_not():
    talk = {"at": "2026-11-16 10:00", "channel": "phone", "direction": "outgoing", "summary": "说明以贷养贷的情况"}
    theirs = {**talk, "direction": "incoming", "summary": "称本人套现"}
    case = nd.load(with_debt(agreement=None, contacts=[talk, theirs], notes="以卡养卡"))
    found = [one for one in nd.check(case) if one.rule == "text.harm"]
    assert [one.place for one in found] == [("debts", 0, "contacts", 0, "summary")]
    assert "先咨询12348" in found[0].hint
