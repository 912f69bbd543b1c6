"""What a case costs grows with the case and no faster: measured in calls, which are the same on every machine.

What C code does inside one call is not seen here: its like is in test_patterns.py, and `make soak` takes the time of
long lists and texts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.cli import main
from negotiation_docs.facts.case import MOST_DEBTS
from negotiation_docs.facts.reading.source import MOST_ENTRIES
from negotiation_docs.facts.values.masking import mask_in_place
from tests.make.cases import with_debt
from tests.make.grown import at, complete, lists, used, with_list
from tests.trust.test_patterns import taking

HALF_AND_ALL = (MOST_DEBTS // 2, MOST_DEBTS)
SIZES = (50, 100, 200)  # the case itself holds some two hundred texts, beside which a few more would not be seen


def calls(data: object, way: Callable[[Any], object] = used) -> int:
    """How many functions are called on the whole way of a case, or on that ``way``."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        way(data)
    finally:
        sys.setprofile(None)
    return count


def _letter(case: nd.Case) -> object:
    return nd.render("hardship_letter", case, case.debts[0].id, draft=True, acknowledge=["limitation", "litigation"])


@pytest.fixture(scope="module", autouse=True)
def _warm():
    assert used(complete()) > 10_000, "the papers are made"


@pytest.mark.parametrize("place", [place for place in lists() if place != ("debts",)], ids=lambda place: str(place[-1]))
def test_a_list_of_twice_the_length_takes_twice_the_work(place):
    once, twice, fourfold = (calls(with_list(place, size)) for size in SIZES)
    assert fourfold - twice <= 2.3 * max(twice - once, 1500)


def test_promises_of_an_answer_are_not_each_held_against_every_later_talk():
    def promised(size: int) -> nd.Case:
        days = [f"{date(2025, 1, 1) + timedelta(days=day)}" for day in range(size)]
        came = {"direction": "incoming", "channel": "phone", "summary": "催促还款", "promise": "三日内答复"}
        talks = [{"at": day, "promise_due": day, **came} for day in days]
        return nd.load(with_debt(contacts=talks, agreement=None))

    once, twice, fourfold = (calls(promised(size), nd.check) for size in SIZES)
    assert fourfold - twice <= 2.3 * (twice - once)


def test_there_is_a_limit_to_debts_as_each_is_held_against_all_the_others():
    with pytest.raises(nd.FactsError) as caught:
        nd.load(with_list(("debts",), MOST_DEBTS + 1), draft=True)
    (problem,) = [problem for problem in caught.value.problems if problem.path == "debts"]
    assert (problem.rule, problem.message) == ("too_many", "债务最多写100项")
    assert nd.load(with_list(("debts",), MOST_DEBTS), draft=True)


@pytest.mark.parametrize("place", lists(), ids=lambda place: str(place[-1]))
@pytest.mark.parametrize("entry", [{}, "", []], ids=["nothing told", "blank", "a list"])
def test_more_entries_than_any_case_has_are_refused_before_they_are_looked_at(place, entry):
    data = complete()
    at(data, place[:-1])[place[-1]] = [entry] * (MOST_ENTRIES + 1)
    with pytest.raises(nd.FactsError) as caught:
        nd.load(data, draft=True)
    (problem,) = caught.value.problems
    assert (problem.rule, problem.message) == ("too_many", "各处逐项写的内容合起来超过10000项")


def test_the_entries_of_many_short_lists_count_together():
    many = [{"id": str(n), "contacts": [{}] * 200} for n in range(60)]
    with pytest.raises(nd.FactsError, match="超过10000项"):
        nd.load({"borrower": {"name": "周启明"}, "debts": many})


