"""What somebody planted in the folder of a batch leads nowhere, is waited for by nobody, and ends in our own errors."""

from __future__ import annotations

import json
import os
import sqlite3
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.cli.gathering import files
from tests.make.crowd import crowd

LETTER = ["hardship_letter"]
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links in folders")


def written(out: Path) -> list[nd.Made]:
    return list(nd.render_many(crowd(1), LETTER, formats=["docx"], out=out, executor=ThreadPoolExecutor(1)))


def printed(out: Path) -> list[nd.Made]:
    return list(nd.mail_house(crowd(1), LETTER, out=out, executor=ThreadPoolExecutor(1)))


def test_a_pipe_in_place_of_a_paper_is_not_waited_for(tmp_path):
    paper = tmp_path / written(tmp_path)[0].path
    paper.unlink()
    os.mkfifo(paper)
    assert [one.state for one in written(tmp_path)] == ["failed"]


@pytest.mark.parametrize("above", [1, 2])
def test_a_link_in_place_of_a_folder_takes_no_paper_elsewhere(tmp_path, above):
    paper = tmp_path / "out" / written(tmp_path / "out")[0].path
    elsewhere = tmp_path / "elsewhere"
    folder = paper.parents[above]
    folder.rename(elsewhere)
    for old in elsewhere.rglob("*.docx"):
        old.unlink()
    folder.symlink_to(elsewhere)
    assert [one.state for one in written(tmp_path / "out")] == ["failed"]
    assert not list(elsewhere.rglob("*.docx"))


def test_a_link_in_place_of_the_table_is_not_followed(tmp_path):
    (tmp_path / "mine").write_bytes(b"")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.batch.sqlite").symlink_to(tmp_path / "mine")
    with pytest.raises(nd.OutputError):
        written(tmp_path / "out")
    assert not (tmp_path / "mine").read_bytes()


@pytest.mark.parametrize(
    "changed",
    [
        "update batch set value = cast('99999999999999999999' as blob) where name = 'run'",
        "update cases set made = '{garbage'",
        "update cases set made = '[{\"number\": 1}]'",
        "update cases set made = null",
        "update cases set made = replace(made, '.docx', '/../../../../x.docx')",
        "update cases set made = replace(made, '.docx', '\\u0000.docx')",
        "update cases set ended = 'abc'",
        "drop table cases; create table cases (a)",
        "drop table cases; create view cases as select 1 a",
        "update batch set value = 'abc' where name = 'run'",
        "update batch set value = null where name = 'salt'",
        "update batch set value = 'abc' where name = 'salt'",
    ],
)
def test_a_table_that_somebody_wrote_into_is_refused_in_words(tmp_path, changed):
    written(tmp_path)
    base = sqlite3.connect(tmp_path / ".batch.sqlite")
    base.executescript(changed)
    base.close()
    with pytest.raises(nd.OutputError, match="读不出来"):
        written(tmp_path)


FOREVER = "with recursive n(i) as (select 1 union all select i + 1 from n) select"


@pytest.mark.parametrize("way", [written, printed])
@pytest.mark.parametrize(
    "planted",
    [
        f"drop table batch; create view batch as {FOREVER} 'salt' name, max(i) value from n",
        f"create trigger t after update on batch begin select (select max(i) from ({FOREVER} i from n)); end",
        "create trigger t after insert on cases begin delete from cases; end",
        "update batch set value = 1000000000 where name = 'salt'",
        "alter table cases add column more generated always as (zeroblob(900000000)) virtual",
    ],
)
def test_what_a_strangers_table_would_do_when_it_is_read_is_not_done(tmp_path, planted, way):
    way(tmp_path)
    with closing(sqlite3.connect(tmp_path / ".batch.sqlite")) as base:
        base.executescript(planted)
    with pytest.raises(nd.OutputError, match="读不出来"):
        way(tmp_path)


def test_a_link_to_a_pipe_among_the_cases_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/a.yaml").symlink_to(tmp_path / "pipe")
    (made,) = nd.render_many(files(tmp_path / "cases"), LETTER, out=tmp_path / "out", executor=ThreadPoolExecutor(1))
    assert [one.message for one in made.problems] == ["打不开案件文件“a.yaml”"]


