"""``pack`` writes every paper a case is ready for, both formats, under names that tell nothing personal."""

from __future__ import annotations

import pytest

from negotiation_docs.cli.pack import file_name


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

    for example in sorted(folder.glob("*.yaml")):
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
