"""``render`` writes one whole file or none, and says so."""

from __future__ import annotations

import io
import stat
import sys
from pathlib import Path

import pikepdf
import pytest
import reportlab


@pytest.mark.parametrize(("suffix", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!DOCTYPE html>")])
def test_the_suffix_chooses_the_format(run, folder, suffix, begins):
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", f"letter.{suffix}")
    assert answer.code == 0
    assert f"已生成：letter.{suffix}" in answer.err
    assert (folder / f"letter.{suffix}").read_bytes().startswith(begins)


def test_a_paper_can_be_named_in_chinese(run, folder):
    assert run("render", "困难情况说明", "zhou.yaml", "-o", "letter.txt").code == 0
    assert "周启明" in (folder / "letter.txt").read_text(encoding="utf-8")


def test_a_wrong_name_is_answered_with_the_nearest(run):
    answer = run("render", "hardship_leter", "zhou.yaml", "-o", "letter.txt")
    assert answer.code == 2
    assert "是不是 hardship_letter？" in answer.err


def test_a_dash_prints_the_words_on_the_screen(run, folder):
    before = set(folder.iterdir())
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "-")
    assert answer.code == 0
    assert "周启明" in answer.out
    assert set(folder.iterdir()) == before


def test_the_case_can_come_from_standard_input(run, folder, monkeypatch):
    typed = io.TextIOWrapper(io.BytesIO((folder / "zhou.yaml").read_bytes()))
    monkeypatch.setattr(sys, "stdin", typed)
    assert run("render", "hardship_letter", "-", "-o", "letter.txt").code == 0
    assert "周启明" in (folder / "letter.txt").read_text(encoding="utf-8")


def test_a_different_file_is_never_replaced_unasked(run, folder):
    (folder / "letter.txt").write_text("mine", encoding="utf-8")
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.txt")
    assert answer.code == 2
    assert "--force" in answer.err
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "mine"
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.txt", "--force").code == 0


def test_the_same_letter_may_be_rendered_again(run):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf").code == 0
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf").code == 0


def test_a_paper_is_readable_by_its_owner_only(run, folder):
    run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf")
    assert stat.S_IMODE((folder / "letter.pdf").stat().st_mode) == 0o600


def test_a_missing_file_is_named(run):
    answer = run("render", "hardship_letter", "nobody.yaml", "-o", "letter.pdf")
    assert answer.code == 2
    assert "nobody.yaml" in answer.err


def test_an_unknown_suffix_is_refused(run):
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.odt")
    assert answer.code == 2
    assert ".docx" in answer.err


def test_an_unknown_debt_is_answered_with_those_of_the_case(run):
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--debt", "bank9")
    assert answer.code == 1
    assert "bank1" in answer.err


def test_missing_facts_are_listed_and_nothing_is_written(run, spoil, folder):
    answer = run("render", "hardship_letter", spoil("  name: 周启明\n", ""), "-o", "letter.pdf")
    assert answer.code == 1
    assert "borrower.name" in answer.err
    assert "未生成文书" in answer.err
    assert not (folder / "letter.pdf").exists()


def test_a_draft_shows_what_is_missing(run, spoil, folder):
    answer = run("render", "hardship_letter", spoil("  name: 周启明\n", ""), "-o", "letter.txt", "--draft")
    assert answer.code == 0
    assert "【待填：姓名】" in (folder / "letter.txt").read_text(encoding="utf-8")


def test_a_draft_of_an_answer_at_court_tells_what_handing_it_in_does(run):
    answer = run("render", "court_answer", "court/deng.yaml", "-o", "-", "--draft")
    assert answer.code == 0
    assert "接受这个法院管辖" in answer.err
    read = run("render", "court_answer", "court/deng.yaml", "-o", "-", "--acknowledge", "jurisdiction")
    assert "接受这个法院管辖" not in read.err


def test_two_looks_give_two_different_pages(run, folder):
    run("render", "hardship_letter", "zhou.yaml", "-o", "a.pdf")
    run("render", "hardship_letter", "zhou.yaml", "-o", "b.pdf", "--look", "gb9704")
    assert (folder / "a.pdf").read_bytes() != (folder / "b.pdf").read_bytes()


def test_a_letter_can_be_had_in_english(run, folder):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.txt", "--lang", "en").code == 0
    assert "Zhou Qiming" in (folder / "letter.txt").read_text(encoding="utf-8")


def test_the_short_text_for_a_chat_window_can_be_had_alone(run, folder):
    full = run("render", "hardship_letter", "zhou.yaml", "-o", "-").out
    short = run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--short").out
    assert "周启明" in short
    assert len(short) < len(full)
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "sms.txt", "--short").code == 0
    assert (folder / "sms.txt").read_text(encoding="utf-8") == short


@pytest.mark.parametrize(("kind", "output"), [("evidence_list", "-"), ("hardship_letter", "letter.pdf")])
def test_a_short_text_is_plain_and_not_every_paper_has_one(run, folder, kind, output):
    answer = run("render", kind, "zhou.yaml", "-o", output, "--short")
    assert answer.code == 2
    assert "短文本" in answer.err
    assert not (folder / "letter.pdf").exists()


def test_what_is_enclosed_is_counted_among_the_attachments(run):
    alone = run("render", "hardship_letter", "zhou.yaml", "-o", "-").out
    cover = run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--enclose", "还款计划（建议稿）").out
    assert "1.还款计划（建议稿）" in cover
    assert "还款计划（建议稿）" not in alone


