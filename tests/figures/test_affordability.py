"""Money is pledged once: over all debts, all months, and every lump sum."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.affordability import affordability, agreed_affordability, require_affordable
from negotiation_docs.figures.pledges import Pledge, monthly_totals
from negotiation_docs.figures.schedule import schedule
from negotiation_docs.figures.unaffordable import UnaffordablePlan
from negotiation_docs.figures.wording import percent
from tests.make.debts import CARD, FINANCE, FRIEND, debt, earning, household


def card(**proposal: object) -> dict:
    return debt(CARD, proposal=proposal)


def instalments(base: dict, periods: int, **proposal: object) -> dict:
    terms = {"method": "interest_free", "periods": periods, "first_due": "2026-12-28", **proposal}
    return debt(base, proposal=terms)


def rules(found) -> list[tuple[str, str]]:
    return [(problem.severity, problem.rule) for problem in found.problems]


def test_a_plan_within_the_budget_has_nothing_to_report():
    found = require_affordable(household())
    assert (found.problems, found.suggestion, found.affordable) == ((), None, True)
    assert percent(found.used, 1) == "61.3%"
    assert (str(found.share), str(found.monthly)) == ("2350.00", "1440.72")


def test_a_plan_above_what_is_left_names_what_would_be_affordable():
    with pytest.raises(UnaffordablePlan) as caught:
        require_affordable(household(card(periods=24)))
    (problem,) = caught.value.problems
    assert (problem.path, problem.rule) == ("debts[0].proposal", "plan.unaffordable")
    assert problem.message == "每月最多须还3,600.90元，超过每月可用于偿还的2,350.00元"
    assert problem.hint == (
        "每月2,350.00元以内，最短可负担期限为37期，第1至36期每期2,335.71元、第37期2,335.81元；"
        "也可以阶梯还款：43期，第1至12期每期1,175.00元、第13至42期每期2,332.94元、第43期2,333.17元"
    )
    suggestion = caught.value.suggestion
    assert suggestion.term == suggestion.level.periods == 37
    assert suggestion.stepped.groups[0].payment == 1175
    assert max(suggestion.level.largest, suggestion.stepped.largest) <= suggestion.ceiling == 2350


def test_one_period_less_than_the_shortest_term_is_not_affordable():
    assert affordability(household(card(periods=37, alternative=None))).affordable
    assert not affordability(household(card(periods=36, alternative=None))).affordable


def test_the_alternative_is_measured_by_itself():
    case = household(card(alternative={"periods": 24}))
    assert affordability(case).affordable
    found = affordability(case, alternative=True)
    assert found.problems[0].path == "debts[0].proposal.alternative"


def test_a_card_plan_over_five_years_is_said_to_be_too_long():
    found = affordability(household(card(periods=60), finances=earning("6850.00")))
    assert "最短可负担期限为87期" in found.problems[0].hint
    assert "信用卡分期一般不超过60期" in found.problems[0].hint


def test_interest_above_the_budget_leaves_no_plan_to_suggest():
    case = household(card(method="equal_payment", annual_rate="0.18", periods=36), finances=earning("6950.00"))
    found = affordability(case)
    assert found.suggestion.level is None
    assert "没有可负担的分期方案" in found.problems[0].hint


@pytest.mark.parametrize("income", ["5850.00", "5000.00"])
def test_with_nothing_left_no_plan_may_be_offered(income):
    with pytest.raises(UnaffordablePlan, match="不能提出还款方案") as caught:
        require_affordable(household(finances=earning(income)))
    (problem,) = caught.value.problems
    assert (problem.rule, problem.trait) == ("plan.unaffordable", "plan"), "only the plan is stopped"
    assert caught.value.suggestion is None


def test_all_debts_together_must_fit_into_every_month():
    debts = [instalments(CARD, 60), instalments(FINANCE, 36), instalments(FRIEND, 12)]
    found = affordability(household(*debts), "friend")
    assert str(found.together) == "2754.23"
    assert found.problems[0].message.startswith("各笔债务每月合计最多须还2,754.23元")
    assert rules(found) == [("error", "plan.unaffordable")]
    assert str(found.suggestion.ceiling) == "270.45"  # what the two others leave of 2,350.00


def test_a_month_is_too_full_only_while_the_plans_overlap():
    debts = [instalments(CARD, 60), instalments(FINANCE, 20, first_due="2032-01-28")]
    assert affordability(household(*debts), "finance").affordable


def test_where_the_others_leave_nothing_the_own_share_is_the_ceiling():
    debts = [instalments(CARD, 24), instalments(FINANCE, 60)]
    found = affordability(household(*debts), "finance")
    assert found.suggestion.ceiling == found.share


def test_a_payment_above_the_own_share_is_a_warning():
    debts = [instalments(CARD, 60), instalments(FRIEND, 24)]
    found = affordability(household(*debts), "friend")
    assert rules(found) == [("warning", "plan.over_share")]
    assert found.problems[0].message == "每期最多337.50元，超过按本金比例分得的每月201.38元"


def test_a_plan_without_reserve_is_a_warning():
    found = affordability(household(card(periods=40)))
    assert rules(found) == [("warning", "plan.no_reserve")]
    assert "占可用于偿还金额的91.9%" in found.problems[0].message
    assert found.affordable


def test_a_plan_of_another_debt_that_cannot_be_computed_is_not_this_debts_problem():
    debts = [CARD, instalments(FINANCE, 60, method="equal_payment")]
    assert affordability(household(*debts), "bank1").affordable


def test_a_confirmed_plan_of_another_debt_counts_instead_of_its_proposal():
    confirmed = {"date": "2026-11-20", "channel": "sms"}
    agreement = {"reached": "2026-11-18", "terms": {"plan": {"periods": 10}}, "confirmed": confirmed}
    debts = [CARD, instalments(FINANCE, 60) | {"agreement": agreement}]
    assert str(affordability(household(*debts), "bank1").together) == "3740.35"


SPOKEN = {
    "at": "2026-11-18 10:00",
    "direction": "outgoing",
    "channel": "phone",
    "summary": "请求分期",
    "outcome": "accepted",
}
SIX = {"reached": "2026-11-18", "terms": {"plan": {"periods": 6}}}


def test_what_was_accepted_in_a_talk_counts_before_the_proposal():
    spoken = instalments(FINANCE, 60) | {"agreement": {"reached": "2026-11-18", "terms": {"plan": {"periods": 10}}}}
    asked = str(affordability(household(CARD, spoken), "bank1").together)
    assert asked == "1824.25", "nobody has accepted anything"
    accepted = spoken | {"contacts": [SPOKEN]}
    assert str(affordability(household(CARD, accepted), "bank1").together) == "3740.35"
    refused = {**SPOKEN, "at": "2026-11-20 10:00", "outcome": "refused"}
    taken_back = spoken | {"contacts": [SPOKEN, refused]}
    assert str(affordability(household(CARD, taken_back), "bank1").together) == asked


def test_what_was_agreed_is_measured_and_told_as_a_warning():
    facts = debt(CARD, proposal={"waive": None}, contacts=[SPOKEN], agreement=SIX)
    found = agreed_affordability(household(facts))
    (problem,) = found.problems
    assert (problem.severity, problem.rule, problem.trait) == ("warning", "agreement.unaffordable", "agreed")
    assert problem.path == "debts[0].agreement.terms.plan"
    assert problem.message == "按协商结果，每月最多须还14,403.57元，超过每月可用于偿还的2,350.00元"
    assert "最短可负担期限为37期" in problem.hint
    assert not found.affordable
    nothing = agreed_affordability(household(facts, finances=earning("5750.00")))
    assert nothing.problems[0].message == (
        "按协商结果，每月最多须还14,403.57元，而每月收支相抵后余-100.00元，没有可用于偿还的余额"
    )


def test_an_agreement_that_can_be_kept_or_names_no_instalments_is_none_to_measure():
    assert agreed_affordability(
        household(debt(CARD, contacts=[SPOKEN], agreement=SIX | {"terms": {"plan": True}}))
    ).affordable
    assert agreed_affordability(household(debt(CARD, agreement=SIX | {"terms": {"pause_charges": True}}))) is None
    assert agreed_affordability(household()) is None


PAYER = {"name": "周小妹", "role": "payer", "consents": True}


def test_a_payer_who_consents_carries_the_plan_where_nothing_is_left():
    facts = debt(CARD, proposal={"funds": "妹妹周小妹代为偿还", "alternative": None}, parties=[PAYER])
    (problem,) = affordability(household(facts, finances=earning("5750.00"))).problems
    assert (problem.severity, problem.rule) == ("warning", "plan.on_another")
    assert problem.message == (
        "每月最多须还1,440.72元，每月收支相抵后余-100.00元，没有可用于偿还的余额；"
        "方案靠代付人还款（来源：妹妹周小妹代为偿还）"
    )
    for parties, funds in (
        ([PAYER | {"consents": False}], "妹妹"),
        ([], "妹妹"),
        ([PAYER], None),
        ([PAYER], "本人工资"),
    ):
        alone = debt(facts, proposal={"funds": funds}, parties=parties)
        assert not affordability(household(alone, finances=earning("5750.00"))).affordable


def test_what_a_payer_carries_takes_nothing_from_the_other_plans():
    carried = instalments(FINANCE, 12, funds="妹妹周小妹代为偿还") | {"parties": [PAYER]}
    found = affordability(household(CARD, carried), "bank1")
    assert (str(found.together), found.affordable) == ("1440.72", True)
    assert affordability(household(CARD, carried), "finance").affordable


def test_a_settled_debt_is_pledged_nothing():
    debts = [CARD, instalments(FINANCE, 10) | {"settled": "2026-11-01"}]
    assert str(affordability(household(*debts), "bank1").together) == "1440.72"


def test_a_down_payment_is_taken_from_assets_and_what_its_months_instalments_leave():
    # 1,860.00 of savings; of December's 2,350.00 the first instalment needs 1,440.35 less what the principal saves
    down = {"amount": "2800.00", "date": "2026-12-10"}
    assert affordability(household(card(down_payment=down))).affordable
    found = affordability(household(card(down_payment=down | {"amount": "2850.00"})))
    assert rules(found) == [("error", "plan.unaffordable")]
    # 1,860.00 and 2,350.00 less 1,392.85 for the first instalment
    said = "2026年12月10日须一次支付2,850.00元，可变现资产与到那时的积累合计只有2,817.15元"
    assert found.problems[0].message == said


def test_a_lump_may_use_its_months_surplus_as_an_instalment_of_that_day_may():
    plain = {"principal": "12300.00", "interest": "600.00", "penalty": "100.00", "fees": "0.00"}
    finances = {
        "income": [{"name": "工资", "amount": "4000.00"}],
        "essentials": [{"name": "伙食", "amount": "3000.00"}],
    }
    terms = {"method": "interest_free", "waive": None, "alternative": None}

    def affordable(**proposal: object) -> bool:
        return affordability(
            household(debt(CARD, balance=plain, proposal=terms | proposal), finances=finances)
        ).affordable

    assert affordable(periods=13, first_due="2026-12-10")  # 946.15 each
    late = {"periods": 24, "first_due": "2027-01-15"}
    assert affordable(**late, down_payment={"amount": "1000.00", "date": "2026-12-10"})
    assert affordable(**late, down_payment={"amount": "1000.00", "date": "2026-11-25"})
    assert not affordable(**late, down_payment={"amount": "1000.01", "date": "2026-12-10"})
    soon = {"periods": 24, "first_due": "2026-12-15"}  # some 487.50 of the same month are needed five days later
    assert affordable(**soon, down_payment={"amount": "500.00", "date": "2026-12-10"})
    assert not affordable(**soon, down_payment={"amount": "600.00", "date": "2026-12-10"})


def test_the_same_savings_do_not_pay_two_lump_sums():
    down = {"amount": "1500.00", "date": "2026-12-10"}
    debts = [card(down_payment=down), instalments(FINANCE, 60, down_payment=down | {"date": "2026-12-15"})]
    case = household(*debts)
    assert affordability(case, "bank1").affordable
    (problem,) = affordability(case, "finance").problems
    assert problem.rule == "plan.unaffordable"
    # 1,860.00 + 2,350.00 less the first instalments of 1,415.35 and 358.33, less the 1,500.00 of five days before
    assert problem.message == "2026年12月15日须一次支付1,500.00元，可变现资产与到那时的积累合计只有936.32元"


def test_a_settlement_may_be_saved_for():
    small = {"principal": "6500.00", "interest": "0.00", "penalty": "0.00"}
    facts = debt(CARD, balance=small, proposal={"settlement": {"pay_by": "2027-01-31"}, "waive": None})
    assert affordability(household(facts)).affordable  # 1,860.00 and two months of 2,350.00
    facts["balance"]["principal"] = "6560.01"
    assert not affordability(household(facts)).affordable
    facts["proposal"]["funds"] = "父母资助"
    assert affordability(household(facts)).affordable


def test_the_principal_at_the_end_of_interest_only_needs_a_source():
    facts = card(method="interest_first", annual_rate="0.12", periods=12, alternative=None)
    found = affordability(household(facts))
    assert rules(found) == [("error", "plan.unaffordable")]
    assert "须一次支付" in found.problems[0].message
    assert str(found.monthly) == "864.21"
    assert affordability(household(card(**facts["proposal"], funds="定期存款2027年12月到期"))).affordable


def test_charges_at_the_very_end_are_saved_for_and_not_a_monthly_payment():
    found = affordability(household(card(remaining_charges="last_instalment")))
    assert found.problems == ()
    assert str(found.monthly) == "1440.72"


def test_spread_charges_count_in_every_month():
    assert str(affordability(household(card(remaining_charges="spread"))).monthly) == "1506.00"


def test_a_holiday_shift_does_not_put_two_payments_into_one_month():
    shifted = schedule(household(card(holiday_shift="next", first_due="2027-01-31")))
    (only,) = household(card(holiday_shift="next", first_due="2027-01-31")).debts
    months = Pledge("bank1", shifted, only.proposal.first_due).monthly()
    assert len(months) == 60
    assert set(months.values()) == {Decimal("1440.35"), Decimal("1440.72")}


def test_months_that_have_passed_are_not_counted_again():
    pledge = Pledge("bank1", schedule(household()), household().debts[0].proposal.first_due)
    later = household(dated="2031-11-01").dated
    assert list(monthly_totals([pledge], later)) == [(2031, 11)]


def test_a_budget_that_was_not_stated_cannot_be_measured_against():
    with pytest.raises(FactsError, match="缺少收支情况"):
        affordability(household(finances=None))


@pytest.mark.parametrize("seed", range(25))
def test_what_is_suggested_is_affordable(seed):
    random = Random(seed)
    rate = random.choice(["0", "0.06", "0.12"])
    method = "interest_free" if rate == "0" else random.choice(["equal_payment", "equal_principal"])
    principal = str(Decimal(random.randint(100_000, 9_000_000)).scaleb(-2))
    terms = {"method": method, "annual_rate": rate, "periods": random.randint(2, 12), "alternative": None}
    facts = debt(CARD, balance={"principal": principal}, proposal=terms | {"remaining_charges": "spread"})
    finances = earning(str(5850 + random.randint(100, 4000)))
    found = affordability(household(facts, finances=finances))
    if found.suggestion is None or found.suggestion.level is None:
        assert found.affordable or rate != "0"
        return
    assert not found.affordable
    facts["proposal"] |= {"periods": found.suggestion.term}
    assert affordability(household(facts, finances=finances)).affordable
    if found.suggestion.stepped:
        first, *rest = found.suggestion.stepped.groups
        steps = [{"periods": first.periods, "payment": str(first.payment)}, {"periods": sum(g.periods for g in rest)}]
        facts["proposal"] |= {"method": "stepped", "periods": found.suggestion.stepped.periods, "steps": steps}
        assert affordability(household(facts, finances=finances)).affordable


def test_a_debt_that_takes_nothing_from_the_months_is_not_blamed_for_what_the_others_take():
    lump = {
        "method": None,
        "settlement": {"pay_by": "2026-12-20"},
        "funds": "亲属资助",
        "periods": None,
        "first_due": None,
    }
    other = debt(FRIEND, proposal=lump)
    case = household(debt(CARD, proposal={"periods": 38}), other)
    assert "plan.no_reserve" in [problem.rule for problem in affordability(case, "bank1").problems]
    assert "plan.no_reserve" not in [problem.rule for problem in affordability(case, "friend").problems]


def test_with_nothing_left_nothing_is_used():
    assert affordability(household(finances=earning("5850.00"))).used == 0


def test_a_settlement_is_not_blamed_for_months_and_one_yuan_a_month_is():
    too_dear = instalments(FINANCE, 5)
    settled = debt(
        CARD, proposal={"settlement": {"pay_by": "2027-01-20"}, "funds": "姐姐李敏的存款", "alternative": None}
    )
    assert ("error", "plan.unaffordable") not in rules(affordability(household(settled, too_dear), "bank1"))
    small = debt(CARD, balance={"principal": "12.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00"})
    small["proposal"] = {"method": "interest_free", "periods": 12, "first_due": "2026-12-25"}
    found = affordability(household(small, too_dear), "bank1")
    assert found.monthly == 1
    assert ("error", "plan.unaffordable") in rules(found)


def test_what_is_carried_is_beside_the_others_until_they_take_more_than_there_is():
    payer = [{"name": "李敏", "role": "payer", "consents": True}]
    carried = debt(CARD, proposal={"funds": "姐姐李敏的存款"}) | {"parties": payer}
    for income, beside in (("7290.72", 0), ("7290.71", 1)):  # 1,440.72 left, and a fen less
        told = affordability(household(carried, finances=earning(income)), "bank1")
        assert sum(problem.rule == "plan.on_another" for problem in told.problems) == beside


@pytest.mark.parametrize(
    ("first", "principal", "early"),
    [
        ("2027-01-25", "13120.00", False),  # two months of 2,350.00 and 1,860.00
        ("2027-01-25", "13120.02", True),
        ("2026-12-15", "8420.00", False),  # less than a month ahead is one month
        ("2026-12-15", "8420.02", True),
    ],
)
def test_a_first_quarter_may_take_to_the_fen_what_is_laid_by_until_then(first, principal, early):
    terms = {"every": "quarter", "periods": 2, "first_due": first, "waive": None, "alternative": None}
    asked = debt(CARD, balance={"principal": principal}, proposal=terms)
    asked["proposal"]["remaining_charges"] = "to_be_agreed"
    assert (("warning", "plan.first_early") in rules(affordability(household(asked)))) == early


@pytest.mark.parametrize(
    ("others", "ceiling"),
    [("2349.00", "1.00"), ("2350.00", "1847.60")],  # 1.00 left; nothing left: the share by principal
)
def test_what_the_others_leave_is_the_ceiling_and_the_own_share_where_that_is_nothing(others, ceiling):
    taken = str(Decimal(others) * 10)
    other = instalments(debt(FINANCE, balance={"principal": taken}), 10)
    found = affordability(household(card(), other), "bank1").suggestion
    assert found is not None
    assert str(found.ceiling) == ceiling


def test_the_first_instalment_of_a_late_start_may_take_its_months():
    late = {"method": "equal_payment", "annual_rate": "0.24", "periods": 2, "first_due": "2027-09-25", "waive": None}
    found = affordability(
        household(debt(CARD, balance={"principal": "30000.00"}, proposal={**late, "alternative": None}))
    )
    assert found.suggestion is not None
    assert found.suggestion.level is not None
    first = found.suggestion.level.instalments[0].payment
    assert found.suggestion.ceiling < first <= 10 * found.suggestion.ceiling
