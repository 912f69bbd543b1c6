"""Small papers of every shape that the PDF writer must cope with, built without facts or templates."""

from __future__ import annotations

from negotiation_docs.tree import (
    Block,
    Cell,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paper,
    Paragraph,
    Role,
    Row,
    Section,
    SectionRole,
    Table,
    Text,
)


def words(text: str, *, strong: bool = False) -> tuple[Text]:
    return (Text(text, strong),)


def heading(text: str, level: int = 2) -> Heading:
    return Heading(level, words(text))


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(text), role)


def cell(text: str, **kind: bool | int) -> Cell:
    return Cell(words(text) if text else (), **kind)  # type: ignore[arg-type]


def head(*labels: str) -> tuple[Row, ...]:
    return (Row(tuple(cell(label, header=True) for label in labels)),)


def row(*texts: str, numbers: tuple[int, ...] = ()) -> Row:
    return Row(tuple(cell(text, number=index in numbers) for index, text in enumerate(texts)))


def items(*texts: str, ordered: bool = True, checkbox: bool = False) -> ItemList:
    return ItemList(
        tuple(ListItem(f"{number}." if ordered else "", words(text), checkbox) for number, text in enumerate(texts, 1)),
        ordered,
    )


def paper(*blocks: Block, title: str = "困难情况说明", lang: str = "zh-CN", draft: bool = False) -> Paper:
    return Paper("sample", title, lang, blocks, draft)


def signoff(label: str = "申请人（签名并按指印）：", role: Role = Role.FINGERPRINT) -> Section:
    return Section(
        (
            paragraph("此致", Role.CLOSING),
            paragraph("敬礼！", Role.REGARDS),
            paragraph(label, role),
            paragraph("2026年11月21日", Role.DATE),
        ),
        SectionRole.SIGNOFF,
    )


PROSE = (
    "本人周启明，持有贵行信用卡一张（卡号尾号4021）。截至2026年11月21日，该账户应于2026年8月20日还款，截至该日已逾期93日，"
    "尚欠本金86,421.37元、利息3,912.08元、违约金1,260.00元，合计91,593.45元（人民币玖万壹仟伍佰玖拾叁元肆角伍分）。"
    "以上数据摘自贵行2026年11月账单，如与贵行系统记录不一致，以贵行出具的明细为准。"
)


