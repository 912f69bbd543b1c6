"""One paper with every node, role and flag of the tree, and facts that must be escaped."""

from __future__ import annotations

from negotiation_docs.tree import (
    Block,
    Cell,
    Description,
    DescriptionList,
    DescriptionRole,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paper,
    Paragraph,
    Role,
    Row,
    RowRole,
    Section,
    SectionRole,
    Table,
    TableRole,
    Text,
)

HOSTILE = "& < > \" ' <img src=/etc/hostname> {{ 7*7 }} **x**"


def blocks() -> tuple[Block, ...]:
    roles = tuple(Paragraph((Text(f"角色{role.value}"),), role) for role in Role)
    table = Table(
        (Text("收支表"),),
        (Row((Cell((Text("项目"),), header=True), Cell((Text("金额（元）"),), header=True, number=True))),),
        (
            Row((Cell((Text("房租"), LineBreak(), Text("水电"))), Cell((Text("1,800.00"),), number=True))),
            Row((Cell((Text("同意"),), checkbox=True), Cell((), center=True))),
        ),
        (Row((Cell((Text("合计"),), colspan=2),)),),
    )
    ledger = Table(
        (),
        (Row((Cell((Text("项目"),), header=True), Cell((Text("金额"),), header=True, number=True))),),
        (
            Row((Cell((Text("支出"),)), Cell((Text("900.00"),), number=True)), RowRole.SUM),
            Row((Cell((Text("伙食"),)), Cell((Text("900.00"),), number=True)), RowRole.PART),
            Row((Cell((Text("还款"),)), Cell((Text("80.00"),), number=True)), RowRole.SUM),
        ),
        (Row((Cell((Text("余额"),)), Cell((Text("20.00"),), number=True))),),
        TableRole.LEDGER,
    )
    form = Table(
        (),
        (),
        (
            Row((Cell((Text("答辩事项"),), header=True, colspan=2),)),
            Row((Cell((Text("1.对本金有无异议"),)), Cell((Text("无□　有☑"), LineBreak(), Text("异议内容：数额不对"))))),
            Row((Cell((Text("说明：请如实填写"),), colspan=2),)),
        ),
        role=TableRole.FORM,
    )
    pairs = (
        Description((Text("账户"),), (Text("信用卡"), LineBreak(), Text("尾号4021"))),
        Description((Text("欠款"),), (Text("1,000.00元", strong=True),)),
        Description((Text("通讯地址"),), (Text("一段写不进半行的地址" * 3),)),
    )
    return (
        Heading(1, (Text("困难情况说明"),)),
        Heading(2, (Text("一、基本情况"),)),
        Heading(3, (Text("（一）"), Text("强调", strong=True))),
        *roles,
        Paragraph((Text(HOSTILE), LineBreak(), Text("甲   乙"), Text("重点", strong=True))),
        ItemList((ListItem("1.", (Text("第一"),)), ListItem("2.", (Text("第二"),), checkbox=True)), ordered=True),
        ItemList((ListItem("", (Text("点"),)), ListItem("", (Text("选"),), checkbox=True)), ordered=False),
        *(DescriptionList(pairs, role) for role in DescriptionRole),
        table,
        ledger,
        form,
        *(Section((Paragraph((Text(f"节{role.value}"),)),), role) for role in SectionRole),
        Section((Paragraph((Text("English"),)),), lang="en"),
    )


def paper(*, draft: bool = False, lang: str = "zh-CN") -> Paper:
    return Paper("hardship_letter", "困难情况说明", lang, blocks(), draft)
