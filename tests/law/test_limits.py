"""Papers of a court: until when, what is left when the day has passed, and dates that cannot be right."""

from __future__ import annotations

from datetime import date

import pytest

import negotiation_docs as nd
from negotiation_docs.checks import check
from negotiation_docs.facts import CourtPaper, Stage
from negotiation_docs.law.court_days import court_days
from negotiation_docs.law.limits import code_of, limits, rules
from tests.make.debts import CARD, debt, household
from tests.make.spoiled import own, readiness


def told(rule: str, day: str = "2026-11-21", **suit: object) -> list[str]:
    case = household(debt(CARD, litigation=suit), dated=day)
    return [one.message for one in check(case) if one.rule == rule]


def days(**suit: object) -> tuple[date | None, date | None]:
    case = household(debt(CARD, litigation=suit))
    limit = next(limits(case, case.debts[0].litigation))
    return limit.computed, limit.day


def test_every_stage_and_every_kind_of_paper_has_its_rule():
    assert set(rules()) == set(CourtPaper)
    for stage in Stage:
        assert told("debt.court", stage=stage)


def test_a_payment_order_leaves_fifteen_days_and_then_a_plain_word():
    assert told("debt.court", stage="payment_order", received="2026-11-10") == [
        "已收到法院或调解文书（支付令）：清偿债务或者书面提出异议的期限是2026年11月25日，还有4天"
    ]
    assert told("debt.court", stage="payment_order", received="2026-11-01") == [
        "已收到法院或调解文书（支付令）：清偿债务或者书面提出异议的期限2026年11月16日已过5天；"
        "支付令可能已经可以强制执行；支付令确有错误的，法院仍可以撤销（民诉法解释第四百四十一条）；"
        "债权人申请执行以后，可以如实报告财产，与债权人达成的和解请法院记入笔录；有正当理由耽误的，障碍消除后十日内可以申请顺延（《民事诉讼法》第八十六条）；"
        "请当天联系法院，并拨打12348"
    ]
    assert "就是今天" in told("debt.court", day="2026-11-23", stage="payment_order", received="2026-11-06")[0]


def test_a_weekend_that_may_be_worked_for_a_holiday_moves_no_last_day_until_the_file_tells():
    """10 October 2026 is a Saturday that is worked: whoever waits for Monday is late."""
    suit = {"stage": "sued", "received": "2026-09-25"}
    assert days(**suit) == (date(2026, 10, 10), date(2026, 10, 10))
    (message,) = told("debt.court", day="2026-10-09", **suit)
    assert "期限是2026年10月10日，还有1天；这一天是周末，没有放假日资料，可能是调休上班日，没有顺延" in message
    for workdays, last in ((["2026-10-10"], date(2026, 10, 10)), ([], date(2026, 10, 12))):
        case = household(debt(CARD, litigation=suit), holidays=["2026-10-01"], workdays=workdays)
        assert next(limits(case, case.debts[0].litigation)).day == last
    order = {"stage": "payment_order", "received": "2026-09-25"}
    assert not told("court.deadline_late", day="2026-10-09", **order, deadline="2026-10-12")
    assert told("court.deadline_late", day="2026-10-09", **order, deadline="2026-10-13")


def test_a_summons_whose_hearing_is_known_is_told_once():
    suit = {"stage": "sued", "received": "2026-11-01", "papers": [{"kind": "summons"}]}
    for hearing, papers in (({}, 1), ({"hearing": "2026-12-18 09:30"}, 0)):
        case = household(debt(CARD, litigation=suit | hearing))
        assert len([one for one in court_days(case, case.debts[0]) if "papers" in one.place]) == papers


def test_a_last_day_on_a_day_off_moves_and_both_are_shown():
    assert days(stage="payment_order", received="2026-11-06") == (date(2026, 11, 21), date(2026, 11, 23))
    (message,) = told("debt.court", day="2026-11-20", stage="payment_order", received="2026-11-06")
    assert "期限是2026年11月21日（遇休息日，顺延至2026年11月23日），还有3天" in message


@pytest.mark.parametrize(
    ("stage", "received", "last"),
    [
        ("payment_order", "2026-11-02", date(2026, 11, 17)),
        ("sued", "2026-11-10", date(2026, 11, 25)),
        ("judgment", "2026-11-10", date(2026, 11, 25)),
        ("payment_order", "2026-12-17", date(2027, 1, 1)),
        ("enforcement", "2026-11-10", None),
        ("arbitration", "2026-11-10", None),
        ("preservation", "2026-11-10", date(2026, 11, 15)),
        ("mediation", "2026-11-10", None),
    ],
)
def test_the_day_of_receipt_does_not_count(stage, received, last):
    assert days(stage=stage, received=received)[0] == last


