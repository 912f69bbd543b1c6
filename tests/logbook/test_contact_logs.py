"""The log of talks for oneself: every fact in its column, and files whose checksums stay."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

import negotiation_docs as nd
from negotiation_docs.logbook.sheet import _day
from tests.packaging.snippets import ROOT
from tests.read.some import some

TAKEN, LATER = date(2026, 11, 21), date(2026, 12, 1)
STORIES = sorted((ROOT / "examples").rglob("*.yaml"))


def case(folder, *, recording: bytes | None = b"voice") -> nd.Case:
    path = folder / "zhou.yaml"
    path.write_bytes((ROOT / "examples/zhou.yaml").read_bytes())
    for name in {name for one in nd.load(path).debts[0].contacts for name in one.attachments}:
        if recording is not None:
            (folder / name).write_bytes(recording)
    return nd.load(path)


def column(log: nd.ContactLog, name: str) -> list[str]:
    place = log.rows[0].index(name)
    return [row[place] for row in log.rows[1:]]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_example_gives_a_log_of_all_its_talks_in_order(path):
    told = nd.load(path)
    log = nd.contact_log(told)
    assert len(log.rows) - 1 == sum(len(debt.contacts) for debt in told.debts)
    for debt in told.debts:
        own = nd.contact_log(told, debt.id)
        assert column(own, "时间") == sorted(column(own, "时间"))
        assert sorted(column(own, "要点")) == sorted(contact.summary for contact in debt.contacts)


def test_files_stand_with_their_checksum_and_the_day_it_was_taken(tmp_path):
    log = nd.contact_log(case(tmp_path), taken=TAKEN)
    sums = [each for each in column(log, "附件SHA-256") if each]
    assert some(sums)[0].endswith(f"={hashlib.sha256(b'voice').hexdigest()}")
    assert next(day for day in column(log, "哈希值计算于") if day).startswith("2026-11-21")
    assert log.problems == ()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_file_that_changed_is_a_finding_and_keeps_its_first_checksum(tmp_path, suffix):
    first = nd.contact_log(case(tmp_path), taken=TAKEN)
    path = first.save(tmp_path / f"log{suffix}")
    same = nd.contact_log(case(tmp_path), taken=LATER, before=path)
    assert same.rows == first.rows
    changed = nd.contact_log(case(tmp_path, recording=b"cut"), taken=LATER, before=path)
    assert changed.rows == first.rows
    assert [problem.severity for problem in some(changed.problems)] == ["error"] * len(changed.problems)
    assert "和2026年11月21日记下的哈希值不一致" in changed.problems[0].message
    assert "attachments[0]" in changed.problems[0].path


def test_a_file_that_is_not_there_is_a_warning(tmp_path):
    log = nd.contact_log(case(tmp_path, recording=None), taken=TAKEN)
    assert {problem.severity for problem in some(log.problems)} == {"warning"}
    assert not any(column(log, "附件SHA-256"))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    inner = tmp_path / "case"
    inner.mkdir()
    told = case(inner, recording=None)
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    name = next(name for one in told.debts[0].contacts for name in one.attachments)
    (inner / name).symlink_to(secret)
    log = nd.contact_log(told, taken=TAKEN)
    assert hashlib.sha256(b"secret").hexdigest() not in "".join(column(log, "附件SHA-256"))


def test_without_a_day_no_file_is_read(tmp_path):
    assert not any(column(nd.contact_log(case(tmp_path)), "附件SHA-256"))


def test_a_log_is_a_table_and_shows_no_words(tmp_path):
    log = nd.contact_log(case(tmp_path))
    assert "失业" not in repr(log)
    with pytest.raises(nd.OutputError, match=r"\.csv 或 \.xlsx"):
        log.save(tmp_path / "log.pdf")


@pytest.mark.parametrize("day", ["2026-11-99999999999", "9" * 5000, "2026-13-1", "昨天"])
def test_a_day_that_is_none_takes_its_checksum_along_and_nothing_else(day):
    assert _day(day) is None
