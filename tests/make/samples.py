"""The sample papers by name, for tests that try a writer on all of them."""

from __future__ import annotations

from negotiation_docs.tree import Block, Paper, Role, Section, SectionRole, Table
from tests.make.letters import PROSE, bilingual, english, letter, long_prose, rare_names
from tests.make.sheets import confirmation, evidence, plan, receipt
from tests.make.tables import budget_table
from tests.make.trees import cell, fingerprint, head, heading, items, paragraph, row, words


def everything() -> Paper:
    """Each node, role and section role at least once, long and short, with hostile and rare characters."""
    checks = Table(
        words("材料核对表"),
        head("", "材料", "编号", "说明", "甲", "乙", "丙", "丁"),
        (
            row(cell("", checkbox=True), "身份证复印件（正反面）", "HT20260101ABCDEF", "原件核对", "1", "2", "3", "4"),
            row(cell("已附", checkbox=True), "欧阳𬭎的收入证明", "A&B<公司>\"'", "待补", cell("跨列", colspan=4)),
        ),
    )
    blocks: tuple[Block, ...] = (
        *letter().blocks[:-2],
        heading("（一）补充说明", 3),
        items("无编号的一项", ordered=False),
        items("要勾选的一项", ordered=False, checkbox=True),
        paragraph("A&B公司 <img src=/etc/hostname> {{7*7}} ** # 欧阳𬭎 “引号”——破折号……  双空格 "),
        Section((heading("（二）不分开的一段", 3), paragraph(PROSE), budget_table()), SectionRole.KEEP),
        checks,
        Section((paragraph("This is a translation. The borrower’s “plan” follows."), heading("Terms", 3)), lang="en"),
        paragraph("本译文仅供参考。", Role.NOTE),
        fingerprint(),
        paragraph("联系电话：138****0000", Role.CONTACT),
        receipt(),
        Section((heading("附件一", 1), paragraph("另起一页。"), budget_table()), SectionRole.PAGE_BREAK),
        Section((budget_table(),), SectionRole.PAGE_BREAK),
    )
    return Paper("everything", "全部要素", "zh-CN", blocks)


PAPERS = {
    "letter": letter,
    "draft": lambda: letter(draft=True),
    "plan": plan,
    "rows360": lambda: plan(360),
    "evidence": evidence,
    "confirmation": confirmation,
    "bilingual": bilingual,
    "long": long_prose,
    "english": english,
    "everything": everything,
    "rare": rare_names,
}
