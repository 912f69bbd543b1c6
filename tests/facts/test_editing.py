"""One fact into the text of a case file: it is read where it belongs, and every other byte stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.facts.reading.editing import drop, put, scalar
from negotiation_docs.facts.reading.locate import locate, model_keys
from negotiation_docs.facts.reading.yaml_source import read_yaml
from tests.packaging.snippets import ROOT
from tests.read.some import some

EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=30,
)


def leaves(data: object, place: tuple = ()) -> Iterator[tuple]:
    """The places of all scalars, in the words of the file."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if pairs is None:
        yield place
        return
    for step, value in pairs:
        if step != "english":
            yield from leaves(value, (*place, step))


def at(data: object, place: tuple) -> object:
    for step in place:
        data = data[step]
    return data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_fact_of_an_example_can_be_changed_and_changed_back_to_the_same_bytes(path):
    text = path.read_text(encoding="utf-8")
    data = read_yaml(text).data
    for place in some(leaves(data))[::29]:
        changed = put(text, model_keys(place), "改过的")
        assert at(read_yaml(changed).data, place) == "改过的"
        assert len(changed.splitlines()) == len(text.splitlines())
        back = put(changed, model_keys(place), scalar(at(data, place)))
        assert read_yaml(back).data == data


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_fact_that_is_missing_opens_all_that_it_stands_in(path):
    text = path.read_text(encoding="utf-8")
    places = (("borrower", "agent", "name"), ("debts", 0, "deferral", "reason"), ("finances", "support", 0, "from"))
    for place in places:
        if locate(read_yaml(text).data, place).place in set(leaves(read_yaml(text).data)):
            continue
        changed = put(text, place, "父母")
        assert set(text.splitlines()) <= set(changed.splitlines())
        assert at(read_yaml(changed).data, locate(read_yaml(changed).data, place).place) == "父母"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("借款人:\n", ("borrower", "name"), "借款人:\n  姓名: 周启明\n"),
        ("借款人:  # 我\n", ("borrower", "name"), "借款人:  # 我\n  姓名: 周启明\n"),
        ("# 我\nborrower: {name: 甲}\n", ("borrower", "phone"), "# 我\nborrower: {name: 甲, phone: 周启明}\n"),
        ("borrower: {}  # 我\n", ("borrower", "name"), "borrower:  # 我\n  name: 周启明\n"),
        ("borrower:\n  name:   # 必填\n", ("borrower", "name"), "borrower:\n  name: 周启明   # 必填\n"),
        ("borrower:\n  name: ''  # 必填\n", ("borrower", "name"), "borrower:\n  name: 周启明  # 必填\n"),
        ("borrower:\n  name: 甲", ("borrower", "wechat"), "borrower:\n  name: 甲\n  wechat: 周启明\n"),
        ("notes: |\n  一\n  二\ndated: 2026-11-21\n", ("notes",), "notes: 周启明\ndated: 2026-11-21\n"),
        ("借款人:\n", ("debts", 0, "creditor", "name"), "借款人:\n债务:\n  - 债权人:\n      名称: 周启明\n"),
        ("debts: [{id: a}]\n", ("debts", 1, "creditor", "name"), "debts: [{id: a}, {creditor: {name: 周启明}}]\n"),
        ("debts:\n- id: a\n# 完\n", ("debts", 1, "id"), "debts:\n- id: a\n- id: 周启明\n# 完\n"),
        ("measures: [甲]\n", ("measures", 1), "measures: [甲, 周启明]\n"),
        ("measures:\n", ("measures", 0), "measures:\n  - 周启明\n"),
        ("borrower: {name: }\n", ("borrower", "name"), "borrower: {name: 周启明 }\n"),
    ],
)  # fmt: skip
def test_it_is_written_as_its_neighbours_are(before, place, after, newline):
    assert put(before.replace("\n", newline), place, "周启明") == after.replace("\n", newline)


@given(TEXTS)
def test_any_words_are_read_as_they_were_written_bare_or_quoted(words):
    for start in ("borrower:\n", "borrower: {phone: x}\n"):
        assert read_yaml(put(start, ("borrower", "name"), scalar(words))).data["borrower"]["name"] == words


@pytest.mark.parametrize(
    "words", ["13800138000", "0012", "no", "2026-11-21", "12:30", "a: b", "x #y", "[a", "~", "- a"]
)
def test_what_another_reader_of_yaml_would_not_take_as_text_stands_in_quotation_marks(words):
    assert scalar(words) == f'"{words}"'


def test_amounts_and_days_stand_bare():
    assert scalar("86421.37", text=False) == "86421.37"
    assert scalar("2026-11-21", text=False) == "2026-11-21"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("debts:\n  - id: a\n", ("debts",)),
        ("borrower: 周启明\n", ("borrower", "name")),
        ("debts:\n  - id: a\n", ("debts", 3, "id")),
    ],
)
def test_what_cannot_be_written_without_touching_more_is_refused(text, place):
    with pytest.raises(nd.OutputError, match="手工"):
        put(text, place, "甲")


def test_a_file_that_says_something_twice_is_not_written_into():
    with pytest.raises(nd.FactsError, match="写了两次"):
        put("notes: 甲\nnotes: 乙\n", ("borrower", "name"), "周启明")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_entry_put_behind_a_list_is_dropped_to_the_same_bytes(path):
    text = path.read_text(encoding="utf-8")
    number = len(nd.load(path).debts)
    longer = put(text, ("debts", number, "id"), "zzz")
    longer = put(longer, ("debts", number, "creditor", "name"), "甲")
    assert longer != text
    assert drop(longer, ("debts", number)) == text


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("measures:\n  - 甲\n  # 说明\n  - 乙\n", ("measures", 0), "measures:\n  # 说明\n  - 乙\n"),
        ("measures:\n- 甲\nnotes: 丙\n", ("measures", 0), "measures:\nnotes: 丙\n"),
        ("债务:\n  - {编号: a,\n     账号: '1'}\n  - 编号: b\n", ("debts", 0), "债务:\n  - 编号: b\n"),
    ],
)
def test_an_entry_is_dropped_with_its_lines_and_no_other(text, place, after):
    assert drop(text, place) == after


def test_an_entry_that_shares_its_line_is_not_dropped():
    with pytest.raises(nd.OutputError, match="手工"):
        drop("measures: [甲, 乙]\n", ("measures", 0))
