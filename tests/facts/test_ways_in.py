"""A case comes in from a path, an opened file, a text, bytes or a dict, and is the same; ``replace`` is checked too."""

from __future__ import annotations

import io
import json
import pickle
from collections import deque
from datetime import date
from decimal import Decimal

import pytest
import yaml

import negotiation_docs as nd
from tests.packaging.snippets import ROOT

ZHOU = ROOT / "examples/zhou.yaml"
TEXT = ZHOU.read_text(encoding="utf-8")
DATA = yaml.load(TEXT, yaml.BaseLoader)
JSON = json.dumps(DATA)
FACTS = nd.load(ZHOU).model_dump()


@pytest.mark.parametrize("place", ["{%s}", '{"borrower": {%s}}', '{"debts": [{%s}]}', '{"english": {%s}}'])
def test_half_a_character_in_a_key_is_refused_in_words(place):
    with pytest.raises(nd.FactsError, match=r"没有“\\ud800”这一项|残缺的字符编码"):
        nd.loads(place % r'"\ud800": 1')


@pytest.mark.parametrize(
    "odd",
    [{"甲"}, frozenset("甲"), iter("甲"), range(10**12), deque("甲"), {"甲": 1}.keys()],
    ids=lambda odd: type(odd).__name__,
)
@pytest.mark.parametrize("key", ["measures", "evidence", "debts", "hardship"])
def test_what_has_entries_and_is_no_list_is_refused_in_words(key, odd):
    with pytest.raises(nd.FactsError, match="应是列表"):
        nd.load({**DATA, key: odd})


def test_lists_in_lists_without_end_are_refused_in_words():
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    for borrower in ({"name": deep}, {"name": "周明", "contact_by": deep}, {"name": "周明", "contact_by": [deep]}):
        with pytest.raises(nd.FactsError):
            nd.load({**DATA, "borrower": borrower})
    with pytest.raises(nd.FactsError, match="应是一段文字"):
        nd.load({**DATA, "english": {"周明": deep}})


@pytest.mark.parametrize(
    "read",
    [
        lambda: nd.load(str(ZHOU)),
        lambda: nd.load(ZHOU.open("rb")),
        lambda: nd.load(ZHOU.open(encoding="utf-8")),
        lambda: nd.load(io.StringIO(JSON)),
        lambda: nd.load(io.BytesIO(JSON.encode())),
        lambda: nd.load(DATA),
        lambda: nd.loads(TEXT),
        lambda: nd.loads(b"\xef\xbb\xbf" + TEXT.encode()),
        lambda: nd.loads(JSON),
        lambda: nd.loads(f"\n {json.dumps(DATA, ensure_ascii=False, indent=1)}".encode()),
        lambda: nd.loads(yaml.dump(DATA, allow_unicode=True, default_flow_style=True, width=9999)),
    ],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_every_way_in_gives_the_same_facts(read):
    assert read().model_dump() == FACTS


def test_an_opened_file_knows_where_its_scans_lie_and_a_text_does_not():
    with ZHOU.open("rb") as file:
        assert nd.load(file).folder == ZHOU.parent
    assert nd.loads(TEXT).folder is None


def test_a_number_of_a_json_text_is_read_as_it_is_written():
    data = {**DATA, "debts": [{**DATA["debts"][0], "balance": {"as_of": "2026-11-20", "principal": "NUMBER"}}]}
    case = nd.loads(json.dumps(data).replace('"NUMBER"', "100000000.10"))
    assert case.debt().balance.principal == Decimal("100000000.10")
    with pytest.raises(nd.FactsError, match="小数超过两位"):
        nd.loads(json.dumps(data).replace('"NUMBER"', "0.1000000000000000055"))


def test_a_float_of_a_dict_is_refused_with_the_way_to_read_json():
    with pytest.raises(nd.FactsError, match=r"nd\.loads"):
        nd.load({**DATA, "finances": {"income": [{"name": "工资", "amount": 0.1}], "essentials": []}})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "案件文件是空的"),
        ('{"borrower": 1,}', "不符合JSON的写法"),
        ("{借款人: [", "括号没有成对"),
        ("{借款人: 周", "写法不对"),
        ("周启明".encode("gbk"), "编码是GBK"),
        ("a" * 1_000_001, "超过1兆字节"),
        ("借款人: \ud800", "UTF-8"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_in_words(content, said):
    with pytest.raises(nd.FactsError, match=said):
        nd.loads(content)


def test_an_opened_file_is_not_read_beyond_its_bound():
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size=-1):
            assert 0 < size < 2_000_000
            return b"a" * size

    with pytest.raises(nd.FactsError, match="超过1兆字节"):
        nd.load(Endless())


def test_the_file_of_a_path_with_lines_is_answered_with_loads():
    with pytest.raises(nd.FactsError, match=r"nd\.loads"):
        nd.load(TEXT)


def test_a_case_with_other_facts_is_a_new_case_and_the_old_one_stays():
    case = nd.load(ZHOU)
    later = case.replace(dated="2026-12-01", 内部备注="电话已打", finances=None)
    assert (later.dated, later.notes, later.finances) == (date(2026, 12, 1), "电话已打", None)
    assert later.folder == case.folder
    assert (case.notes, case.debts == later.debts) == (nd.load(ZHOU).notes, True)
    assert case.replace() == case


def test_other_facts_are_checked_as_a_whole_and_all_at_once():
    with pytest.raises(nd.FactsError) as caught:
        nd.load(ZHOU).replace(dated="26-1-1", borrower={"name": ""}, datd=1, evidence=())
    found = {(problem.rule, problem.path) for problem in caught.value.problems}
    assert {("key_unknown", "datd"), ("missing", "borrower.name")} <= found
    assert any(path == "dated" for _, path in found)


def test_what_the_face_returns_can_be_a_key_and_go_to_another_process():
    case = nd.load(ZHOU)
    letter = nd.render("hardship_letter", case)
    given = [
        case, letter, nd.budget(case), nd.schedule(case), nd.compare(case), nd.stress(case), nd.next_steps(case),
        nd.kinds()[0], nd.rules()[0], nd.explain(), nd.explain("hardship_letter"), nd.reminders(case),
        nd.contact_log(case), nd.message(case, [letter]), nd.check(case)[0], nd.review(case, case),
        nd.annual_rate(12000, [1100] * 12), case.debt(), case.borrower,
    ]  # fmt: skip
    for one in given:
        again = pickle.loads(pickle.dumps(one))
        assert again == one, one
        assert hash(one) == hash(again), one
    findings = nd.check(case)
    assert pickle.loads(pickle.dumps(findings)) == findings
    assert {kind: kind.name for kind in nd.kinds()}[nd.kinds()[0]] == nd.kinds()[0].name
