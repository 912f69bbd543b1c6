"""Papers for a court beside the answer: objection to a payment order, report of property, address for service."""

from __future__ import annotations

import re
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.outlook import outlook
from tests.make.cases import plain
from tests.make.sued import SUED, card_admitted, card_over_claimed, enforced, payment_order
from tests.shipped import ALL, COURT, having

OBJECTION, REPORT, SERVICE = "payment_order_objection", "property_report", "service_address"


def text(kind: str, case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(kind, nd.load(case), lang=lang, **options).text


def refused(kind: str, case: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(kind, nd.load(case))
    return {problem.rule: problem.message + problem.hint for problem in refusal.value.problems}


def test_an_objection_names_what_it_objects_to_and_says_nothing_of_the_rest():
    said = text(OBJECTION, payment_order())
    assert "1.利息等：支付令所列3,100.00元中的2,349.05元；" in said
    assert "请求人民法院裁定终结督促程序" in said
    assert "本金" not in said
    assert "证据1" in said
    assert "110101199001011237" in said


def test_an_order_is_objected_to_only_when_every_item_is_answered():
    case = payment_order()
    del case["debts"][0]["litigation"]["claims"][0]["answer"]
    assert "“本金”还没有答" in refused(OBJECTION, case)["missing.answer"]
    assert "【待填：答辩】" in text(OBJECTION, case, draft=True)


def test_an_order_that_is_accepted_in_full_leaves_nothing_to_object_to():
    claims = [{"item": "principal", "amount": "21600.00", "answer": "admit"}]
    assert "没有可以提出的异议" in refused(OBJECTION, payment_order(claims=claims))["objection.nothing"]


@pytest.mark.parametrize("reason", ["目前没有偿还能力", "经济困难", "还不上", "请求分期偿还", "希望延期"])
def test_hardship_and_a_wish_for_time_are_no_grounds_and_what_to_do_instead_is_said(reason):
    claims = [{"item": "principal", "amount": "21600.00", "answer": "dispute", "reason": reason}]
    told = refused(OBJECTION, payment_order(claims=claims))["objection.no_ground"]
    assert "不是支付令异议的理由" in told
    assert "另外写信与债权人协商" in told


@pytest.mark.parametrize("reason", ["已经按分期约定还清", "不是本人借的", "已过诉讼时效", "数额算错", "没有约定"])
def test_a_ground_in_law_is_one(reason):
    claims = [{"item": "principal", "amount": "21600.00", "answer": "dispute", "reason": reason}]
    assert reason in text(OBJECTION, payment_order(claims=claims))


def test_an_objection_without_a_ground_is_refused_unless_limitation_is_raised():
    claims = [{"item": "principal", "amount": "21600.00", "answer": "dispute"}]
    assert "missing.reason" in refused(OBJECTION, payment_order(claims=claims))
    assert "提出时效抗辩" in text(OBJECTION, payment_order(claims=claims, raise_limitation=True))


def test_an_answer_is_no_objection_and_the_other_way_round():
    assert "court.other_stage" in refused(OBJECTION, card_over_claimed())
    assert "答辩状不能代替异议" in refused("court_answer", payment_order(cause="credit_card"))["court.other_stage"]


def test_property_is_told_by_class_with_holder_place_and_the_changes_of_a_year():
    said = text(REPORT, enforced())
    assert "收入：零工报酬\t5,200.00" in said
    assert "位于北京市东城区；登记人：顾清和；共有人：李敏；估值依据：二手平台估价" in said
    assert said.count("\n无。") == 2
    assert "期间自2025年11月10日起，至2026年11月21日止" in said
    assert "2026年3月\t支出\t为治疗支出医药费\t12,000.00" in said
    assert "未申报" not in said


@pytest.mark.parametrize(
    ("means", "rule", "word"),
    [
        ({"assets_none": ["rights"]}, "missing.asset_class", "“不动产”"),
        ({"assets": [{"name": "存款", "amount": "1.00"}]}, "missing.class", "“存款”没有写类别"),
    ],
)
def test_a_class_of_which_nothing_is_said_stops_the_report(means, rule, word):
    assert word in refused(REPORT, enforced(**means))[rule]
    assert "【待填：" in text(REPORT, enforced(**means), draft=True)


def test_whether_anything_changed_within_a_year_has_to_be_said():
    case = enforced()
    del case["finances"]["changes"]
    assert "missing.changes" in refused(REPORT, case)
    assert "期间没有财产变动" in text(REPORT, enforced(changes=[]))


def test_the_address_for_service_is_confirmed_with_consent_only_as_the_file_says():
    said = text(SERVICE, card_over_claimed())
    assert "同意☑　不同意□" in said
    assert "同意□　不同意☑" in text(SERVICE, enforced())
    case = card_over_claimed()
    del case["debts"][0]["litigation"]["electronic_service"]
    assert "同意□　不同意□" in text(SERVICE, case)


def test_papers_for_a_court_are_offered_at_their_stage_alone():
    case = nd.load(plain())
    assert not {paper.kind.name for paper in outlook(case, "one", ALL)} & set(COURT)
    sued = nd.load(card_over_claimed())
    assert {paper.kind.name for paper in outlook(sued, "one", ALL)} & set(COURT) == {"court_answer", SERVICE}


PLEADING = {"admits", "offers", "plan", "pleads", "supports", "defers", "changes"}


def test_every_paper_that_admits_offers_or_pleads_before_a_creditor_passes_the_gates():
    """It admits, and so waits for limitation and the court; or it supports; or it is for oneself."""
    for kind in ALL:
        if kind.traits & PLEADING and kind.audience == "creditor":
            assert kind.traits & {"admits", "supports"}, kind.name


@pytest.mark.parametrize("kind", [kind.name for kind in ALL if "admits" in kind.traits])
def test_what_admits_waits_at_court_until_that_was_read_and_under_an_order_until_it_is_answered(kind):
    case = payment_order()
    del case["debts"][0]["litigation"]["claims"][0]["answer"]
    found = {one.rule for one in nd.check(nd.load(case), kind)}
    assert {"litigation", "court.unanswered"} <= found
    assert "court.unanswered" not in {one.rule for one in nd.check(nd.load(payment_order()), kind)}


@pytest.mark.parametrize("kind", having("asks"))
def test_a_paper_that_only_asks_says_so_once_a_debt_is_at_court_and_asks_for_no_time(kind):
    assert not find(kind).traits & PLEADING
    case = card_over_claimed()
    case["borrower"]["contact_by"] = ["phone"]
    case["debts"][0]["contacts"][0].update(
        at="2026-11-05 10:00", outcome="pending", sent=["hardship_letter"], ref="YW1"
    )
    said = text(kind, case)
    assert "不构成对债务的确认" in said
    assert not re.search("(?<!不)请求(?:延期|暂缓)|宽限", said)


def test_a_letter_after_a_suit_says_where_the_case_is_and_asks_for_no_withdrawal():
    said = text("hardship_letter", card_admitted(), acknowledge=["litigation"])
    assert said.count("（2026）示0101民初1234号") == 1
    assert "撤诉" not in said


def test_a_spouse_signs_only_with_consent_and_for_no_more_than_knowing():
    case = payment_order()
    for role in ("spouse", "payer"):
        for consents in (False, True):
            case["debts"][0]["parties"] = [{"name": "李敏", "role": role, "consents": consents}]
            said = text("repayment_plan", case, acknowledge=["litigation"])
            assert ("李敏（签名）" in said) is consents
            assert ("不构成债务加入、保证或对债务的追认" in said) is consents


def test_an_objection_tells_what_evidence_is_still_to_come():
    case = payment_order()
    case["evidence"].append(
        {"id": "terms", "name": "借款合同", "group": "debt", "status": "pending", "due": "2026-12-01"}
    )
    case["debts"][0]["litigation"]["claims"][2]["evidence"] = ["terms"]
    assert "合约没有约定这项费用。借款合同将于2026年12月1日前补交。" in text(OBJECTION, case)
    assert "will be submitted by 1 December 2026." in text(OBJECTION, case, "en")


def test_only_changes_within_the_year_are_reported_and_a_month_counts_to_its_last_day():
    old, edge, late = (
        {"date": day, "kind": "transfer", "what": what, "amount": "900.00"}
        for day, what in (("2025-08", "出售旧车"), ("2025-11", "出售手机"), ("2026-07-01", "出售电脑"))
    )
    for lang, kind in (("zh", "转让"), ("en", "transfer")):
        said = text(REPORT, enforced(changes=[old, edge, late]), lang)
        assert "出售旧车" not in said
        assert "出售手机" in said
        assert kind in said.lower()
    assert "期间没有财产变动" in text(REPORT, enforced(changes=[old]))


def test_an_income_by_the_month_says_of_which_months_or_weeks_it_is_and_what_proof_is_to_come():
    months = {"from": "2026-08", "amounts": ["6200.00", "5800.00", "6055.00"]}
    wage = {"name": "货运工资", "actual": months, "evidence": ["slip"]}
    case = enforced(income=[wage, {"name": "周末代驾", "amount": "350.00", "every": "week", "note": "税后"}])
    slip = {"id": "slip", "name": "工资条", "group": "income", "status": "pending", "due": "2026-12-01"}
    case["evidence"].append(slip)
    said, english = text(REPORT, case), text(REPORT, case, "en")
    assert "收入：货运工资\t6,018.33\t2026年8月至10月实际收入的月平均" in said
    assert "收入：周末代驾\t1,516.67\t每周350.00元，折合每月；税后" in said
    assert "工资条将于2026年12月1日前补交。" in said
    assert (
        "Monthly average of August 2026 to October 2026" in english
        or "Monthly average of August to October 2026" in english
    )
    assert "RMB 350.00 a week, converted to a monthly figure" in english
    assert "will be submitted by 1 December 2026." in english


def test_a_part_of_an_item_without_a_sum_is_accepted_in_words():
    case = payment_order()
    claim = next(one for one in case["debts"][0]["litigation"]["claims"] if one["answer"] == "partly")
    del claim["amount"]
    said = {}
    for lang in ("zh", "en"):
        said[lang] = nd.render("payment_order_objection", nd.load(case), lang=lang).text
    kept = nd.load(case).debts[0].litigation.claims
    (sum_,) = [f"{one.admitted:,.2f}" for one in kept if one.admitted is not None]
    assert f"：{sum_}元以外的部分" in said["zh"]
    assert f"异议人只认可其中{sum_}元，对其余部分有异议" in said["zh"]
    assert f"all but RMB {sum_}" in said["en"]
    assert f"accepts RMB {sum_} only and objects to the rest" in said["en"]


AGREED = {"reply": "同意", "outcome": "accepted"}


@pytest.mark.parametrize("kind", ["confirmation_request", "repayment_agreement", "settlement_offer"])
def test_who_settles_beside_a_court_asks_what_becomes_of_the_case_and_its_costs(kind):
    case = SUED["card-admitted"]()
    debt = case["debts"][0]
    talk = {"at": "2026-11-18 10:00", "direction": "outgoing", "channel": "phone", "summary": "请求分期", **AGREED}
    debt["contacts"] = [talk]
    if kind == "settlement_offer":
        debt["proposal"].update(settlement={"pay_by": "2026-12-20"}, waive={"penalty": "138.60"}, funds="父母资助")
        debt["contacts"] = None
    else:
        debt["agreement"] = {"reached": "2026-11-18", "terms": {"plan": True}}
    asked = {"zh": "上述案件如何处理，案件的费用由谁负担", "en": "what happens to the case, and who bears its costs"}
    for lang, words in asked.items():
        text = nd.render(kind, nd.load(case), lang=lang, acknowledge=["litigation"]).text
        assert words.lower() in text.lower()
        assert "撤诉" not in text
    del debt["litigation"]
    assert asked["zh"] not in nd.render(kind, nd.load(case)).text


def test_what_was_agreed_about_the_case_is_not_asked_again():
    case = SUED["card-admitted"]()
    debt = case["debts"][0]
    talk = {"at": "2026-11-18 10:00", "direction": "outgoing", "channel": "phone", "summary": "请求分期", **AGREED}
    debt["contacts"] = [talk]
    terms = {"plan": True, "other": ["诉讼费由本人负担，由法院出具调解书"]}
    debt["agreement"] = {"reached": "2026-11-18", "terms": terms}
    text = nd.render("confirmation_request", nd.load(case), acknowledge=["litigation"]).text
    assert "案件如何处理" not in text


def test_a_copy_of_the_identity_card_goes_with_an_objection_and_proves_nothing():
    case = payment_order()
    card = {"id": "card", "name": "居民身份证", "group": "identity", "proves": "身份", "pages": 1, "status": "attached"}
    case["evidence"] = [*(one for one in case["evidence"] if one["group"] != "identity"), card]
    text = nd.render("payment_order_objection", nd.load(case)).text
    assert "居民身份证（复印件1份，1页）" in text
    assert "　居民身份证" not in text
    assert (
        "Resident identity card (1 copy, 1 page)" in nd.render("payment_order_objection", nd.load(case), lang="en").text
    )


def test_an_objection_tells_the_facts_the_statement_and_the_basis_of_the_file_and_no_fact_that_is_admitted():
    case = payment_order(
        facts=[
            {"item": "repaid", "answer": "dispute", "reason": "少算一期", "evidence": ["flow"]},
            {"item": "overdue", "answer": "admit"},
        ],
        statement="申请书只写六期\n实际已还七期",
        basis="领用合约第十五条\n民法典第六百七十条",
    )
    said, english = text(OBJECTION, case), text(OBJECTION, case, "en")
    assert re.search("\n关于已还款金额：少算一期（见证据[0-9]）。\n", said)
    assert "\n申请书只写六期。\n实际已还七期。\n依据：领用合约第十五条；民法典第六百七十条。\n" in said
    assert "逾期未还款金额" not in said
    assert re.search("\nAmount repaid: “少算一期” .*\\(see Evidence [0-9]\\)\\.\n", english)
    assert "“实际已还七期”" in english
    assert "\nGrounds: “领用合约第十五条”" in english


@pytest.mark.parametrize(
    "suit",
    [
        {"statement": "本人目前没有偿还能力"},
        {"facts": [{"item": "overdue", "answer": "dispute", "reason": "因失业还不上"}]},
    ],
)
def test_hardship_is_no_ground_wherever_in_the_objection_it_would_stand(suit):
    assert "objection.no_ground" in refused(OBJECTION, payment_order(**suit))


@pytest.mark.parametrize(
    "words",
    [
        "申请书称本人失业，不属实", "申请人认为本人没有偿还能力，与事实不符", "本人没有失业", "本人从未请求分期",
        "家庭困难一说不属实",
    ],
)  # fmt: skip
def test_what_the_other_side_says_of_hardship_and_a_denial_are_no_ground_that_is_refused(words):
    assert f"\n{words}。\n" in text(OBJECTION, payment_order(statement=words))
    claims = [{"item": "principal", "amount": "21600.00", "answer": "dispute", "reason": words}]
    assert f"关于本金：{words}。" in text(OBJECTION, payment_order(claims=claims))


@pytest.mark.parametrize(
    "words", ["本人因公司倒闭失业", "申请人催收以后本人没有偿还能力", "没有工作，经济困难，申请书所列不属实"]
)
def test_hardship_stays_none_of_the_grounds_where_the_other_side_is_only_named(words):
    assert "objection.no_ground" in refused(OBJECTION, payment_order(statement=words))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_item_that_only_limitation_is_raised_against_has_no_empty_paragraph(lang):
    late = [{"item": name, "amount": "3100.00", "answer": "dispute"} for name in ("principal", "interest")]
    late[1]["evidence"] = ["bill"]
    said = text(OBJECTION, payment_order(raise_limitation=True, claims=late), lang)
    assert not re.search("(?m)^(?:关于.*：|Principal: *|Interest.*: *)$", said)
    assert re.search("关于利息等：见证据[0-9]。" if lang == "zh" else "Interest and the like: See Evidence [0-9]", said)


@pytest.mark.parametrize("reason", ["2026年11月21日还的500元没有扣除", "11月21日还500元没有扣除"])
def test_a_payment_that_the_reason_names_without_the_word_paid_is_no_further_one(reason):
    claims = [{"item": "principal", "amount": "21600.00", "answer": "partly", "admitted": "21100.00", "reason": reason}]
    case = payment_order(claims=claims)
    case["debts"][0]["payments"] = [{"date": "2026-11-21", "amount": "500.00", "ref": "0088", "evidence": ["flow"]}]
    said = text(OBJECTION, case)
    assert f"{reason}（凭证号0088）（见证据1）。\n" in said
    assert "上述还款中" not in said
    assert "异议人已还款" not in said


PAID_TWICE = [
    {"date": "2026-11-21", "amount": "300.00", "ref": "0091", "evidence": ["flow"]},
    {"date": "2026-11-21", "amount": "500.00", "ref": "0088"},
]
PRINCIPAL = {"item": "principal", "amount": "21600.00", "answer": "partly", "admitted": "20800.00"}
SINCE = "上述还款中，2026年11月20日以后的合计800.00元"
EACH = "2026年11月21日还款300.00元，凭证号0091；2026年11月21日还款500.00元，凭证号0088"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("起诉后还的没有扣除", f"起诉后还的没有扣除（{EACH}）（见证据1）。{SINCE}。"),
        ("起诉后还的共800元没有扣除", f"起诉后还的共800元没有扣除（{EACH}）（见证据1）。\n"),
        (
            "后来还的500元没有扣除",
            f"后来还的500元没有扣除。2026年11月20日以后的还款为：{EACH}；合计800.00元（见证据1）。",
        ),
        (
            "11月21日还300元和500元没有扣除",
            "11月21日还300元和500元没有扣除（2026年11月21日还款300.00元的凭证号为0091，2026年11月21日还款500.00元的凭证号为0088）。"
            f"{SINCE}（见证据1）",
        ),
        ("金额与账单不符", f"金额与账单不符。2026年11月20日以后，异议人已还款合计800.00元（{EACH}）（见证据1）"),
    ],
)  # fmt: skip
def test_an_objection_tells_the_number_of_every_payment_and_no_sum_twice(reason, told):
    case = payment_order(claims=[PRINCIPAL | {"reason": reason}])
    case["debts"][0]["payments"] = PAID_TWICE
    assert told in text(OBJECTION, case)
    english = text(OBJECTION, case, "en")
    assert "0091" in english
    assert "0088" in english


