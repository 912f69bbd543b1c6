"""What a borrower is told: all problems at once, where, what and what to do, in the words of the file."""

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.facts.reading.load import load, loads
from tests.make.least import case_with, loaded, only_problem, problems_of, told

BANK = {"name": "示例银行", "kind": "bank_card"}
ITEM = {"id": "a", "name": "证明", "group": "income", "status": "attached"}


def test_a_missing_fact_is_named_in_chinese_with_its_path():
    assert told({"borrower": {"phone": "13800138000"}, "debts": [{"creditor": {"name": "某银行"}}]}) == [
        ("borrower.name", "缺少姓名"),
        ("debts[0].id", "缺少编号"),
        ("debts[0].creditor.kind", "缺少类型"),
    ]
    assert told({}) == [("borrower", "缺少借款人"), ("debts", "缺少债务")]


def test_a_path_is_written_as_the_file_writes_it():
    chinese = {
        "借款人": {"手机号码": "13800138000"},
        "债务": [{"编号": "a", "债权人": {"名称": "某银行", "kind": "x"}}],
    }
    assert told(chinese)[0] == ("借款人.姓名", "缺少姓名")
    assert told(chinese)[1][0] == "债务[0].债权人.kind"
    mixed = case_with(borrower={"姓名": "周启明"}, debt={"欠款": {"本金": "x"}, "balance": None})
    assert only_problem(mixed)[0] == "debts[0].欠款.本金"


def test_a_missing_key_takes_the_language_of_its_neighbours():
    assert only_problem(case_with(hardship=[{"发生日期": "2026-05-31"}]))[0] == "hardship[0].原因"
    assert only_problem(case_with(hardship=[{"since": "2026-05-31"}]))[0] == "hardship[0].cause"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            {"borrower": {"姓名": "甲", "手机": "1"}},
            ("borrower.手机", "没有“手机”这一项", "是不是“手机号码”？（phone）"),
        ),
        ({"finance": {}}, ("finance", "没有“finance”这一项", "是不是“finances”？（收支情况）")),
        ({"Evidence": []}, ("Evidence", "没有“Evidence”这一项", "是不是“evidence”？（证据材料）")),
        (
            {"borrower": {"name": "甲", "属相": "猴"}},
            (
                "borrower.属相",
                "没有“属相”这一项",
                "这里可以写：name（姓名）、id_number（公民身份号码）、phone（手机号码）、email（电子邮箱）、"
                "address（通讯地址）、contact_by（联系途径）、contact_times（方便时间）、id_document（其他证件）等",
            ),
        ),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_one(section, expected):
    assert only_problem(case_with(**section)) == expected


@pytest.mark.parametrize(
    ("row", "hint"),
    [
        ({"name：房租，amount：1500元": None}, "冒号和逗号要用半角，后面空一格，如 {项目: 房租, 金额: 1500}"),
        ({"name": "伙食", "amount": "1", "200元": None}, '数字里有逗号时要加引号，如 "1,200元"'),
    ],
)
def test_a_key_that_is_a_mistyped_row_is_answered_with_how_to_type_it(row, hint):
    found = problems_of(case_with(finances={"essentials": [row]}))
    assert hint in [problem.hint for problem in found]


def test_several_ids_in_one_are_told_apart():
    found = only_problem(case_with(hardship=[{"cause": "失业", "evidence": ["甲，乙"]}]))
    assert found[1:] == ("“甲，乙”像是几个编号", "几个编号之间用半角逗号分开，放在方括号里，如 [a, b]")


def test_an_unknown_key_is_an_error_even_if_nothing_is_written_there():
    assert only_problem(case_with(finance=None))[1] == "没有“finance”这一项"


def test_key_and_label_of_one_field_are_the_same_key():
    assert only_problem(case_with(borrower={"name": "甲", "姓名": "乙"})) == (
        "borrower.姓名",
        "“姓名”和“name”是同一项，写了两次",
        "请只保留一处",
    )
    assert only_problem(case_with(borrower={"姓名": "甲", "name": "乙"})) == (
        "borrower.姓名",
        "“姓名”和“name”是同一项，写了两次",
        "请只保留一处",
    )


