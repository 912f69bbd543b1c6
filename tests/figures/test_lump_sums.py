"""Money is pledged once: lump sums of several debts, and what the months leave until their day."""

from __future__ import annotations

import pytest

from negotiation_docs.figures.affordability import affordability
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
    case = household(*debts, finances=savings("10000.00", "5900.00"))  # 50.00 left a month, none whole before the day
    assert errors(case, "bank1") == []
    for later in ("finance", "friend"):
        assert errors(case, later) == ["2026年12月20日须一次支付10,000.00元，可变现资产与到那时的积累合计只有0.00元"]


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
    assert errors(case, "bank1") == ["2026年12月20日须一次支付10,000.00元，可变现资产与到那时的积累合计只有0.00元"]


@pytest.mark.parametrize("funds", ["父母资助", "年终奖金", "定期存款2027年6月到期", "出售家用轿车所得价款"])
def test_a_stated_source_beside_the_income_needs_no_savings(funds):
    assert errors(household(settled_at_once(CARD, funds=funds)), "bank1") == []


def test_one_source_named_for_two_debts_is_a_warning_with_each_of_them():
    debts = [settled_at_once(CARD, funds="父母资助，已商定"), settled_at_once(FINANCE, funds="父母资助 已商定")]
    case = household(*debts, debt(FRIEND, proposal=LUMP | {"funds": "年终奖金"}))
    found = {name: [one.message for one in affordability(case, name).problems] for name in ("bank1", "friend")}
    assert found == {"bank1": ["还款来源与债务finance写的相同，同一笔钱只能用一次"], "friend": []}