def test_answer_and_objection_tell_payments_alike_and_once():
    """Where a row or a fact on what was repaid is objected to, it tells them, and the claim what they come to."""
    facts = [{"item": "repaid", "answer": "dispute", "reason": "起诉后还的没有计入"}]
    order = payment_order(claims=[PRINCIPAL | {"reason": "起诉后还的没有扣除"}], facts=facts)
    order["debts"][0]["payments"] = PAID_TWICE
    said = text(OBJECTION, order)
    assert f"起诉后还的没有扣除。{SINCE}（见证据1）。" in said
    assert f"起诉后还的没有计入（{EACH}）（见证据1）。" in said
    answered = card_over_claimed()
    answered["debts"][0]["payments"] = PAID_TWICE
    answered["debts"][0]["litigation"] |= {"facts": [], "claims": [PRINCIPAL | {"reason": "起诉后还的没有扣除"}]}
    told = text("court_answer", answered, acknowledge=["jurisdiction"])
    assert f"起诉后还的没有扣除（{EACH}）（见证据1）。{SINCE}，请予核对扣除。" in told
    assert "Of these payments, those since 20 November 2026 come to RMB 800.00 in all" in text(
        "court_answer", answered, "en", acknowledge=["jurisdiction"]
    )


def test_the_income_of_a_spouse_alone_is_none_of_the_person_who_reports():
    case = enforced(income=[{"name": "工资", "amount": "5200.00", "earner": "spouse"}])
    assert "收入：无" in text(REPORT, case)
    assert "5,200.00" not in text(REPORT, case)
    assert "Income: none" in text(REPORT, case, "en")
    case["finances"]["income"].append({"name": "零工", "amount": "900.00"})
    assert "收入：无" not in text(REPORT, case)


