"""``template``: a clerk lists, copies, checks and looks into templates without knowing Python."""

from __future__ import annotations

from types import SimpleNamespace

from tests.make.word_letters import letter, told


def test_a_template_is_copied_changed_and_checked(run, folder):
    copied = run("template", "copy", "困难情况说明", "-o", "own")
    assert copied.code == 0
    assert "own/zh/hardship_letter.html" in copied.out
    assert run("template", "check", "own", "zhou.yaml").out == "没有发现问题。\n"
    path = folder / "own/zh/hardship_letter.html"
    path.write_text(path.read_text(encoding="utf-8") + "<p>【盖章】{{ creditr }}</p>", encoding="utf-8")
    checked = run("template", "check", "own")
    assert checked.code == 1
    assert "“【盖章】”像是留着填写的空" in checked.out
    assert "是不是 creditor？" in checked.out
    assert checked.err == "共2处。\n"


def test_the_list_says_which_are_ones_own(run):
    run("template", "copy", "hardship_letter", "-o", "own")
    lines = run("template", "list", "--templates", "own").out.splitlines()
    assert "hardship_letter　困难情况说明（自备：zh、en）" in lines
    assert "repayment_plan　还款计划（建议稿）" in lines


def test_names_are_shown_with_their_values(run):
    shown = run("template", "show-data", "hardship_letter", "zhou.yaml").out
    assert "    applicant.name　姓名：周启明\n" in shown
    assert "  principal　未还本金：86,421.37元\n" in shown


def test_a_wrong_word_is_answered_in_chinese(run):
    assert (
        run("template", "show-data", "hardship_leter", "zhou.yaml").err
        == "错误：没有名为 hardship_leter 的文书。是不是 hardship_letter？\n"
    )


def test_a_preview_loads_itself_anew_and_follows_what_is_saved(run, folder, monkeypatch):
    run("template", "copy", "hardship_letter", "-o", "own")
    path, pages = folder / "own/zh/hardship_letter.html", []

    def saved(_: float) -> None:
        pages.append((folder / "预览.html").read_text(encoding="utf-8"))
        if len(pages) == 2:
            raise KeyboardInterrupt
        path.write_text(
            path.read_text(encoding="utf-8").replace("<h1>{{ title }}</h1>", "<h1>请看</h1>"), encoding="utf-8"
        )

    monkeypatch.setattr("negotiation_docs.cli.watching.time", SimpleNamespace(sleep=saved))  # other threads sleep on
    assert run("template", "preview", "hardship_letter", "zhou.yaml", "--templates", "own").code == 0
    assert [("请看" in page, 'http-equiv="refresh"' in page) for page in pages] == [(False, True), (True, True)]


def test_a_word_letter_is_looked_into_cleared_up_and_filled(run, folder):
    (folder / "信.docx").write_bytes(letter("本人【姓名】，客户经理【客户经理】。"))
    found = run("template", "from", "信.docx", "zhou.yaml")
    assert found.code == 1
    assert found.out == "【姓名】　applicant.name　申请人：姓名　周启明\n【客户经理】　？\n\n对照表：信-对照.yaml\n"
    assert "正文第1段：不知道“【客户经理】”填什么" in found.err
    refused = run("template", "fill", "信.docx", "zhou.yaml")
    assert refused.code == 2
    assert refused.err.startswith("错误：正文第1段：不知道“【客户经理】”填什么\n")
    path = folder / "信-对照.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("【客户经理】:", "【客户经理】: 工号"), encoding="utf-8")
    filled = run("template", "fill", "信.docx", "zhou.yaml")
    assert (filled.code, filled.err) == (0, "已按 信-对照.yaml 填写。\n已生成：信-已填.docx\n")
    assert told((folder / "信-已填.docx").read_bytes()) == "本人周启明，客户经理工号6035。"


def test_a_file_of_places_that_was_changed_is_not_replaced_unasked(run, folder):
    (folder / "信.docx").write_bytes(letter("【姓名】"))
    assert run("template", "from", "信.docx").code == 0
    (folder / "信-对照.yaml").write_text("空:\n  【姓名】: 姓名\n", encoding="utf-8")
    assert "--force" in run("template", "from", "信.docx").err
    assert run("template", "from", "信.docx", "--force").code == 0


def test_what_the_case_lacks_is_told_as_for_our_own_papers(run, folder):
    (folder / "信.docx").write_bytes(letter("【延期至】【姓名】"))
    lacking = run("template", "fill", "信.docx", "zhou.yaml")
    assert lacking.code == 1
    assert "“【延期至】”没有可填的" in lacking.err
    assert not (folder / "信-已填.docx").exists()
    draft = run("template", "fill", "信.docx", "zhou.yaml", "--draft", "-o", "草稿.docx")
    assert draft.code == 0
    assert "【待填：" in told((folder / "草稿.docx").read_bytes())
