"""Papers with every feature a writer has to show, built by hand and free of real people."""

from __future__ import annotations

from negotiation_docs.tree import (
    Block,
    Cell,
    Heading,
    Inline,
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


def words(text: str) -> tuple[Inline, ...]:
    """Plain text; ``^`` toggles strong, ``|`` is a line break."""
    out: list[Inline] = []
    for at, piece in enumerate(text.split("^")):
        for nth, line in enumerate(piece.split("|")):
            if nth:
                out.append(LineBreak())
            if line:
                out.append(Text(line, strong=at % 2 == 1))
    return tuple(out)


def p(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(words(text), role)


def h(level: int, text: str) -> Heading:
    return Heading(level, words(text))


def cell(text: str = "", **kind: bool | int) -> Cell:
    return Cell(words(text), **kind)


def row(*cells: Cell | str) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells))


def header(*names: str) -> tuple[Row, ...]:
    return (Row(tuple(cell(name, header=True) for name in names)),)


def signoff(label: str = "申请人（签名）：", role: Role = Role.SIGNATURE) -> Section:
    return Section(
        (
            p("此致", Role.CLOSING),
            p("敬礼！", Role.REGARDS),
            p(label, role),
            p("2026年11月21日", Role.DATE),
        ),
        SectionRole.SIGNOFF,
    )


def budget_table() -> Table:
    return Table(
        words("每月收支（元）"),
        header("项目", "金额", "依据"),
        (
            row("工资收入", cell("8,200.00", number=True), "2026年8月至10月银行流水（见附件3）"),
            row("必要支出", cell("4,650.00", number=True), "房租、伙食、子女教育、赡养老人"),
            row("其他债务月还款", cell("1,200.00", number=True), "住房贷款"),
        ),
        (row(cell("可用于偿还"), cell("2,350.00", number=True), ""),),
    )


LETTER_BODY = (
    "本人周启明，持有贵行信用卡一张（卡号尾号4021）。截至2026年11月21日，该账户应于2026年8月20日还款，截至该日已逾期93日，"
    "尚欠本金86,421.37元、利息3,912.08元、违约金1,260.00元，合计91,593.45元（人民币玖万壹仟伍佰玖拾叁元肆角伍分）。"
    "以上数据摘自贵行2026年11月账单，如与贵行系统记录不一致，以贵行出具的明细为准。"
)


