"""Where the money for a plan comes from is told whether or not the instalments exceed what is left a month."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt

PLAN = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25", "funds": "每年卖桃的收入"}


@pytest.mark.parametrize("kind", ["repayment_plan", "hardship_letter"])
def test_the_source_is_told_where_every_instalment_is_within_what_is_left(kind):
    case = nd.load(with_debt(proposal=PLAN, agreement=None))
    assert nd.render(kind, case).text.count("还款来源：每年卖桃的收入。") == 1
    assert "The money comes from: " in nd.render(kind, case, lang="en").text
    silent = nd.load(with_debt(proposal={**PLAN, "funds": None}, agreement=None))
    assert "来源：" not in nd.render(kind, silent).text.replace("数据来源：", "")


@pytest.mark.parametrize("kind", ["repayment_plan", "hardship_letter"])
def test_of_a_plan_with_a_down_payment_the_source_is_told_once_as_that_of_the_down_payment(kind):
    down = {"down_payment": {"amount": "1000.00", "date": "2026-12-01"}}
    text = nd.render(kind, nd.load(with_debt(proposal={**PLAN, **down}, agreement=None))).text
    assert text.count("每年卖桃的收入") == 1
    assert "还款来源" not in text
