"""The talk itself: answers are checked by the models, nothing is lost, and a blank answer never erases."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.interview.asking import Interview
from negotiation_docs.interview.course import points
from negotiation_docs.interview.sheet import Sheet
from tests.make.answers import Scripted
from tests.packaging.snippets import ROOT

EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
START = "borrower: {name: 周启明}  # 我\ndebts:\n  - id: a\n    creditor: {name: 示例银行, kind: bank_loan}\n"


class Knowing(Scripted):
    """A person who gives each of ``answers`` once, to the question that begins so, and to all others a blank line."""

    def __init__(self, answers: dict[str, str]) -> None:
        super().__init__()
        self.answers = dict(answers)

    def ask(self, offered: Collection[str] = ()) -> str:
        del offered
        asked = self.heard[-1].strip().partition("：")[2] if "：" in self.heard[-1].split("\n")[0] else ""
        known = [start for start in self.answers if self.heard[-1].strip().startswith(start) or asked.startswith(start)]
        return self.answers.pop(known[0]) if known else ""


def talk(path: Path, *lines: str) -> Scripted:
    person = Scripted(*lines)
    Interview(Sheet(path), person).run()
    return person


def test_an_answer_that_the_model_refuses_is_told_in_its_words_and_asked_again(tmp_path):
    path = tmp_path / "a.yaml"
    told = talk(path, "周启明", "1380013800", "13800138000").told
    assert "电话号码不对" in told
    assert "手机号码是以1开头的11位数字" in told
    assert nd.load({**read_yaml(path.read_text()).data, "debts": DEBT}).borrower.phone == "13800138000"


DEBT = [{"id": "a", "creditor": {"name": "示例银行", "kind": "bank_loan"}}]


def test_a_refused_answer_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "a.yaml"
    talk(path, "周启明")
    before = path.read_bytes()
    talk(path, "1", "1380013800", "一三八", "\ud800")
    assert path.read_bytes() == before


def test_a_choice_is_made_by_number_by_label_or_by_name(tmp_path):
    for number, typed in enumerate(("2", "２", "银行贷款", "bank_loan")):
        path = tmp_path / f"{number}.yaml"
        talk(path, "周启明", "", "", "", "", "示例银行", typed)
        assert nd.load(path).debts[0].creditor.kind.value == "bank_loan"


def test_a_choice_that_there_is_not_is_answered_with_those_there_are(tmp_path):
    told = talk(tmp_path / "a.yaml", "周启明", "", "", "", "", "示例银行", "99").told
    assert "不在可选范围内" in told
    assert "银行信用卡" in told


def test_what_will_not_read_well_is_said_at_once(tmp_path):
    (tmp_path / "a.yaml").write_text(START, encoding="utf-8")
    person = Knowing({"为什么不能按时还": "失业", "发生了什么": "因为我被辞退了"})
    Interview(Sheet(tmp_path / "a.yaml"), person).run()
    assert not person.answers
    answered = next(n for n, words in enumerate(person.heard) if "发生了什么" in words)
    assert "读不通" in person.heard[answered + 1]


def test_one_goes_back_with_a_sign(tmp_path):
    path = tmp_path / "a.yaml"
    told = talk(path, "周启民", "<", "周启明", "＜", "", "13800138000").told
    assert "现在是：周启民（直接回车保留）" in told
    data = read_yaml(path.read_text()).data
    assert data["借款人"] == {"姓名": "周启明", "手机号码": "13800138000"}


def test_there_is_nothing_before_the_first_question(tmp_path):
    assert "这是第一题" in talk(tmp_path / "a.yaml", "<").told


def test_that_there_is_none_is_an_answer(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(START, encoding="utf-8")
    known = {"有什么收入": "没有", "每月有什么必要的支出": "无", "为什么不能按时还": "3", "上面的材料里": "没有"}
    person = Knowing(known)
    assert Interview(Sheet(path), person).run()
    assert not person.answers
    case = nd.load(path)
    assert case.finances.income == case.finances.essentials == ()
    assert read_yaml(path.read_text()).data["hardship"] == [{"cause": "illness", "evidence": []}]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_blank_answers_from_end_to_end_leave_every_byte_of_a_file(tmp_path, path):
    copy = tmp_path / "a.yaml"
    copy.write_bytes(path.read_bytes())
    person = Scripted("2", *[""] * 400)
    assert Interview(Sheet(copy), person).run()
    assert copy.read_bytes() == path.read_bytes()
    assert len(person.lines) < 380


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_changed_at_the_end_is_changed_there_and_comments_stay(tmp_path, path):
    copy = tmp_path / "a.yaml"
    copy.write_bytes(path.read_bytes())
    name = nd.load(path).borrower.name
    person = Knowing({"这个文件里": "1", "要改哪一项": "1", "您的姓名": "改名"})
    assert Interview(Sheet(copy), person).run()
    assert not person.answers
    before, after = path.read_text(encoding="utf-8"), copy.read_text(encoding="utf-8")
    assert after == re.sub(f"(name|姓名): {name}", r"\1: 改名", before, count=1)


def test_a_file_taken_up_again_asks_for_what_comes_after_and_for_what_nothing_can_do_without(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("借款人:\n  手机号码: 13800138000\n", encoding="utf-8")
    heard = talk(path, "1", "周启明", "").heard
    asked = [words for words in heard if "为什么问" in words]
    assert [words.split("？")[0].strip() for words in asked[:2]] == ["您的姓名", "您的通讯地址"]


def test_what_somebody_else_writes_meanwhile_stays(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(START, encoding="utf-8")
    sheet = Sheet(path)
    path.write_text(f"{START}notes: 内部\n", encoding="utf-8")
    sheet.write([(("borrower", "wechat"), "zhou")])
    assert read_yaml(path.read_text()).data["notes"] == "内部"
    assert "# 我" in path.read_text()


def test_the_marks_of_the_file_stay_windows_newlines_and_its_byte_order_mark(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + START.replace("\n", "\r\n").encode())
    Sheet(path).write([(("hardship", 0, "cause"), "unemployment")])
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert nd.load(path).hardship[0].cause.value == "unemployment"


def test_the_short_names_that_entries_need_are_given_and_never_twice(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(START.replace("id: a", "id: debt2"), encoding="utf-8")
    Interview(Sheet(path), Knowing({"还欠别家的钱吗": "示例小贷", "示例小贷：它是哪一类": "4"})).run()
    debts = read_yaml(path.read_text()).data["debts"]
    assert [debt["id"] for debt in debts] == ["debt2", "debt3"]
    assert debts[1]["creditor"] == {"name": "示例小贷", "kind": "microloan"}


def test_of_several_debts_a_question_names_the_one_it_is_about(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(START + "  - {id: b, creditor: {name: 示例小贷, kind: microloan}}\n", encoding="utf-8")
    assert "示例小贷：还欠本金多少元？" in talk(path, "2", *[""] * 400).told


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.one_of(st.text(max_size=12), st.sampled_from(["1", "2", "没有", "<", "2026-11-20", "800"])), max_size=60
    )
)
def test_whatever_is_typed_the_file_can_be_read_and_taken_up(tmp_path, lines):
    path = tmp_path / "a.yaml"
    path.unlink(missing_ok=True)
    talk(path, *lines)
    if path.exists():
        assert read_yaml(path.read_text(encoding="utf-8")).findings == ()
        assert points(Sheet(path))


@pytest.mark.parametrize("none", ["没有", "没有了", "无", "不知道"])
def test_no_to_a_further_entry_of_a_list_is_a_blank_line_and_no_creditor_of_that_name(tmp_path, none):
    path = tmp_path / "a.yaml"
    path.write_text(START, encoding="utf-8")
    for question in ("还欠别家的钱吗", "为了还款，已经做了什么", "有没有正在按时还", "有哪些能证明"):
        Interview(Sheet(path), Knowing({question: none})).run()
    assert path.read_text(encoding="utf-8") == START


def test_no_to_a_second_income_adds_none(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(START, encoding="utf-8")
    Interview(Sheet(path), Knowing({"有什么收入": "工资", "每月多少元": "8200", "还有别的收入吗": "没有"})).run()
    assert len(nd.load(path).finances.income) == 1


SECOND = "  - id: b  # 写错了\n    creditor: {name: 手机银行}\n"


def test_an_entry_made_by_mistake_is_taken_out_and_no_other_line_with_it(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(f"{START}{SECOND}# 完\n", encoding="utf-8")
    person = Knowing({"这个文件里": "2", "还欠别家的钱吗": "删"})
    Interview(Sheet(path), person).run()
    assert path.read_text(encoding="utf-8") == f"{START}# 完\n"
    assert "输入 删 去掉这一条" in person.told


def test_an_entry_that_is_used_elsewhere_stays(tmp_path):
    path = tmp_path / "a.yaml"
    held = "evidence:\n  - {id: x, name: 证明, group: hardship, status: attached, proves: 失业}\n"
    written = f"{START}hardship:\n  - {{cause: unemployment, evidence: [x]}}\n{held}"
    path.write_text(written, encoding="utf-8")
    person = Knowing({"这个文件里": "2", "有哪些能证明": "删"})
    Interview(Sheet(path), person).run()
    assert "没有删去" in person.told
    assert path.read_text(encoding="utf-8") == written


def test_words_for_a_choice_are_answered_with_its_number_and_not_with_all_names(tmp_path):
    told = talk(tmp_path / "a.yaml", "周启明", "", "", "", "", "示例银行", "信用卡").told
    assert "是不是 1 银行信用卡？请输入前面的号码，1 至 16" in told
    assert "bank_card" not in told


def test_today_is_written_as_a_day(tmp_path, monkeypatch):
    monkeypatch.setattr("negotiation_docs.interview.answers.today", lambda: date(2026, 11, 21))
    path = tmp_path / "a.yaml"
    path.write_text(START, encoding="utf-8")
    Interview(Sheet(path), Knowing({"欠款数字是哪一天的": "今天"})).run()
    assert nd.load(path).debts[0].balance.as_of == date(2026, 11, 21)
