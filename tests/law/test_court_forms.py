"""The words of the courts' element forms in both languages, and why there is no form for some suits."""

from __future__ import annotations

from typing import Any

import pytest

from negotiation_docs.facts import Action
from negotiation_docs.law.court_forms import boxes, forms, mediation, not_built, notice
from tests.make.debts import CARD, debt, household


def test_every_word_of_a_form_is_read_in_the_language_that_is_asked_for():
    row = forms()[Action.CREDIT_CARD].claims[0]
    assert (row.of("zh"), row.of("en")) == ("对透支本金有无异议", "Any objection to the principal?")
    assert [boxes("AO", lang).options for lang in ("zh", "en")] == [("确认", "异议"), ("Confirmed", "Objected to")]
    assert [notice(lang)[0] for lang in ("zh", "en")] == ["说明：", "Notes:"]
    assert [mediation(lang).wishes[1] for lang in ("zh", "en")] == ["否", "No"]


def why(kind: str, seller: str | None = None, cause: str | None = None) -> str:
    creditor: dict[str, Any] = {"name": "示例公司", "kind": kind}
    creditor |= {"transferred_from": {"name": "示例公司", "kind": seller}} if seller else {}
    suit = {"litigation": {"stage": "sued", "cause": cause}} if cause else {}
    return not_built(household(debt(CARD | suit | {"creditor": creditor})).debts[0])


@pytest.mark.parametrize("cause", [None, "credit_card", "other"])
@pytest.mark.parametrize(
    ("kind", "seller", "reason"),
    [
        ("insurer", None, "保证保险合同纠纷有专门的答辩状表格，这里没有制作"),
        ("leasing", None, "融资租赁合同纠纷有专门的答辩状表格，这里没有制作"),
        ("guarantor", None, "担保公司代偿后的追偿没有对应的要素式表格"),
        ("transferee", "leasing", "融资租赁合同纠纷有专门的答辩状表格，这里没有制作"),
    ],
)
def test_insurance_leasing_and_recourse_have_no_form_here_whoever_bought_the_debt(kind, seller, reason, cause):
    assert why(kind, seller, cause) == reason


@pytest.mark.parametrize(("kind", "seller"), [("bank_card", None), ("transferee", "bank_card")])
def test_other_lenders_lack_a_form_for_other_causes_alone(kind, seller):
    assert why(kind, seller, "other") == "这个案由没有对应的要素式表格，或者这里没有制作"
    assert [why(kind, seller, cause) for cause in (None, "credit_card", "financial_loan")] == ["", "", ""]
