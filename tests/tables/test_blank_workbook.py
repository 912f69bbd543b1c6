"""The empty workbook, filled in as its headings say, is a case that letters can be made of."""

from __future__ import annotations

import io

import openpyxl
import pytest

import negotiation_docs as nd
from negotiation_docs.tables.blank import SHEETS, blank
from tests.read.some import some

FILLED = {
    "借款人": {
        "编号": "A-1",
        "借款人.姓名": "周启明",
        "借款人.公民身份号码": "110101199001011237",
        "借款人.手机号码": "13800138000",
        "借款人.通讯地址": "北京市东城区示例街道1号",
        "落款日期": "2026-11-21",
        "困难情况1.原因": "失业",
        "困难情况1.发生日期": "2026-05-31",
        "困难情况1.证据": "无",
        "困难情况1.情况说明": "与原工作单位解除劳动合同，此后两个月没有工资收入",
        "本人选择.承诺": "结清前不申领信用卡；按要求补充材料",
        "收支情况.截至日期": "2026-11-21",
        "收支情况.家庭人口": "3",
        "收支情况.收入1.项目": "临时工作报酬",
        "收支情况.收入1.金额": "8200.00",
        "收支情况.必要支出1.项目": "房租",
        "收支情况.必要支出1.金额": "1800.00",
        "收支情况.必要支出2.项目": "伙食",
        "收支情况.必要支出2.金额": "1500",
    },
    "债务": {
        "借款人编号": "A-1",
        "编号": "bank1",
        "债权人.名称": "示例银行股份有限公司信用卡中心",
        "债权人.类型": "银行信用卡",
        "业务种类": "信用卡",
        "账号": "4021",
        "最早逾期还款日": "2026-08-20",
        "欠款.截至日期": "2026-11-21",
        "欠款.本金": "86421.37",
        "欠款.利息": "3912.08",
        "欠款.违约金": "1260.00",
        "欠款.其他费用": "0.00",
        "欠款.数据来源": "手机银行欠款查询页",
        "还款方案.还款方式": "免息等额分期",
        "还款方案.期数": "60",
        "还款方案.首期还款日": "2026-12-25",
        "还款方案.还款日理由": "工资于每月20日发放",
    },
    "证据材料": {
        "借款人编号": "A-1",
        "编号": "idcard",
        "材料名称": "居民身份证",
        "类别": "身份证明",
        "页数": "1",
        "状态": "已附",
    },
}


@pytest.fixture
def filled(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    for name, cells in FILLED.items():
        head = [cell.value for cell in book[name][1]]
        assert set(cells) <= set(head)
        book[name].append([cells.get(heading) for heading in head])
    book.save(tmp_path / "filled.xlsx")
    return tmp_path / "filled.xlsx"


def test_the_workbook_filled_in_makes_letters(filled, many):
    made = many(nd.read_table(filled), kinds=["hardship_letter", "repayment_plan", "evidence_list"])
    assert [(one.state, one.problems) for one in made] == [("made", ())] * 3
    (row,) = nd.read_table(filled)
    letter = nd.render("hardship_letter", row.load()).text
    assert "周启明" in letter
    assert "86,421.37" in letter


def test_the_empty_workbook_is_the_same_every_time_and_holds_no_borrower(tmp_path):
    assert blank() == blank()
    (tmp_path / "blank.xlsx").write_bytes(blank())
    assert list(nd.read_table(tmp_path / "blank.xlsx")) == []


def test_every_column_keeps_its_digits_and_closed_lists_are_offered():
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    for name in some(SHEETS):
        widths = book[name].column_dimensions
        assert all(widths[cell.column_letter].number_format == "@" for cell in book[name][1])
    lists = {str(rule.sqref): rule.formula1 for rule in book["债务"].data_validations.dataValidation}
    assert any("银行信用卡" in words for words in lists.values())


def test_the_sheet_of_explanations_has_a_line_for_every_column():
    book = openpyxl.load_workbook(io.BytesIO(blank()))
    told = {(row[0], row[1]) for row in book["说明"].iter_rows(values_only=True) if len(row) > 1}
    for name in some(SHEETS):
        assert {(name, cell.value) for cell in book[name][1]} <= told