def test_reminders_and_next_steps_can_read_every_day_that_the_papers_set():
    papers = [{"kind": "evidence_notice", "deadline": "2026-12-10"}, {"kind": "ruling"}]
    suit = {"stage": "sued", "received": "2026-11-01", "papers": papers, "hearing": "2026-12-18 09:30"}
    case = household(debt(CARD, litigation=suit))
    found = court_days(case, case.debts[0])
    assert [(one.place, one.day, one.left, one.missed) for one in found] == [
        (("litigation",), date(2026, 11, 16), -5, True),
        (("litigation", "papers", 0), date(2026, 12, 10), 19, False),
        (("litigation", "papers", 1), None, None, False),
        (("litigation", "hearing"), date(2026, 12, 18), 27, False),
    ]
    assert found[0].told.endswith("请当天联系法院，并拨打12348")
    assert "可以当庭答辩" in found[0].told
    assert found[3].what == "按时到庭"
    assert court_days(household(debt(CARD)), household(debt(CARD)).debts[0]) == ()


def test_the_holidays_of_the_case_move_a_last_day():
    case = household(
        debt(CARD, litigation={"stage": "sued", "received": "2026-12-17"}),
        holidays=["2027-01-01", "2027-01-04"], workdays=["2027-01-02"],
    )  # fmt: skip
    assert next(limits(case, case.debts[0].litigation)).day == date(2027, 1, 2)


def test_of_the_stated_and_the_computed_day_the_earlier_counts():
    assert days(stage="sued", received="2026-11-10", deadline="2026-11-18")[1] == date(2026, 11, 18)
    assert days(stage="sued", received="2026-11-10", deadline="2026-12-10")[1] == date(2026, 11, 25)
    assert days(stage="arbitration", deadline="2026-12-10")[1] == date(2026, 12, 10)
    assert days(stage="sued", received="2026-11-10", deadline="2026-10-10")[1] == date(2026, 11, 25)
    assert told("court.deadline_late", stage="sued", received="2026-11-10", deadline="2026-12-10") == []


def test_a_stated_day_that_has_passed_is_told_beside_the_days_of_the_law_that_still_run():
    told_late = told("debt.court", stage="sued", received="2026-11-10", deadline="2026-11-18")[0]
    assert "2026年11月18日已过3天" in told_late
    assert "按法律规定的15日计算到2026年11月25日，还有4天：是不是还来得及，当天向法院问清" in told_late
    over = told("debt.court", day="2026-11-26", stage="sued", received="2026-11-10", deadline="2026-11-18")[0]
    assert "按法律规定" not in over


def test_without_a_receipt_the_days_are_told_and_asked_for():
    (message,) = told("debt.court", stage="payment_order")
    assert message.endswith("清偿债务或者书面提出异议的期限是收到之日起15日；没有写收到日期，无法计算，请马上查清")
    assert told("debt.court", stage="enforcement")[0].endswith("如实报告财产的期限请从文书上看清")


def test_a_deadline_that_the_law_does_not_allow_is_found():
    assert told("court.deadline_late", stage="payment_order", received="2026-11-10", deadline="2026-12-25") == [
        "所写期限2026年12月25日晚于法定期限2026年11月25日（收到支付令之日起15日）"
    ]
    assert told("court.deadline_late", stage="payment_order", received="2026-11-10", deadline="2026-11-25") == []


def test_other_papers_in_hand_have_limits_of_their_own():
    papers = [
        {"kind": "evidence_notice", "received": "2026-11-10", "deadline": "2026-12-10"},
        {"kind": "ruling", "received": "2026-11-18"},
    ]
    assert told("court.paper", stage="sued", received="2026-11-10", papers=papers) == [
        "举证通知书：提交证据的期限是2026年12月10日，还有19天",
        "裁定书：不服可以上诉的裁定的，提起上诉的期限是2026年11月28日（遇休息日，顺延至2026年11月30日），还有9天",
    ]


@pytest.mark.parametrize(
    ("rule", "suit"),
    [
        ("court.received_later", {"received": "2026-11-22"}),
        ("court.received_later", {"papers": [{"kind": "summons", "received": "2027-01-05"}]}),
        ("court.deadline_before", {"received": "2026-11-10", "deadline": "2026-11-09"}),
        ("court.deadline_before", {"papers": [{"kind": "other", "received": "2026-11-10", "deadline": "2026-10-10"}]}),
        ("court.hearing_before", {"received": "2026-11-10", "hearing": "2026-11-09 09:30"}),
    ],
)
def test_dates_that_cannot_be_right_are_errors(rule, suit):
    case = household(debt(CARD, litigation={"stage": "sued", **suit}))
    assert [one.severity for one in check(case) if one.rule == rule] == ["error"]


def test_days_that_agree_are_not_found():
    suit = {
        "stage": "sued", "received": "2026-11-21", "deadline": "2026-11-21", "hearing": "2026-11-21 09:30",
        "case_number": "（2026）示0101民初1234号",
        "papers": [{"kind": "summons", "received": "2026-11-21", "deadline": "2026-11-21"}],
    }  # fmt: skip
    case = household(debt(CARD, litigation=suit))
    assert {one.rule for one in check(case) if one.rule.startswith("court.")} <= {"court.paper", "court.hearing"}


