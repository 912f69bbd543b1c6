"""What a creditor claims, beside a yearly rate over the days the claims cover, and counted by the usual ways."""

from __future__ import annotations

from decimal import Decimal

import pytest

from negotiation_docs.checks import check
from negotiation_docs.figures.charges import waiver
from negotiation_docs.figures.claimed import beside, beside_24
from negotiation_docs.figures.recounts import recounted
from tests.make.debts import CARD, FINANCE, FRIEND, debt, household

INTEREST = {"kind": "interest", "amount": "3912.08", "from": "2026-08-21", "to": "2026-11-21"}
PENALTY = {"kind": "penalty", "amount": "1260.00", "from": "2026-09-11", "to": "2026-11-10"}
LOAN = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}


def charged(*lines: dict, base: dict = CARD, **balance: object) -> dict:
    sums: dict[str, Decimal] = {}
    for line in lines:
        sums[line["kind"]] = sums.get(line["kind"], Decimal(0)) + Decimal(line["amount"])
    known = {"interest": "0.00", "penalty": "0.00", "fees": "0.00"} | {kind: str(sum_) for kind, sum_ in sums.items()}
    return debt(base, balance={**known, "charges": list(lines), **balance})


def compared(*lines: dict, **balance: object):
    return beside_24(household(charged(*lines, **balance)).debts[0])


def test_the_comparison_covers_the_days_of_the_charges_and_no_others():
    found = compared(INTEREST, PENALTY)
    assert (found.days, str(found.claimed), str(found.limit), found.excess) == (93, "5172.08", "5284.73", 0)
    late = compared({**INTEREST, "from": "2026-11-01", "to": "2026-11-21"})
    assert (late.days, str(late.limit), str(late.excess)) == (21, "1193.33", "2718.75")


def test_the_published_example_of_the_comparison_comes_out():
    found = compared({**INTEREST, "amount": "1467.50"}, principal="15000.00")
    assert (found.days, str(found.limit), str(found.excess)) == (93, "917.26", "550.24")


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ({"kind": "interest", "amount": "3912.08"},),
        (INTEREST, {"kind": "penalty", "amount": "1260.00"}),
        (INTEREST, {**PENALTY, "to": None}),
        ({**INTEREST, "from": None},),
    ],
)
def test_without_the_days_of_every_charge_nothing_is_compared(lines):
    told = [{name: value for name, value in line.items() if value is not None} for line in lines]
    assert compared(*told) is None


def test_a_part_that_is_claimed_but_not_listed_forbids_the_comparison():
    assert compared(INTEREST, penalty="1260.00") is None
    assert compared(INTEREST, fees="0.00") is not None
    assert compared(INTEREST, principal=None) is None


@pytest.mark.parametrize(
    ("principal", "interest"), [("48260.18", "5150.00"), ("48260.18", "260.00"), ("5000.00", "250.00")]
)
def test_a_young_debt_is_never_accused_by_its_due_day(principal, interest):
    """Interest of the months before the due day and a first late charge of 5 % are no 24 % a year."""
    balance = {"principal": principal, "interest": interest, "penalty": "0.00", "fees": "0.00"}
    case = household(debt(CARD, due="2026-11-13", balance=balance))
    assert "balance.over_24" not in {one.rule for one in check(case)}


def notices(case, rule: str) -> list[str]:
    return [one.message for one in check(case) if one.rule == rule]


def test_the_notice_names_days_and_basis():
    case = household(charged({**INTEREST, "amount": "6000.00"}))
    assert notices(case, "balance.over_24") == [
        "所列期间（93天）已主张的息费合计比按年利率24%计算的多715.27元（一年按365天）"
    ]


def private(**contract: object) -> dict:
    terms = {"signed": "2024-03-05", "annual_rate": "18%", "lpr_1y": "0.0345", **contract}
    return debt(FRIEND, contract={name: value for name, value in terms.items() if value is not None})


@pytest.mark.parametrize(
    ("contract", "message"),
    [
        ({}, "年利率18%高于签订时一年期LPR的四倍（13.8%）"),
        ({"annual_rate": "13.8%"}, None),
        ({"annual_rate": "12%", "overdue_rate": "月2%"}, "逾期利率24%高于签订时一年期LPR的四倍（13.8%）"),
        ({"signed": "2020-08-20"}, "年利率18%高于签订时一年期LPR的四倍（13.8%）"),
        ({"signed": "2020-08-19"}, None),
        ({"signed": None}, None),
        ({"lpr_1y": None}, None),
    ],
)
def test_four_times_the_lpr_of_the_day_of_the_contract_is_held_beside_a_private_loan(contract, message):
    assert notices(household(private(**contract)), "contract.over_lpr") == ([message] if message else [])


@pytest.mark.parametrize("kind", ["bank_loan", "consumer_finance", "microloan", "auto_finance", "pawnshop"])
def test_four_times_the_lpr_is_never_held_beside_anybody_elses_loan(kind):
    loan = debt(private(), creditor={"name": "示例", "kind": kind, "salutation": None})
    rules = {one.rule for one in check(household(loan))}
    assert not {"contract.over_lpr", "contract.lpr_unknown", "contract.lpr_split", "balance.over_lpr"} & rules


def test_an_ordinary_company_lends_under_the_same_law():
    loan = debt(private(), creditor={"name": "示例贸易有限公司", "kind": "company", "salutation": None})
    assert notices(household(loan), "contract.over_lpr")


