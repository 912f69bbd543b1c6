"""The calendar file: RFC 5545 as two independent readers have it, and what a second file changes in the first."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.calendar import Entry, to_ics
from tests.read.calendars import events
from tests.trust.test_growth import calls

DAY, LATER = date(2026, 11, 30), date(2026, 12, 10)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120)


def entry(uid="a@negotiation-docs", day=LATER, summary="还款", **more) -> Entry:
    return Entry(uid=uid, day=day, summary=summary, description="", **more)


@given(WORDS, st.lists(WORDS, max_size=3))
def test_any_words_come_back_from_both_readers(summary, lines):
    text = "\n".join(lines)
    told = Entry(uid="a@negotiation-docs", day=LATER, summary=summary, description=text, alarms=(3, 1, 0))
    (read,) = events(to_ics([told], DAY)).values()
    assert (read["title"], read["text"], read["day"], read["hour"]) == (summary, text, LATER, 9)
    assert read["alarms"] == [3, 1, 0]


@given(WORDS)
def test_no_line_is_longer_than_75_octets_and_none_cuts_a_character(summary):
    lines = to_ics([entry(summary=summary)], DAY).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)


def test_every_line_ends_as_the_rule_says():
    data = to_ics([entry()], DAY)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("breaker", ["\r\nEND:VEVENT", "\nBEGIN:VALARM", "\x0b", "\x00"])
def test_no_words_break_out_of_their_line(breaker):
    read = events(to_ics([entry(summary=f"还款{breaker}；x")], DAY))
    assert len(read) == 1


def test_what_is_as_it_was_keeps_its_number_and_what_changed_takes_a_higher_one():
    first = to_ics([entry("a@negotiation-docs"), entry("b@negotiation-docs")], DAY)
    second = to_ics([entry("a@negotiation-docs"), entry("b@negotiation-docs", summary="改了")], DAY, first)
    before, after = events(first), events(second)
    assert after["a@negotiation-docs"] == before["a@negotiation-docs"]
    assert after["b@negotiation-docs"]["number"] > before["b@negotiation-docs"]["number"]


def test_a_later_file_without_the_first_has_higher_numbers():
    earlier, later = events(to_ics([entry()], DAY)), events(to_ics([entry()], LATER))
    assert later["a@negotiation-docs"]["number"] > earlier["a@negotiation-docs"]["number"]


@pytest.mark.parametrize("number", [999_999_999, 2**31 - 2, 2**31 - 1, 9_999_999_999])
def test_a_number_that_somebody_raised_is_not_fallen_below_nor_raised_beyond_what_a_calendar_can_count(number):
    first = re.sub(rb"SEQUENCE:[0-9]+", b"SEQUENCE:%d" % number, to_ics([entry()], DAY))
    after = events(to_ics([entry(summary="乙银行")], DAY, first))["a@negotiation-docs"]["number"]
    assert after == min(number + 1, 2**31 - 1)


def test_what_is_gone_is_cancelled_without_its_words_once_and_what_is_past_is_left():
    first = to_ics([entry("a@negotiation-docs", summary="甲银行"), entry("b@negotiation-docs", day=DAY)], DAY)
    second = to_ics([], date(2026, 12, 1), first)
    (gone,) = events(second).values()
    assert (gone["state"], gone["title"], gone["alarms"]) == ("CANCELLED", "已取消的提醒", [])
    assert gone["number"] > events(first)["a@negotiation-docs"]["number"]
    assert to_ics([], date(2026, 12, 1), second) == second


def test_what_was_cancelled_may_come_back():
    first = to_ics([entry()], DAY)
    back = events(to_ics([entry()], DAY, to_ics([], DAY, first)))["a@negotiation-docs"]
    assert (back["state"], back["title"]) == ("CONFIRMED", "还款")
    assert back["number"] > events(first)["a@negotiation-docs"]["number"] + 1


def test_events_of_others_in_an_earlier_file_are_not_touched():
    theirs = to_ics([entry("holiday@elsewhere")], DAY)
    assert events(to_ics([], DAY, theirs)) == {}


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PK\x03\x04", "还款".encode(), b"BEGIN:VCARD\r\n"])
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(OutputError, match=r"不是 \.ics 日历"):
        to_ics([], DAY, data)


@pytest.mark.parametrize("sign", "\x85\u2028\u2029")
def test_a_sign_that_some_readers_take_for_the_end_of_a_line_neither_forges_an_event_nor_changes_one(sign):
    told = entry(summary=f"还款{sign}UID:b@negotiation-docs")
    first = to_ics([told], DAY)
    assert len(first.decode().splitlines()) == first.count(b"\r\n")
    assert to_ics([told], DAY, first) == first


def test_of_an_event_in_an_earlier_file_nothing_is_written_but_its_name_and_day():
    """What somebody put there since would ring, write a mail or fetch in the name of the borrower."""
    planted = b"ATTACH:http://evil.test/x\r\nBEGIN:VALARM\r\nACTION:EMAIL\r\nEND:VALARM\r\nSTATUS:CANCELLED\r\n"
    first = to_ics([], DAY, to_ics([entry()], DAY))
    assert b"STATUS:CANCELLED\r\n" in first
    again = to_ics([], DAY, first.replace(b"STATUS:CANCELLED\r\n", planted))
    assert (b"evil" in again, b"ALARM" in again) == (False, False)
    forged = to_ics([entry()], DAY).replace(b"UID:a@", b"UID:x\rBEGIN:VEVENT\rUID:a@")
    assert events(to_ics([], DAY, forged)) == {}


def test_an_earlier_file_of_ends_without_a_beginning_is_read_in_proportion():
    def ends(number: int) -> bytes:
        return b"BEGIN:VCALENDAR\r\n" + b"X:1\r\n" * number + b"END:VEVENT\r\n" * number

    few, many = (calls(ends(number), lambda data: to_ics([], DAY, data)) for number in (100, 200))
    assert many < 2.5 * few
