"""The tables of the sample papers: a month's budget, and a plan of as many rows as a test asks for."""

from __future__ import annotations

from negotiation_docs.tree import Row, Table
from tests.make.trees import cell, head, row, words


def budget_table() -> Table:
    return Table(
        words("每月收支（元）"),
        head("项目", "金额", "依据"),
        (
            row("工资收入", "8,200.00", "2026年8月至10月银行流水（见附件3）", numbers=(1,)),
            row("必要支出", "4,650.00", "房租、伙食、子女教育、赡养老人", numbers=(1,)),
            row("其他债务月还款", "1,200.00", "住房贷款", numbers=(1,)),
        ),
        (row("可用于偿还", "2,350.00", "", numbers=(1,)),),
    )


def schedule_table(rows: int) -> Table:
    def line(n: int) -> Row:
        day = f"{2027 + (n - 1) // 12}年{(n - 1) % 12 + 1}月25日"
        money = (f"{1440.35 + n / 100:,.2f}", "1,440.35", f"{n / 100:,.2f}", f"{86421.37 - n * 14.4:,.2f}")
        return row(cell(str(n), center=True), cell(day, center=True), *money, numbers=(2, 3, 4, 5))

    total = row(cell("合计", colspan=2, center=True), *["86,421.37"] * 3, "", numbers=(1, 2, 3))
    names = head("期次", "还款日", "应还金额（元）", "其中本金（元）", "其中利息（元）", "剩余本金（元）")
    return Table(words("还款计划表"), names, tuple(line(n) for n in range(1, rows + 1)), (total,))
