"""办理进展查询函: what was handed in when and how, what was promised, three questions, and no more."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.make.escalated import HANDED_IN, REFUSED
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip
from tests.read.some import some


def query(lang: str = "zh", **facts: Any) -> str:
    case = nd.load(with_debt(**{"contacts": [HANDED_IN], "agreement": None, **facts}))
    return nd.render("progress_query", case, lang=lang).text


def test_it_tells_day_channel_papers_and_number_and_asks_three_things():
    text = query()
    assert (
        "2026年11月5日通过电子邮件就贵行信用卡（卡号尾号7716）欠款向贵行提交《困难情况说明》《还款计划》"
        "（业务编号YW20261105）。至今已16日，本人未收到答复。"
    ) in text
    assert "请告知：1.材料是否齐备，如需补充，是哪些材料；2.目前所处环节；3.预计答复日期。" in text
    assert "可发送至电子邮箱gu@example.com" in text
    assert strip(nd.render("progress_query", loaded("handed-in"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "提交日期": "2026年11月5日\n电子邮件",
        "业务编号": "YW20261105",
        "至今": "16日",
    }


@pytest.mark.parametrize("kind", ["bank_card", "microloan", "transferee", "private"])
def test_what_it_says_itself_has_at_most_a_hundred_and_fifty_characters(kind):
    text = query(creditor=CREDITORS[kind])
    said = text[text.index("本人顾清和") : text.index("此致")]
    assert len(said) <= 190  # a hundred and fifty beside name, account and address


def test_a_promise_that_is_past_is_told_with_its_day_and_one_that_was_kept_is_not_called_past():
    promised = {**HANDED_IN, "promise": "五个工作日内答复", "promise_due": "2026-11-12"}
    assert "贵行承诺：五个工作日内答复，期限为2026年11月12日，现已过期限。" in query(contacts=[promised])
    assert "现已过期限" not in query(contacts=[{**promised, "promise_kept": True}])
    assert "现已过期限" not in query(contacts=[{**promised, "promise_due": "2026-11-30"}])
    assert "which is past" in query("en", contacts=[promised])


def test_an_answer_that_was_given_is_told_and_then_nobody_says_that_there_was_none():
    text = query(contacts=[{**HANDED_IN, "reply": "已转审批", "outcome": "unclear"}])
    assert "贵行答复：已转审批。" in text
    assert "未收到答复" not in text


def test_a_complaint_is_asked_about_as_a_complaint_and_a_consent_as_a_confirmation():
    assert "是否受理，受理编号" in query(contacts=[{**HANDED_IN, "level": "consumer_protection"}])
    assert "书面确认目前所处环节" in query(contacts=[{**HANDED_IN, "reply": "同意", "outcome": "accepted"}])


def test_payments_since_are_told_but_not_where_they_could_be_held_against_an_old_or_disputed_debt():
    paid = [{"date": "2026-11-10", "amount": "300.00"}, {"date": "2026-11-01", "amount": "55.00"}]
    balance = {"as_of": "2026-10-20", "principal": "21600.00", "source": "2026年10月账单"}
    text = query(payments=paid, balance=balance)
    assert "其间本人于2026年11月10日还款300.00元。" in text
    assert "55.00" not in text
    disputed = query(payments=paid, balance={**balance, "disputed": True})
    assert "300.00" not in disputed
    assert "本函仅为核对，不构成对债务的确认或同意履行。" in disputed


def test_no_query_asks_for_time_or_names_a_limit_of_days():
    for lang in ("zh", "en"):
        text = query(lang)
        for word in ("延期", "暂缓", "工作日内", "allow me", "postpone"):
            assert word not in text


def refusal(contacts: list[dict[str, Any]]) -> nd.Problem:
    with pytest.raises(nd.FactsError) as caught:
        query(contacts=contacts)
    (problem,) = some(caught.value.problems)
    return problem


def test_where_nothing_was_handed_in_there_is_nothing_to_ask_about():
    bare = {name: value for name, value in HANDED_IN.items() if name not in ("sent", "ref")}
    problem = refusal([bare])
    assert problem.path == "debts[0].contacts"
    assert "没有可以查询的事项" in problem.message
    assert "sent" in problem.hint


def test_after_a_refusal_it_is_the_step_up_that_is_of_use():
    problem = refusal([HANDED_IN, REFUSED])
    assert problem.path == "debts[0].contacts[1].outcome"
    assert "2026年11月12日" in problem.message
    assert "升级处理申请" in problem.hint


def test_an_answer_that_came_in_a_later_talk_is_told_and_then_nobody_says_that_there_was_none():
    later = {"at": "2026-11-12", "channel": "phone", "direction": "incoming", "summary": "称材料已转审批"}
    text = query(contacts=[HANDED_IN, later])
    assert "2026年11月12日，贵行表示：材料已转审批。自上述提交之日起，至今已16日。" in text
    assert "未收到答复" not in text
    assert "I have had no answer" not in query("en", contacts=[HANDED_IN, later])


def test_a_promise_of_an_earlier_talk_that_is_past_is_told_too():
    promised = {
        "at": "2026-10-28 09:30", "direction": "outgoing", "channel": "phone", "summary": "请求延长期限",
        "reply": "三个工作日内专人联系", "outcome": "unclear", "promise": "专人联系", "promise_due": "2026-10-31",
    }  # fmt: skip
    text = query(contacts=[promised, HANDED_IN])
    assert "此前，2026年10月28日，贵行答复：三个工作日内专人联系，期限为2026年10月31日，现已过期限。至今已16日" in text
    apart = {**promised, "promise": "由主管回电"}
    assert "2026年10月28日，贵行承诺：由主管回电，期限为2026年10月31日" in query(contacts=[apart, HANDED_IN])
    assert "which is past" in query("en", contacts=[promised, HANDED_IN])
    assert "2026年10月28日" not in query(contacts=[{**promised, "promise_kept": True}, HANDED_IN])


def test_after_a_yes_nobody_asks_whether_papers_are_complete_and_after_a_no_whether_it_was_taken_up_again():
    yes = {
        "at": "2026-11-12",
        "channel": "phone",
        "direction": "incoming",
        "summary": "同意分期",
        "outcome": "accepted",
    }
    said = query(contacts=[HANDED_IN, yes])
    assert "1.书面确认目前所处环节" in said
    assert "材料是否齐备" not in said
    assert "what stage the written confirmation has reached" in query("en", contacts=[HANDED_IN, yes])
    no = {**HANDED_IN, "reply": "不予办理", "outcome": "refused"}
    later = {"at": "2026-11-12", "channel": "phone", "direction": "incoming", "summary": "再研究", "outcome": "unclear"}
    again = query(contacts=[no, later])
    assert "1.此后是否重新办理，由哪个部门办理；2.目前所处环节；3.预计答复日期。" in again
    assert "taken up again" in query("en", contacts=[no, later])


def test_many_payments_are_counted_and_summed_and_not_listed():
    paid = [{"date": f"2026-11-{day:02d}", "amount": "100.10"} for day in range(6, 13)]
    owed = {"as_of": "2026-11-05", "principal": "21600.00", "source": "账单"}
    text = query(payments=paid, balance=owed)
    assert "其间本人共还款7笔，合计700.70元，最近一笔为2026年11月12日还款100.10元。" in text
    assert text.count("还款100.10元") == 1
    english = query("en", payments=paid, balance=owed)
    assert "made 7 payments, RMB 700.70 in all, the last of them RMB 100.10 on 12 November 2026." in english
    assert query(payments=paid[::-1], balance=owed) == text
    few = query(payments=paid[:2], balance=owed)
    assert "其间本人于2026年11月6日还款100.10元、2026年11月7日还款100.10元。" in few


def test_what_was_said_to_somebody_else_is_no_word_to_the_borrower():
    told = {
        "at": "2026-11-12",
        "direction": "incoming",
        "channel": "phone",
        "contacted": "family",
        "outcome": "unclear",
    }
    said = query(contacts=[HANDED_IN, {**told, "summary": "向本人母亲说明欠款"}])
    assert "向本人母亲说明欠款" not in said
    itself = query(contacts=[HANDED_IN, {**told, "contacted": "self", "summary": "表示还在研究"}])
    assert "表示：还在研究" in itself, "the verb of saying is told once"
