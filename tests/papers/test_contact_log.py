"""沟通记录表: every talk with all that was noted of it, the times as facts, and no word about the debt itself."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.cases import PLAIN, with_debt
from tests.make.escalated import CALLS, HANDED_IN
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def log(case: str | nd.Case, lang: str = "zh") -> str:
    return nd.render("contact_log", loaded(case) if isinstance(case, str) else case, lang=lang).text


def test_a_row_holds_time_channel_clerk_number_reference_words_answer_and_promises():
    talk = {
        **PLAIN["debts"][0]["contacts"][0], "number": "4000000000", "ref": "YW7", "own_promise": "补交停业通知",
        "own_promise_due": "2026-11-25", "attachments": ["rec_1116.m4a"],
    }  # fmt: skip
    text = log(nd.load(with_debt(contacts=[talk])))
    (row,) = [line for line in text.splitlines() if line.startswith("1\t")]
    assert row.split("\t") == [
        "1",
        "2026-11-16 09:40",
        "电话，本人联系贵行；经办：工号2207；号码：4000000000；业务编号：YW7；已告知录音，对方同意；文件：rec_1116.m4a",
        "说明失业情况，提出分期偿还；本人承诺：补交停业通知（期限2026-11-25）",
        "同意按该方案登记（同意）；承诺：五个工作日内短信确认（期限2026-11-23）",
    ]
    assert "需要核对原始载体的，请告知本人" in text


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "按本人保存的原文件在所列日期计算"), ("en", "checksums were taken of the original")]
)
def test_the_checksum_of_a_file_stands_in_groups_with_the_day_it_was_taken(lang, told):
    sum_ = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    seal = {"file": "rec_1116.m4a", "sha256": sum_.upper(), "taken": "2026-11-17"}
    talk = {**PLAIN["debts"][0]["contacts"][0], "attachments": ["rec_1116.m4a", "b.png"]}
    text = log(nd.load(with_debt(contacts=[{**talk, "seals": [seal]}])), lang)
    (row,) = [line for line in text.splitlines() if "9f86d081" in line]
    groups = "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08"
    assert row.split("\t") == ["1", "rec_1116.m4a", groups, "2026-11-17"]
    assert told in text
    for later in ([], [seal | {"taken": "2026-11-22"}]):
        bare = log(nd.load(with_debt(contacts=[talk | {"seals": later}])), lang)
        assert "SHA-256" not in bare
        assert told not in bare


def test_without_files_there_is_no_column_for_them_and_nothing_is_said_of_originals():
    text = log("handed-in")
    assert "录音、截图" not in text
    assert "原始载体" not in text


def test_papers_handed_in_go_by_their_titles_and_unknown_ones_by_their_own_words():
    case = nd.load(with_debt(contacts=[{**HANDED_IN, "sent": ["hardship_letter", "还款计划", "收条"]}], agreement=None))
    assert "提交《困难情况说明》《还款计划》《收条》" in log(case)


@pytest.mark.parametrize(("kind", "first", "count"), [("bank_card", 7, 1), ("bank_loan", 4, 4), ("microloan", 4, 4)])
def test_hours_and_numbers_of_calls_stand_as_facts_where_a_rule_fits_the_lender(kind, first, count):
    text = log(f"calls-{kind}")
    assert text.count("22:00至次日8:00") == 3  # two calls, and the sentence that counts them
    assert f"同日第{first}次来电" in text
    assert f"同日第{first - 1}次来电" not in text
    assert f"同日第{first}次及以后的来电{count}次" in text
    assert not any(word in text for word in ("违规", "违反", "骚扰", "不当", "过多"))


def test_no_such_mark_stands_in_a_log_for_a_private_lender():
    creditor = {"name": "赵国梁", "kind": "private", "salutation": "先生"}
    own = [{name: value for name, value in call.items() if name not in ("organisation", "agent")} for call in CALLS]
    text = log(nd.load(with_debt(creditor=creditor, contacts=own, agreement=None)))
    assert "次日" not in text
    assert "同日" not in text
    assert "电话，您联系本人" in text


def test_who_called_in_the_creditors_name_is_asked_about_and_who_was_reached_is_told():
    text = log("people")
    assert "示例信息服务有限公司联系本人家属" in text
    assert "接听人不是本人的1次" in text
    assert "示例信息服务有限公司（2026年9月10日起）。请贵行确认上述机构是否已取得催收授权" in text
    assert "示例信息服务有限公司 contacted my family" in log("people", "en")


def test_a_call_that_came_awaits_no_answer_from_them():
    row = next(line for line in log("people").splitlines() if line.startswith("1\t"))
    assert row.endswith("本人答复：请其直接联系本人\t")
    assert "待答复" not in row


def test_the_log_of_a_disputed_debt_admits_nothing_and_that_of_another_says_nothing_of_it():
    assert "本表仅为核对，不构成对债务的确认或同意履行" in log("disputed")
    assert "构成" not in log("handed-in")
    assert "neither acknowledges the debt" in log("disputed", "en")


def test_talks_stand_in_order_of_time_whatever_their_order_in_the_file():
    early = {**HANDED_IN, "at": "2026-10-01"}
    document = nd.render("contact_log", nd.load(with_debt(contacts=[HANDED_IN, early], agreement=None)))
    assert strip(document)["沟通记录"] == "2次"
    assert strip(document)["起止"] == "2026年10月1日\n至2026年11月5日"
    assert document.text.index("2026-10-01") < document.text.index("2026-11-05")


def test_without_a_talk_there_is_no_log():
    with pytest.raises(nd.FactsError) as refusal:
        log("no-contacts")
    assert [problem.path for problem in refusal.value.problems] == ["debts[0].contacts"]


def test_a_court_that_calls_needs_no_authority_to_collect():
    call = {**CALLS[0], "organisation": "示例市示例区人民法院"}
    text = log(nd.load(with_debt(contacts=[call], agreement=None)))
    assert "示例市示例区人民法院联系" in text
    assert "是否已取得催收授权" not in text


def test_an_answer_that_is_its_own_outcome_is_told_once():
    talk = {
        "at": "2026-11-16",
        "direction": "outgoing",
        "channel": "phone",
        "summary": "提出方案",
        "outcome": "accepted",
    }
    told = {reply: log(nd.load(with_debt(contacts=[{**talk, "reply": reply}]))) for reply in ("同意", "可以分期")}
    assert "同意（同意）" not in told["同意"]
    assert "可以分期（同意）" in told["可以分期"]


def test_an_organisation_that_is_the_creditor_itself_is_addressed_as_such():
    call = {"at": "2026-11-10", "direction": "incoming", "channel": "sms", "summary": "催还", "outcome": "unclear"}
    name = with_debt()["debts"][0]["creditor"]["name"]
    said = nd.render("contact_log", nd.load(with_debt(contacts=[{**call, "organisation": name}], agreement=None))).text
    assert "贵行联系本人" in said
    assert f"{name}联系本人" not in said


REGULATOR = [
    {"at": "2026-10-12 10:00", "direction": "outgoing", "channel": "letter", "level": "regulator", "ref": "新金消3308",
     "summary": "反映到学校催收", "outcome": "pending"},
    {"at": "2026-11-10 09:00", "direction": "incoming", "channel": "letter", "level": "regulator", "ref": "新金消3308",
     "summary": "答复已责成银行改正催收方式", "outcome": "unclear"},
]  # fmt: skip


def test_a_body_that_the_file_does_not_name_is_not_taken_for_the_creditor_and_its_answer_is_one():
    case = nd.load(with_debt(contacts=REGULATOR, agreement=None))
    letter = nd.render("hardship_letter", case).text
    assert "致函监管部门（业务编号新金消3308）" in letter
    assert "监管部门致函本人" in letter
    assert "尚未收到答复" not in letter
    assert "致函贵行" not in letter
    assert "the regulator" in nd.render("hardship_letter", case, lang="en").text


def test_in_the_log_such_a_body_is_named_once_and_nothing_is_awaited_that_came():
    case = nd.load(with_debt(contacts=REGULATOR, agreement=None))
    told, english = log(case), log(case, "en")
    assert "本人联系监管部门；业务编号：新金消3308" in told
    assert "待答复" not in told
    assert "the regulator; regulator" not in english
    waiting = nd.load(with_debt(contacts=REGULATOR[:1], agreement=None))
    assert "待答复" in log(waiting)


def test_an_authority_is_not_asked_about_as_a_collector():
    body = {"level": "regulator", "organisation": "国家金融监督管理总局示例监管局", "summary": "告知已转办"}
    talk = {"at": "2026-11-18 10:00", "direction": "incoming", "channel": "sms", **body}
    said = nd.render("contact_log", nd.load(with_debt(contacts=[talk], agreement=None))).text
    assert "国家金融监督管理总局示例监管局" in said
    assert "以贵行名义联系本人" not in said