def test_two_numbers_of_one_day_name_their_sums():
    case = card_over_claimed()
    case["debts"][0]["payments"].append({"date": "2026-11-21", "amount": "300.00", "ref": "0091"})
    case["debts"][0]["litigation"]["facts"][1]["reason"] = "2026年11月21日还500元和300元没有计入"
    asked = {"acknowledge": ["jurisdiction"]}
    told = "（2026年11月21日还款500.00元的凭证号为0088，2026年11月21日还款300.00元的凭证号为0091）"
    assert told in text("court_answer", case, **asked)
    assert "receipt of 21 November 2026 for RMB 300.00: no. 0091" in text("court_answer", case, "en", **asked)


def test_no_income_and_what_somebody_gives_to_live_on_are_reported():
    support = [{"from": "父亲", "amount": "300.00"}]
    case = enforced(income=[], support=support)
    said, english = text(REPORT, case), text(REPORT, case, "en")
    assert "收入：无" in said
    assert re.search("生活来源：父亲\t300.00\t每月", said)
    assert "Income: none" in english
    assert re.search("Support to live on: .*\t300.00\tMonthly", english)
    every = {"assets": [], "assets_none": ["deposit", "real_estate", "movable", "rights", "other"]}
    assert "除上列各项外，无。" in text(REPORT, enforced(income=[], support=support, **every))
    assert "收入：" not in text(REPORT, enforced(income=[], **every))