def letter(*, draft: bool = False, extra: tuple[Block, ...] = (), closing: Section | None = None) -> Paper:
    blocks: tuple[Block, ...] = (
        h(1, "困难情况说明"),
        p("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        h(2, "一、账户情况"),
        p(LETTER_BODY),
        h(2, "二、逾期原因"),
        p(
            "2026年5月31日，本人与原工作单位解除劳动合同（见附件2），此后两个月没有工资收入；8月起从事临时工作，"
            "月均收入8,200.00元（见附件3）。逾期前，本人^连续36期按时足额还款^（见附件4）。"
        ),
        h(2, "三、目前的收支"),
        budget_table(),
        h(2, "四、请求"),
        p(
            "请贵行考虑本人的实际情况，就上述欠款与本人协商“个性化分期还款”——具体方案见随附《还款计划》，本人将按约定履行……"
        ),
        ItemList(
            (
                ListItem("1.", words("请暂停计收利息及违约金；")),
                ListItem("2.", words("请以短信或者电子邮件答复。")),
            ),
            ordered=True,
        ),
        *extra,
        p("附件：|1.身份证复印件|2.解除劳动合同证明书", Role.ATTACHMENTS),
        closing or signoff(),
        p("联系电话：138****0000　电子邮件：zhou@example.com|联系地址：示例市示例区示例路1号", Role.CONTACT),
    )
    return Paper("hardship_letter", "困难情况说明", "zh-CN", blocks, draft=draft)


def schedule_table(rows: int) -> Table:
    def line(n: int) -> Row:
        day = f"{2027 + (n - 1) // 12}年{(n - 1) % 12 + 1}月25日"
        money = [f"{1440.35 + n / 100:,.2f}", "1,440.35", f"{n / 100:,.2f}", f"{86421.37 - n * 14.4:,.2f}"]
        return row(cell(str(n), center=True), cell(day, center=True), *(cell(each, number=True) for each in money))

    total = row(cell("合计", colspan=2, center=True), *(cell("86,421.37", number=True) for _ in range(3)), "")
    names = header("期次", "还款日", "应还金额（元）", "其中本金（元）", "其中利息（元）", "剩余本金（元）")
    return Table(words("还款计划表"), names, tuple(line(n) for n in range(1, rows + 1)), (total,))


def plan(rows: int = 60) -> Paper:
    blocks: tuple[Block, ...] = (
        h(1, "还款计划"),
        p("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        p(LETTER_BODY),
        schedule_table(rows),
        p("注：每期金额含本金，末期金额含尾差。", Role.NOTE),
        signoff("申请人（签名并按指印）：", Role.FINGERPRINT),
    )
    return Paper("repayment_plan", "还款计划", "zh-CN", blocks)


def everything() -> Paper:
    """Each node, role and section role at least once, long and short, with hostile and rare characters."""
    receipt = Section(
        (
            h(2, "回执"),
            p("本单位已收到周启明提交的《还款计划》。", Role.BODY),
            p("同意所提方案", Role.CHECKBOX),
            p("不同意，理由：", Role.CHECKBOX),
            p("经办人（签名或者盖章）：", Role.SIGNATURE),
            p("    年    月    日", Role.DATE),
        ),
        SectionRole.RECEIPT,
    )
    checks = Table(
        words("材料核对表"),
        header("", "材料", "编号", "说明", "甲", "乙", "丙", "丁"),
        (
            row(cell("", checkbox=True), "身份证复印件（正反面）", "HT20260101ABCDEF", "原件核对", "1", "2", "3", "4"),
            row(cell("已附", checkbox=True), "欧阳𬭎的收入证明", "A&B<公司>\"'", "待补", cell("跨列", colspan=4)),
        ),
    )
    blocks: tuple[Block, ...] = (
        *letter().blocks[:-2],
        h(3, "（一）补充说明"),
        ItemList(
            (ListItem("", words("无编号的一项")), ListItem("", words("要勾选的一项"), checkbox=True)), ordered=False
        ),
        p("A&B公司 <img src=/etc/hostname> {{7*7}} ** # 欧阳𬭎 “引号”——破折号……  双空格 "),
        Section((h(3, "（二）不分开的一段"), p(LETTER_BODY), budget_table()), SectionRole.KEEP),
        checks,
        Section((p("This is a translation. The borrower’s “plan” follows."), h(3, "Terms")), lang="en"),
        p("本译文仅供参考。", Role.NOTE),
        signoff("申请人（签名并按指印）：", Role.FINGERPRINT),
        p("联系电话：138****0000", Role.CONTACT),
        receipt,
        Section((h(1, "附件一"), p("另起一页。"), budget_table()), SectionRole.PAGE_BREAK),
        Section((budget_table(),), SectionRole.PAGE_BREAK),
    )
    return Paper("everything", "全部要素", "zh-CN", blocks)


def english() -> Paper:
    blocks: tuple[Block, ...] = (
        h(1, "Statement of Hardship"),
        p("Dear Sir or Madam:", Role.SALUTATION),
        h(2, "1. The account"),
        p(
            "I, ZHOU Qiming, hold a credit card issued by your bank (ending 4021). It’s “overdue” by 93 days; the"
            " principal outstanding is CNY 86,421.37, as shown in your statement of November 2026."
        ),
        Table(
            words("Monthly budget (CNY)"),
            header("Item", "Amount", "Source"),
            (row("Wages", cell("8,200.00", number=True), "Bank statements August to October 2026"),),
        ),
        ItemList((ListItem("1.", words("Reply in writing;")), ListItem("2.", words("Pause interest."))), ordered=True),
        Section(
            (
                p("Yours faithfully,", Role.CLOSING),
                p("Signature:", Role.SIGNATURE),
                p("21 November 2026", Role.DATE),
            ),
            SectionRole.SIGNOFF,
        ),
    )
    return Paper("hardship_letter", "Statement of Hardship", "en", blocks)
