"""Talks from a table into a case file: every other byte stays, and what does not fit is refused by row and column."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.facts import Contact
from negotiation_docs.facts.reading.yaml_source import read_yaml
from negotiation_docs.logbook.inserting import inserted
from negotiation_docs.writers.sheets import to_csv
from tests.packaging.snippets import ROOT

HEAD = ("债务", "时间", "方向", "渠道", "要点", "结果", "附件", "下一步")
ROW = (
    "bank1",
    "2026-11-20 09:30",
    "来电或收到",
    "电话",
    "询问材料何时补齐：=SUM(A1)",
    "待答复",
    "a.m4a；b.png",
    "24日补齐 # 记得",
)
STORIES = sorted((ROOT / "examples").rglob("*.yaml"))
TALK = "direction: outgoing, channel: phone, summary: 说明情况, outcome: pending"
SHAPES = {
    "block": """\
    contacts:
      - at: 2026-11-18 14:20  # 第一次
        direction: outgoing
        channel: phone
        summary: 说明情况
        outcome: pending  # 等
""",
    "rows": f"    contacts:\n    # 每次都记\n    - {{at: 2026-11-18, {TALK}}}  # 一\n",
    "brackets": f"    contacts: [{{at: 2026-11-18, {TALK}}}]\n",
    "open brackets": f"    contacts: [\n      {{at: 2026-11-18, {TALK}}},  # 一\n    ]\n",
    "empty brackets": "    contacts: []  # 还没有\n",
    "empty": "    contacts:   # 还没有\n",
    "none": "",
    "labelled": "    沟通记录:\n      - {时间: 2026-11-18, 方向: 去电, 渠道: 电话, 要点: 说明情况, 结果: 待答复}\n",
    "literal": """\
    contacts:
      - at: 2026-11-18
        direction: outgoing
        channel: phone
        outcome: pending
        summary: >
          说明
          情况

""",
}
START = """\
dated: 2026-11-21  # 今天
borrower: {name: 周启明}
debts:
  - id: bank1
    creditor: {name: 示例银行, kind: bank_card}
