"""Money is pledged once: lump sums of several debts, and what the months leave until their day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.dates import months_between
from negotiation_docs.figures.promised import pledged
from tests.make.debts import CARD, FINANCE, FRIEND, debt, earning, household

LUMP = {"settlement": {"pay_by": "2026-12-20"}, "waive": None, "periods": None, "method": None, "first_due": None}
TEN = {"principal": "10000.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00", "as_of": "2026-11-20"}


def settled_at_once(base: dict, **proposal: object) -> dict:
    return debt(base, balance=TEN, proposal={**LUMP, **proposal})


def savings(amount: str, income: str) -> dict:
    return earning(income) | {"assets": [{"name": "存款", "amount": amount, "realisable": True}]}


def errors(case, debt_id: str) -> list[str]:
    return [one.message for one in affordability(case, debt_id).problems if one.severity == "error"]


def test_savings_pay_one_of_three_lump_sums_of_a_day_whichever_debt_is_asked_about():
    debts = [settled_at_once(each) for each in (CARD, FINANCE, FRIEND)]
    case = household(*debts, finances=savings("10000.00", "5900.00"))  # 50.00 left in the month
    assert errors(case, "bank1") == []
    for later in ("finance", "friend"):
        (message,) = errors(case, later)
        left = "50.00" if later == "finance" else "0.00"
        assert message == f"2026年12月20日须一次支付10,000.00元，可变现资产与到那时的积累合计只有{left}元"


@pytest.mark.parametrize("order", [("bank1", "finance", "friend"), ("friend", "finance", "bank1")])
def test_lump_sums_of_one_day_are_served_in_the_order_of_the_file(order):
    bases = {"bank1": CARD, "finance": FINANCE, "friend": FRIEND}
    case = household(*(settled_at_once(bases[name]) for name in order), finances=savings("21000.00", "5900.00"))
    assert [bool(errors(case, name)) for name in order] == [False, False, True]


def test_an_earlier_day_comes_before_the_order_of_the_file():
    first, later = settled_at_once(CARD, settlement={"pay_by": "2026-12-20"}), settled_at_once(FINANCE)
    later["proposal"]["settlement"] = {"pay_by": "2026-12-10"}
    case = household(first, later, finances=savings("10000.00", "5900.00"))
    assert (bool(errors(case, "bank1")), bool(errors(case, "finance"))) == (True, False)


@pytest.mark.parametrize("dated", ["2026-11-21", "2026-11-26"])
def test_the_instalment_of_the_lump_sums_own_month_is_taken_off(dated):
    # twelve months of 2,350.00 less twelve instalments of 1,995.00 leave 4,260.00 for 6,200.00 of charges
    balance = {"principal": "23940.00", "interest": "6200.00", "penalty": "0.00"}
    plan = {"method": "interest_free", "periods": 12, "remaining_charges": "last_instalment", "waive": None}
    facts = debt(CARD, balance=balance, proposal=plan | {"alternative": None})
    case = household(facts, dated=dated, finances=savings("0.00", "8200.00"))
    (message,) = errors(case, "bank1")
    assert message == "2027年11月25日须一次支付6,200.00元，可变现资产与到那时的积累合计只有4,260.00元"


def test_the_instalments_of_the_other_debts_are_taken_off_as_well():
    others = debt(FINANCE, proposal={"method": "interest_free", "periods": 23, "first_due": "2026-12-20"})
    lump = settled_at_once(CARD, settlement={"pay_by": "2027-01-20"})
    lump["balance"] = TEN | {"principal": "1300.00"}
    case = household(lump, others, finances=savings("0.00", "7500.00"))  # 1,650.00 a month, of which 1,000.00 are taken
    assert errors(case, "bank1") == []
    lump["balance"] = TEN | {"principal": "1300.01"}
    assert errors(household(lump, others, finances=savings("0.00", "7500.00")), "bank1") != []


@pytest.mark.parametrize("funds", ["每月收入", "本人每月工资", "工资收入", "每月结余"])
def test_the_months_own_income_is_no_other_source(funds):
    case = household(settled_at_once(CARD, funds=funds), finances=savings("0.00", "8200.00"))
    (message,) = errors(case, "bank1")
    assert message == "2026年12月20日须一次支付10,000.00元，可变现资产与到那时的积累合计只有2,350.00元"


@pytest.mark.parametrize("funds", ["父母资助", "年终奖金", "定期存款2027年6月到期", "出售家用轿车所得价款"])
def test_a_stated_source_beside_the_income_needs_no_savings(funds):
    assert errors(household(settled_at_once(CARD, funds=funds)), "bank1") == []


def test_one_source_named_for_two_debts_is_a_warning_with_each_of_them():
    debts = [settled_at_once(CARD, funds="父母资助，已商定"), settled_at_once(FINANCE, funds="父母资助 已商定")]
    case = household(*debts, debt(FRIEND, proposal=LUMP | {"funds": "年终奖金"}))
    found = {name: [one.message for one in affordability(case, name).problems] for name in ("bank1", "friend")}
    assert found == {"bank1": ["还款来源与债务finance写的相同，同一笔钱只能用一次"], "friend": []}


def paid_in_order(case, opening: int, monthly: int) -> bool:
    """Whether every payment of all debts can be made on its day, and no month asks for more than it brings."""
    payments = sorted((row.due, fen) for pledge in pledged(case) for row, fen in pledge.from_own_means())
    months, paid = set(), 0
    for due, fen in payments:
        months.add((due.year, due.month))
        paid += fen
        if paid > opening + monthly * max(months_between(case.dated, due), len(months)):
            return False
    return True


@given(
    amounts=st.lists(st.integers(5_000, 400_000), min_size=2, max_size=2),
    days=st.lists(st.integers(1, 200), min_size=2, max_size=2),
    periods=st.integers(2, 14),
    first=st.integers(5, 120),
    saved=st.integers(0, 300_000),
)
def test_lump_sums_are_refused_exactly_where_some_payment_would_stay_unpaid(amounts, days, periods, first, saved):
    start, day = date(2026, 11, 21), timedelta(days=1)
    lumps = [
        debt(
            base,
            balance=TEN | {"principal": yuan(fen)},
            proposal=LUMP | {"settlement": {"pay_by": str(start + day * at)}},
        )
        for base, fen, at in zip((FINANCE, FRIEND), amounts, days, strict=True)
    ]
    level = {"method": "interest_free", "periods": periods, "first_due": str(start + day * first), "alternative": None}
    plan = debt(CARD, balance=TEN | {"principal": yuan(90_000 * periods)}, proposal=level | {"waive": None})
    case = household(plan, *lumps, finances=savings(yuan(saved), "6850.00"))  # 1,000.00 a month, 900.00 of it pledged
    missing = any(errors(case, name) for name in ("finance", "friend"))
    assert missing is not paid_in_order(case, saved, 100_000)


def yuan(fen: int) -> str:
    return f"{fen / 100:.2f}"


@pytest.mark.parametrize(("amount", "fits"), [("1000.00", True), ("1000.01", False)])
def test_what_is_laid_by_for_a_yearly_instalment_pays_no_lump_sum(amount, fits):
    # 1,100.00 a month, of which 1,000.00 are laid by for 12,000.00 in October: ten months leave 1,000.00 by September
    yearly = debt(
        FINANCE, proposal={"method": "interest_free", "periods": 2, "every": "year", "first_due": "2027-10-20"}
    )
    yearly["balance"]["principal"] = "24000.00"
    lump = settled_at_once(CARD, settlement={"pay_by": "2027-09-20"})
    lump["balance"] = TEN | {"principal": amount}
    assert (errors(household(lump, yearly, finances=savings("0.00", "6950.00")), "bank1") == []) is fits
