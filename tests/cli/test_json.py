"""``--json``: the same answers for a program, with stable ids, places as lists, lines and columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT

ZHOU = nd.load(ROOT / "examples/zhou.yaml")


def test_check_gives_every_finding_with_rule_place_line_and_column(run, spoil):
    answer = run("check", spoil("    principal: 86421.37\n", "    principal: 8万多\n"), "--json")
    (found,) = [one for one in json.loads(answer.out)["problems"] if one["rule"] == "money"]
    text = Path("spoiled.yaml").read_text(encoding="utf-8").splitlines()
    assert found["place"] == ["debts", 0, "balance", "principal"]
    assert found["path"] == "debts[0].balance.principal"
    assert found["severity"] == "error"
    assert text[found["line"] - 1][found["column"] - 1 :].startswith("8万多")
    assert (answer.code, answer.err) == (1, "")


def test_check_gives_the_findings_and_the_papers_of_a_sound_case(run):
    answer = run("check", "zhou.yaml", "--json")
    told = json.loads(answer.out)
    assert [one["rule"] for one in told["problems"]] == [one.rule for one in nd.check(ZHOU)]
    assert all(one["line"] for one in told["problems"])
    papers = {one["kind"]: one for one in told["papers"]}
    assert papers["hardship_letter"]["ready"] is True
    assert papers["court_answer" if "court_answer" in papers else "hardship_letter"]["debt"] == "bank1"
    assert (answer.code, answer.err) == (0, "")


def test_a_json_case_file_tells_lines_and_columns_too(run, folder):
    text = '{"borrower": {"name": "周"},\n "debts": [{"id": "a", "creditor": {"name": "某行", "kind": "银行"}}]}'
    (folder / "case.json").write_text(text, encoding="utf-8")
    (found,) = json.loads(run("check", "case.json", "--json").out)["problems"]
    assert (found["rule"], found["line"], found["column"]) == ("choice", 2, text.splitlines()[1].index('"银行"') + 1)


def test_a_file_that_is_not_there_is_told_as_json_as_well(run):
    answer = run("check", "nowhere.yaml", "--json")
    assert answer.code == 2


def test_kinds_gives_every_kind_with_what_its_head_says(run):
    told = {one["name"]: one for one in json.loads(run("kinds", "--json").out)}
    assert set(told) == {kind.name for kind in nd.kinds()}
    for kind in nd.kinds():
        assert told[kind.name]["title"] == kind.title()
        assert tuple(told[kind.name].get("needs", ())) == kind.needs
        assert set(told[kind.name].get("traits", ())) == kind.traits


def test_rules_gives_every_provision(run):
    told = json.loads(run("rules", "--json").out)
    assert [one["id"] for one in told] == [rule.id for rule in nd.rules()]
    assert all(one["source"] and one["start"] for one in told)


def test_pack_gives_the_files_and_what_keeps_a_paper_back(run, folder):
    told = json.loads(run("pack", "zhou.yaml", "-o", "out", "--json").out)
    assert told["files"]
    assert all((folder / name).is_file() for name in told["files"])
    for one in told["held"]:
        assert one["stops"]
        assert one["debt"] == "bank1"


@pytest.mark.parametrize("command", ["check", "status", "pack"])
def test_no_number_of_anybody_is_in_the_json(run, command):
    more = ("-o", "out") if command == "pack" else ()
    answer = run(command, "zhou.yaml", *more, "--json")
    assert "110101199001011237" not in answer.out + answer.err
    assert "13800138000" not in answer.out + answer.err