def test_a_list_for_a_suit_without_talks_or_an_offer_speaks_of_no_negotiation():
    case = card_over_claimed()
    case["debts"][0].update(contacts=None, proposal=None)
    for lang, word in (("zh", "协商"), ("en", "negotiation")):
        assert word not in text("evidence_list", case, lang, acknowledge=["litigation"])
        assert word in text("evidence_list", card_over_claimed(), lang, acknowledge=["litigation"])


def test_the_number_of_one_payment_among_several_that_the_words_tell_names_its_day():
    case = card_over_claimed()
    reason = "2026年10月3日还200元和2026年11月21日还500元没有计入"
    case["debts"][0]["litigation"]["facts"][1]["reason"] = reason
    asked = {"acknowledge": ["jurisdiction"]}
    assert f"{reason}（2026年11月21日的凭证号为0088）" in text("court_answer", case, **asked)
    assert "(receipt of 21 November 2026: no. 0088)" in text("court_answer", case, "en", **asked)


def test_the_postcode_is_that_of_the_address_for_service_or_is_left_to_the_pen():
    case = enforced()
    person = case["borrower"]
    person |= {"postcode": "100010", "service_address": person["address"]}
    assert "邮政编码\t100010" in text(SERVICE, case)
    assert "邮政编码" not in left_open(case)
    person["service_address"] = "河北省示例市示例村12号"
    assert "100010" not in text(SERVICE, case)
    assert "送达地址的邮政编码（送达地址确认书）" in left_open(case)


def test_for_which_proceedings_the_address_holds_is_left_to_the_person():
    case = enforced()
    case["borrower"]["service_address"] = case["borrower"]["address"]
    assert "适用的程序\t第一审程序□　第二审程序□　审判监督程序□　执行程序□" in text(SERVICE, case)
    assert "□ Appeal □".replace(" ", "") in text(SERVICE, case, "en").replace(" ", "")


def left_open(case) -> str:
    return "".join(one.message for one in nd.check(nd.load(case)) if one.rule == "court.open_boxes")