def test_a_choice_that_does_not_exist_is_answered_with_those_that_do():
    path, message, hint = only_problem(case_with(debt={"creditor": {"name": "某银行", "kind": "银行"}}))
    assert (path, message) == ("debts[0].creditor.kind", "“银行”不在可选范围内")
    assert hint.startswith("是不是“银行贷款”？可以写：银行信用卡（bank_card）、银行贷款（bank_loan）、")
    several = case_with(borrower={"name": "甲", "contact_by": ["电话，信函"]})
    assert only_problem(several)[1:] == ("写了不止一项", "几项之间用半角逗号分开，放在方括号里，如 [电话, 信函]")
    private = {"name": "王某", "kind": "private", "salutation": "老师"}
    assert only_problem(case_with(debt={"creditor": private}))[2] == "可以写：先生、女士"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            {"measures": "已停卡"},
            ("measures", "已采取的措施应是列表", "每项单独一行，前面加“- ”；或写在方括号里，如 [甲, 乙]"),
        ),
        (
            {"hardship": {"cause": "illness"}},
            ("hardship", "困难情况应是列表", "每项单独一行，前面加“- ”；或写在方括号里，如 [甲, 乙]"),
        ),
        ({"borrower": "周启明"}, ("borrower", "借款人下面应分项填写", "请写成“项目: 内容”，至少要有姓名（name）")),
        ({"finances": ["x"]}, ("finances", "收支情况下面应分项填写", "请写成“项目: 内容”")),
        ({"measures": [None]}, ("measures[0]", "没有内容", "请填写，或者删去这一项")),
        ({"english": ["x"]}, ("english", "应逐条写“原文: 译文”", "如 周启明: Zhou Qiming")),
        ({"english": {"周": "a\nb"}}, ("english.周", "只能写一行，不能换行", "请把内容写在同一行")),
    ],
)
def test_a_value_of_the_wrong_shape_is_answered_with_the_right_one(section, expected):
    assert only_problem(case_with(**section)) == expected


def test_all_problems_come_at_once_in_the_order_of_the_file():
    broken = {
        "debts": [{"creditor": BANK, "id": "a b", "balance": {"principal": "x"}}, {"id": "ok", "creditor": "某银行"}],
        "hardship": [{"cause": "失业了"}, {"cause": "illness", "evidence": ["nowhere"]}],
        "borrower": {"phone": "1", "name": "周\u200b启明"},
        "extra": 1,
        "dated": "昨天",
    }
    assert [path for path, _ in told(broken)] == [
        "debts[0].id",
        "debts[0].balance.principal",
        "debts[1].creditor",
        "hardship[0].cause",
        "hardship[1].evidence[0]",
        "borrower.phone",
        "borrower.name",
        "extra",
        "dated",
    ]


def test_a_rule_between_values_speaks_although_other_values_are_unreadable():
    broken = case_with(
        borrower={"name": "周\u200b启明"},
        evidence=[{**ITEM, "status": "pending"}, {**ITEM, "group": "?"}],
        debt={"balance": {"principal": "abc", "interest": "5", "charges": [{"kind": "interest", "amount": "4"}]}},
    )
    assert told(broken) == [
        ("borrower.name", "第2个字符是U+200B（零宽字符），文书里不能使用"),
        ("debts[0].balance.principal", "看不懂金额“abc”"),
        ("debts[0].balance.charges", "利息明细合计4.00元，与上面的5.00元相差1.00元"),
        ("evidence[0].due", "待补的材料缺少补交日期"),
        ("evidence[1].id", "证据材料编号“a”出现了2次"),
        ("evidence[1].group", "“?”不在可选范围内"),
    ]


