"""Whoever writes a case file in an editor is offered what there is, told what it is and warned of mistakes."""

from __future__ import annotations

import re

import pytest

from negotiation_docs.facts.schema import FILES
from negotiation_docs.facts.values.choices import CreditorKind
from tests.conformance.editor import Editor
from tests.conformance.judges import ROOT, needed
from tests.read.some import some

pytestmark = pytest.mark.check

EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
HERE = ROOT / "examples/new.yaml"
HEAD = {names: f"# yaml-language-server: $schema=../docs/schema/{file}\n" for names, file in FILES.items()}
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def editor():
    server = ROOT / ".venv/npm/node_modules/yaml-language-server/bin/yaml-language-server"
    if not server.exists():
        pytest.fail("yaml-language-server is missing; `make check` installs it: tests/conformance/install-tools.sh")
    with Editor(needed("node"), server) as running:
        yield running


@pytest.mark.parametrize("names", FILES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_underlined_in_an_example(editor, path, names):
    text = path.read_text(encoding="utf-8")
    assert editor.findings(path, text) == []
    other, count = re.subn(r"(?m)(\$schema=\S*/)[\w.]+$", rf"\g<1>{FILES[names]}", text)
    assert count == 1
    assert editor.findings(path, other) == []


@pytest.mark.parametrize(
    ("names", "text", "said"),
    [
        ("en", "borrower: {nam: 周}\ndebts: []\n", "2: Property nam is not allowed."),
        ("zh", "借款人: {姓明: 周}\n债务: []\n", "2: Property 姓明 is not allowed."),
        ("en", "borrower: {name: 周}\n", '2: Missing property "debts".'),
        ("en", "measures: 已停卡\n", '2: Incorrect type. Expected "array | null".'),
    ],
)
def test_what_is_wrong_is_underlined(editor, names, text, said):
    assert said in editor.findings(HERE, HEAD[names] + text)


def test_a_choice_that_there_is_not_is_answered_with_those_in_the_language_of_the_keys(editor):
    debt = "借款人: {姓名: 周}\n债务:\n  - {编号: a, 债权人: {名称: 某行, 类型: 银行}}\n"
    (said,) = editor.findings(HERE, HEAD["zh"] + debt)
    assert said.startswith('4: Value is not accepted. Valid values: "银行信用卡"')
    assert "bank_card" not in said


@pytest.mark.parametrize(
    ("names", "written", "key"),
    [("en", "debts:\n  - ‸", "creditor"), ("zh", "债务:\n  - ‸", "债权人")],
)
def test_the_keys_of_a_debt_are_offered_in_one_language_and_told_in_chinese(editor, names, written, key):
    offered = editor.offered(HERE, HEAD[names] + written)
    assert key in offered
    for label, offer in some(offered.items()):
        if label != "必填的各项":
            assert bool(CHINESE.search(label)) is (names == "zh"), label
            assert CHINESE.search(offer.said), label
            assert "见下" not in offer.said, label
            assert offer.written.startswith(f"{label}:"), label


def test_what_a_group_needs_is_written_with_it(editor):
    offered = editor.offered(HERE, HEAD["en"] + "debts:\n  - ‸")
    assert offered["creditor"].written == "creditor:\n  name: $1\n  kind: $2"
    assert offered["必填的各项"].written.split() == ["id:", "$1", "creditor:", "name:", "$2", "kind:", "$3"]
    chinese = editor.offered(HERE, HEAD["zh"] + "债务:\n  - ‸")
    assert chinese["债权人"].written == "债权人:\n  名称: $1\n  类型: $2"


@pytest.mark.parametrize(
    ("names", "written"),
    [("en", "debts:\n  - creditor:\n      kind: ‸"), ("zh", "债务:\n  - 债权人:\n      类型: ‸")],
)
def test_the_kinds_of_creditors_are_offered_with_what_they_mean(editor, names, written):
    words = {kind.value: kind.label for kind in CreditorKind}
    words = words if names == "en" else {label: word for word, label in words.items()}
    offered = editor.offered(HERE, HEAD[names] + written)
    assert {label: offer.said for label, offer in offered.items()} == words


def test_yes_and_no_are_offered_once(editor):
    assert set(editor.offered(HERE, HEAD["en"] + "choices:\n  apology: ‸")) == {"true", "false", "null"}
    assert {"是", "否"} <= set(editor.offered(HERE, HEAD["zh"] + "本人选择:\n  致歉: ‸"))


@pytest.mark.parametrize(
    ("names", "written", "said"),
    [
        ("en", "debts:\n  - d‸ue: 2026-08-20", "第一笔没有还上的款项应还的日期"),
        ("en", "debts:\n  - cred‸itor: {name: x}", "里面写 name、kind"),
        ("zh", "债务:\n  - 债‸权人: {名称: x}", "里面写 名称、类型"),
        ("en", "debts:\n  - creditor:\n      ki‸nd: bank_card", "`bank_card`: 银行信用卡"),
        ("en", "fin‸ances: {}", "收支情况"),
        ("en", "hardship:\n  - stat‸ement: x", "接在“本人”后面"),
    ],
)
def test_the_mouse_over_a_key_tells_in_chinese_what_is_written_there(editor, names, written, said):
    shown = editor.hover(HERE, HEAD[names] + written)
    assert said in shown
    assert "见下" not in shown