"""
ENDS = (
    "",
    "    balance: {as_of: 2026-11-20, principal: 100.00}\n# 完\nnotes: 内部\n",
    "  # 还有一笔\n  - id: other\n    creditor: {name: 别的银行, kind: bank_card}\n",
)


def table(folder: Path, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
    path = folder / "新的.csv"
    path.write_bytes(to_csv([head, *rows]))
    return path


def added_lines(before: str, after: str) -> list[str]:
    """The lines that ``after`` has more; fails if any other line is gone or altered."""
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]
    assert not [line for line in changes if line.startswith("-")]
    return [line[2:] for line in changes]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_talk_goes_where_it_belongs_and_all_other_words_stay(tmp_path, shape, end, newline):
    path = tmp_path / "案件.yaml"
    text = (START + SHAPES[shape] + end).replace("\n", newline)
    path.write_bytes(text.encode())
    before = nd.load(path)
    (new,) = nd.add_contacts(path, table(tmp_path, ROW))
    after = nd.load(path)
    assert after.debts[0].contacts == (*before.debts[0].contacts, new)
    assert new.summary == "询问材料何时补齐：=SUM(A1)"
    assert new.attachments == ("a.m4a", "b.png")
    now = path.read_bytes().decode()
    if newline == "\r\n":
        assert now.count("\n") == now.count("\r\n")
    if "brackets" not in shape:
        added_lines(text, now)
    assert [word for word in ("# 今天", "# 第一次", "# 等", "# 每次都记", "# 一", "# 还没有", "# 完", "# 还有一笔")
            if word in text and word not in now] == []  # fmt: skip


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_example_takes_a_talk_in_one_line(tmp_path, path):
    copy = tmp_path / "案件.yaml"
    copy.write_bytes(path.read_bytes())
    debt = nd.load(copy).debts[0].id
    nd.add_contacts(copy, table(tmp_path, (debt, *ROW[1:])))
    assert 1 <= len(added_lines(path.read_text(), copy.read_text())) <= 2


@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=60,
    )
)
def test_any_words_of_a_talk_are_written_so_that_they_are_read_as_they_were(words):
    facts = {"at": "2026-11-20", "direction": "outgoing", "channel": "phone", "summary": "说明", "outcome": "pending"}
    contact = Contact.model_validate(facts).model_copy(update={"summary": words})
    read = read_yaml(inserted(START, "bank1", [contact]))
    assert read.data["debts"][0]["contacts"][0]["summary"] == words
    assert read.findings == ()


def test_talks_that_are_there_already_are_not_added_again(tmp_path):
    path = tmp_path / "案件.yaml"
    path.write_text(START)
    nd.add_contacts(path, table(tmp_path, ROW))
    first = path.read_bytes()
    assert nd.add_contacts(path, table(tmp_path, ROW, ROW)) == ()
    assert path.read_bytes() == first


def test_the_whole_log_goes_out_and_comes_back_without_a_change(tmp_path):
    path = tmp_path / "zhou.yaml"
    path.write_bytes((ROOT / "examples/zhou.yaml").read_bytes())
    for suffix in (".csv", ".xlsx"):
        log = nd.contact_log(nd.load(path)).save(tmp_path / f"a{suffix}")
        assert nd.add_contacts(path, log) == ()
    assert path.read_bytes() == (ROOT / "examples/zhou.yaml").read_bytes()


def test_a_row_that_says_otherwise_than_the_file_is_refused_and_nothing_written(tmp_path):
    path = tmp_path / "案件.yaml"
    path.write_text(START + SHAPES["rows"])
    changed = ("bank1", "2026-11-18", "去电", "电话", "另一件事", "待答复", "", "")
    with pytest.raises(nd.FactsError, match="第3行“要点”：案件文件里已有这次沟通，内容和表格里的不一样"):
        nd.add_contacts(path, table(tmp_path, ROW, changed))
    assert path.read_text() == START + SHAPES["rows"]


def test_what_is_wrong_in_a_table_is_told_by_row_and_column_all_at_once(tmp_path):
    path = tmp_path / "案件.yaml"
    path.write_text(START)
    wrong = [("bank1", "2026-13-40", "去电", "电话", "说明", "待答复", "", ""),
             ("", "2026-11-20", "去电", "鸽子", "说明", "待答复", "../x", "")]  # fmt: skip
    with pytest.raises(nd.FactsError) as caught:
        nd.add_contacts(path, table(tmp_path, *wrong))
    told = "\n".join(map(str, caught.value.problems))
    assert "第2行“时间”" in told
    assert "第3行“渠道”" in told
    assert "第3行“附件”" in told
    assert path.read_text() == START


def test_unknown_columns_debts_and_kinds_of_files_are_refused(tmp_path):
    path = tmp_path / "案件.yaml"
    path.write_text(START)
    with pytest.raises(nd.OutputError, match="不认识的列：心情"):
        nd.add_contacts(path, table(tmp_path, ("好",), head=("心情",)))
    with pytest.raises(nd.FactsError, match="没有编号为“nobody”的债务"):
        nd.add_contacts(path, table(tmp_path, ("nobody", *ROW[1:])))
    with pytest.raises(nd.OutputError, match=r"\.csv 或 \.xlsx"):
        nd.add_contacts(path, path)
    with pytest.raises(nd.OutputError, match="只能写进 YAML"):
        nd.add_contacts(tmp_path / "a.json", table(tmp_path, ROW))


def test_a_debt_written_in_braces_takes_its_talk_there(tmp_path):
    path = tmp_path / "案件.yaml"
    path.write_text(
        "dated: 2026-11-21\nborrower: {name: 周启明}\n"
        "debts: [{id: bank1, creditor: {name: 示例银行, kind: bank_card}}]  # 一笔\n"
    )
    (new,) = nd.add_contacts(path, table(tmp_path, ROW))
    assert nd.load(path).debts[0].contacts == (new,)
    assert "# 一笔" in path.read_text()