def test_a_rule_is_silent_where_one_of_its_values_is_unreadable():
    charges = [{"kind": "interest", "amount": "4,x"}, {"kind": "penalty", "amount": "4"}]
    broken = case_with(
        evidence=[{**ITEM, "id": "a b"}],
        hardship=[{"cause": "illness", "evidence": ["a"]}],
        debt={"balance": {"interest": "5", "penalty": "x", "charges": charges}},
    )
    assert [path for path, _ in told(broken)] == [
        "debts[0].balance.penalty",
        "debts[0].balance.charges[0].amount",
        "evidence[0].id",
    ]


def test_problems_carry_severity_and_a_stable_rule_id():
    problem = problems_of(case_with(borrower={}))[0]
    assert (problem.severity, problem.rule, problem.line) == ("error", "missing", None)
    assert str(problem) == "错误 borrower.name：缺少姓名\n  → 请填写“name”"


def test_a_flood_of_problems_is_cut_off_and_said_to_be():
    problems = problems_of(case_with(**{f"k{number}": 1 for number in range(300)}))
    assert len(problems) == 201
    assert problems[-1].message == "问题太多，还有100处没有列出"


@pytest.mark.parametrize("line", ["a: 1", "a{0}: &x 1", "a{0}: !t 1", "a{0}: x #y", '"<<": {{}}'])
def test_a_flood_of_what_the_syntax_has_no_place_for_is_cut_off_too(line):
    with pytest.raises(FactsError) as caught:
        loads("\n".join(line.format(number) for number in range(1000)))
    problems = [problem for problem in caught.value.problems if problem.rule != "key_unknown"]
    assert sum("问题太多" in problem.message for problem in problems) in {1, 2}
    assert len(problems) < 210


