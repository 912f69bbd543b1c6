"""Why somebody fell behind reaches the court, a settlement and legal aid where it is asked for, and admits nothing."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.sued import STOPS, card_admitted, time_barred

CAUSE = "所在门店停业后没有固定收入"


def made(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=STOPS).text


def offering() -> dict[str, Any]:
    case = card_admitted()
    case["debts"][0]["proposal"] = {
        "method": "interest_free", "periods": 1, "first_due": "2026-12-31", "funds": "存款",
        "settlement": {"pay_by": "2026-12-31"},
    }  # fmt: skip
    return case


@pytest.mark.parametrize("kind", ["legal_aid_request", "settlement_offer"])
def test_aid_and_settlement_tell_the_cause_and_name_its_proof(kind: str):
    text = made(kind, offering())
    assert f"2026年6月30日，本人{CAUSE}（见附件" in text
    assert "门店停业通知" in text.partition("附件：")[2]
    assert "[in Chinese] (see Attachment" in made(kind, offering(), "en")


def test_no_fault_of_ones_own_is_told_where_nobody_asked():
    case = offering()
    case["hardship"] = [{"cause": "poor_planning", "since": "2026-06-01", "statement": "对支出考虑不周"}]
    for kind in ("legal_aid_request", "settlement_offer"):
        text = made(kind, case)
        assert "考虑不周" not in text
        assert "困难" not in text


def test_who_asks_the_court_for_instalments_says_why():
    case = card_admitted()
    case["debts"][0]["litigation"]["requests"] = []
    assert CAUSE not in made("court_answer", case)
    case["debts"][0]["litigation"]["requests"] = ["instalments"]
    assert f"请求准予分期履行。请求分期的原因：2026年6月30日，本人{CAUSE}。" in made("court_answer", case)
    assert "Why instalments are asked for: On 30 June 2026" in made("court_answer", case, "en")


def test_beside_limitation_only_legal_aid_hears_of_the_hardship():
    case = time_barred()
    assert CAUSE in made("legal_aid_request", case)
    assert "本申请只向法律援助机构提出，不构成对债务的确认" in made("legal_aid_request", case)
    assert CAUSE not in made("court_answer", case)


@pytest.mark.parametrize("kind", ["legal_aid_request", "settlement_offer", "mediation_request"])
def test_a_fault_in_the_words_of_a_hardship_stops_every_paper_that_tells_it(kind: str):
    case = offering()
    case["hardship"][0]["since"] = "2027-06-30"
    case["debts"][0]["escalation"] = {"level": "mediation", "addressee": "示例调解委员会"}
    talk = {"at": "2026-11-01 10:00", "direction": "outgoing", "channel": "phone", "summary": "提出分期"}
    case["debts"][0]["contacts"] = [{**talk, "reply": "不同意", "outcome": "refused"}]
    with pytest.raises(nd.FactsError) as refusal:
        made(kind, case)
    assert "hardship.future" in {one.rule for one in refusal.value.problems}