@pytest.mark.parametrize(
    ("stage", "number", "code"),
    [
        ("sued", "（2026）示0101民督12号", "民督"),
        ("payment_order", "（2026）示0101民初12号", "民初"),
        ("sued", "（2026）示0101执1234号", "执"),
        ("sued", "（2026）示0101诉前调34号", "诉前调"),
        ("enforcement", "（2026）示0101民初12号", "民初"),
    ],
)
def test_a_case_number_of_another_stage_is_found(stage, number, code):
    (message,) = told("court.case_number", stage=stage, case_number=number)
    assert message.startswith(f"案号里的“{code}”通常用于")
    assert Stage(stage) not in code_of(number)[1]


@pytest.mark.parametrize(
    ("stage", "number"),
    [
        ("judgment", "（2026）示0101民初12号"),
        ("preservation", "（2026）示0101财保12号"),
        ("preservation", "（2026）示0101执保12号"),
        ("enforcement", "（2026）示0101执恢12号"),
        ("arbitration", "示仲字第12号"),
    ],
)
def test_a_case_number_of_its_stage_or_of_no_code_we_know_is_not(stage, number):
    assert told("court.case_number", stage=stage, case_number=number) == []


def claims(total: str, *parts: tuple[str, str | None]) -> list[dict]:
    stated = [{"item": item, **({"amount": amount} if amount else {})} for item, amount in parts]
    return [*stated, {"item": "total", "amount": total}]


def test_claims_add_up_to_the_total_without_the_fees_of_the_court():
    parts = (("principal", "86421.37"), ("interest", "9100.00"), ("court_fees", "1000.00"))
    assert told("court.claims_sum", stage="sued", claims=claims("95521.37", *parts)) == []
    assert told("court.claims_sum", stage="sued", claims=claims("95521.73", *parts)) == [
        "诉讼请求各项合计95,521.37元，与标的总额95,521.73元不一致"
    ]
    assert told("court.claims_sum", stage="sued", claims=claims("90000", ("principal", "1.00"), ("other", None))) == []


def test_nothing_of_it_enters_a_paper():
    case = household(debt(CARD, litigation={"stage": "payment_order", "received": "2026-11-10"}, account="4021"))
    for kind in ("evidence_list", "hardship_letter"):
        try:
            text = nd.render(kind, case, acknowledge=["litigation"], draft=True).text
        except nd.FactsError:
            continue
        assert "2026年11月25日" not in text
        assert "12348" not in text


@pytest.mark.parametrize("stage", Stage)
def test_a_paper_that_admits_a_debt_at_court_waits_until_the_borrower_has_read_the_warning(stage):
    answered = [{"item": "principal", "amount": "1.00", "answer": "dispute"}]
    case = household(debt(CARD, litigation={"stage": stage, "claims": answered}))
    stops = {one.rule for one in readiness(case, "hardship_letter")}
    assert "litigation" in stops
    assert "litigation" not in {one.rule for one in readiness(case, "hardship_letter", acknowledge=["litigation"])}
    assert "litigation" not in {one.rule for one in readiness(case, own("询问"))}


@pytest.mark.parametrize(
    ("claims", "waits"),
    [
        ([], True),
        ([{"item": "principal", "amount": "1.00"}], True),
        ([{"item": "principal", "answer": "admit"}, {"item": "interest"}], True),
        ([{"item": "principal", "answer": "admit"}, {"item": "interest", "answer": "dispute"}], False),
        ([{"item": "principal", "answer": "admit"}, {"item": "total", "amount": "1.00"}], False),
    ],
)
def test_under_a_payment_order_it_waits_until_every_item_is_answered_whatever_was_acknowledged(claims, waits):
    case = household(debt(CARD, litigation={"stage": "payment_order", "claims": claims}))
    for kind in ("hardship_letter", "repayment_plan", "confirmation_request"):
        stops = {one.rule for one in readiness(case, kind, acknowledge=["litigation"])}
        assert ("court.unanswered" in stops) is waits
    suit = household(debt(CARD, litigation={"stage": "sued", "claims": claims}))
    assert "court.unanswered" not in {one.rule for one in readiness(suit, "hardship_letter")}


@pytest.mark.parametrize(
    ("day", "words", "missed"),
    [("2026-12-17", "还有1天", False), ("2026-12-18", "就是今天", False), ("2026-12-19", "已过1天", True)],
)
def test_a_hearing_is_missed_from_the_day_after(day, words, missed):
    suit = {"stage": "sued", "received": "2026-11-01", "hearing": "2026-12-18 09:30"}
    case = household(debt(CARD, litigation=suit), dated=day)
    hearing = court_days(case, case.debts[0])[-1]
    assert (words in hearing.told, hearing.missed) == (True, missed)
