"""``reminders``: the days ahead as a calendar file, made once and then updated."""

from __future__ import annotations

from tests.read.calendars import events


def test_a_calendar_is_written_and_told_of(run, folder):
    answer = run("reminders", "zhou.yaml", "-o", "还款.ics")
    read = events((folder / "还款.ics").read_bytes())
    assert answer.code == 0
    assert answer.out == f"还款.ics：{len(read)}个提醒，最近的是2026年11月23日。\n"


def test_a_calendar_that_is_there_is_updated_only_when_told_so(run, folder):
    run("reminders", "zhou.yaml", "-o", "还款.ics")
    first = events((folder / "还款.ics").read_bytes())
    later = ("reminders", "zhou.yaml", "-o", "还款.ics", "--on", "2026-11-24")
    answer = run(*later)
    assert answer.code == 2
    assert "--force" in answer.err
    assert run(*later, "--force").code == 0
    second = events((folder / "还款.ics").read_bytes())
    assert {uid for uid in first if uid not in second} != set()
    assert not [told for told in second.values() if told["state"] == "CANCELLED"]


def test_a_discreet_calendar_names_no_lender(run, folder):
    run("reminders", "zhou.yaml", "-o", "还款.ics", "--discreet")
    assert "银行" not in (folder / "还款.ics").read_bytes().replace(b"\r\n ", b"").decode()


def test_another_suffix_is_a_wrong_command(run):
    answer = run("reminders", "zhou.yaml", "-o", "还款.txt")
    assert answer.code == 2
    assert "后缀是 .ics" in answer.err