def letter(*, draft: bool = False) -> Paper:
    """A hardship letter of about one page."""
    return paper(
        heading("困难情况说明", 1),
        paragraph("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        heading("一、账户情况"),
        paragraph(PROSE),
        heading("二、逾期原因"),
        paragraph(
            "2026年5月31日，本人与原工作单位解除劳动合同（见附件2），此后两个月没有工资收入；8月起从事临时工作，"
            "月均收入8,200.00元（见附件3）。逾期前，本人连续36期按时足额还款（见附件4）。"
        ),
        heading("三、目前收支"),
        paragraph(
            "本人每月必要生活支出4,650.00元，其他债务每月还款1,200.00元，两项合计5,850.00元；收入扣除后，"
            "每月可用于偿还贵行欠款的金额不超过2,350.00元，明细见《个人财务状况说明》。"
        ),
        heading("四、请求事项"),
        paragraph("请贵行核实上述情况，就该账户与本人协商分期偿还安排，具体建议见随附《还款计划》——以贵行答复为准。"),
        heading("五、声明"),
        paragraph("本人保证以上陈述及所附材料真实、完整，并愿意配合核实。"),
        Paragraph(
            (
                Text("附件：1.个人财务状况说明"),
                LineBreak(),
                Text("2.解除劳动合同证明书（复印件1页）"),
                LineBreak(),
                Text("3.工资流水（2026年8月至2026年11月，银行打印并加盖业务专用章，复印件4页）"),
            ),
            Role.ATTACHMENTS,
        ),
        signoff(),
        paragraph("联系电话：13800138000　电子邮箱：zhou@example.com", Role.CONTACT),
        draft=draft,
    )


def plan_table(periods: int) -> Table:
    rows = tuple(
        row(
            str(number),
            f"{2026 + (number + 10) // 12}年{(number + 10) % 12 + 1}月25日",
            "1,440.35",
            "1,440.35",
            "0.00",
            f"{1440.35 * (periods - number):,.2f}",
            numbers=(0, 2, 3, 4, 5),
        )
        for number in range(1, periods + 1)
    )
    sums = (cell(text, number=True) for text in ("86,421.37", "86,421.37", "0.00"))
    total = Row((cell("合计", colspan=2), *sums, cell("")))
    labels = ("期次", "还款日", "应还金额（元）", "其中本金（元）", "其中利息（元）", "剩余本金（元）")
    return Table(words("附表：还款计划表"), head(*labels), rows, (total,))


def plan(periods: int = 60) -> Paper:
    """A repayment plan with a table that runs over several pages."""
    return paper(
        heading("信用卡欠款分期还款计划（建议稿）", 1),
        paragraph("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        paragraph(PROSE),
        plan_table(periods),
        paragraph("注：剩余本金为该期还款后的余额。", Role.NOTE),
        items("按期足额还款，还款日前一日将款项存入约定账户；", "收入、住址、电话发生变化时，三个工作日内告知贵行。"),
        signoff("申请人（签名）：", Role.SIGNATURE),
        title="还款计划",
    )


def evidence() -> Paper:
    """A dense table of nine columns whose cells wrap."""
    labels = ("序号", "材料名称", "证明事项", "出具单位", "形成日期", "份数页数", "形式", "状态", "对应段落")
    rows = tuple(
        row(
            str(number),
            "解除劳动合同证明书及离职交接清单" if number % 2 else "2026年8月至11月工资流水",
            "本人于2026年5月31日失去固定收入来源" if number % 3 else "收入",
            "示例科技（上海）有限公司人力资源部",
            "2026年5月31日",
            "1份2页",
            "复印件",
            "待补，预计2026年12月5日前" if number % 4 == 0 else "已附",
            "第二部分",
            numbers=(0,),
        )
        for number in range(1, 19)
    )
    group = Row((cell("一、身份与债务", header=True, colspan=9),))
    return paper(
        heading("证据材料清单", 1),
        paragraph("本清单所列材料均由本人提供，复印件与原件一致。"),
        Table(words("材料清单"), head(*labels), (group, *rows)),
        signoff("提供人（签名）：", Role.SIGNATURE),
        title="证据材料清单",
    )


def receipt() -> Section:
    return Section(
        (
            heading("回　执", 2),
            paragraph("示例银行信用卡中心已收到周启明提交的《协商结果书面确认申请》，答复如下："),
            paragraph("同意上述内容，按此执行", Role.CHECKBOX),
            paragraph("部分同意，修改意见：", Role.CHECKBOX),
            paragraph("不同意，原因：", Role.CHECKBOX),
            paragraph("经办人（签名）：", Role.SIGNATURE),
            paragraph("日期：", Role.DATE),
        ),
        SectionRole.RECEIPT,
    )


def confirmation() -> Paper:
    """A letter with lists, check boxes and a slip to cut off."""
    return paper(
        heading("协商结果书面确认申请", 1),
        paragraph("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        paragraph(PROSE),
        heading("一、双方口头达成的内容"),
        items(
            "欠款本金86,421.37元，自2026年12月25日起分60期偿还，每月25日还款，第1至59期每期1,440.35元；",
            "协议履行期间暂停计收利息及违约金；",
            "已产生的违约金1,260.00元予以减免。",
        ),
        heading("二、请选择答复方式"),
        items("短信", "电子邮件", "APP站内信", ordered=False, checkbox=True),
        items(
            "未说明的事项一",
            "未说明的事项二，内容较长，需要折行时第二行回到页边，与正式公文的写法一致，不作悬挂缩进处理",
            ordered=False,
        ),
        signoff("申请人（签名）：", Role.SIGNATURE),
        receipt(),
        title="协商结果书面确认申请",
    )


def bilingual() -> Paper:
    """Chinese first, then an English translation on its own page."""
    english = Section(
        (
            heading("Statement of Financial Hardship", 1),
            paragraph("Translation for reference; the Chinese text prevails.", Role.NOTE),
            paragraph("To: Demo Bank Credit Card Centre (示例银行信用卡中心)", Role.SALUTATION),
            heading("1. The account", 2),
            paragraph(
                "As of 21 November 2026 the account (ending 4021) is 93 days overdue. The principal outstanding is "
                "CNY 86,421.37, with interest of CNY 3,912.08 and default charges of CNY 1,260.00. I ask the bank to "
                "agree an instalment plan with me; the details are in the enclosed repayment plan."
            ),
            items(
                "I will pay on time.",
                "I will tell the bank within three working days of any change of address, telephone number or income.",
            ),
            Section(
                (
                    paragraph("Yours faithfully,", Role.CLOSING),
                    paragraph("Signature:", Role.SIGNATURE),
                    paragraph("21 November 2026", Role.DATE),
                ),
                SectionRole.SIGNOFF,
            ),
        ),
        SectionRole.PAGE_BREAK,
        "en",
    )
    return paper(*letter().blocks, english)


def long_prose(paragraphs: int = 30) -> Paper:
    return paper(heading("长文", 1), *(paragraph(PROSE) for _ in range(paragraphs)), signoff())


def rare_names() -> Paper:
    return paper(heading("困难情况说明", 1), paragraph("本人欧阳𬭎，联系人䶮𫖮，地址在𣲘头村。"), signoff())


PAPERS = {
    "letter": letter,
    "draft": lambda: letter(draft=True),
    "plan": plan,
    "rows360": lambda: plan(360),
    "evidence": evidence,
    "confirmation": confirmation,
    "bilingual": bilingual,
    "long": long_prose,
    "rare": rare_names,
}