def test_a_flood_of_repeated_keys_of_json_is_cut_off_too():
    with pytest.raises(FactsError) as caught:
        loads("{" + ",".join(['"a": 1'] * 1000) + "}")
    assert sum(problem.rule == "key_repeated" for problem in caught.value.problems) <= 200
    assert caught.value.problems[-1].message == "问题太多，还有799处没有列出"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ({"evidence": [{**ITEM, "status": "pending"}]}, ("evidence[0].due", "待补的材料缺少补交日期")),
        (
            {"evidence": [{**ITEM, "状态": "无法提供", "status": None}]},
            ("evidence[0].reason", "无法提供的材料缺少原因"),
        ),
        ({"evidence": [ITEM, {**ITEM, "id": "A"}]}, ("evidence[1].id", "证据材料编号“A”出现了2次")),
        ({"debts": []}, ("debts", "至少要有一笔债务")),
        ({"debts": [{"id": "a", "creditor": BANK}] * 2}, ("debts[1].id", "债务编号“a”出现了2次")),
        ({"hardship": [{"cause": "illness", "evidence": ["x"]}]}, ("hardship[0].evidence[0]", "证据材料里没有编号“x”")),
        ({"debt": {"evidence": ["x"]}}, ("debts[0].evidence[0]", "证据材料里没有编号“x”")),
        (
            {"debt": {"creditor": {"name": "某公司", "kind": "transferee"}}},
            ("debts[0].creditor.transferred_from", "债权受让方缺少原债权人"),
        ),
        (
            {"debt": {"creditor": {**BANK, "transferred_from": BANK}}},
            ("debts[0].creditor.transferred_from", "只有债权受让方才有原债权人"),
        ),
        (
            {"debt": {"creditor": {**BANK, "salutation": "女士"}}},
            ("debts[0].creditor.salutation", "称呼只用于民间出借人"),
        ),
        (
            {"debt": {"balance": {"penalty": "1260", "charges": [{"kind": "违约金", "amount": "420"}]}}},
            ("debts[0].balance.charges", "违约金明细合计420.00元，与上面的1,260.00元相差840.00元"),
        ),
        (
            {"debt": {"balance": {"charges": [{"kind": "fees", "amount": "420"}]}}},
            ("debts[0].balance.fees", "明细里有其他费用420.00元，但没有写其他费用合计"),
        ),
        (
            {"debt": {"proposal": {"waive": {"principal": "1"}}}},
            ("debts[0].proposal.waive.principal", "只有一次性结清才能请求减免本金"),
        ),
        (
            {"debt": {"proposal": {"alternative": {"waive": {"principal": "1"}}}}},
            ("debts[0].proposal.alternative.waive.principal", "只有一次性结清才能请求减免本金"),
        ),
        (
            {"debt": {"proposal": {"method": "bullet", "steps": [{"periods": 1}]}}},
            ("debts[0].proposal.steps", "只有阶梯还款才写阶梯"),
        ),
        ({"debt": {"proposal": {"method": "stepped"}}}, ("debts[0].proposal.steps", "阶梯还款缺少阶梯")),
        (
            {"debt": {"proposal": {"steps": [{"periods": 1}]}}},
            ("debts[0].proposal.method", "写了阶梯，但没有写还款方式"),
        ),
        (
            {"debt": {"proposal": {"method": "stepped", "steps": [{"periods": 1}, {"periods": 1}]}}},
            ("debts[0].proposal.steps[0].payment", "只有最后一个阶梯可以不写每期金额"),
        ),
        (
            {"debt": {"proposal": {"method": "stepped", "periods": 60, "steps": [{"periods": 59}]}}},
            ("debts[0].proposal.steps", "各阶梯共59期，与期数60期不一致"),
        ),
        (
            {"debt": {"proposal": {"day_count": "366"}}},
            ("debts[0].proposal.day_count", "计息天数只能是360或365，现在是“366”"),
        ),
        (
            {
                "debt": {
                    "contacts": [
                        {"at": "2026-10-12", "direction": "去电", "channel": "电话", "summary": "甲", "reply": "乙"}
                    ]
                }
            },
            ("debts[0].contacts[0].outcome", "缺少结果"),
        ),
        (
            {
                "debt": {
                    "contacts": [
                        {
                            "at": "2026-10-12",
                            "direction": "去电",
                            "channel": "电话",
                            "summary": "甲",
                            "own_promise_due": "2026-10-15",
                        }
                    ]
                }
            },
            ("debts[0].contacts[0].own_promise", "写了本人承诺期限，但没有写本人承诺"),
        ),
        (
            {"debt": {"agreement": {"reached": "2026-11-18", "terms": {"plan": "随便"}}}},
            ("debts[0].agreement.terms.plan", "分期安排的写法不对"),
        ),
        (
            {"debt": {"agreement": {"reached": "2026-11-18", "terms": {"plan": {"期数": "x"}}}}},
            ("debts[0].agreement.terms.plan.期数", "应是整数，现在是“x”"),
        ),
        (
            {"debt": {"deferral": {"from": "2026-12-20", "to": "2026-12-20", "reason": "甲"}}},
            ("debts[0].deferral.to", "延至的日期不晚于原还款日"),
        ),
        (
            {"debt": {"escalation": {"level": "regulator"}}},
            ("debts[0].escalation.addressee", "升级到监管部门时缺少收件单位"),
        ),
        (
            {"debt": {"balance": {"disputed": "部分"}}},
            ("debts[0].balance.disputed", "应写“是”“否”，或者列出有争议的部分"),
        ),
        ({"debt": {"balance": {"disputed": ["全部"]}}}, ("debts[0].balance.disputed[0]", "“全部”不在可选范围内")),
        (
            {"debt": {"payments": [{"date": "2026-12-25", "amount": "0"}]}},
            ("debts[0].payments[0].amount", "金额应大于零"),
        ),
    ],
)
def test_each_rule_of_the_format_is_told_at_its_place(section, expected):
    assert only_problem(case_with(**section))[:2] == expected


