"""``template``: a clerk lists, copies, checks and looks into templates without knowing Python."""

from __future__ import annotations

from types import SimpleNamespace


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
