"""``status``: where each debt is and what to do, the most urgent first, each with the command that does it."""

from __future__ import annotations

import json
import shlex

import pytest

import negotiation_docs as nd
from tests.read.some import some

ZHOU = """\
到2026年11月21日为止（看别的一天，用 --on 日期）：
  bank1（银行信用卡）：对方已同意，还没有正式确认

现在
  1. 尽快　bank1　写《协商结果书面确认申请》，请对方书面确认
     2026年11月18日对方口头同意，还没有书面确认；口头承诺日后不易证明。
     → negotiation-docs render confirmation_request zhou.yaml --debt bank1 -o confirmation_request.docx
     → 办了以后，在案件文件里写上：书面确认（debts[0].agreement.confirmed）
  2. 2026年11月25日（还有4天）　bank1　做到自己答应的：补交解除劳动合同证明书
     2026年11月18日的沟通中答应在2026年11月25日以前做到。
     → 办了以后，在案件文件里写上：本人承诺已兑现（debts[0].contacts[1].own_promise_kept）

以后
  3. 2026年12月25日（还有34天）　bank1　在2026年12月25日以前取得书面确认：谈妥的第1期是1,440.35元
     对方同意了，还没有书面确认；到这一天仍没有的，付款以前问清还款账户，留好凭证。
     → 办了以后，在案件文件里写上：书面确认（debts[0].agreement.confirmed）

等对方
  4. 2026年11月23日（还有2天）　bank1　等对方做到答应的：三个工作日内短信确认
     2026年11月18日的沟通中，对方答应在2026年11月23日以前做到。
     → 办了以后，在案件文件里写上：对方承诺已兑现（debts[0].contacts[1].promise_kept）

bank1 的其他文书
  需要时可以写："""


def test_the_list_is_calm_and_says_by_when_what_why_and_with_which_command(run):
    answer = run("status", "zhou.yaml")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(ZHOU)
    assert answer.out.endswith("“提交文书”（sent）写上文书名称，这里就会改为等答复。\n")


def test_every_command_that_is_told_works_as_printed(run, folder):
    for name in some(sorted(path.name for path in folder.glob("*.yaml"))):
        lines = run("status", name).out.splitlines()
        told = [line.partition("→ ")[2] for line in lines if "→ negotiation-docs" in line]
        for command in told:
            argv = shlex.split(command)[1:]
            assert run(*argv, "--force").code == 0, command


def test_a_day_of_ones_choice_shows_what_will_be_late_by_then(run):
    told = run("status", "zhou.yaml", "--on", "2026-11-27").out
    assert told.startswith("到2026年11月27日为止")
    assert "已过期\n  1. 2026年11月25日（已过2天）　bank1　尽快做到自己答应的，并告诉对方" in told
    assert "尽快　bank1　问对方：答应的事办得怎么样了" in told


def test_a_letter_is_told_with_what_goes_with_it_and_packed(run):
    told = run("status", "lin.yaml", "--debt", "loan_a").out
    assert "     随信：《还款计划》《个人财务状况说明》《证据材料清单》\n" in told
    assert "→ negotiation-docs pack lin.yaml --debt loan_a -o out\n" in told
    assert "finance_b" not in told


def test_what_keeps_papers_back_is_told_once_a_reason(run):
    told = run("status", "he.yaml").out
    assert "《通话提纲》《还款计划》《息费减免申请》" in told
    assert told.count("缺少“还款方案”") == 1


def test_quiet_is_a_line_a_step(run):
    answer = run("status", "zhou.yaml", "--quiet")
    assert answer.out.splitlines()[:2] == [
        "-\tbank1\t写《协商结果书面确认申请》，请对方书面确认",
        "2026-11-25\tbank1\t做到自己答应的：补交解除劳动合同证明书",
    ]


def test_json_holds_every_step_with_the_names_of_the_library(run, folder):
    told = json.loads(run("status", "lin.yaml", "--json").out)
    found = nd.next_steps(nd.load(folder / "lin.yaml"))
    assert [step["id"] for step in told["steps"]] == [step.id for step in found]
    assert set(told["steps"][0]) == set(nd.Step.__struct_fields__)
    assert [debt["state"] for debt in told["debts"]] == ["overdue", "overdue", "agreed"]


def test_what_is_said_about_law_is_marked_and_explained(run, spoil):
    suit = "    litigation: {stage: sued, received: 2026-11-15}"
    name = spoil("    paid_on_time: 36", f"    paid_on_time: 36\n{suit}")
    told = run("status", name).out
    assert "［法律提示］提交答辩状、提出管辖权异议" in told
    assert told.endswith("法律提示：不是法律意见，期限以文书所载为准；可拨打12348（法律援助）。\n")


def test_a_file_with_nothing_to_do_says_so(run, folder):
    text = (folder / "stories/card-6-settled.yaml").read_text(encoding="utf-8")
    contacts = "  contacts:\n"
    assert contacts in text
    talk = "at: 2031-11-26, direction: outgoing, channel: email, summary: 申请证明, reply: 已寄出, outcome: accepted"
    sent = f"  - {{{talk}, sent: [结清证明开具及信用记录更新申请]}}\n"
    (folder / "done.yaml").write_text(text.replace(contacts, contacts + sent, 1), encoding="utf-8")
    assert "现在没有要做的事。" in run("status", "done.yaml").out


def test_a_day_that_is_none_is_a_wrong_command(run):
    with pytest.raises(SystemExit) as wrong:
        run("status", "zhou.yaml", "--on", "明天")
    assert wrong.value.code == 2


def test_wrong_facts_are_told_as_everywhere(run, spoil):
    answer = run("status", spoil("dated: 2026-11-21", "dated: 2026-13-21"))
    assert answer.code == 1
    assert "dated" in answer.err


def test_an_earlier_file_tells_what_changed_and_what_follows(run):
    told = run("status", "stories/card-5-change.yaml", "--before", "stories/card-4-in-plan.yaml").out
    assert told.startswith("2027年3月28日到2027年6月10日，每月（元）：\n  收入：8,800.00 → 7,900.00（少900.00）\n")
    assert "  必要支出：4,650.00 → 4,650.00（不变）\n" in told
    assert "  新的原因：疾病（自2027年6月3日）\n" in told
    assert "  bank1 的方案：在能力以内；各笔方案每月最多须还1,440.72元，可用于偿还的2,050.00元\n" in told
    assert "→ negotiation-docs render plan_change_request stories/card-5-change.yaml --debt bank1" in told
    shifts = json.loads(run("status", "zhou.yaml", "--before", "zhou.yaml", "--json").out)["shifts"]
    assert shifts[0] == {"line": "income", "before": "8200.00", "after": "8200.00"}


def test_files_of_two_people_are_not_compared(run):
    answer = run("status", "zhou.yaml", "--before", "lin.yaml")
    assert answer.code == 1
    assert "两份案件不是同一个借款人" in answer.err
