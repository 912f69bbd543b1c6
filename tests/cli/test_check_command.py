"""``check`` tells all problems of a case at once, and what each paper still needs."""

from __future__ import annotations


def test_a_good_case_is_good_and_says_which_papers_are_ready(run):
    answer = run("check", "zhou.yaml")
    assert answer.code == 0
    assert "可以生成　困难情况说明" in answer.out


def test_all_problems_of_a_file_are_told_at_once(run, spoil, folder):
    name = spoil('id_number: "110101199001011237"', 'id_number: "110101199001011238"')
    text = (folder / name).read_text(encoding="utf-8").replace("amount: 8200.00", "amount: 8200.005", 1)
    (folder / name).write_text(text, encoding="utf-8")
    answer = run("check", name)
    assert answer.code == 1
    assert "borrower.id_number" in answer.err
    assert "finances.income[0].amount" in answer.err
    assert "2个错误" in answer.err
    assert "110101199001011238" not in answer.err


def test_what_a_paper_still_needs_is_listed_but_is_no_error(run, folder):
    text = (folder / "zhou.yaml").read_text(encoding="utf-8")
    (folder / "early.yaml").write_text(text.partition("    agreement:")[0], encoding="utf-8")
    answer = run("check", "early.yaml")
    assert answer.code == 0
    assert "还不能生成　协商结果书面确认申请" in answer.out


def test_asking_for_one_paper_makes_what_it_lacks_an_error(run, folder):
    text = (folder / "zhou.yaml").read_text(encoding="utf-8")
    (folder / "early.yaml").write_text(text.partition("    agreement:")[0], encoding="utf-8")
    assert run("check", "early.yaml", "--kind", "confirmation_request").code == 1
    assert run("check", "early.yaml", "--kind", "困难情况说明").code == 0


def test_findings_come_worst_first(run, spoil):
    answer = run("check", "ouyang.yaml")
    marks = [line[:2] for line in answer.err.splitlines() if line[:2] in ("错误", "提醒", "提示")]
    assert marks == sorted(marks, key=("错误", "提醒", "提示").index)


def test_a_paper_with_a_character_that_cannot_be_drawn_is_not_called_ready(run, spoil):
    answer = run("check", spoil("measures: [已停用该卡", "measures: [已停用该卡\U0003134a"))
    assert answer.code == 1
    assert "measures[0]（第" in answer.err
    assert "U+3134A" in answer.err
    assert "还不能生成　困难情况说明\n    先改正上面列出的错误" in answer.out
    assert "可以生成　证据材料清单" in answer.out
