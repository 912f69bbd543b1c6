"""Many cases, one record for everything that came of them."""

from __future__ import annotations

import pickle
import re
import stat
from itertools import count
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.make.cases import plain
from tests.make.crowd import named
from tests.read.some import some

EXAMPLES = Path(__file__).parents[2] / "examples"
SECRETS = re.compile("顾|清和|zhou|启明|110101|1380|gu@|示例", re.IGNORECASE)


def test_paths_mappings_and_cases_are_taken_alike_and_the_bytes_are_those_of_render(many):
    zhou = EXAMPLES / "zhou.yaml"
    made = many([zhou, str(zhou), plain(), nd.load(zhou)], out=None)
    letter = nd.render("hardship_letter", nd.load(zhou)).to_docx()
    assert [one.data == letter for one in made] == [True, True, False, True]
    assert made[2].data == nd.render("hardship_letter", nd.load(plain())).to_docx()
    assert [one.number for one in made] == [1, 2, 3, 4]


def test_what_is_ready_and_due_is_made_as_pdf_and_docx_and_what_waits_is_told_once(many):
    made = many([EXAMPLES / "lin.yaml"], kinds=None, formats=("pdf", "docx"), out=None)
    papers = {(one.debt, one.kind) for one in made if one.state == "made"}
    assert len(papers) > 20
    assert {debt for debt, _ in papers} == {"loan_a", "finance_b", "friend"}
    assert [(one.debt, one.kind, one.format) for one in made if one.state == "made"] == [
        (debt, kind, form)
        for debt, kind in dict.fromkeys((one.debt, one.kind) for one in made if one.kind)
        for form in ("pdf", "docx")
    ]
    assert any("还不能生成《息费减免申请》" in notice.message for notice in made[0].notices)
    assert {notice.severity for notice in made[0].notices} == {"notice"}
    assert not any(one.notices or one.problems for one in made[1:])
    assert {one.state for one in made} == {"made"}


def test_pdf_and_docx_are_what_is_made_when_nothing_is_said(thread):
    made = list(nd.render_many([plain()], ["hardship_letter"], executor=thread))
    assert [one.format for one in made] == ["pdf", "docx"]
    assert {notice.severity for notice in made[0].notices} == {"warning"}
    assert not made[0].problems


def test_a_case_that_cannot_be_read_is_one_record_with_its_problems_and_the_others_go_on(many, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("borrower: {name: [}\n", encoding="utf-8")
    bad = plain() | {"dated": "2026-13-45"}
    made = many([named("沈知远"), tmp_path / "absent.yaml", broken, bad, 7, {}, named("林晚舟")])
    assert [one.state for one in made] == ["made", *["failed"] * 5, "made"]
    for one in made[1:6]:
        assert {each.severity for each in some(one.problems)} == {"error"}
        assert not one.notices
    assert made[3].problems[0].path == "dated"
    assert "不是案件" in made[4].problems[0].message


def test_a_paper_that_was_asked_for_and_cannot_be_made_is_one_record_that_says_what_it_lacks(many):
    (one,) = many([plain()], kinds=["deferral_request"], formats=["pdf", "docx"])
    assert (one.state, one.kind, one.format, one.path) == ("failed", "deferral_request", "", None)
    assert "延期申请" in one.problems[0].message


def test_an_error_in_the_work_itself_is_a_record_that_quotes_nothing(many, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("顾清和 110101199001011237")

    monkeypatch.setattr("negotiation_docs.batch.working.render", fail)
    (one,) = many([plain()])
    assert one.state == "failed"
    assert "RuntimeError" in one.problems[0].message
    assert not SECRETS.search(f"{one.problems}")


def test_names_of_files_keys_and_reprs_hold_no_personal_data_and_files_are_the_owners_own(many, out, tmp_path):
    (tmp_path / "周启明110101199001011237.yaml").write_bytes((EXAMPLES / "zhou.yaml").read_bytes())
    made = many(
        [tmp_path / "周启明110101199001011237.yaml", plain(), ("顾清和", named("顾清和")), ("13800138000", named("何"))]
    )
    for path in some(out.rglob("*")):
        assert not SECRETS.search(str(path.relative_to(out)))
        assert stat.S_IMODE(path.stat().st_mode) in (0o600, 0o700)
    assert len({one.case for one in made}) == 4
    for one in made:
        assert not SECRETS.search(f"{one.case}{one!r}{one.path}")


def test_a_key_of_ones_own_names_the_folder_where_it_is_a_plain_word(many):
    made = many([("A-0007", plain()), ("CON", named("沈")), ("../../x", named("何"))])
    assert made[0].path.parts[1:] == ("A-0007", "1", "010-困难情况说明.docx")
    assert made[1].path.parts[1] == "CON~"
    assert re.fullmatch("[0-9a-f]{16}", made[2].path.parts[1])


def test_records_come_in_the_order_of_the_cases_or_as_they_are_done(many):
    mixed = [plain(), 5, named("沈"), 6, named("何")]
    assert [one.number for one in many(mixed, chunk=2, out=None)] == [1, 2, 3, 4, 5]
    assert {one.number for one in many(mixed, chunk=2, out=None, ordered=False)} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("ordered", [True, False])
def test_endless_cases_are_taken_as_needed(thread, ordered):
    taken = []

    def endless():
        for number in count(1):
            taken.append(number)
            yield named(f"顾清{chr(0x4E00 + number)}")

    run = nd.render_many(endless(), ["hardship_letter"], formats=["docx"], executor=thread, chunk=2, ordered=ordered)
    first = [next(run) for _ in range(3)]
    run.close()
    assert [one.state for one in first] == ["made"] * 3
    assert len(taken) < 40


def test_a_record_travels_to_another_process(many):
    (one,) = many([plain()])
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"kinds": ["hardship"]}, nd.TemplateError),
        ({"lang": "fr"}, nd.ArgumentError),
        ({"formats": ["doc"]}, nd.ArgumentError),
        ({"formats": []}, nd.ArgumentError),
        ({"chunk": 0}, nd.ArgumentError),
        ({"look": "none"}, nd.ArgumentError),
        ({"base": "absent.docx"}, nd.OutputError),
        ({"fonts": {"宋": "x.ttf"}}, nd.OutputError),
        ({"templates": "absent"}, nd.TemplateError),
        ({"executor": 3}, nd.ArgumentError),
    ],
)
def test_a_wrong_choice_is_told_before_the_first_case(many, wrong, error):
    def cases():
        raise AssertionError("a case was asked for")
        yield

    with pytest.raises(error):
        many(cases(), **wrong)


def test_two_debts_of_one_case_lie_in_folders_of_their_own(many):
    made = [one for one in many([EXAMPLES / "lin.yaml"], kinds=["evidence_list"]) if one.path]
    assert [one.path.parts[2] for one in made] == ["1", "2", "3"]


def test_own_templates_letterhead_and_language_are_worn(many, tmp_path):
    own = tmp_path / "templates" / "zh"
    own.mkdir(parents=True)
    (own / "hello.html").write_text(
        "---\ntitle: 问候\norder: 990\naudience: creditor\nneeds: []\ntraits: []\n---\n<p>您好</p>\n", encoding="utf-8"
    )
    (made,) = many([plain()], kinds=["hello"], templates=own.parent)
    assert made.path.name == "问候.docx"
    (english,) = many([plain()], lang="en")
    assert english.path.name.startswith("010-")
    assert english.path.name.endswith("-en.docx")
