"""Letters that a writer must cope with, in both languages, built without facts or templates."""

from __future__ import annotations

from negotiation_docs.tree import Block, Paper, Role, Section, SectionRole, Table
from tests.make.tables import budget_table
from tests.make.trees import fingerprint, head, heading, items, paper, paragraph, row, signoff, words

PROSE = (
    "本人周启明，持有贵行信用卡一张（卡号尾号4021）。截至2026年11月21日，该账户应于2026年8月20日还款，截至该日已逾期93日，"
    "尚欠本金86,421.37元、利息3,912.08元、违约金1,260.00元，合计91,593.45元（人民币玖万壹仟伍佰玖拾叁元肆角伍分）。"
    "以上数据摘自贵行2026年11月账单，如与贵行系统记录不一致，以贵行出具的明细为准。"
)


def letter(*, draft: bool = False, extra: tuple[Block, ...] = (), closing: Section | None = None) -> Paper:
    blocks: tuple[Block, ...] = (
        heading("困难情况说明", 1),
        paragraph("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        heading("一、账户情况"),
        paragraph(PROSE),
        heading("二、逾期原因"),
        paragraph(
            "2026年5月31日，本人与原工作单位解除劳动合同（见附件2），此后两个月没有工资收入；8月起从事临时工作，"
            "月均收入8,200.00元（见附件3）。逾期前，本人^连续36期按时足额还款^（见附件4）。"
        ),
        heading("三、目前的收支"),
        budget_table(),
        heading("四、请求"),
        paragraph(
            "请贵行考虑本人的实际情况，就上述欠款与本人协商“个性化分期还款”——具体方案见随附《还款计划》，本人将按约定履行……"
        ),
        items("请暂停计收利息及违约金；", "请以短信或者电子邮件答复。"),
        *extra,
        paragraph("附件：|1.身份证复印件|2.解除劳动合同证明书", Role.ATTACHMENTS),
        closing or signoff(),
        paragraph("联系电话：138****0000　电子邮件：zhou@example.com|联系地址：示例市示例区示例路1号", Role.CONTACT),
    )
    return Paper("hardship_letter", "困难情况说明", "zh-CN", blocks, draft=draft)


def english() -> Paper:
    blocks: tuple[Block, ...] = (
        heading("Statement of Hardship", 1),
        paragraph("Dear Sir or Madam:", Role.SALUTATION),
        heading("1. The account"),
        paragraph(
            "I, ZHOU Qiming, hold a credit card issued by your bank (ending 4021). It’s “overdue” by 93 days; the"
            " principal outstanding is CNY 86,421.37, as shown in your statement of November 2026."
        ),
        Table(
            words("Monthly budget (CNY)"),
            head("Item", "Amount", "Source"),
            (row("Wages", "8,200.00", "Bank statements August to October 2026", numbers=(1,)),),
        ),
        items("Reply in writing;", "Pause interest."),
        english_signoff(),
    )
    return Paper("hardship_letter", "Statement of Hardship", "en", blocks)


def english_signoff() -> Section:
    return Section(
        (
            paragraph("Yours faithfully,", Role.CLOSING),
            paragraph("Signature:", Role.SIGNATURE),
            paragraph("21 November 2026", Role.DATE),
        ),
        SectionRole.SIGNOFF,
    )


def bilingual() -> Paper:
    """Chinese first, then an English translation on its own page."""
    english = Section(
        (
            heading("Statement of Financial Hardship", 1),
            paragraph("Translation for reference; the Chinese text prevails.", Role.NOTE),
            paragraph("To: Demo Bank Credit Card Centre (示例银行信用卡中心)", Role.SALUTATION),
            heading("1. The account"),
            paragraph(
                "As of 21 November 2026 the account (ending 4021) is 93 days overdue. The principal outstanding is "
                "CNY 86,421.37, with interest of CNY 3,912.08 and default charges of CNY 1,260.00. I ask the bank to "
                "agree an instalment plan with me; the details are in the enclosed repayment plan."
            ),
            items(
                "I will pay on time.",
                "I will tell the bank within three working days of any change of address, telephone number or income.",
            ),
            english_signoff(),
        ),
        SectionRole.PAGE_BREAK,
        "en",
    )
    return paper(*letter().blocks, english)


def long_prose(paragraphs: int = 30) -> Paper:
    return paper(heading("长文", 1), *(paragraph(PROSE) for _ in range(paragraphs)), fingerprint())


def rare_names() -> Paper:
    return paper(heading("困难情况说明", 1), paragraph("本人欧阳𬭎，联系人䶮𫖮，地址在𣲘头村。"), fingerprint())
