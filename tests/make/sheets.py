"""The papers that go with a letter: a plan over several pages, a dense list of evidence, a request with a slip."""

from __future__ import annotations

from negotiation_docs.tree import Paper, Role, Section, SectionRole, Table
from tests.make.letters import PROSE
from tests.make.tables import schedule_table
from tests.make.trees import cell, head, heading, items, paper, paragraph, row, signoff, words


def plan(periods: int = 60) -> Paper:
    """A repayment plan with a table that runs over several pages."""
    return paper(
        heading("信用卡欠款分期还款计划（建议稿）", 1),
        paragraph("尊敬的示例银行信用卡中心：", Role.SALUTATION),
        paragraph(PROSE),
        schedule_table(periods),
        paragraph("注：剩余本金为该期还款后的余额。", Role.NOTE),
        items("按期足额还款，还款日前一日将款项存入约定账户；", "收入、住址、电话发生变化时，三个工作日内告知贵行。"),
        signoff(),
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
    group = row(cell("一、身份与债务", header=True, colspan=9))
    return paper(
        heading("证据材料清单", 1),
        paragraph("本清单所列材料均由本人提供，复印件与原件一致。"),
        Table(words("材料清单"), head(*labels), (group, *rows)),
        signoff("提供人（签名）："),
        title="证据材料清单",
    )


def receipt() -> Section:
    return Section(
        (
            heading("回　执"),
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
        signoff(),
        receipt(),
        title="协商结果书面确认申请",
    )