@pytest.mark.parametrize(
    "way", [nd.check, nd.next_steps, nd.reminders, nd.stress, _letter], ids=lambda way: way.__name__
)
def test_a_debt_more_takes_as_much_work_however_many_there_are(way):
    once, twice = (
        calls(nd.load(with_list(("debts",), size), draft=True), way) for size in (MOST_DEBTS // 2, MOST_DEBTS)
    )
    assert twice <= 2.2 * once, "what is asked of a debt is worked out once a question"


@pytest.mark.parametrize("way", [nd.check, nd.stress])
def test_the_months_of_many_plans_are_added_up_once_and_not_once_a_debt(way):
    """Plans of thirty months with a sum before, an alternative and a deferral each, all within what is left."""
    once, twice = (calls(_planned(size, 30), way) for size in HALF_AND_ALL)
    assert twice <= 2.3 * once
    assert calls(_planned(MOST_DEBTS // 2, 60), way) <= 2.3 * once


def _planned(debts: int, months: int) -> nd.Case:
    plans = [_plan(number, months) for number in range(debts)]
    return nd.load({"borrower": {"name": "周明"}, "dated": "2027-06-30", "finances": _RICH, "debts": plans}, draft=True)


_RICH = {
    "as_of": "2027-06-28",
    "income": [{"name": "工资", "amount": "9000000.00", "regular": True}],
    "essentials": [{"name": "房租", "amount": "1.00"}],
    "other_debts": [],
}


def _plan(number: int, months: int) -> dict[str, object]:
    day = f"{1 + number % 28:02d}"
    plan = {
        "method": "equal_principal",
        "periods": months,
        "first_due": f"2027-09-{day}",
        "annual_rate": "6%",
        "down_payment": {"amount": "10.00", "date": f"2027-08-{day}"},
        "alternative": {"periods": months + 6},
    }
    return {
        "id": f"debt-{chr(ord('a') + number // 26)}{chr(ord('a') + number % 26)}",
        "creditor": {"name": "示例银行", "kind": "bank_loan"},
        "balance": {"principal": "100000.00", "as_of": "2027-06-27"},
        "due": "2027-01-01",
        "proposal": plan,
        "deferral": {"from": "2027-07-10", "to": f"2027-10-{day}", "amount": "100.00", "gap_interest": "none"},
    }


@pytest.mark.parametrize("way", [nd.next_steps, nd.reminders])
def test_what_is_to_be_done_about_many_debts_costs_as_much_as_a_few_checks(way):
    case = nd.load(with_list(("debts",), 20), draft=True)
    assert calls(case, way) < 8 * calls(case, nd.check), "what all papers ask is looked for once"


def test_an_unknown_id_is_told_beside_no_more_ids_than_anyone_reads():
    def told(size: int) -> int:
        facts = complete()
        facts["evidence"] = [{**facts["evidence"][0], "id": f"e{number}"} for number in range(size)]
        facts["hardship"][0]["evidence"] = [f"x{number}" for number in range(size)]
        with pytest.raises(nd.FactsError) as caught:
            nd.load(facts)
        assert sum(problem.rule == "evidence_id" for problem in caught.value.problems) >= size
        return len(str(caught.value))

    once, twice, fourfold = map(told, (200, 400, 800))
    assert fourfold - twice <= 2.1 * (twice - once)


def test_a_file_in_one_line_is_shown_in_proportion(tmp_path, capsys):
    """Two hundred findings show two hundred pieces of the line and not two hundred times the line."""
    path = tmp_path / "case.json"

    def showing(size: int) -> int:
        path.write_text(json.dumps({f"k{number}": "13805710000" for number in range(size)}), encoding="utf-8")
        return calls(["check", str(path)], main)

    showing(SIZES[0])
    once, twice, fourfold = map(showing, (400, 800, 1600))
    assert fourfold - twice <= 2.3 * (twice - once)
    assert fourfold < 2 * once, "of each finding the neighbourhood"
    assert "k150" in (told := capsys.readouterr().err)
    assert "13805710000" not in told


def test_many_numbers_of_one_text_are_masked_in_proportion():
    once, twice, fourfold = (calls("13805710000和" * size, mask_in_place) for size in (500, 1000, 2000))
    assert fourfold - twice <= 2.1 * (twice - once)
    short, long = ("13805710000和" * size for size in (1000, 4000))
    assert taking(lambda: mask_in_place(long)) <= 8 * taking(lambda: mask_in_place(short))
    assert mask_in_place(short) == "138****0000和" * 1000


def test_a_file_of_the_largest_size_is_read_in_proportion(tmp_path):
    path = tmp_path / "case.json"

    def reading(size: int) -> int:
        path.write_text(json.dumps({"debts": [{"id": "x"}], "measures": ["甲"] * size}), encoding="utf-8")
        return calls(path)

    once, twice, fourfold = map(reading, SIZES)
    assert fourfold - twice <= 2.3 * max(twice - once, 1500)