def test_every_fault_comes_with_a_hint():
    for section in ({"evidence": [{**ITEM, "status": "pending"}]}, {"debt": {"proposal": {"method": "stepped"}}}):
        assert only_problem(case_with(**section))[2]


def test_an_unknown_piece_of_evidence_is_answered_with_the_known_ones():
    section = {"evidence": [ITEM], "hardship": [{"cause": "illness", "evidence": ["b"]}]}
    assert only_problem(case_with(**section))[2] == "请改正编号，或者在证据材料里补上这一项；现有编号：a"


def test_a_draft_shows_what_is_missing_instead_of_failing():
    case = load({"debts": [{"id": "a", "creditor": {"kind": "bank_card"}}]}, draft=True)
    assert case.borrower.name == "【待填：姓名】"
    assert case.debts[0].creditor.name == "【待填：名称】"
    item = {**ITEM, "status": "unavailable"}
    assert load(case_with(evidence=[item]), draft=True).evidence[0].reason == "【待填：无法提供的原因】"


def test_a_draft_is_as_strict_as_ever_about_everything_else():
    assert told({"debts": [{"creditor": {"name": "某银行"}, "balance": {"principal": 0.1}}]}, draft=True) == [
        ("debts[0].id", "缺少编号"),
        ("debts[0].creditor.kind", "缺少类型"),
        ("debts[0].balance.principal", "金额不能用浮点数，浮点数存不准分"),
    ]
    pending = {**ITEM, "status": "pending"}
    assert told(case_with(evidence=[pending]), draft=True) == [("evidence[0].due", "待补的材料缺少补交日期")]
    assert told({"borrower": {"name": "甲"}}, draft=True) == [("debts", "缺少债务")]


def test_a_complete_case_is_the_same_in_draft():
    assert load(case_with(), draft=True) == loaded()


def test_models_can_be_put_into_a_dict_of_facts():
    ready = loaded()
    assert load({"dated": "2026-11-21", "borrower": ready.borrower, "debts": list(ready.debts)}) == ready
    with pytest.raises(FactsError, match="缺少债务"):
        load({"borrower": ready.borrower})


def test_a_dict_that_holds_itself_is_refused_like_any_other():
    endless: list[object] = []
    endless.append(endless)
    assert told(case_with(measures=endless)) == [("measures[0]", "应是一段文字")]
    borrower: dict[str, object] = {"name": "甲"}
    borrower["self"] = borrower
    assert told(case_with(borrower=borrower)) == [("borrower.self", "没有“self”这一项")]


def test_odd_python_objects_are_refused_and_not_converted():
    assert told(case_with(borrower={"name": b"x"})) == [("borrower.name", "应是一段文字")]
    assert told(case_with(borrower={"name": 10**5000})) == [("borrower.name", "姓名的内容不合要求")]
    assert told(case_with(borrower={"name": "甲", 1: "x"})) == [("borrower.1", "没有“1”这一项")]
    assert told(case_with(dated=object())) == [("dated", "应是日期")]


def test_a_refusal_keeps_its_place_in_the_keys_of_the_case_format_and_masks_what_is_no_key():
    chinese = {
        "借款人": {"姓名": "甲", "13800138000": "x"},
        "债务": [{"编号": "a", "债权人": {"名称": "某银行", "类型": "x"}}],
    }
    places = {(problem.place, problem.path) for problem in problems_of(chinese)}
    assert places == {
        (("borrower", "138****8000"), "借款人.138****8000"),
        (("debts", 0, "creditor", "kind"), "债务[0].债权人.类型"),
    }


def test_what_is_merely_missing_is_told_from_what_is_wrong():
    item = {"id": "a", "name": "证明", "group": "income", "status": "pending"}
    with pytest.raises(FactsError) as caught:
        load(case_with(evidence=[item], hardship=[{"cause": "illness", "evidence": ["b"]}]))
    assert {(problem.rule, problem.absent) for problem in caught.value.problems} == {
        ("evidence_due", True),
        ("evidence_id", False),
    }
