"""``check`` shows the line that a finding is about, with a mark under the value, and nobody's numbers."""

from __future__ import annotations

import json
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.cli.picture import Picture
from negotiation_docs.errors import Problem
from negotiation_docs.facts.reading.json_source import read_json
from negotiation_docs.facts.reading.yaml_source import read_yaml
from tests.packaging.snippets import ROOT
from tests.read.some import some

SECRETS = ("110101199001011238", "6222021234567890123", "13800138000", "E12345678", "０１３８００１３８０００")


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_a_finding_shows_file_line_and_column_and_the_line_with_a_mark_under_the_value(run, spoil):
    answer = run("check", spoil("    principal: 86421.37\n", "    principal: 8万多 # 约\n"))
    lines = answer.err.splitlines()
    at = next(number for number, line in enumerate(lines) if "看不懂金额“8万多”" in line)
    head, where, row, mark, hint = lines[at : at + 5]
    assert head.startswith("错误 debts[0].balance.principal（第")
    number = where.removeprefix("  --> spoiled.yaml:").split(":")[0]
    assert row.startswith(f"{number} | ")
    shown = row.partition(" | ")[2]
    assert mark.partition(" | ")[2] == " " * columns(shown[: shown.index("8万多")]) + "^^^^^"
    assert hint.startswith("  → 金额要用阿拉伯数字写准")


def drawn(text: str, line: int, column: int | None, name: str = "a.yaml") -> list[str]:
    return list(Picture(name, text).lines(Problem("error", (), "", line=line, column=column)))


def test_wide_characters_take_two_columns_and_marks_that_combine_none():
    where, row, mark = drawn("借款人: {姓名: Zoe\u0301, 手机: x}", 1, 21)
    assert where == "  --> a.yaml:1:21"
    assert row == "1 | 借款人: {姓名: Zoe\u0301, 手机: x}"
    assert mark == f"  | {' ' * (columns('借款人: {姓名: Zoe, 手机: '))}^"


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
@pytest.mark.parametrize("secret", SECRETS)
def test_nobodys_number_is_on_the_line_that_is_shown(name, secret):
    facts = {"borrower": {"name": "周", "id_document": {"kind": "passport", "number": secret}, "phone": secret},
             "notes": f"电话{secret}，卡号 {secret}。", secret: "x", "measures": [f"已致电{secret}"]}  # fmt: skip
    text = json.dumps(facts, ensure_ascii=False, indent=1) if name == "a.json" else _yaml(facts)
    picture = Picture(name, text)
    for line in range(1, text.count("\n") + 2):
        for column in (None, *range(1, 40, 3)):
            shown = list(picture.lines(Problem("error", (), "", line=line, column=column)))
            assert secret not in "".join(some(shown)), (line, column)


def _yaml(facts: object) -> str:
    return yaml.dump(facts, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("secret", ["E12345", "12345", "H123456789"])
def test_a_short_number_of_a_document_is_masked_by_where_it_stands(secret):
    text = f"borrower:\n  name: 周\n  id_document: {{kind: passport, number: {secret}}}\n"
    assert secret not in "".join(drawn(text, 3, 3))
    assert secret not in "".join(drawn(f"{text}  '\n", 3, 3))


def test_a_file_that_does_not_parse_shows_its_line(run, folder):
    (folder / "bad.yaml").write_text("borrower:\n  name: 周\n  phone: [13800138000\n", encoding="utf-8")
    answer = run("check", "bad.yaml")
    assert "  --> bad.yaml:3\n3 |   phone: [138****8000\n" in answer.err
    assert answer.code == 1


def test_a_long_line_is_cut_round_the_mark():
    text = f"notes: {{a: {'很' * 60}, b: X, c: {'长' * 60}}}"
    _, row, mark = drawn(text, 1, text.index("X") + 1)
    shown = row.partition(" | ")[2]
    assert columns(shown) <= 80
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert columns(shown[: shown.index("X")]) == mark.partition(" | ")[2].index("^")


def test_invisible_characters_are_shown_by_their_code():
    _, row, _ = drawn("notes: 周\u200b明\u202e", 1, 8)
    assert "周〔U+200B〕明〔U+202E〕" in row


def test_standard_input_and_findings_without_a_line_have_no_picture(run):
    assert drawn("a: 1", 7, 1) == []
    assert list(Picture("a.yaml", "a: 1").lines(Problem("error", (), ""))) == []


KEYS = st.text(st.characters(categories=["L", "N"], exclude_characters="\u0130"), min_size=1, max_size=6)
WORDS = st.text(st.characters(categories=["L", "N", "Po"], exclude_characters='\\"'), min_size=1, max_size=9)
DATA = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=4), st.sampled_from([None, 0, 2]))
def test_every_value_and_key_of_a_json_file_is_found_where_it_stands(facts, indent):
    text = json.dumps(facts, ensure_ascii=False, indent=indent)
    _assert_found(text, facts, read_json(text).positions, json.dumps)


def test_every_value_and_key_of_the_examples_is_found_where_it_stands():
    for path in some((ROOT / "examples").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        source = read_yaml(text)
        _assert_found(text, source.data, source.positions, lambda word, **_: word)


def _assert_found(text, facts, positions, written):
    lines = text.split("\n")

    def at(spot):
        return lines[spot.line - 1][spot.column - 1 :]

    def walk(value, place):
        if isinstance(value, dict):
            for key, inner in value.items():
                assert at(positions.keys[(*place, key)]).startswith(written(key, ensure_ascii=False)), place
                walk(inner, (*place, key))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, (*place, number))
        elif value is not None and positions.values[place].length:
            shown = at(positions.values[place])[: positions.values[place].length]
            assert shown.strip("\"'") == written(value, ensure_ascii=False).strip("\"'"), place

    walk(facts, ())
