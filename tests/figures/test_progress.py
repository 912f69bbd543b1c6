"""How a plan was kept: nothing recorded is lost, and nothing unrecorded is called unpaid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.progress import progress
from negotiation_docs.figures.rows import Row, Schedule

START = date(2026, 1, 31)


@dataclass(frozen=True)
class Payment:
    amount: Decimal


def schedule(fen: list[int]) -> Schedule:
    rows = [
        Row(place, START + timedelta(30 * place), Decimal(each) / 100, Decimal(each) / 100, Decimal(0), Decimal(0))
        for place, each in enumerate(fen)
    ]
    return Schedule(tuple(rows), "interest_free")


AMOUNTS = st.lists(st.integers(1, 100_000), min_size=1, max_size=12)


@given(AMOUNTS, st.lists(st.integers(1, 100_000), max_size=12), st.integers(0, 400))
def test_every_instalment_is_met_short_or_unrecorded_and_the_sums_agree(rows, paid, days):
    today = START + timedelta(days)
    found = progress(schedule(rows), [Payment(Decimal(each) / 100) for each in paid], today)
    over = [each for place, each in enumerate(rows) if START + timedelta(30 * place) < today]
    assert found.due == len(over) == found.met + bool(found.short) + found.unrecorded
    whole, total = sum(over[: found.met]), sum(paid)
    assert whole <= total
    if found.met < found.due:
        begun = over[found.met] - int(found.short * 100) if found.short else 0
        assert whole + begun == total
        assert 0 <= begun < over[found.met]
    assert min(total, sum(over)) >= whole


@given(AMOUNTS, st.integers(0, 400))
def test_where_nothing_is_recorded_nothing_is_short(rows, days):
    found = progress(schedule(rows), [], START + timedelta(days))
    assert (found.met, found.short, found.unrecorded) == (0, Decimal(0), found.due)