def test_what_is_no_file_among_the_templates_is_neither_read_nor_waited_for(tmp_path):
    (tmp_path / "templates/zh").mkdir(parents=True)
    os.mkfifo(tmp_path / "templates/zh/pipe.html")
    (tmp_path / "templates/zh/folder.html").mkdir()
    (tmp_path / "templates/zh/nowhere.html").symlink_to("nothing")
    (tmp_path / "templates/zh/endless.html").symlink_to("/dev/zero")
    own = {"templates": tmp_path / "templates", "out": tmp_path / "out", "executor": ThreadPoolExecutor(1)}
    assert [one.state for one in nd.mail_house(crowd(1), LETTER, **own)] == ["made"]
    assert nd.check_templates(tmp_path / "templates") == ()
    assert "pipe" not in {kind.name for kind in nd.kinds(tmp_path / "templates")}


@pytest.mark.parametrize("made", ["'[]'", "replace(made, key, 'somebody')"])
def test_records_that_are_not_those_of_the_case_are_not_believed(tmp_path, made):
    written(tmp_path)
    with closing(sqlite3.connect(tmp_path / ".batch.sqlite")) as base:
        base.execute(f"update cases set made = {made}")
        base.commit()
    assert [(one.state, one.case) for one in written(tmp_path)] == [("made", written(tmp_path)[0].case)]


@pytest.mark.parametrize("change", [lambda told: [], lambda told: [{**told[0], "number": 7}], lambda told: told * 2])
def test_a_mailing_believes_no_answers_that_are_not_those_of_its_cases(tmp_path, change):
    """A case without an answer would be told to nobody, though its letter may be wanting."""
    key = printed(tmp_path)[0].case
    state = tmp_path / ".letters-0001.state"
    told = json.loads(state.read_bytes())
    state.write_text(json.dumps({**told, "answers": change(told["answers"])}))
    assert [(one.number, one.case, one.state) for one in printed(tmp_path)] == [(1, key, "made")]
    assert [one.state for one in printed(tmp_path)] == ["kept"]


@pytest.mark.parametrize("name", ["/dev/zero", "../x.pdf", "a\0b"])
def test_a_mailing_looks_at_its_own_files_only(tmp_path, name):
    printed(tmp_path)
    state = tmp_path / ".letters-0001.state"
    told = json.loads(state.read_bytes())
    state.write_text(json.dumps({**told, "digests": {name: "x"}}))
    (state_of,) = {one.state for one in printed(tmp_path)}
    assert state_of in {"made", "failed"}


@pytest.mark.parametrize("name", [".letters-0001.state", "letters-0001.pdf", "letters-0001.json"])
def test_a_pipe_in_place_of_a_file_of_a_mailing_is_not_waited_for(tmp_path, name):
    printed(tmp_path)
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    assert {one.state for one in printed(tmp_path)} == {"failed"}


def test_pipes_among_the_cases_or_as_a_table_are_not_waited_for(tmp_path):
    for name in ("a.yaml", "b.csv"):
        os.mkfifo(tmp_path / name)
    assert list(files(tmp_path)) == []
    with pytest.raises(nd.OutputError, match="打不开表格"):
        list(nd.read_table(tmp_path / "b.csv"))


def test_a_table_of_one_line_without_end_is_not_read_to_it(tmp_path):
    table = tmp_path / "a.csv"
    table.write_text("a" * 100_000_000, encoding="utf-8")
    tracemalloc.start()
    with suppress(nd.NegotiationDocsError):
        list(nd.read_table(table))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 80_000_000


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000, "\ud800"])
@pytest.mark.parametrize("way", [written, printed])
def test_a_folder_that_cannot_be_is_refused_in_words(tmp_path, name, way):
    with pytest.raises(nd.OutputError, match="无法在"):
        way(tmp_path / name)
    with pytest.raises(nd.TemplateError, match="不存在"):
        nd.kinds(tmp_path / name)