def test_an_older_contract_is_split_and_gives_no_figure():
    assert notices(household(private(signed="2019-05-06")), "contract.lpr_split") == [
        "合同在2020年8月20日以前签订，利息要分两段看，不能只按签订时的四倍LPR比较"
    ]
    (hint,) = [
        one.hint
        for one in check(household(private(signed="2019-05-06", lpr_1y_suit="0.03")))
        if one.rule == "contract.lpr_split"
    ]
    assert "以起诉时一年期LPR的四倍（12%）为限" in hint


def test_what_is_missing_for_the_comparison_is_asked_for():
    assert notices(household(private(lpr_1y=None)), "contract.lpr_unknown") == [
        "没有写签订时一年期LPR，无法与四倍LPR比较"
    ]
    assert notices(household(private(signed=None)), "contract.lpr_unknown") == ["没有写签订日期，无法与四倍LPR比较"]
    assert notices(household(private(annual_rate=None)), "contract.lpr_unknown") == []


def test_all_charges_of_a_private_loan_together_stay_within_four_times_the_lpr():
    lines = ({**INTEREST, "amount": "400.00"}, {**PENALTY, "amount": "100.00"})
    loan = charged(*lines, base=private())
    assert notices(household(loan), "balance.over_lpr") == [
        "所列期间（93天）已主张的息费合计比按四倍LPR（年13.8%）计算的多215.19元（一年按365天）"
    ]
    assert beside(household(loan).debts[0], Decimal("0.138")).limit == Decimal("284.81")
    assert notices(household(loan), "balance.over_24") == []


def test_interest_of_a_card_is_counted_by_five_in_ten_thousand_a_day():
    card = household(charged({**INTEREST, "amount": "700.00"}, principal="15000.00")).debts[0]
    found = recounted(card, card=True, bank=True)
    assert (found.days, found.low, found.high) == (93, Decimal("697.50"), Decimal("697.50"))
    assert notices(household(charged({**INTEREST, "amount": "700.00"}, principal="15000.00")), "balance.recounted") == [
        "利息按日万分之五（以本金15,000.00元、93天、一年365天计算）为697.50元；对方主张700.00元"
    ]


def test_penalty_interest_of_a_banks_loan_is_between_one_and_three_and_one_and_five_tenths_of_its_rate():
    loan = charged({**PENALTY, "to": "2026-12-12"}, base=debt(CARD, creditor=LOAN, contract={"annual_rate": "6%"}))
    found = recounted(household(loan).debts[0], card=False, bank=True)
    assert (found.days, found.low, found.high) == (93, Decimal("1717.54"), Decimal("1981.77"))
    (message,) = notices(household(loan), "balance.recounted")
    assert "（以本金86,421.37元、93天、一年365天计算）为1,717.54至1,981.77元" in message


def test_a_rate_for_overdue_days_that_the_contract_names_is_taken():
    loan = debt(FINANCE, contract={"annual_rate": "12%", "overdue_rate": "18%"})
    found = recounted(household(charged(PENALTY, base=loan)).debts[0], card=False, bank=False)
    assert (found.days, found.low) == (61, found.high)
    assert found.low == Decimal("691.89")


@pytest.mark.parametrize(
    ("contract", "balance"),
    [
        ({"annual_rate": "6%", "periods": 36}, {}),
        ({"annual_rate": "6%", "payment": "900.00"}, {}),
        ({}, {}),
        ({"annual_rate": "6%"}, {"principal": None}),
    ],
)
def test_what_the_late_charges_are_counted_on_is_not_guessed(contract, balance):
    loan = charged(PENALTY, base=debt(CARD, creditor=LOAN, contract=contract), **balance)
    assert recounted(household(loan).debts[0], card=False, bank=True) is None


def test_of_a_loan_in_instalments_only_what_is_due_counts_until_it_is_called_in():
    terms = {"annual_rate": "6%", "periods": 36}
    part = charged(PENALTY, base=debt(CARD, creditor=LOAN, contract=terms), past_due="8642.14")
    assert recounted(household(part).debts[0], card=False, bank=True).base == Decimal("8642.14")
    called = debt(CARD, creditor=LOAN, contract={**terms, "accelerated": "2026-09-01"})
    assert recounted(household(charged(PENALTY, base=called)).debts[0], card=False, bank=True).base == Decimal(
        "86421.37"
    )


def test_a_waiver_is_told_in_yuan_and_percent():
    found = waiver(household().debts[0])
    assert (found.saved, found.owed) == (Decimal("1260.00"), Decimal("91593.45"))
    assert notices(household(), "plan.waiver_saves") == [
        "请求减免1,260.00元，占欠款合计91,593.45元的1.38%；减免后尚欠90,333.45元"
    ]
    assert waiver(household(debt(CARD, balance={"fees": None})).debts[0]) is None
    assert waiver(household(debt(CARD, proposal={"waive": {}})).debts[0]) is None


def test_a_loan_of_one_payment_is_counted_on_all_of_it():
    for periods in (None, 1):
        loan = charged(PENALTY, base=debt(CARD, creditor=LOAN, contract={"annual_rate": "6%", "periods": periods}))
        assert recounted(household(loan).debts[0], card=False, bank=True).base == Decimal("86421.37")
    two = charged(PENALTY, base=debt(CARD, creditor=LOAN, contract={"annual_rate": "6%", "periods": 2}))
    assert recounted(household(two).debts[0], card=False, bank=True) is None


def test_one_line_without_its_days_is_enough_to_count_nothing():
    undated = {key: told for key, told in PENALTY.items() if key not in ("from", "to", "period")}
    loan = debt(CARD, creditor=LOAN, contract={"annual_rate": "6%"})
    both = charged({**PENALTY, "amount": "100.00"}, {**undated, "amount": "50.00"}, base=loan)
    assert recounted(household(both).debts[0], card=False, bank=True) is None
