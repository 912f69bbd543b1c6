"""升级处理申请: to the next step that was not tried, with what the rule on complaints asks for, and no admission."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.make.escalated import CALLS, HANDED_IN, OUTSIDE, REFUSED
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(case: str | nd.Case, lang: str = "zh", **options: Any) -> str:
    case = loaded(case) if isinstance(case, str) else case
    return nd.render("escalation_request", case, lang=lang, **options).text


def refused(**facts: Any) -> nd.Problem:
    case = nd.load(with_debt(**{"agreement": None, **facts}))
    with pytest.raises(nd.FactsError) as caught:
        made(case)
    (problem,) = caught.value.problems
    return problem


def salutation(text: str) -> str:
    return text.splitlines()[1]


def test_the_first_step_is_the_supervisor_and_the_next_the_consumer_protection_department():
    assert salutation(made("calls-bank_card")) == "尊敬的示例银行股份有限公司信用卡中心（转客服主管）："
    assert salutation(made("step-up")) == "示例银行股份有限公司信用卡中心消费者权益保护部门："
    assert "consumer protection department" in made("step-up", "en")


@pytest.mark.parametrize("level", OUTSIDE)
def test_outside_the_house_the_named_addressee_reads_about_the_creditor_by_its_name(level):
    text = made(f"step-{level}")
    assert salutation(text) == f"{OUTSIDE[level]}："
    assert "贵行" not in text
    assert "示例银行股份有限公司信用卡中心" in text


def test_the_fields_of_a_complaint_are_there():
    text = made("step-regulator")
    assert "投诉人顾清和" in text  # who complains, with document and ways of contact
    assert "公民身份号码\t110101********1237" in text
    assert "手机号码\t13800138000" in text
    assert "被投诉机构为示例银行股份有限公司信用卡中心" in text
    assert "此前经办人员：工号2207（示例银行股份有限公司信用卡中心）" in text  # staff and whose they are
    assert "被投诉的经办人员" not in text  # the file complains of no person
    assert "业务编号YW20261105" in text  # the numbers given before
    assert "询问方案的办理情况，被投诉机构答复：没有权限办理" in text  # facts
    assert "进行核查，书面告知本人核查结果和理由" in text  # what is asked
    assert "投诉人（亲笔签名）：" in text
    assert "《银行业保险业消费投诉处理管理办法》" in text


def test_only_a_complaint_to_a_lender_under_the_rule_names_it():
    rule = "消费投诉处理管理办法"
    assert rule not in made("calls-bank_card"), "a supervisor is asked, not complained to"
    assert rule not in made("calls-microloan")
    assert rule not in made("step-mediation")


def test_it_admits_nothing_and_asks_for_no_delay():
    for name in ("calls-bank_card", "step-up", "step-regulator"):
        text = made(name)
        assert "认可应偿还" not in text
        assert "尚欠" not in text
        assert "不涉及金额，也不构成对金额的确认" in text
        assert "21,600.00" not in text


def test_the_log_is_referred_to_by_its_number_when_it_travels_along():
    text = made("calls-bank_loan", enclose=["contact_log"])
    assert "本人先后联系2次，收到来电、来文7次，逐次情况见附件1《沟通记录表》" in text
    assert "附件：1.沟通记录表\n2.居民身份证" in text
    assert "附件1《" not in made("calls-bank_loan")


CAME = {"at": "2026-11-11 09:30", "direction": "incoming", "channel": "phone", "summary": "提醒还款"}
ASIDE = {
    **CAME, "at": "2026-10-06 21:50", "channel": "social", "organisation": "示例信息服务有限公司",
    "contacted": "other", "summary": "在老家的群里问谁认识本人",
}  # fmt: skip
THREAT = {**CAME, "at": "2026-10-08 10:00", "summary": "称不还就张贴到小区"}


def test_a_short_account_still_names_the_contacts_that_are_to_be_checked_one_by_one():
    facts = {"contacts": [ASIDE, THREAT, *CALLS, CAME, HANDED_IN, REFUSED], "agreement": None}
    case = nd.load(with_debt(**facts))
    text = made(case)
    rows = text.partition("其中下列联系，逐次列明：")[2].partition("三、")[0]
    assert "示例信息服务有限公司联系他人\t来文内容：在老家的群里问谁认识本人" in rows
    assert "2026-10-06 21:50" in rows
    assert "对方表示：不还就张贴到小区" in rows
    assert rows.count("要求还款") == 1, "what came alike is one row with all its times"
    assert all(call["at"] in rows for call in CALLS)
    assert "提醒还款" not in rows
    english = made(case, "en").partition("one by one:")[2]
    assert "2026-10-06 21:50" in english
    assert "somebody else" in english
    assert "逐次列明" not in made(case, enclose=["contact_log"]), "each stands in the log that travels along"


def test_hours_and_recipients_of_calls_are_facts_with_the_rule_that_fits_the_lender():
    card, loan, micro = (made(f"calls-{kind}") for kind in ("bank_card", "bank_loan", "microloan"))
    assert "时间在22:00至次日8:00之间的2次，同日第7次及以后的来电1次" in card
    assert "同日第4次及以后的来电4次" in loan
    assert "《金融机构个人消费类贷款催收工作指引（试行）》" in loan
    assert "指引" not in micro
    assert "请核实上述联系的时间、次数和对象" in loan


def test_a_relative_who_was_called_lets_the_card_rule_be_quoted_and_nobody_else():
    call = {"at": "2026-11-10 10:00", "direction": "incoming", "channel": "phone", "contacted": "family"}
    contacts = [{**call, "summary": "要求代为还款"}, REFUSED]
    case = nd.load(with_debt(contacts=contacts, agreement=None))
    assert "不得对与债务无关的第三人进行催收" in made(case)
    loan = nd.load(with_debt(creditor=CREDITORS["bank_loan"], contacts=contacts, agreement=None))
    assert "第三人" not in made(loan)


def test_calls_that_came_are_neither_steps_of_the_borrower_nor_answers_that_are_owed():
    text = made("calls-bank_loan")
    assert "其中未获同意1次，受理层级到客服" in text, "what was handed in before has its answer"
    assert strip(nd.render("escalation_request", loaded("calls-bank_loan")))["沟通"] == "本人联系2次\n2026年11月5日起"
    asked = nd.load(with_debt(contacts=[REFUSED, {**HANDED_IN, "at": "2026-11-14 10:00"}], agreement=None))
    assert "其中未获同意1次，尚无答复1次" in made(asked)


@pytest.mark.parametrize("organisation", [None, "示例信息服务有限公司"])
def test_a_demand_in_which_nothing_was_asked_left_nothing_open_whatever_its_outcome_is_called(organisation):
    demand = {"at": "2026-11-09 10:40", "direction": "incoming", "channel": "phone", "summary": "十日内还清"}
    demand |= {"outcome": "unclear", "organisation": organisation}
    talks = [REFUSED, {**HANDED_IN, "at": "2026-11-14 10:00"}]
    assert "其中未获同意1次，尚无答复1次" in made(nd.load(with_debt(contacts=[demand, *talks], agreement=None)))
    asked = {**demand, "own_reply": "请求分期"}
    said = made(nd.load(with_debt(contacts=[asked, *talks], agreement=None)))
    assert "其中未获同意1次，未予明确1次，尚无答复1次" in said, "what was asked in it may be left open"


def test_a_demand_that_came_last_is_not_told_as_the_last_word_of_the_talks():
    demand = {"at": "2026-11-20 22:40", "direction": "incoming", "channel": "phone", "summary": "要求还款"}
    case = nd.load(with_debt(contacts=[HANDED_IN, REFUSED, demand], agreement=None))
    text = made(case, enclose=["contact_log"])
    assert "最近一次有结果的沟通是2026年11月12日（业务编号YW20261112），本人询问方案的办理情况" in text
    assert strip(nd.render("escalation_request", case))["最近一次有结果的沟通（2026年11月12日）"] == "拒绝"
    assert "11月20日22:40，贵行致电本人" in made(case), "the hour of a call in the night is told"


def test_one_talk_is_told_itself_beside_the_log():
    text = made(nd.load(with_debt(contacts=[HANDED_IN], agreement=None)), enclose=["contact_log"])
    assert "提交《困难情况说明》《还款计划》，尚未收到答复。记录见附件1《沟通记录表》。" in text


def test_the_strip_tells_account_contacts_outcome_and_request():
    document = nd.render("escalation_request", loaded("step-head_office"))
    assert list(strip(document)) == ["账户", "沟通", "最近一次结果", "请求"]
    assert strip(document)["最近一次结果"] == "拒绝"


def test_a_private_lender_is_taken_to_a_mediator_without_words_of_institutions():
    text = made("step-private")
    assert salutation(text) == f"{OUTSIDE['mediation']}："
    assert "对方为赵国梁" in text
    for word in ("贵公司", "客服", "业务", "投诉"):
        assert word not in text


def test_after_a_consent_there_is_nothing_to_escalate():
    problem = refused(contacts=[HANDED_IN, {**REFUSED, "outcome": "accepted"}])
    assert problem.path == "debts[0].contacts[1].outcome"
    assert "书面确认" in problem.hint


def test_without_a_talk_it_is_refused_by_the_need():
    assert refused(contacts=None).path == "debts[0].contacts"


def test_a_step_outside_needs_its_addressee_and_a_draft_leaves_it_open():
    complained = {**REFUSED, "level": "consumer_protection"}
    problem = refused(contacts=[complained])
    assert problem.path == "debts[0].escalation.addressee"
    assert "上级机构" in problem.message
    case = nd.load(with_debt(contacts=[complained], agreement=None))
    assert "【待填：收件单位】" in made(case, draft=True)
    regulated = refused(contacts=[{**REFUSED, "level": "mediation"}])
    assert "国家金融监督管理总局派出机构" in regulated.hint


def test_a_court_or_a_mediator_is_no_regulator():
    mediated, room = {**REFUSED, "level": "mediation"}, "示例市示例区人民法院诉前调解室"
    problem = refused(contacts=[mediated], escalation={"addressee": room})
    assert problem.path == "debts[0].escalation.addressee"
    assert problem.message == "收件单位是法院或者调解组织，不是监管部门：《升级处理申请》会成为投诉"
    assert "受理层级写“调解组织”" in problem.hint
    nd.render("escalation_request", nd.load(with_debt(contacts=[mediated], agreement=None, escalation={
        "level": "mediation", "addressee": room,
    })))  # fmt: skip


def test_above_the_last_step_and_on_a_step_the_creditor_has_not_it_is_refused():
    assert "没有更上一级" in refused(contacts=[{**REFUSED, "level": "regulator"}]).message
    problem = refused(creditor=CREDITORS["microloan"], contacts=[REFUSED], escalation={"level": "consumer_protection"})
    assert problem.path == "debts[0].escalation.level"
    assert "客服主管、调解组织、监管部门" in problem.hint


def test_a_platform_gets_no_copy_of_what_goes_outside_the_house():
    creditor = {**CREDITORS["bank_loan"], "platform": "示例助贷平台"}
    told = {"contacts": [REFUSED], "agreement": None, "creditor": creditor, "account": "HT-8"}
    outside = {"level": "regulator", "addressee": OUTSIDE["regulator"]}
    assert "抄送：示例助贷平台" in made(nd.load(with_debt(**told)))
    assert "抄送" not in made(nd.load(with_debt(**told, escalation=outside)))


def test_a_complaint_about_a_disputed_debt_is_no_mere_check_of_the_records():
    text = made(nd.load(with_debt(contacts=[REFUSED], agreement=None, balance={"disputed": True})))
    assert "本申请只就沟通的受理和答复提出，不涉及金额，不构成对债务的确认或同意履行。" in text
    assert "仅为核对" not in text


def test_the_strip_counts_from_the_borrowers_own_first_step_and_a_promise_that_is_past_is_called_so():
    demand = {"at": "2026-11-02 09:40", "direction": "incoming", "channel": "phone", "summary": "要求还款"}
    promised = {**HANDED_IN, "reply": "已受理", "promise": "五个工作日内答复", "promise_due": "2026-11-12"}
    promised["outcome"] = "unclear"
    case = nd.load(with_debt(contacts=[demand, promised, REFUSED], agreement=None))
    assert strip(nd.render("escalation_request", case))["沟通"] == "本人联系2次\n2026年11月5日起"
    past = "五个工作日内答复（期限为2026年11月12日，现已过期限）。"
    assert past in made(case)
    assert past in made(case, enclose=["contact_log"])
    assert "(by 12 November 2026, which is past)" in made(case, "en")
    assert "(by 12 November 2026, which is past)" in made(case, "en", enclose=["contact_log"])
    kept = nd.load(with_debt(contacts=[demand, {**promised, "promise_kept": True}, REFUSED], agreement=None))
    assert "现已过期限" not in made(kept) + made(kept, enclose=["contact_log"])


def test_a_promise_that_the_reply_holds_is_told_once():
    promised = {**HANDED_IN, "reply": "需要收入证明，三个工作日内回复", "outcome": "unclear"}
    promised |= {"promise": "三个工作日内回复", "promise_due": "2026-11-10"}
    case = nd.load(with_debt(contacts=[promised], agreement=None))
    for kind, words in {
        "escalation_request": "答复：需要收入证明，三个工作日内回复（期限为2026年11月10日，现已过期限）。",
        "progress_query": "答复：需要收入证明，三个工作日内回复（期限为2026年11月10日，现已过期限）。",
        "contact_log": "需要收入证明，三个工作日内回复（未明确）；承诺（期限2026-11-10）",
    }.items():
        told = nd.render(kind, case).text
        assert words in told
        assert told.count("三个工作日内回复") == 1
        english = nd.render(kind, case, lang="en").text
        assert english.count("三个工作日内回复") == 1


def test_who_was_only_called_and_said_nothing_has_nothing_that_waits_for_an_answer():
    demand = {"at": "2026-11-10 10:00", "direction": "incoming", "channel": "sms", "summary": "要求还款"}
    for outcome in ({}, {"outcome": "unclear"}):
        problem = refused(contacts=[{**demand, **outcome}])
        assert problem.rule == "escalation.nothing_asked"
        assert "本人没有提出过什么" in problem.message
    said = nd.load(with_debt(agreement=None, contacts=[{**demand, "own_reply": "请求分18期", "outcome": "unclear"}]))
    assert "请求分18期" in made(said)


@pytest.mark.parametrize("kind", ["bank_card", "microloan", "private", "company"])
def test_a_mediator_is_asked_only_what_a_mediator_can_do(kind):
    step = {"level": "mediation", "addressee": OUTSIDE["mediation"]}
    calls = [{**one, "contacted": "family"} for one in CALLS]
    case = nd.load(with_debt(creditor=CREDITORS[kind], contacts=[*calls, REFUSED], escalation=step, agreement=None))
    text = made(case)
    assert "上述联系的时间、次数和对象，请在调解中一并听取双方的意见；" in text
    assert "请告知是否受理、受理编号，以及调解的时间和方式。" in text
    for beyond in ("核实", "核查", "办理期限", "经办部门", "书面答复", "沟通的受理"):
        assert beyond not in text, beyond
    english = made(case, "en")
    assert "That both sides be heard in the mediation on the times, number and recipients of these contacts;" in english
    for beyond in ("be checked", "written answer", "by whom, and by when"):
        assert beyond not in english, beyond


@pytest.mark.parametrize("level", ["head_office", "regulator"])
def test_who_stands_above_the_creditor_is_asked_to_look_into_it(level):
    step = {"level": level, "addressee": OUTSIDE[level]}
    text = made(nd.load(with_debt(contacts=[*CALLS, REFUSED], escalation=step, agreement=None)))
    assert "请核实上述联系的时间、次数和对象，并告知核实结果；" in text
    assert "请告知受理编号、经办部门和办理期限。" in text


def test_a_clerk_of_a_body_that_is_not_named_is_not_counted_among_the_lenders():
    reported = {**REFUSED, "at": "2026-11-14 10:00", "agent": "工号66", "level": "regulator", "channel": "letter"}
    staff = {"level": "consumer_protection", "addressee": "示例银行股份有限公司信用卡中心消费者权益保护部"}
    case = nd.load(with_debt(contacts=[REFUSED, reported], agreement=None, escalation=staff))
    text = nd.render("escalation_request", case).text
    assert "工号2207（示例银行股份有限公司信用卡中心）、工号66（监管部门）" in text


@pytest.mark.parametrize(
    ("lang", "told", "asked"),
    [
        (
            "zh",
            "还款安排已由贵行2026年11月18日以短信确认（编号CFM-1）。",
            "双方另有约定以前，请按上述确认的还款安排办理",
        ),
        (
            "en",
            "The repayment arrangement is the one that you confirmed on 18 November 2026 by text message (no. CFM-1).",
            "that you keep to the arrangement confirmed until we agree on another",
        ),
    ],
)
def test_what_was_confirmed_in_writing_is_named_and_asked_to_be_kept_and_no_other_arrangement_is(lang, told, asked):
    case = with_debt()
    case["debts"][0]["agreement"]["confirmed"] = {"date": "2026-11-18", "channel": "sms", "ref": "CFM-1"}
    denied = {
        "at": "2026-11-20",
        "direction": "incoming",
        "channel": "phone",
        "summary": "称确认函不算",
        "outcome": "refused",
    }
    case["debts"][0]["contacts"].append(denied)
    text = made(nd.load(case), lang)
    assert told in text
    assert asked in text
    assert "可以接受的安排" not in text
    assert "would be acceptable" not in text
