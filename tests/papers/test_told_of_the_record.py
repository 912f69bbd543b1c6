"""What was agreed on credit reporting, and promised of the record and not done, is told in letters about the record."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.make.performed import CONFIRMED, in_plan
from tests.make.several import DISPUTE

CONFIRMED_ON = "2026年12月8日"
KEPT = "履行期间按正常状态报送"
PROMISE = {
    "at": "2027-05-06", "channel": "phone", "level": "service", "direction": "outgoing", "summary": "询问报送情况",
    "reply": "会处理", "outcome": "accepted", "promise": "更正征信记录", "promise_due": "2027-05-20",
}  # fmt: skip


def told(kind: str, lang: str = "zh", *, record: dict[str, Any] | None = None, **agreement: Any) -> str:
    case = in_plan(contacts=[PROMISE], dispute={**DISPUTE, **(record or {})}, settled="2027-06-01")
    case["debts"][0]["agreement"].update(agreement)
    return nd.render(kind, nd.load(case), lang=lang, draft=True).text


@pytest.mark.parametrize("kind", ["credit_dispute", "settlement_certificate_request"])
def test_a_letter_about_the_record_tells_what_was_confirmed_of_it_and_what_was_promised(kind: str):
    confirmed = {**CONFIRMED, "credit_reporting": KEPT}
    text = told(kind, confirmed=confirmed)
    assert f"2026年12月8日确认的征信报送方式为：{KEPT}。" in text
    assert "承诺：更正征信记录，期限为2027年5月20日，现已过期限。" in text
    english = told(kind, "en", confirmed=confirmed)
    assert "On 8 December 2026 you confirmed how the account is reported to the credit reporting system: " in english
    assert "by 20 May 2027, which is past." in english


def test_what_was_only_understood_is_not_called_confirmed():
    text = told("credit_dispute", terms={"plan": True, "credit_reporting": KEPT}, confirmed=None)
    assert f"商定的征信报送方式为：{KEPT}。" in text
    assert "按本人的理解，与贵行" in text
    assert "确认的征信报送方式" not in text


def test_a_confirmation_stands_for_what_was_understood_and_is_named_by_its_day():
    text = told("credit_dispute", terms={"plan": True, "credit_reporting": KEPT})
    assert f"{CONFIRMED_ON}确认的征信报送方式为：{KEPT}。" in text
    assert "按本人的理解" not in text


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "结清证明开具申请"), ("en", "Request for a Certificate of Settlement")]
)
def test_a_lender_that_reports_nothing_is_asked_for_the_certificate_alone(lang: str, title: str):
    case = in_plan(settled="2027-06-01", creditor=CREDITORS["pawnshop"])
    assert nd.render("settlement_certificate_request", nd.load(case), lang=lang, draft=True).text.startswith(title)


def test_the_centre_reads_who_agreed():
    text = told("credit_dispute", record={"addressee": "centre"}, confirmed={**CONFIRMED, "credit_reporting": KEPT})
    assert "示例银行股份有限公司信用卡中心2026年12月8日确认的征信报送方式" in text
    assert "贵行2026年12月8日确认" not in text


def test_a_pawnshop_that_reports_nothing_is_not_asked_about_reporting():
    settled = nd.load(with_debt(creditor=CREDITORS["pawnshop"], settled="2026-11-01"))
    for kind, chinese, english in (
        ("call_script", "征信如何报送", "credit reporting system"),
        ("settlement_certificate_request", "基础数据库", "national credit database"),
    ):
        case = settled if kind.startswith("settlement") else nd.load(with_debt(creditor=CREDITORS["pawnshop"]))
        assert chinese not in nd.render(kind, case, draft=True).text
        assert english not in nd.render(kind, case, lang="en", draft=True).text