def test_a_font_of_ones_own_is_given_by_face(run, folder):
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--font", f"宋体={vera}")
    assert answer.code == 0
    with pikepdf.open(folder / "letter.pdf") as pdf:
        assert any("BitstreamVeraSans" in str(each) for each in pdf.objects)


def test_a_font_that_is_not_there_is_told_and_nothing_is_written(run, folder):
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--font", "song=nowhere.ttf")
    assert answer.code == 2
    assert "找不到字体文件“nowhere.ttf”" in answer.err
    assert not (folder / "letter.pdf").exists()


def test_a_font_without_its_face_is_explained(run, capsys):
    with pytest.raises(SystemExit):
        run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--font", "simfang.ttf")
    assert "--font 要写成 字体=文件，如 --font 仿宋=simfang.ttf" in capsys.readouterr().err


def test_a_paper_can_be_named_without_what_its_title_has_in_brackets(run):
    assert run("render", "还款计划", "zhou.yaml", "-o", "-").out.startswith("还款计划（建议稿）")


def test_a_letterhead_and_a_signature_dress_the_paper(run, folder):
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "head.docx", "--look", "gb9704").code == 0
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.docx", "--base", "head.docx").code == 0
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "plain.docx").code == 0
    assert (folder / "letter.docx").read_bytes() != (folder / "plain.docx").read_bytes()
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--signature", "nobody.png")
    assert (answer.code, answer.err) == (2, "错误：找不到签名图片：nobody.png\n")


@pytest.mark.parametrize("typed", ["秘密", "-"])
def test_a_password_closes_the_pdf_and_may_be_piped_in(run, folder, monkeypatch, typed):
    monkeypatch.setattr(sys, "stdin", io.StringIO("秘密\n"))
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--password", typed)
    assert answer.code == 0
    assert "秘密" not in answer.out + answer.err
    with pikepdf.open(folder / "letter.pdf", password="秘密") as opened:
        assert len(opened.pages)


def test_a_password_is_asked_of_a_person_unseen(run, folder, monkeypatch):
    console = io.StringIO()
    console.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", console)
    monkeypatch.setattr("negotiation_docs.cli.render.getpass", lambda _: "秘密")
    assert run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--password", "-").code == 0
    with pikepdf.open(folder / "letter.pdf", password="秘密") as opened:
        assert len(opened.pages)


def test_no_password_at_all_is_a_wrong_command(run, folder, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf", "--password", "-")
    assert (answer.code, answer.err) == (2, "错误：没有输入密码\n")
    assert run("render", "hardship_letter", "-", "-o", "letter.pdf", "--password", "-").code == 2
    assert not (folder / "letter.pdf").exists()


def test_whoever_breaks_off_leaves_nothing_behind(run, folder, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("negotiation_docs.render", interrupted)
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "letter.pdf")
    assert (answer.code, answer.err) == (130, "\n已中止\n")
    assert not (folder / "letter.pdf").exists()


def test_a_password_is_refused_where_nothing_can_be_closed(run, folder):
    for output in ("-", "letter.docx"):
        assert run("render", "hardship_letter", "zhou.yaml", "-o", output, "--password", "x").code == 2
    assert not (folder / "letter.docx").exists()


def test_only_what_may_be_acknowledged_can_be(run, capsys):
    with pytest.raises(SystemExit) as stop:
        run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--acknowledge", "limitaton")
    assert stop.value.code == 2
    assert "limitation" in capsys.readouterr().err


OWN = """\
---
title: 还款说明
order: 90
audience: creditor
needs: [finances, dispute]
traits: [letter]
---
<p>本人{{ applicant.name }}说明如下。</p>
"""


def test_a_folder_of_own_templates_adds_papers_and_their_needs_are_kept(run, folder):
    (folder / "own" / "zh").mkdir(parents=True)
    template = folder / "own" / "zh" / "still_paying.html"
    template.write_text(OWN, encoding="utf-8")
    own = ("--templates", "own")
    assert "still_paying　还款说明\n    需要：收支情况（finances）、征信异议（dispute）\n" in run("kinds", *own).out
    answer = run("render", "还款说明", "zhou.yaml", "-o", "-", *own)
    assert answer.code == 1
    assert "缺少“征信异议”，《还款说明》需要这项事实" in answer.err
    template.write_text(OWN.replace(", dispute", ""), encoding="utf-8")
    assert run("render", "还款说明", "zhou.yaml", "-o", "-", *own).out == "本人周启明说明如下。\n"


def test_own_papers_are_checked_and_packed_like_the_others(run, folder):
    (folder / "own" / "zh").mkdir(parents=True)
    template = folder / "own" / "zh" / "still_paying.html"
    template.write_text(OWN, encoding="utf-8")
    own = ("--templates", "own")
    assert "还不能生成　还款说明" in run("check", "zhou.yaml", *own).out
    assert "缺少“征信异议”" in run("check", "zhou.yaml", "--kind", "还款说明", *own).err
    assert "还不能生成《还款说明》" in run("pack", "zhou.yaml", "-o", "out", *own).err
    template.write_text(OWN.replace(", dispute", ""), encoding="utf-8")
    assert "可以生成　还款说明" in run("check", "zhou.yaml", *own).out
    assert run("pack", "zhou.yaml", "-o", "more", *own).code == 0
    assert len(list((folder / "more").rglob("*还款说明.*"))) == 2


def test_a_folder_of_templates_that_is_not_there_is_a_wrong_command(run):
    answer = run("render", "hardship_letter", "zhou.yaml", "-o", "-", "--templates", "own")
    assert (answer.code, answer.err) == (2, "错误：模板文件夹 own 不存在\n")
