"""``pack`` writes every paper that is ready and of use, both formats, under names that tell nothing personal."""

from __future__ import annotations

import re

import pytest

from negotiation_docs.filenames import file_name
from tests.read.some import some


def test_every_core_paper_of_the_example_is_written_in_both_formats(run, folder):
    answer = run("pack", "zhou.yaml", "-o", "out")
    names = {path.name for path in (folder / "out" / "bank1").iterdir()}
    titles = ("困难情况说明", "还款计划（建议稿）", "证据材料清单", "协商结果书面确认申请")
    assert answer.code == 0
    for title in titles:
        for suffix in ("docx", "pdf"):
            assert any(name.endswith(f"{title}.{suffix}") for name in names), (title, suffix, names)


def test_a_paper_that_is_not_ready_is_told_with_what_it_lacks(run, folder):
    text = (folder / "zhou.yaml").read_text(encoding="utf-8")
    (folder / "early.yaml").write_text(text.partition("    agreement:")[0], encoding="utf-8")
    answer = run("pack", "early.yaml", "-o", "out")
    assert answer.code == 0
    assert "还不能生成《协商结果书面确认申请》" in answer.err
    assert not list((folder / "out").rglob("*书面确认*"))


def test_an_error_that_keeps_a_paper_back_is_a_finding_though_the_others_are_written(run, spoil, folder):
    answer = run("pack", spoil("periods: 60", "periods: 12"), "-o", "out")
    assert answer.code == 1
    assert "超过每月可用于偿还的2,350.00元" in answer.err
    assert list((folder / "out").rglob("*证据材料清单.pdf"))
    assert not list((folder / "out").rglob("*还款计划*"))


def test_a_paper_that_is_not_the_one_to_write_is_told_in_a_line_and_is_no_error(run, spoil):
    dispute = "    dispute: {kind: statement, shown: 2026年9月逾期, actual: 2026年9月无力还款}\n    balance:"
    answer = run("pack", spoil("    balance:", dispute), "-o", "out")
    assert answer.code == 0
    told = [line for line in answer.err.splitlines() if "《征信异议申请》" in line]
    assert told == ["债务 bank1 还不能生成《征信异议申请》：记录属实、只想说明原因的，不是异议"]


def test_warnings_are_told_once_with_the_pack(run, spoil):
    answer = run("pack", spoil("valid_until: 2026-12-20", "valid_until: 2026-11-01"), "-o", "out")
    assert answer.code == 0
    assert answer.err.count("建议有效期2026年11月1日已过") == 1
    assert "提醒" not in run("pack", "zhou.yaml", "-o", "other").err


def test_each_debt_has_a_folder_of_its_own(run, folder):
    import negotiation_docs as nd

    several = [path for path in folder.glob("*.yaml") if len(nd.load(path).debts) > 1]
    assert several
    run("pack", several[0].name, "-o", "out")
    assert {path.name for path in (folder / "out").iterdir()} <= {debt.id for debt in nd.load(several[0]).debts}
    assert len(list((folder / "out").iterdir())) > 1


def test_no_file_name_tells_who_writes_or_to_whom(run, folder):
    import negotiation_docs as nd

    for example in some(sorted(folder.glob("*.yaml"))):
        run("pack", example.name, "-o", f"out/{example.stem}")
        case = nd.load(example)
        names = " ".join(path.name for path in (folder / "out" / example.stem).rglob("*"))
        secrets = [case.borrower.name, case.borrower.phone, case.borrower.id_number]
        secrets += [value for debt in case.debts for value in (debt.creditor.name, debt.account)]
        assert not [secret for secret in secrets if secret and secret in names]


def test_a_second_run_finds_everything_in_place(run):
    assert run("pack", "zhou.yaml", "-o", "out").code == 0
    assert run("pack", "zhou.yaml", "-o", "out").code == 0


def test_a_changed_file_is_left_alone_and_told(run, folder):
    run("pack", "zhou.yaml", "-o", "out")
    victim = next((folder / "out").rglob("*.pdf"))
    victim.write_bytes(b"mine")
    answer = run("pack", "zhou.yaml", "-o", "out")
    assert answer.code == 2
    assert victim.name in answer.err
    assert victim.read_bytes() == b"mine"
    assert run("pack", "zhou.yaml", "-o", "out", "--force").code == 0


@pytest.mark.parametrize(
    ("words", "name"),
    [("还款计划（建议稿）", "还款计划（建议稿）"), ("../../etc/x", "etc-x"), ("a/b c:d", "a-b-c-d"), ("..", "-")],
)
def test_a_name_from_a_file_cannot_leave_the_folder(words, name):
    assert file_name(words) == name


