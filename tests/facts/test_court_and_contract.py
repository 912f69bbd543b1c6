"""Court papers with claims and answers, security, foreign amounts, payment holidays, and the words people use."""

# ruff: noqa: E501  one case a line reads best as a table

from __future__ import annotations

import pytest

from negotiation_docs.facts import Answer, DisputeAddressee, Stage
from negotiation_docs.facts.values import choices, court, persons, terms
from negotiation_docs.facts.values.choice import Choice
from tests.make.least import case_with, loaded, only_problem, told


def debt(**facts):
    return {"debt": facts}


def test_the_old_name_of_a_stage_stays_accepted():
    for written in ("summons", "sued", "被起诉", "收到传票"):
        assert loaded(**debt(litigation={"stage": written})).debts[0].litigation.stage is Stage.SUED


def test_a_claim_that_is_not_answered_is_not_admitted():
    suit = {"stage": "sued", "claims": [{"item": "principal", "amount": 100}, {"item": "interest", "answer": "异议"}]}
    claims = loaded(**debt(litigation=suit)).debts[0].litigation.claims
    assert [claim.answer for claim in claims] == [None, Answer.DISPUTE]


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ({"answer": "partly"}, "部分异议缺少认可金额"),
        ({"answer": "admit", "admitted": 50}, "只有部分异议才写认可金额"),
        ({"answer": "partly", "amount": 100, "admitted": "100.01"}, "认可金额多于请求的金额"),
    ],
)
def test_who_admits_a_part_says_how_much(claim, message):
    suit = {"stage": "sued", "claims": [{"item": "interest", **claim}]}
    assert only_problem(case_with(**debt(litigation=suit)))[:2] == ("debts[0].litigation.claims[0].admitted", message)


def test_a_foreign_amount_stands_by_itself():
    foreign = loaded(**debt(balance={"principal": 5, "foreign": [{"currency": "美元", "amount": "120.35"}]})).debts[0]
    assert (foreign.balance.foreign[0].currency.value, str(foreign.balance.foreign[0].amount)) == ("USD", "120.35")
    assert only_problem(case_with(**debt(balance={"foreign": [{"currency": "CNY", "amount": 1}]})))[1] == (
        "“CNY”不在可选范围内"
    )


def test_a_period_of_charges_ends_no_earlier_than_it_begins():
    charge = {"kind": "interest", "amount": 5, "from": "2026-08-21", "to": "2026-08-20"}
    found = told(case_with(**debt(balance={"interest": 5, "charges": [charge]})))
    assert found == [("debts[0].balance.charges[0].to", "息费期间的止日早于起日")]
    charge["to"] = "2026-08-21"
    assert loaded(**debt(balance={"interest": 5, "charges": [charge]})).debts[0].balance.charges[0].start


def test_a_deferral_is_of_one_instalment_or_a_holiday():
    reason = {"reason": "年底结算工钱"}
    assert loaded(**debt(deferral={**reason, "holiday": {"from": "2027-01", "to": "2027年3月"}})).debts[0].deferral
    assert told(case_with(**debt(deferral=reason))) == [
        ("debts[0].deferral.from", "缺少原还款日"),
        ("debts[0].deferral.to", "缺少延至"),
    ]
    both = {**reason, "from": "2027-01-20", "to": "2027-02-20", "holiday": {"from": "2027-01", "to": "2027-03"}}
    assert told(case_with(**debt(deferral=both))) == [("debts[0].deferral.holiday", "暂缓期间与延期一期只写一种")]
    back = {**reason, "holiday": {"from": "2027-03", "to": "2027-01"}}
    assert told(case_with(**debt(deferral=back))) == [("debts[0].deferral.holiday.to", "暂缓期间的止日早于起日")]
    one_month = {**reason, "holiday": {"from": "2027-03", "to": "2027-03"}}
    assert loaded(**debt(deferral=one_month)).debts[0].deferral.holiday


def test_arrears_are_spread_or_made_up_by_a_day():
    assert loaded(**debt(change={"arrears": "并入其后各期"})).debts[0].change.arrears == "spread"
    assert (
        str(loaded(**debt(change={"arrears": {"补交日期": "2027-07-10"}})).debts[0].change.arrears.pay_by)
        == "2027-07-10"
    )
    assert only_problem(case_with(**debt(change={"arrears": "later"})))[:2] == (
        "debts[0].change.arrears",
        "欠付款的写法不对",
    )


def test_a_dispute_says_what_is_true_and_a_note_of_ones_own_need_not():
    assert told(case_with(**debt(dispute={"shown": "2026年3月逾期"}))) == [("debts[0].dispute.actual", "缺少实际情况")]
    note = (
        loaded(**debt(dispute={"kind": "statement", "shown": "2026年3月逾期", "addressee": "征信中心"}))
        .debts[0]
        .dispute
    )
    assert (note.actual, note.addressee) == (None, DisputeAddressee.CENTRE)


def test_the_due_day_is_read_under_its_old_label():
    for written in ("due", "最早逾期还款日", "到期日"):
        assert loaded(**debt(**{written: "2026-08-20"})).debts[0].due


CONTRACTED = {
    "Cause": "失业 收入减少 疾病 家庭变故 家庭负担增加 意外事故 灾害 经营困难 被拖欠工资 被诈骗 为他人代偿 计划不周 个人疏忽 其他",
    "Method": "等额本息 等额本金 先息后本 一次性还本付息 免息等额分期 阶梯还款",
    "Channel": "电话 短信 微信 上门 电子邮件 在线客服 APP站内信 面谈 信函 社交媒体",
    "Level": "客服 客服主管 消费者权益保护部门 上级机构 调解组织 监管部门",
    "DocumentWanted": "合同及收费标准 欠款明细 还款冲抵明细 债权转让通知 担保费及服务费 综合融资成本明示表",
    "Direction": "去电或发出 来电或收到",
    "Outcome": "同意 拒绝 未明确 未答复",
    "Contacted": "本人 家属 单位 其他人",
    "EvidenceGroup": "身份 债务 困难 收入 沟通",
    "EvidenceForm": "原件 复印件 截图 电子件",
    "EvidenceStatus": "已附 待补 无法提供",
    "DisputeAddressee": "报送机构 征信中心",
    "PartyRole": "共同借款人 保证人 代付人 配偶 主债务人",
    "Stage": "诉前调解 被起诉 仲裁 保全 判决 支付令 执行",
    "Earner": "本人 配偶 家庭成员",
    "Frequency": "每月 每周 每季 每半年 每年",
    "Interval": "每月 每季 每半年 每年",
    "AssetClass": "收入存款现金理财证券 不动产 动产 债权股权 其他",
    "ChangeKind": "支出 转让 出租 担保 放弃",
    "AgentKind": "律师 基层法律服务工作者 近亲属 社区或单位推荐 法律援助 顾问",
    "Powers": "一般 特别",
    "IdDocumentKind": "护照 外国人永久居留身份证 港澳居民来往内地通行证 台湾居民来往大陆通行证 港澳台居民居住证",
    "SecurityKind": "抵押 质押",
    "GapInterest": "按原合同 不计",
    "MediationWish": "yes no unsure",
    "CourtRequest": "减少违约金 超过24%部分调减 超过四倍LPR部分不予支持 分期 调解",
}


@pytest.mark.parametrize("name", CONTRACTED)
def test_every_label_of_the_format_is_accepted(name):
    kind: type[Choice] = next(vars(module)[name] for module in (choices, court, persons, terms) if name in vars(module))
    read = [kind.parse(word) for word in CONTRACTED[name].split()]
    assert read == list(kind)
