"""Checksums of what was kept of talks go into the case file once, and every run compares them."""

from __future__ import annotations

import codecs
import hashlib
from datetime import date
from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT
from tests.read.some import some

TAKEN, LATER = date(2026, 11, 21), date(2026, 12, 1)
SUM = hashlib.sha256(b"voice").hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_bytes((ROOT / "examples/zhou.yaml").read_bytes())
    for name in {name for one in nd.load(path).debts[0].contacts for name in one.attachments}:
        (tmp_path / name).write_bytes(b"voice")
    return path


def seals(path: Path) -> list[tuple[str, str, date]]:
    return [(one.file, one.sha256, one.taken) for each in nd.load(path).debts[0].contacts for one in each.seals]


def test_every_file_gets_its_checksum_with_the_day_and_the_rest_of_the_case_file_stays(file):
    before = file.read_text(encoding="utf-8")
    written = nd.seal_attachments(file, TAKEN)
    assert [(one.file, one.sha256, one.taken) for one in some(written)] == seals(file)
    assert {(sum_, taken) for _, sum_, taken in seals(file)} == {(SUM, TAKEN)}
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if SUM not in line and "seals" not in line]
    assert kept == before.splitlines()


def test_a_checksum_that_is_there_stays_and_a_changed_file_is_a_finding(file):
    nd.seal_attachments(file, TAKEN)
    first = file.read_bytes()
    for name, _, _ in some(seals(file)):
        (file.parent / name).write_bytes(b"cut")
    assert nd.seal_attachments(file, LATER) == ()
    assert file.read_bytes() == first
    (problem, *_) = nd.contact_log(nd.load(file), taken=LATER).problems
    assert (problem.severity, problem.rule) == ("error", "attachment.changed")
    assert "和2026年11月21日记下的哈希值不一致" in problem.message


def test_a_byte_order_mark_stays_and_none_is_put_where_there_was_none(file):
    bare = file.read_bytes()
    for mark in (b"", codecs.BOM_UTF8):
        file.write_bytes(mark + bare)
        assert some(nd.seal_attachments(file, TAKEN))
        assert file.read_bytes().startswith(mark + bare[:20])


def test_a_file_that_is_not_there_gets_none(file):
    for name in {name for one in nd.load(file).debts[0].contacts for name in one.attachments}:
        (file.parent / name).unlink()
    assert nd.seal_attachments(file, TAKEN) == ()


def test_checksums_go_through_a_table_into_another_file(file, tmp_path):
    bare = tmp_path / "bare.yaml"
    bare.write_bytes(file.read_bytes())
    nd.seal_attachments(file, TAKEN)
    table = nd.contact_log(nd.load(file)).save(tmp_path / "log.csv")
    for name in ("contacts:", "at: 2026-11-18"):
        assert name in bare.read_text(encoding="utf-8")
    text = bare.read_text(encoding="utf-8")
    start, end = text.index("    contacts:"), text.index("    agreement:")
    bare.write_text(text[:start] + text[end:], encoding="utf-8")
    assert len(some(nd.add_contacts(bare, table))) == len(nd.load(file).debts[0].contacts)
    assert seals(bare) == seals(file)


def test_a_labelled_file_is_written_in_its_own_words(tmp_path):
    (tmp_path / "a.png").write_bytes(b"voice")
    path = tmp_path / "案件.yaml"
    path.write_text(
        """借款人: {姓名: 顾清和}
债务:
  - 编号: 甲
    债权人: {名称: 示例银行, 类型: 银行信用卡}
    沟通记录:
      - 时间: 2026-11-18
        方向: 本人联系对方
        渠道: 电话
        要点: 询问
        附件: [a.png]
""",
        encoding="utf-8",
    )
    assert nd.seal_attachments(path, TAKEN)
    assert "附件哈希值:" in path.read_text(encoding="utf-8")
    assert "SHA-256哈希值:" in path.read_text(encoding="utf-8")
    assert seals(path) == [("a.png", SUM, TAKEN)]


def test_a_checksum_of_no_attachment_and_one_told_twice_are_faults(file):
    nd.seal_attachments(file, TAKEN)
    text = file.read_text(encoding="utf-8").replace('file: "rec_20261118.m4a"', 'file: "other.m4a"')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(nd.FactsError, match="附件里没有写这个文件"):
        nd.load(file)


def test_only_yaml_is_written(tmp_path):
    with pytest.raises(nd.OutputError, match="只能写进 YAML"):
        nd.seal_attachments(tmp_path / "a.json", TAKEN)
