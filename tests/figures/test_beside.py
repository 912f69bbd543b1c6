"""What is pledged together is the sum of all plans, whichever of them is asked about."""

from datetime import date
from random import Random

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.beside import months_beside, short, together
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.pledges import laid_by, monthly_totals, shortfalls
from negotiation_docs.figures.promised import pledge, pledged
from negotiation_docs.figures.proposals import proposed
from negotiation_docs.question import question

TODAY = date(2027, 6, 30)


def drawn(chance: Random) -> nd.Case:
    debts = [_debt(number, chance) for number in range(chance.randrange(1, 6))]
    finances = {
        "as_of": "2027-06-28",
        "income": [{"name": "工资", "amount": f"{chance.choice([3000, 9000, 15000])}.00", "regular": True}],
        "essentials": [{"name": "房租", "amount": "1500.00"}],
        "assets": [{"name": "存款", "amount": f"{chance.randrange(1, 9000)}.00", "realisable": True}],
    }
    facts = {"borrower": {"name": "周明"}, "dated": TODAY.isoformat(), "finances": finances, "debts": debts}
    return nd.load(facts, draft=True)


def _debt(number: int, chance: Random) -> dict[str, object]:
    day = chance.choice(["05", "15", "28"])
    plan = {
        "method": chance.choice(["equal_principal", "equal_payment", "interest_first"]),
        "periods": chance.randrange(1, 9),
        "first_due": f"2027-{chance.choice(['07', '08', '10'])}-{day}",
        "annual_rate": "6%",
        "every": chance.choice(["month", "quarter"]),
        "down_payment": {"amount": f"{chance.randrange(10, 5000)}.37", "date": "2027-07-03"},
        "funds": chance.choice([None, None, "父母资助"]),
        "alternative": chance.choice([{"periods": 12}, {"periods": 1, "first_due": "2027-08-04"}]),
    }
    return {
        "id": f"debt-{'abcdef'[number]}",
        "creditor": {"name": "示例银行", "kind": "bank_loan"},
        "balance": {"principal": f"{chance.randrange(6000, 20000)}.55", "as_of": "2027-06-27"},
        "due": "2027-01-01",
        "parties": [{"name": "周父", "role": "payer", "consents": True}] if chance.random() < 0.3 else [],
        "settled": "2027-06-01" if chance.random() < 0.1 else None,
        "proposal": {key: stated for key, stated in plan.items() if stated is not None},
    }


@pytest.mark.parametrize("seed", range(60))
def test_a_plan_among_others_is_told_as_if_all_had_been_added_up_for_it_alone(seed):
    case = drawn(Random(seed))
    for debt in case.debts:
        for plan in (proposed(case, debt), proposed(case, debt, alternative=True)):
            own = pledge(case, debt, plan)
            every = [each for each in pledged(case, own) if each is own or not each.carried]
            whole = {month: sum_ for month, sum_ in question(_months)(case, own).items() if sum_}
            assert whole == {month: sum_ for month, sum_ in monthly_totals(every, TODAY).items() if sum_}
            month = budget(case, debt.id)
            lumps = [lump for each in every for lump in each.lumps()]
            missing = shortfalls(lumps, laid_by(every, TODAY), month.disposable, month.realisable, TODAY)
            assert question(short)(case, own, month) == tuple(gap for gap in missing if gap.lump.debt == debt.id)


def _months(case, own):
    return together(case, own, months_beside(case, own.debt))


def test_lump_sums_fail_in_some_of_these_cases_and_not_in_others():
    ended = set()
    for seed in range(60):
        case = drawn(Random(seed))
        for debt in case.debts:
            ended.add(bool(short(case, pledge(case, debt, debt.proposal), budget(case, debt.id))))
    assert ended == {True, False}


@pytest.mark.parametrize(
    "plan",
    [
        {"settlement": {"pay_by": TODAY.isoformat()}},
        {
            "method": "interest_first",
            "periods": 2,
            "first_due": "2027-07-25",
            "annual_rate": "6%",
            "down_payment": {"amount": "10.00", "date": "2027-06-20"},
        },
    ],
    ids=["due today", "after one that is past"],
)
def test_a_lump_sum_of_today_and_one_after_another_that_is_past_are_looked_at(plan):
    debt = _debt(0, Random(0)) | {"proposal": plan, "settled": None, "parties": []}
    debt["balance"] |= dict.fromkeys(("interest", "penalty", "fees"), "0.00")
    finances = {"as_of": "2027-06-28", "income": [{"name": "工资", "amount": "1600.00"}], "essentials": []}
    facts = {"borrower": {"name": "周明"}, "dated": TODAY.isoformat(), "finances": finances, "debts": [debt]}
    case = nd.load(facts, draft=True)
    (gap,) = short(case, pledge(case, case.debts[0], case.debts[0].proposal), budget(case))
    assert gap.lump.amount > gap.available
