"""A wrong command is answered in Chinese, with exit code 2 and the way to help."""

from __future__ import annotations

import argparse
import gc
import re
import subprocess
import sys

import pytest

from negotiation_docs.cli import main
from negotiation_docs.cli.parser import in_chinese
from tests.read.some import some


def test_a_command_leaves_the_collector_of_its_caller_as_it_was(capsys):
    before = gc.get_threshold()
    assert main(["kinds"]) == 0
    assert gc.get_threshold() == before
    assert "hardship_letter" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "answer"),
    [
        ([], "错误：缺少参数：命令"),
        (["render"], "错误：缺少参数：文书, 案件文件"),
        (["render", "hardship_letter", "case.yaml", "-o"], "错误：-o/--output 后面要写一个值"),
        (["check", "case.yaml", "--colour"], "错误：不认识的参数：--colour"),
        (["check", "case.yaml", "--force"], "错误：不认识的参数：--force"),
    ],
)
def test_a_wrong_command_is_answered_in_chinese(argv, answer, capsys):
    with pytest.raises(SystemExit) as stop:
        main(argv)
    told = capsys.readouterr().err
    assert stop.value.code == 2
    assert told.startswith("用法：negotiation-docs")
    assert answer in told
    assert "--help" in told


def test_a_wrong_choice_names_what_can_be_chosen(capsys):
    with pytest.raises(SystemExit):
        main(["render", "hardship_letter", "case.yaml", "-o", "x.pdf", "--lang", "fr"])
    told = capsys.readouterr().err
    assert "--lang 不能是" in told
    assert "zh+en" in told


def test_no_complaint_of_argparse_reaches_the_user_in_english():
    assert in_chinese("something argparse may say one day") == "命令写法不对"


@pytest.mark.parametrize("argv", [["--help"], ["render", "--help"], ["check", "--help"], ["pack", "--help"]])
def test_help_is_chinese_and_says_that_it_is_no_legal_advice(argv, capsys):
    with pytest.raises(SystemExit) as stop:
        main(argv)
    told = capsys.readouterr().out
    assert stop.value.code == 0
    assert "不提供法律意见" in told
    assert "12348" in told
    assert "usage" not in told
    assert "options" not in told
    assert "show this help" not in told


def test_every_option_has_a_help_text():
    from negotiation_docs.cli.arguments import build_parser

    parser = build_parser()
    commands = next(each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    for command in some(commands.choices.values()):
        assert all(action.help for action in some(command._actions)), command.prog


def test_the_command_line_can_be_run_as_a_module():
    answer = subprocess.run([sys.executable, "-m", "negotiation_docs", "--help"], capture_output=True, check=True)
    assert "negotiation-docs" in answer.stdout.decode()


def test_the_first_screen_shows_three_commands_with_an_example_each_and_names_the_rest(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    first, _, more = capsys.readouterr().out.partition("更多：")
    assert re.findall(r"^ {2,}negotiation-docs (\w+) ", first, re.MULTILINE) == ["new", "check", "render"]
    assert "negotiation-docs render 困难情况说明 案件.yaml" in first
    listed = re.findall(r"^  (\w+) ", f"{first}{more}", re.MULTILINE)
    assert listed[:3] == ["new", "check", "render"]
    assert set(listed) == set(commands())
    assert "退出码：0 正常，1 事实有错误，2 命令或文件有误" in more


def commands() -> dict[str, argparse.ArgumentParser]:
    from negotiation_docs.cli.arguments import build_parser

    return next(each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction)).choices


def test_the_help_of_every_command_has_an_example_that_the_command_takes(capsys):
    for name, command in some(commands().items()):
        found = re.search(r"^例：negotiation-docs (.+)$", command.format_help(), re.MULTILINE)
        assert found, name
        typed = found[1].split()
        assert typed[0] == name
        command.parse_args(typed[1:])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        (["rendr", "x"], "render"),
        (["statsu", "case.yaml"], "status"),
        (["Check", "case.yaml"], "check"),
        (["check", "case.yaml", "--knid", "x"], "--kind"),
        (["check", "case.yaml", "--acknowlege=limitation"], "--acknowledge"),
        (["render", "a", "b", "--outptu", "c"], "--output"),
        (["render", "a", "b", "--lang", "ZH"], "zh"),
        (["render", "a", "b", "--look", "gb9740"], "gb9704"),
    ],
)
def test_a_mistyped_command_option_or_choice_is_answered_with_the_nearest(argv, meant, capsys):
    with pytest.raises(SystemExit) as stop:
        main(argv)
    told = capsys.readouterr().err
    assert stop.value.code == 2
    assert f"是不是 {meant}？" in told
    if argv[0] in commands():
        assert told.startswith(f"用法：negotiation-docs {argv[0]}")


def test_what_is_like_nothing_is_answered_without_a_guess(capsys):
    with pytest.raises(SystemExit):
        main(["check", "case.yaml", "--xyzzy"])
    assert "是不是" not in capsys.readouterr().err


def test_options_of_one_meaning_are_spelled_alike_in_all_commands():
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for command in some(commands().values()):
        for action in command._actions:
            if action.option_strings:
                assert action.option_strings[-1].startswith("--")
                assert action.option_strings[-1] == action.option_strings[-1].lower()
                meanings.setdefault(action.option_strings[-1], set()).add(tuple(action.option_strings))
    assert [spelled for spelled in meanings.values() if len(spelled) > 1] == []


@pytest.mark.parametrize(("typed", "there"), [("案件", "案件.yaml"), ("案件.yaml", "案件.yaml.txt")])
def test_a_file_named_without_its_ending_or_with_one_more_is_asked_about(tmp_path, monkeypatch, capsys, typed, there):
    monkeypatch.chdir(tmp_path)
    (tmp_path / there).write_text("borrower: {name: 周启明}\n", encoding="utf-8")
    assert main(["check", typed]) == 2
    assert f"找不到文件：{typed}，是不是 {there}？" in capsys.readouterr().err