def test_a_character_that_cannot_be_drawn_stops_only_the_papers_that_print_it(run, spoil, folder):
    answer = run("pack", spoil("measures: [已停用该卡", "measures: [已停用该卡\U0003134a"), "-o", "out")
    assert answer.code == 1
    assert "还不能生成《困难情况说明》" in answer.err
    assert "U+3134A" in answer.err
    assert {path.suffix for path in (folder / "out" / "bank1").glob("*证据材料清单*")} == {".docx", ".pdf"}
    assert not list((folder / "out" / "bank1").glob("*困难情况说明*"))


def test_what_is_ready_but_of_no_use_now_is_told_with_the_reason_and_not_written(run, folder):
    text = (folder / "ouyang.yaml").read_text(encoding="utf-8")
    confirmed = text.replace("reply_by: 2026-12-08", "confirmed: {date: 2026-11-20, channel: app}", 1)
    (folder / "confirmed.yaml").write_text(confirmed, encoding="utf-8")
    answer = run("pack", "confirmed.yaml", "-o", "out")
    assert answer.code == 0
    assert {path.stem for path in (folder / "out" / "loan1").iterdir()} == {
        "190-协议要点核对表（内部使用）",
        "250-还款协议书",
    }
    reason = "方案已经书面确认，还没有到首期还款日"
    (line,) = (line for line in answer.err.splitlines() if line.startswith(f"债务 loan1：{reason}，目前用不上"))
    for title in ("困难情况说明", "还款计划（建议稿）", "证据材料清单", "协商结果书面确认申请"):
        assert f"《{title}》" in line
    assert f"可以生成，但目前用不上（{reason}）　困难情况说明" in run("check", "confirmed.yaml").out


def test_a_settled_debt_keeps_nothing_back_and_is_no_error_beside_the_others(run, folder):
    text = (folder / "lin.yaml").read_text(encoding="utf-8")
    settled = text.replace("    account: XF20250302118\n", "    account: XF20250302118\n    settled: 2026-11-20\n", 1)
    (folder / "settled.yaml").write_text(settled, encoding="utf-8")
    answer = run("pack", "settled.yaml", "-o", "out")
    assert answer.code == 0
    assert {path.name for path in (folder / "out").iterdir()} == {"loan_a", "friend", "finance_b"}
    assert {path.stem for path in (folder / "out" / "finance_b").iterdir()} == {
        "160-结清证明开具及信用记录更新申请",
        "170-征信异议申请",
    }
    assert re.search("债务 finance_b：已经结清，目前用不上(《[^》]+》)*《证据材料清单》", answer.err)
    assert "这笔债务已于" not in answer.err


OWN = """\
---
title: 展期说明
order: 5
audience: creditor
needs: [{path: debt.due, unless: private}]
traits: [letter, admits]
due: [confirmed]
encloses: [evidence_list]
promises: [reachable]
---
<h1>{{ title }}</h1>
<p>{% for paper in annexes %}附件{{ paper.number }}《{{ paper.title }}》{% endfor %}{{ commitments|length }}</p>
"""


def test_a_template_of_ones_own_has_the_power_of_a_shipped_one(run, spoil, folder):
    (folder / "own" / "zh").mkdir(parents=True)
    (folder / "own" / "zh" / "progress_report.html").write_text(OWN, encoding="utf-8")
    confirmed = "reply_by: 2026-12-10\n      confirmed: {date: 2026-11-20, channel: sms}"
    name = spoil("reply_by: 2026-12-10", confirmed)
    assert run("pack", name, "-o", "out", "--templates", "own").code == 0
    names = {path.name for path in (folder / "out" / "bank1").iterdir()}
    assert names == {
        f"{title}.{suffix}"
        for title in (
            "展期说明",
            "030-证据材料清单",
            "190-协议要点核对表（内部使用）",
            "250-还款协议书",
        )
        for suffix in ("docx", "pdf")
    }
    told = run("render", "展期说明", name, "-o", "-", "--templates", "own", "--enclose", "证据材料清单").out
    assert "附件1《证据材料清单》0" in told
    assert run("pack", "zhou.yaml", "-o", "other", "--templates", "own").code == 0
    assert not list((folder / "other").rglob("*展期说明*")), "it is of use once the plan is confirmed"


def test_the_files_of_a_paper_keep_their_names_when_a_paper_is_added(run, folder):
    assert run("pack", "zhou.yaml", "-o", "before").code == 0
    (folder / "own" / "zh").mkdir(parents=True)
    added = OWN.replace("due: [confirmed]\n", "number: 500\n")
    (folder / "own" / "zh" / "first_of_all.html").write_text(added, encoding="utf-8")
    assert run("pack", "zhou.yaml", "-o", "after", "--templates", "own").code == 0
    before, after = ({path.name for path in (folder / name / "bank1").iterdir()} for name in ("before", "after"))
    assert after - before == {"500-展期说明.docx", "500-展期说明.pdf"}
    assert before <= after
