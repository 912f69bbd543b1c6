"""What was paid since the day of the balance: told, and to be taken off where a paper asks for a sum that holds it."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED
from tests.make.cases import with_debt

PAID = [{"date": "2026-11-21", "amount": "100.00"}]
BODY = {"level": "mediation", "addressee": "示例市金融纠纷调解中心"}
WAIVED = {**with_debt()["debts"][0]["proposal"], "waive": {"penalty": "138.60"}}
TAKEN_OFF: list[tuple[str, dict[str, Any], str, str]] = [
    ("hardship_letter", {}, "请在确认方案时一并扣除。", "Please take it off when you confirm the plan."),
    ("repayment_plan", {}, "请在确认方案时一并扣除。", "Please take it off when you confirm the plan."),
    ("fee_waiver_request", {"proposal": WAIVED}, "请在核定金额时一并扣除。", "when you settle the amounts."),
    (
        "confirmation_request",
        {},
        "还款如何计入上述安排，请一并写明。",
        "Please also say how it counts towards the arrangement.",
    ),
    (
        "reconsideration_request",
        {"contacts": [REFUSED], "agreement": None},
        "请在确认方案时一并扣除。",
        "confirm the plan.",
    ),
    (
        "mediation_request",
        {"contacts": [REFUSED], "agreement": None, "escalation": BODY},
        "请在商定方案时一并扣除。",
        "when a plan is agreed.",
    ),
]


@pytest.mark.parametrize(("kind", "debt", "zh", "en"), TAKEN_OFF)
def test_a_sum_that_holds_what_was_paid_since_is_asked_to_be_less(kind, debt, zh, en):
    paid, unpaid = nd.load(with_debt(**debt, payments=PAID)), nd.load(with_debt(**debt))
    for lang, words in (("zh", zh), ("en", en)):
        assert nd.render(kind, paid, lang=lang).text.count(words) == 1
        assert words not in nd.render(kind, unpaid, lang=lang).text


def test_the_short_text_of_the_letter_asks_for_it_too():
    assert "请在确认方案时一并扣除。" in nd.render("hardship_letter", nd.load(with_debt(payments=PAID))).short


def test_a_paper_that_asks_for_no_sum_asks_to_take_nothing_off():
    case = nd.load(with_debt(payments=PAID))
    assert "扣除" not in nd.render("account_statement_request", case).text
    bare = nd.load(with_debt(payments=PAID, proposal=None, agreement=None))
    assert "一并扣除" not in nd.render("hardship_letter", bare).text


def paid(count: int) -> list[dict[str, str]]:
    return [{"date": f"2026-11-{day}", "amount": "100.10"} for day in range(21, 21 + count)]


@pytest.mark.parametrize("kind", ["account_statement_request", "hold_request"])
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "此后至2026年11月27日，本人已还款7笔，合计700.70元，均未计入上述金额，逐笔见文末附表。"),
        ("en", "From then to 27 November 2026 I have made 7 payments, RMB 700.70 in all"),
    ],
)
def test_who_asks_for_the_records_lists_many_payments_in_a_table_with_their_sum(kind, lang, words):
    case = nd.load({**with_debt(payments=paid(7)), "dated": "2026-12-01"})
    text = nd.render(kind, case, lang=lang).text
    assert words in text
    assert text.count("100.10") == text.count("2026-11-2") == 7
    assert "700.70" in text.splitlines()[text.splitlines().index("2026-11-27\t100.10") + 1]


def test_the_last_of_many_payments_is_the_latest_and_not_the_one_that_the_file_names_last():
    case = nd.load({**with_debt(payments=paid(7)[::-1]), "dated": "2026-12-01"})
    for kind in ("account_statement_request", "hold_request"):
        text = nd.render(kind, case).text
        assert "此后至2026年11月27日，本人已还款7笔" in text
        assert text.index("2026-11-21\t100.10") < text.index("2026-11-27\t100.10")


def test_six_payments_are_told_in_a_sentence():
    case = nd.load({**with_debt(payments=paid(6)), "dated": "2026-12-01"})
    text = nd.render("hold_request", case).text
    assert text.count("100.10元") == 6
    assert "逐笔见文末附表" not in text


MANY: list[tuple[str, dict[str, Any]]] = [
    *((kind, debt) for kind, debt, _, _ in TAKEN_OFF if kind != "reconsideration_request"),
    ("settlement_offer", {"proposal": {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}}),
    ("repayment_agreement", {}),
]


@pytest.mark.parametrize(("kind", "debt"), MANY)
@pytest.mark.parametrize(
    ("lang", "words", "outside"),
    [
        ("zh", "2026年11月21日至2026年11月27日，", "已还款7笔，合计700.70元，均未计入上述金额。"),
        ("en", "From 21 November 2026 to 27 November 2026 ", " made 7 payments, RMB 700.70 in all"),
    ],
)
def test_a_letter_tells_many_payments_by_their_days_number_and_sum(kind, debt, lang, words, outside):
    case = nd.load({**with_debt(**debt, payments=paid(7)), "dated": "2026-12-01"})
    text = nd.render(kind, case, lang=lang).text
    assert text.count(words) == text.count(outside) == 1
    assert "100.10" not in text
