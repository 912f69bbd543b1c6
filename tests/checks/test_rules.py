"""Every rule finds what it is for, at its place, in pinned words, and is silent on a clean case."""

# ruff: noqa: E501  one case a line reads best as a table

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.checks import check
from negotiation_docs.checks.glyphs import WORDS
from negotiation_docs.checks.rule import all_words, figure_words
from negotiation_docs.checks.subjects import FIGURE_RULES, RULES
from tests.make.spoiled import GONE, OTHER_DEBT, readiness, spoiled
from tests.read.some import some

D = "debts[0]"
PAID = {"date": "2026-11-21", "amount": "100.00"}
CONFIRMED = {"date": "2026-11-20", "channel": "sms"}
CHANGED = {
    "at": "2026-11-21 09:00", "direction": "outgoing", "channel": "phone", "summary": "申请降低每期金额", "reply": "同意",
    "outcome": "accepted", "sent": ["变更还款计划申请"],
}  # fmt: skip
SETTLEMENT = {"pay_by": "2026-11-01"}
LUMP = {"settlement": {"pay_by": "2026-12-20"}, "waive": None}
DEAR = {
    "signed": "2022-05-16", "annual_rate": "12%", "amount": "90000", "received": "12000", "periods": "12",
    "first_due": "2022-06-16", "payment": "1090.00",
}  # fmt: skip

TOLD = [
    {"kind": kind, "amount": sum_, "from": "2026-08-21", "to": "2026-11-21"}
    for kind, sum_ in (("interest", "3912.08"), ("penalty", "1260.00"), ("fees", "1000.00"))
]
OVER_24 = {f"{D}.balance.fees": "1000.00", f"{D}.balance.charges": TOLD}
FRIEND = {"name": "李明远", "kind": "private"}
LENT = {"signed": "2022-05-16", "annual_rate": "18%", "lpr_1y": "0.037"}
SUED = {"stage": "sued", "received": "2026-11-10"}
PUT_OFF = {"instalment": 1, "from": "2026-12-25", "to": "2027-01-25", "reason": "工资晚发"}
IN_PLAN = {f"{D}.agreement.confirmed": CONFIRMED}
GOES_ON = {
    f"{D}.due": "2026-11-20",
    f"{D}.contract": {
        "signed": "2026-03-20", "amount": "90000", "annual_rate": "12%", "method": "equal_payment", "periods": "36",
        "first_due": "2026-04-20",
    },
}  # fmt: skip

SKIPS = {
    f"{D}.balance.past_due": "2989.29",
    f"{D}.deferral": {"holiday": {"from": "2027-01", "to": "2027-03"}, "reason": "工资晚发"},
}

# rule, what is changed in the clean case, where it is found, and the words
CASES = [
    ("borrower.unreachable", {"borrower.phone": GONE}, "borrower.phone", "联系途径写了电话，但没有填写手机号码"),
    ("borrower.masked", {"borrower.name": "周*明"}, "borrower.name", "姓名里有遮盖的字，对方无法核对"),
    ("borrower.masked", {"borrower.email": "zh***@example.com"}, "borrower.email", "电子邮箱里有遮盖的字，对方无法核对"),
    ("borrower.masked", {"borrower.email": "xxxx@example.com"}, "borrower.email", "电子邮箱里有遮盖的字，对方无法核对"),
    ("creditor.masked", {f"{D}.creditor.name": "××银行信用卡中心"}, f"{D}.creditor.name", "名称里有遮盖的字，文书送不到这一家"),
    ("debt.masked_account", {f"{D}.account": "****4021"}, f"{D}.account", "账号里有遮盖的数字，对方不好核对"),
    ("borrower.id_number", {"borrower.id_number": GONE}, "borrower.id_number", "没有填写公民身份号码，对方可能无法核实身份"),
    ("borrower.differs", {"borrower.sex": "female"}, "borrower.sex", "性别写的是女，证件号码里是男"),
    ("hardship.future", {"hardship[0].since": "2026-12-31"}, "hardship[0].since", "发生日期2026年12月31日晚于落款日期2026年11月21日"),
    ("hardship.order", {"hardship[0].until": "2026-05-01"}, "hardship[0].until", "结束日期早于发生日期"),
    ("hardship.statement", {"hardship[0].statement": GONE}, "hardship[0].statement", "原因“失业”没有情况说明，信中只会写出原因"),
    ("hardship.medical", {"hardship[0].medical_detail": "阑尾炎"}, "hardship[0].medical_detail", "原因是“失业”，却写了医疗信息，会印进困难情况说明"),
    ("hardship.too_long", {"hardship[0].statement": "店里停业后一直没有收入；" * 50}, "hardship", "情况说明和措施共613字，信会超过两页，经办人未必读完"),
    ("update.twice", {"updates": [{"date": "2026-11-10", "statement": "本人与原工作单位解除劳动合同，此后两个月没有工资收入。", "evidence": []}]}, "updates[0].statement", "这项近期变化与困难原因“失业”说的是同样的话，信里会说两遍"),
    ("hardship.no_status", {"hardship[0].evidence": GONE}, "hardship[0].evidence", "“失业”没有写有没有证明，信里无从说起"),
    ("hardship.unproved", {"hardship[0].evidence": [], "evidence[0].group": "debt"}, "hardship[0].evidence", "“失业”没有书面证明，信中会写明是本人陈述"),
    ("hardship.unusual_evidence", {"hardship[0].evidence": ["idcard"]}, "hardship[0].evidence", "所列材料不像是“失业”常用的证明"),
    ("hardship.nothing_at_hand", {"evidence[0].status": "unavailable", "evidence[0].reason": "原单位已注销"}, "hardship[0].evidence", "“失业”所列的证明都无法提供"),
    ("hardship.after_default", {"hardship[0].since": "2026-09-01"}, f"{D}.due", "到期日2026年8月20日早于全部困难的发生日期2026年9月1日，困难不能说明这次逾期的原因"),
    ("finances.future", {"finances.as_of": "2026-12-01"}, "finances.as_of", "收支的截至日期2026年12月1日晚于落款日期2026年11月21日"),
    ("finances.stale", {"finances.as_of": "2026-08-01"}, "finances.as_of", "收支情况是112天以前的，可能已不是现在的情况"),
    ("finances.no_day", {"finances.as_of": GONE}, "finances.as_of", "没有写收支的截至日期"),
    ("finances.income_unproved", {"finances.income[0].evidence": []}, "finances.income[0].evidence", "收入“临时工作报酬”没有证据"),
    ("finances.no_essentials", {"finances.essentials": []}, "finances.essentials", "没有填写必要支出，可用于还款的金额会算得过高"),
    ("finances.twice", {"finances.other_debts[0].creditor": "示例银行股份有限公司信用卡中心"}, "finances.other_debts[0].creditor", "这家债权人既在“债务”里又在“其他债务”里，会重复扣除"),
    ("finances.over_balance", {"finances.other_debts[0].balance": "500"}, "finances.other_debts[0].monthly", "月还款多于余额500.00元"),
    ("finances.preferred", {"finances.other_debts[0].priority": "false"}, "finances.other_debts[0].priority", "这笔非优先债务每月照常还1,200.00元，其他债权人却要分摊余下的部分"),
    ("finances.other_overdue", {"finances.other_debts[0].overdue": "true"}, "finances.other_debts[0].overdue", "这笔其他债务已经逾期，却不在协商之列"),
    ("finances.unclassed", {"finances.assets[0].class": GONE}, "finances.assets[0].class", "“存款”没有写类别，财务状况说明会列为“未分类”，其余财产写作未申报"),
    ("evidence.no_identity", {"evidence[2]": GONE}, "evidence", "证据材料里没有身份证明"),
    ("evidence.unsaid", {"hardship[0].evidence": [], "evidence[4]": {"id": "x", "name": "失业证明", "group": "hardship", "proves": "失业", "status": "pending", "due": "2026-12-10"}}, "evidence[4]", "“失业证明”像是失业的证明，却没有写在这项困难下；信里分不清它证明什么，对这项困难有没有证明只能不提"),
    ("evidence.unused", {"evidence[4]": {"id": "x", "name": "收入证明", "group": "income", "proves": "收入", "status": "attached", "pages": "1"}}, "evidence[4]", "“收入证明”没有被任何一项事实引用"),
    ("evidence.to_everybody", {"debts[1]": OTHER_DEBT, f"{D}.evidence": []}, "evidence[3]", "“还款记录”没有写在哪一笔债务下，会随每一份文书交给所有债权人"),
    ("evidence.proves", {"evidence[1].proves": GONE}, "evidence[1].proves", "“工资流水”没有写证明事项"),
    ("evidence.issued", {"evidence[1].issued": "2026-12-01"}, "evidence[1].issued", "出具日期2026年12月1日晚于落款日期2026年11月21日"),
    ("evidence.pages", {"evidence[1].pages": GONE}, "evidence[1].pages", "“工资流水”没有写页数"),
    ("evidence.due_passed", {"evidence[1].status": "pending", "evidence[1].due": "2026-11-01"}, "evidence[1].due", "“工资流水”答应在2026年11月1日前补交，这一天已经过去"),
    ("creditor.platform", {f"{D}.creditor.kind": "platform"}, f"{D}.creditor.kind", "助贷平台不是放款机构，这份文书应写给放款机构"),
    ("creditor.like_a_platform", {f"{D}.creditor.name": "示例随借科技有限公司"}, f"{D}.creditor.name", "这个名称像是平台，不是放款机构"),
    ("creditor.wrong_kind", {f"{D}.creditor.name": "示例消费金融有限公司"}, f"{D}.creditor.kind", "名称里有“消费金融”，类型却写了银行信用卡"),
    ("creditor.not_lent", {f"{D}.creditor": {"name": "示例农资有限公司", "kind": "company"}, f"{D}.product": "赊购农资款"}, f"{D}.product", "业务种类写着“赊”，不是借款，而文书会写成向这一家借款"),
    ("creditor.not_lent", {f"{D}.creditor": {"name": "钱立强", "kind": "private"}, f"{D}.product": "借款代偿款"}, f"{D}.product", "业务种类写着“代偿”，不是借款，而文书会写成向这一家借款"),
    ("contact.may_admit", {f"{D}.due": "2020-08-20", f"{D}.agreement": None, f"{D}.contacts": [{"at": "2026-11-18", "direction": "incoming", "channel": "phone", "summary": "催还", "own_reply": "表示愿意还款，请给时间", "outcome": "unclear"}]}, f"{D}.contacts[0].own_reply", "诉讼时效可能已满，而沟通记录里的“表示愿意还款”是愿意偿还、承认欠款或者请求宽限；写给对方的文书会照录，由您签名"),
    ("contract.pawn_ends", {f"{D}.creditor": {"name": "示例典当行", "kind": "pawnshop"}, f"{D}.contract.ends": "2026-11-16"}, f"{D}.contract.ends", "当期2026年11月16日届满；2026年11月21日以前不赎当也不续当的，即为绝当"),
    ("contract.forfeited", {f"{D}.creditor": {"name": "示例典当行", "kind": "pawnshop"}, f"{D}.contract.ends": "2026-11-15"}, f"{D}.contract.ends", "2026年11月20日以前没有赎当也没有续当的，已经绝当"),
    ("creditor.short_name", {f"{D}.creditor.name": "示例卡"}, f"{D}.creditor.name", "债权人名称不像是全称"),
    ("creditor.no_notice", {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card"}}, f"{D}.creditor.transferred_from.notice", "债权已转让，但没有写收到转让通知的日期"),
    ("creditor.notice_later", {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card", "notice": "2026-12-01"}}, f"{D}.creditor.transferred_from.notice", "转让通知日期2026年12月1日晚于落款日期"),
    ("creditor.sold_again", {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": {"name": "示例壹号资产管理有限公司", "kind": "transferee", "notice": "2026-03-10"}}, f"{D}.creditor.transferred_from.kind", "原债权人“示例壹号资产管理有限公司”也是受让方，没有出借过，而文书会写成向它借款"),
    ("contract.signed_late", {f"{D}.contract.signed": "2026-10-01"}, f"{D}.contract.signed", "签订日期2026年10月1日晚于2026年8月20日，与到期日或欠款日期矛盾"),
    ("contract.unusual_rate", {f"{D}.contract.annual_rate": "0.05%"}, f"{D}.contract.annual_rate", "年利率0.05%不常见"),
    ("contract.unusual_rate", {f"{D}.contract.overdue_rate": "36.5%"}, f"{D}.contract.overdue_rate", "年利率36.5%不常见"),
    ("contract.unusual_rate", {f"{D}.proposal": {"method": "equal_payment", "annual_rate": "0.5%", "periods": "48", "first_due": "2026-12-25"}}, f"{D}.proposal.annual_rate", "年利率0.5%不常见"),
    ("contract.received_more", {f"{D}.contract.amount": "90000", f"{D}.contract.received": "95000"}, f"{D}.contract.received", "实际到账金额多于合同金额"),
    ("contract.deducted", {f"{D}.contract.amount": "90000", f"{D}.contract.received": "88000"}, f"{D}.contract.received", "实际到账比合同金额少2,000.00元"),
    ("contract.dearer", {f"{D}.contract": DEAR}, f"{D}.contract.annual_rate", "按到账金额和每期应还计算，单利年化16.22%、复利（内部收益率法）年化17.48%；合同写的是12%"),
    ("contract.dearer", {f"{D}.contract": {**DEAR, "first_due": "2022-08-16"}}, f"{D}.contract.annual_rate", "按到账金额和每期应还计算，按实际日期年化（XIRR，实际天数/365）12.99%；合同写的是12%"),
    ("court.raises_limitation", {f"{D}.litigation": {**SUED, "raise_limitation": "true"}}, f"{D}.litigation.raise_limitation", "已决定主张时效（raise_limitation），而承认欠款、提出还款、请求分期或延期的文书会放弃这项抗辩"),
    ("court.admits_barred", {f"{D}.litigation": {**SUED, "raise_limitation": "true", "claims": [{"item": "principal", "amount": "86421.37", "answer": "admit"}]}}, f"{D}.litigation.claims[0].answer", "已决定主张时效，诉讼请求却写了本金“确认”，前后矛盾"),
    ("court.admits_barred", {f"{D}.limitation_risk_accepted": "true", f"{D}.litigation": {**SUED, "raise_limitation": "true"}}, f"{D}.limitation_risk_accepted", "已决定主张时效，债务里却写了“已知悉时效风险”，前后矛盾"),
    ("court.claim_disputed", {f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "90000", "answer": "partly", "admitted": "80000"}]}}, f"{D}.litigation.claims[0].answer", "诉讼请求里的本金90,000.00元只认可80,000.00元，欠款里承认的本金却是86,421.37元，文书会成为相反的证据"),
    ("court.claim_disputed", {f"{D}.litigation": {**SUED, "claims": [{"item": "interest", "amount": "9100", "answer": "dispute"}]}}, f"{D}.litigation.claims[0].answer", "诉讼请求里的利息等9,100.00元只认可0.00元，欠款里承认的利息等却是5,172.08元，文书会成为相反的证据"),
    ("court.claim_over_bill", {f"{D}.litigation": {**SUED, "claims": [{"item": "total", "amount": "95000", "answer": "admit"}]}}, f"{D}.litigation.claims[0].answer", "诉讼请求里的标的总额认可95,000.00元，多于账单上的91,593.45元"),
    ("court.claim_paid", {f"{D}.balance.as_of": "2026-11-20", f"{D}.payments": [PAID], f"{D}.litigation": {**SUED, "claims": [{"item": "total", "amount": "91593.45", "answer": "admit"}]}}, f"{D}.litigation.claims[0].answer", "诉讼请求里的标的总额认可91,593.45元，而2026年11月20日以后又还了100.00元，没有扣除"),
    ("court.total_admits", {f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "86421.37", "answer": "admit"}, {"item": "interest", "amount": "5172.08", "answer": "dispute", "reason": "没有明细"}, {"item": "total", "amount": "91593.45", "answer": "admit"}]}}, f"{D}.litigation.claims[2].answer", "标的总额写了“确认”，而利息等有异议：认可总额就是认可其中的每一项"),
    ("court.claim_not_due", {f"{D}.balance.past_due": "8642.14", f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "86421.37", "answer": "admit"}, {"item": "early_repayment", "answer": "dispute", "reason": "没有通知"}]}}, f"{D}.litigation.claims[0].answer", "对提前还款或解除合同有异议，本金却认可86,421.37元，多于已到期的8,642.14元"),
    ("balance.over_received", {f"{D}.contract.received": "80000"}, f"{D}.balance.principal", "剩余本金86,421.37元多于实际到账的80,000.00元"),
    ("debt.kept_late", {"debts[1]": {**OTHER_DEBT, "contract": {"payment": "600.00", "periods": "24", "first_due": "2026-02-02"}}}, "debts[1].proposal", "这笔债务自2026年9月2日起逾期，没有还款方案，而合同还在继续：每月先从余额中扣除600.00元，不参与分配；已经逾期的部分没有安排"),
    ("debt.acknowledged_order", {f"{D}.last_acknowledged": "2026-08-01"}, f"{D}.last_acknowledged", "最近承认日期早于最早逾期还款日2026年8月20日"),
    ("debt.day_later", {f"{D}.last_demanded": "2026-11-22"}, f"{D}.last_demanded", "最近催收日期2026年11月22日晚于落款日期2026年11月21日"),
    ("debt.court", {f"{D}.litigation": {"stage": "summons", "deadline": "2026-11-25"}}, f"{D}.litigation", "已收到法院或调解文书（被起诉）：提交答辩状、提出管辖权异议的期限是2026年11月25日，还有4天"),
    ("debt.court", {f"{D}.litigation": {"stage": "mediation", "deadline": "2026-11-20"}}, f"{D}.litigation", "已收到法院或调解文书（诉前调解）：答复是否愿意调解的期限2026年11月20日已过1天；请联系法院或调解组织，看是否仍可调解；请当天联系法院，并拨打12348"),
    ("litigation", {f"{D}.litigation": SUED}, f"{D}.litigation", "这笔债务已进入法律程序（被起诉），承认欠款或者提出还款的文书会成为证据"),
    ("court.unanswered", {f"{D}.litigation": {**SUED, "stage": "payment_order"}}, f"{D}.litigation.claims", "支付令的各项请求还没有逐项答复，这时承认欠款等于放弃异议"),
    ("court.paper", {f"{D}.litigation": {**SUED, "papers": [{"kind": "evidence_notice", "deadline": "2026-12-10"}]}}, f"{D}.litigation.papers[0]", "举证通知书：提交证据的期限是2026年12月10日，还有19天"),
    ("court.hearing", {f"{D}.litigation": {**SUED, "hearing": "2026-12-18 09:30"}}, f"{D}.litigation.hearing", "开庭时间是2026年12月18日9时30分，还有27天"),
    ("court.hearing", {f"{D}.litigation": {**SUED, "hearing": "2026-11-20 09:30"}}, f"{D}.litigation.hearing", "开庭时间2026年11月20日已过1天；没有到庭的，请联系法院问清下次开庭的时间；请当天联系法院，并拨打12348"),
    ("court.received_later", {f"{D}.litigation": {**SUED, "received": "2026-11-22"}}, f"{D}.litigation.received", "收到日期2026年11月22日晚于落款日期2026年11月21日"),
    ("court.deadline_before", {f"{D}.litigation": {**SUED, "deadline": "2026-11-09"}}, f"{D}.litigation.deadline", "期限2026年11月9日早于收到日期2026年11月10日"),
    ("court.deadline_late", {f"{D}.litigation": {**SUED, "stage": "payment_order", "deadline": "2026-12-25"}}, f"{D}.litigation.deadline", "所写期限2026年12月25日晚于法定期限2026年11月25日（收到支付令之日起15日）"),
    ("court.hearing", {f"{D}.litigation": {**SUED, "stage": "mediation", "hearing": "2026-12-18 09:30"}}, f"{D}.litigation.hearing", "调解时间是2026年12月18日9时30分，还有27天"),
    ("court.hearing_before", {f"{D}.litigation": {**SUED, "hearing": "2026-11-09 09:30"}}, f"{D}.litigation.hearing", "开庭时间2026年11月9日早于收到日期2026年11月10日"),
    ("court.case_number", {f"{D}.litigation": {**SUED, "case_number": "（2026）示0101民督12号"}}, f"{D}.litigation.case_number", "案号里的“民督”通常用于支付令，所写阶段却是被起诉"),
    ("court.silent", {f"{D}.litigation": {**SUED, "cause": "private_lending", "facts": [{"item": name, "answer": "admit"} for name in ("contract", "contract_parties", "loan_amount", "loan_term", "loan_rate", "paid_out", "repayment_method")]}}, f"{D}.litigation.facts", "答辩状“事实与理由”的这些行没有答，方框会留空：已还款金额、逾期未还款金额"),
    ("court.no_basis", {f"{D}.litigation": {**SUED, "raise_limitation": True, "claims": [{"item": "principal", "amount": "86421.37", "answer": "dispute"}]}}, f"{D}.litigation.basis", "已决定主张时效，“答辩依据”（basis）没有写，表上这一栏会留空"),
    ("court.paid_barred", {f"{D}.payments": [{"date": "2026-11-21", "amount": "200.00"}], f"{D}.litigation": {**SUED, "raise_limitation": True}}, f"{D}.payments[0]", "已决定主张时效，而2026年11月21日还款200.00元：时效届满以前还的，时效重新计算；届满以后还的，不能再以时效抗辩"),
    ("court.may_admit", {f"{D}.litigation": {**SUED, "raise_limitation": True, "statement": "这笔贷款本人用于装修了"}}, f"{D}.litigation.statement", "已决定主张时效，而“这笔贷款本人用于装修了”可能是愿意偿还、承认欠款或者请求宽限"),
    ("court.fact_barred", {f"{D}.litigation": {**SUED, "raise_limitation": True, "facts": [{"item": "demands", "answer": "admit"}]}}, f"{D}.litigation.facts[0].answer", "已决定主张时效，而事实里的“通知和催收”写了“确认”：收到催收会使时效重新计算"),
    ("court.open_boxes", {f"{D}.litigation": {**SUED, "cause": "credit_card", "claims": [{"item": "principal", "amount": "100.00"}], "represented": False, "mediation_wish": "no"}}, f"{D}.litigation", "这些栏没有答，会留空：是否了解调解、是否了解先行调解的好处"),
    ("court.uncited", {f"{D}.evidence": ["repayments"], f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "100.00"}]}}, f"{D}.litigation.claims", "“还款记录”写在这笔债务的证据里，答辩没有引用，答辩状的证据清单里不会有"),
    ("court.no_notice", {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card"}, f"{D}.litigation": {**SUED, "statement": "本人没有收到债权转让通知"}}, f"{D}.litigation.statement", "写了没有收到债权转让通知，而起诉状副本的送达就是通知"),
    ("court.no_notice", {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card"}, f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "86421.37", "answer": "dispute", "reason": "不知道债权已经转让"}]}}, f"{D}.litigation.claims[0].reason", "写了没有收到债权转让通知，而起诉状副本的送达就是通知"),
    ("court.no_ground", {f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "86421.37", "answer": "dispute", "reason": "生病以后经济困难，希望分期"}]}}, f"{D}.litigation.claims[0].reason", "对“本金”的异议写了“经济困难”：没有能力还、想分期，不是对请求的异议，法庭不会据此减少"),
    ("court.statement_admits", {f"{D}.litigation": {**SUED, "statement": "本人愿意偿还全部欠款", "claims": [{"item": "principal", "amount": "86421.37", "answer": "dispute", "reason": "与账单不符"}]}}, f"{D}.litigation.statement", "自由陈述里的“本人愿意偿还全部欠款”是认可欠款或者愿意偿还，而本金写了“异议”，前后矛盾"),
    ("court.admits_reduced", {f"{D}.litigation": {**SUED, "requests": ["reduce_penalty"], "claims": [{"item": "interest", "amount": "5172.08", "answer": "admit"}]}}, f"{D}.litigation.claims[0].answer", "利息等写了“确认”，又请求“减少违约金”：确认了的金额，法院不会再调减"),
    ("party.vouches", {f"{D}.parties": [{"name": "周小妹", "role": "主债务人"}]}, f"{D}.parties[0].role", "“其他当事人”里有主债务人：这笔债务是别人借的，本人是保证人，而文书写的是本人的借款"),
    ("court.vouches", {f"{D}.litigation": {**SUED, "statement": "本人只是这笔贷款的连带责任保证人"}}, f"{D}.litigation.statement", "“本人只是这笔贷款的连带责任保证人”：保证人被起诉没有对应的要素式表格，信用卡、借款的表格是借款人用的"),
    ("court.vouches", {f"{D}.litigation": {**SUED, "facts": [{"item": "guarantee", "answer": "dispute", "reason": "当时我替周小妹担保，没有看到合同"}]}}, f"{D}.litigation.facts[0].reason", "“我替周小妹担保”：保证人被起诉没有对应的要素式表格，信用卡、借款的表格是借款人用的"),
    ("party.proved_to_vouch", {"evidence[3].proves": "本人为该笔贷款的保证人"}, f"{D}.evidence[0]", "所列材料证明“本人为该笔贷款的保证人”，而文书写的是本人的借款"),
    ("court.arbitration_clause", {f"{D}.litigation": SUED, f"{D}.contract.clauses": [{"ref": "第十八条", "text": "争议提交示例仲裁委员会仲裁"}]}, f"{D}.contract.clauses[0]", "合同条款（第十八条）写了仲裁，而对方向法院起诉"),
    ("court.jurisdiction_clause", {f"{D}.litigation": SUED, f"{D}.contract.clauses": [{"ref": "第十八条", "text": "协商不成的，向甲方所在地人民法院提起诉讼"}]}, f"{D}.contract.clauses[0]", "合同条款（第十八条）写了由哪个法院管辖，请对照是不是现在受理的法院"),
    ("court.asks_mediation", {f"{D}.litigation": {**SUED, "requests": ["mediation"], "raise_limitation": True}}, f"{D}.litigation.requests[0]", "已决定主张时效，又请求法院主持调解：调解中同意还款，就不能再以时效抗辩"),
    ("court.asks_mediation", {f"{D}.litigation": {**SUED, "requests": ["mediation"], "mediation_wish": "no"}}, f"{D}.litigation.requests[0]", "是否考虑先行调解写了“否”，又请求法院主持调解：表上两处会不一致"),
    ("court.claims_sum", {f"{D}.litigation": {**SUED, "claims": [{"item": "principal", "amount": "1.00"}, {"item": "total", "amount": "2.00"}]}}, f"{D}.litigation.claims[1].amount", "诉讼请求各项合计1.00元，与标的总额2.00元不一致"),
    ("debt.goes_on", {"debts[1]": {**OTHER_DEBT, "due": "2026-12-02"}}, "debts[1].proposal", "这笔债务2026年12月2日才到期，也没有写还款方案或延期申请，按照常还款处理；信里却会写预计无法按期偿还"),
    ("finances.support_twice", {"finances.support": [{"from": "临时工作", "amount": "600.00"}]}, "finances.support[0]", "生活来源里的这一笔，收入“临时工作报酬”里也写了，会重复计算"),
    ("debt.kept_untold", {"debts[1]": {**OTHER_DEBT, "due": "2026-12-02"}}, "debts[1].contract.payment", "这笔债务2026年12月2日才到期，也没有还款方案，按照常还款处理，不参与分配；但合同每月应还多少没有写，余额里没有扣除"),
    ("agent.trader", {"borrower.agent": {"name": "周小明", "kind": "adviser"}}, "borrower.agent.kind", "受托人是顾问，不是律师、法律援助人员或者近亲属"),
    ("agent.trader", {"borrower.agent": {"name": "周小明", "kind": "relative", "organisation": "示例债务优化有限公司"}}, "borrower.agent.organisation", "受托人是以协商、维权为业的单位的人，不是律师、法律援助人员或者近亲属"),
    ("agent.expired", {"borrower.agent": {"name": "张律师", "kind": "lawyer", "until": "2026-11-01"}}, "borrower.agent.until", "委托期限2026年11月1日早于落款日期"),
    ("withdrawal.open", {f"{D}.agreement.confirmed": CONFIRMED, f"{D}.contacts[0].level": "regulator", f"{D}.contacts[0].ref": "TS-1", f"{D}.contacts[0].promise": "书面答复"}, f"{D}.contacts[0].promise", "2026年10月12日对方承诺的事项还没有兑现，撤回以后同一件事一般不再受理"),
    ("debt.unknown_principal", {"debts[1]": {**OTHER_DEBT, "balance": {}}}, "debts[1].balance.principal", "本金未知，这笔债务没有参与分配"),
    ("limitation", {f"{D}.due": "2023-01-01"}, f"{D}.due", "诉讼时效一般为三年，自2023年1月1日（最早逾期还款日）起算，可能已于2026年1月1日届满。本人承认债务、同意还款或请求分期，就不能再以时效抗辩"),
    ("balance.not_due_yet", {f"{D}.due": "2026-12-01"}, f"{D}.due", "到期日2026年12月1日还没有到，欠款里却已有违约金或罚息"),
    ("balance.unknown", {f"{D}.balance.interest": GONE, f"{D}.balance.charges": GONE}, f"{D}.balance", "利息没有填写，信中会说明金额待核对"),
    ("balance.over_24", OVER_24, f"{D}.balance", "所列期间（93天）已主张的息费合计比按年利率24%计算的多887.35元（一年按365天）"),
    ("balance.over_lpr", {**OVER_24, f"{D}.creditor": FRIEND, f"{D}.contract": LENT}, f"{D}.balance", "所列期间（93天）已主张的息费合计比按四倍LPR（年14.8%）计算的多2,913.17元（一年按365天）"),
    ("balance.recounted", {f"{D}.balance.charges": TOLD[:2]}, f"{D}.balance.charges", "利息按日万分之五（以本金86,421.37元、93天、一年365天计算）为4,018.59元；对方主张3,912.08元"),
    ("plan.waives_principal", {f"{D}.agreement": GONE, f"{D}.proposal": {"settlement": {"pay_by": "2026-12-20"}, "funds": "存款", "waive": {"principal": "5000"}}}, f"{D}.proposal.waive.principal", "方案请求减免本金5,000.00元，对方可能按“债务减免”报送征信"),
    ("plan.waiver_saves", {f"{D}.agreement": GONE}, f"{D}.proposal.waive", "请求减免1,260.00元，占欠款合计91,593.45元的1.38%；减免后尚欠90,333.45元"),
    ("contract.over_lpr", {f"{D}.creditor": FRIEND, f"{D}.contract": LENT}, f"{D}.contract.annual_rate", "年利率18%高于签订时一年期LPR的四倍（14.8%）"),
    ("contract.lpr_unknown", {f"{D}.creditor": FRIEND, f"{D}.contract": {"annual_rate": "18%", "signed": "2022-05-16"}}, f"{D}.contract.lpr_1y", "没有写签订时一年期LPR，无法与四倍LPR比较"),
    ("contract.lpr_split", {f"{D}.creditor": FRIEND, f"{D}.contract": {**LENT, "signed": "2019-05-06"}}, f"{D}.contract.signed", "合同在2020年8月20日以前签订，利息要分两段看，不能只按签订时的四倍LPR比较"),
    ("balance.future", {f"{D}.balance.as_of": "2026-12-01"}, f"{D}.balance.as_of", "欠款的截至日期2026年12月1日晚于落款日期2026年11月21日"),
    ("balance.stale", {f"{D}.balance.as_of": "2026-09-30"}, f"{D}.balance.as_of", "欠款数据是52天以前的，与对方系统可能已不一致"),
    ("balance.nothing_owed", {f"{D}.balance": dict.fromkeys(("principal", "interest", "penalty", "fees"), "0.00")}, f"{D}.balance.principal", "欠款各项都是0.00元"),
    ("balance.over_contract", {f"{D}.contract.amount": "50000"}, f"{D}.balance.principal", "剩余本金86,421.37元多于合同金额50,000.00元"),
    ("balance.minor_unit", {f"{D}.balance.foreign": [{"currency": "USD", "amount": "120.35"}, {"currency": "JPY", "amount": "12035.50"}]}, f"{D}.balance.foreign[1].amount", "日元没有角、分，这里写的是12,035.50"),
    ("balance.maybe_not_received", {f"{D}.proposal": None, f"{D}.agreement": None, f"{D}.contract.amount": "90000", f"{D}.contract.received": "88000"}, f"{D}.balance.principal", "剩余本金86,421.37元中可能有2,000.00元没有到账（实际到账88,000.00元），信里会不加保留地写成欠款"),
    ("plan.over_received", {f"{D}.contract.amount": "90000", f"{D}.contract.received": "88000"}, f"{D}.proposal", "方案按本金86,421.37元还，其中可能有2,000.00元没有到账（实际到账88,000.00元）"),
    ("plan.over_received", {f"{D}.contract.received": "80000", f"{D}.balance.disputed": ["principal"]}, f"{D}.proposal", "方案按本金86,421.37元还，其中可能有6,421.37元没有到账（实际到账80,000.00元）"),
    ("balance.disputed_past_due", {f"{D}.balance.past_due": "5000", f"{D}.balance.disputed": ["principal"]}, f"{D}.balance.past_due", "本金有争议，其中已逾期的金额不会写进文书：写出来即承认已经到期"),
    ("balance.past_due_over", {f"{D}.balance.past_due": "99999"}, f"{D}.balance.past_due", "其中已逾期99,999.00元，多于欠款合计91,593.45元"),
    ("balance.past_due_ahead", {**GOES_ON, f"{D}.balance.past_due": "5978.58"}, f"{D}.balance.past_due", "已逾期5,978.58元是2期的应还款，到2026年11月21日为止到期的只有1期，合计2,989.29元；第9期2026年12月20日才到期"),
    ("balance.unlisted", {f"{D}.balance.charges": GONE}, f"{D}.balance.charges", "请求减免息费，但没有列出息费明细"),
    ("balance.disputed_waived", {f"{D}.balance.disputed": ["penalty"]}, f"{D}.proposal.waive.penalty", "违约金有争议，又请求减免，前后矛盾"),
    ("plan.no_new_cards", {"choices.commitments": ["notify_changes"]}, f"{D}.proposal", "信用卡分期计划须承诺结清前不向任何银行申领信用卡，但承诺里没有这一项"),
    ("plan.card_term", {f"{D}.proposal.periods": "61"}, f"{D}.proposal.periods", "共61期，超过60期"),
    ("plan.card_term", {f"{D}.agreement.confirmed": CONFIRMED}, f"{D}.proposal.periods", "共60期，超过书面确认之日起五年"),
    ("plan.past", {f"{D}.proposal.first_due": "2026-11-20"}, f"{D}.proposal.first_due", "首期还款日2026年11月20日早于落款日期2026年11月21日"),
    ("plan.before_reply", {f"{D}.proposal.first_due": "2026-12-10"}, f"{D}.proposal.first_due", "首期还款日2026年12月10日不晚于希望答复日期2026年12月10日"),
    ("plan.before_reply", {f"{D}.proposal.down_payment": {"amount": "1000.00", "date": "2026-12-05"}}, f"{D}.proposal.down_payment.date", "首付款日期2026年12月5日不晚于希望答复日期2026年12月10日"),
    ("plan.before_reply", {f"{D}.proposal": {"settlement": {"pay_by": "2026-12-10"}, "funds": "父母的积蓄"}}, f"{D}.proposal.settlement.pay_by", "付款期限2026年12月10日不晚于希望答复日期2026年12月10日"),
    ("plan.no_reason", {f"{D}.proposal.pay_day_reason": GONE}, f"{D}.proposal.pay_day_reason", "没有写还款日理由"),
    ("plan.expired", {f"{D}.proposal.valid_until": "2026-11-20"}, f"{D}.proposal.valid_until", "建议有效期2026年11月20日已过"),
    ("hardship.unnamed", {"hardship[0]": {"cause": "other", "since": "2026-05-31", "evidence": ["termination"]}}, "hardship[0].statement", "原因写的是“其他”，却没有情况说明，信里无话可写"),
    ("balance.disputed_paid", {f"{D}.balance.disputed": ["interest"], f"{D}.proposal.remaining_charges": "spread"}, f"{D}.proposal.remaining_charges", "利息有争议，方案却答应分摊或随末期支付，前后矛盾"),
    ("plan.down_payment_past", {f"{D}.proposal.down_payment": {"amount": "100", "date": "2026-11-01"}}, f"{D}.proposal.down_payment.date", "首付款日期2026年11月1日早于落款日期"),
    ("plan.alternative_settles", {f"{D}.proposal.alternative": {"settlement": {"pay_by": "2026-12-20"}, "funds": "定期存款到期", "periods": 36}}, f"{D}.proposal.alternative.periods", "备选方案是一次性结清，其中的期数不会写进文书"),
    ("plan.settlement_alternative", {f"{D}.proposal.settlement": {"pay_by": "2026-12-20"}, f"{D}.proposal.alternative": {"periods": 36}}, f"{D}.proposal.alternative", "已请求一次性结清，备选方案不会写进文书"),
    ("plan.settlement_alternative", {f"{D}.proposal": {"settlement": {"pay_by": "2026-12-20"}, "down_payment": {"amount": "100", "date": "2026-12-05"}}}, f"{D}.proposal.down_payment", "已请求一次性结清，首付款不会写进文书"),
    ("plan.settlement_past", {f"{D}.proposal.settlement": SETTLEMENT}, f"{D}.proposal.settlement.pay_by", "一次性结清的付款期限2026年11月1日早于落款日期"),
    ("plan.holidays", {f"{D}.proposal.holiday_shift": "next", "holidays": ["2027-01-01"]}, "holidays", "2026年、2028年至2031年没有放假日资料，只按周六、周日调整还款日"),
    ("plan.unknown_charges", {f"{D}.proposal.remaining_charges": "spread", f"{D}.balance.fees": GONE}, f"{D}.balance", "方案承诺付清息费，但其他费用没有填写，应还金额未包括这一部分"),
    ("plan.unaffordable", {f"{D}.proposal.periods": "24"}, f"{D}.proposal", "每月最多须还3,600.90元，超过每月可用于偿还的2,350.00元"),
    ("plan.unaffordable", {"finances.income": []}, f"{D}.proposal", "每月收支相抵后余-5,850.00元，没有可用于偿还的余额，不能提出还款方案"),
    ("plan.impossible", {f"{D}.proposal": {"method": "stepped", "annual_rate": "18%", "periods": "12", "steps": [{"periods": "6", "payment": "10"}, {"periods": "6"}], "first_due": "2026-12-25"}}, f"{D}.proposal.steps[0].payment", "每期10.00元低于当期利息1296.32元，欠款只会增加"),
    ("plan.waive", {f"{D}.proposal.waive": {"penalty": "2000"}}, f"{D}.proposal.waive.penalty", "请求减免的违约金多于所欠的违约金"),
    ("plan.over_share", {"debts[1]": {**OTHER_DEBT, "balance": {"principal": "86421.37"}}}, f"{D}.proposal", "每期最多1,440.72元，超过按本金比例分得的每月1,175.00元"),
    ("plan.no_reserve", {f"{D}.proposal.periods": "40"}, f"{D}.proposal", "每月最多须还2,160.70元，占可用于偿还金额的91.9%，几乎没有余地"),
    ("plan.stress", {"finances.assets": []}, f"{D}.proposal", "签字前请看看撑不撑得住：收入减少一成时，各期仍能按时还款；没有不稳定的收入时，2026年12月25日的第1期还差1,440.35元；有一个月没有收入时，2026年12月25日的第1期还差1,440.35元"),
    ("plan.irregular", {f"{D}.proposal.periods": "46"}, f"{D}.proposal", "每月最多须还1,878.97元，占可用于偿还金额的80.0%，而收入并不稳定"),
    ("plan.bullet_day", {f"{D}.proposal": {"method": "bullet", "annual_rate": "6%", "periods": "12", "first_due": "2026-12-20", "funds": "定期存款到期"}}, f"{D}.proposal.periods", "一次性还本付息共12期，文书写的还款日是2027年11月20日，不是首期还款日2026年12月20日"),
    ("plan.interest_beside", {f"{D}.proposal.pause_charges": "false"}, f"{D}.proposal.pause_charges", "方案不计利息，又没有请求暂停计收息费：合同的利息会在方案之外继续计收，方案的金额里没有它"),
    ("plan.interest_beside", {f"{D}.proposal.method": "equal_principal", f"{D}.proposal.pause_charges": GONE}, f"{D}.proposal.pause_charges", "方案不计利息，又没有请求暂停计收息费：合同的利息会在方案之外继续计收，方案的金额里没有它"),
    ("plan.others_income", {"finances.income[0].earner": "spouse"}, f"{D}.proposal", "只靠本人的收入，每月余-5,850.00元，不够方案合计最多的每月1,440.72元；方案要用家庭其他成员的收入，而没有人同意"),
    ("plan.others_funds", {f"{D}.proposal.funds": "父母资助"}, f"{D}.proposal.funds", "还款来源是别人的钱，而没有写明这个人同意"),
    ("plan.others_funds", {f"{D}.proposal.funds": "周小妹的存款", f"{D}.parties": [{"name": "周小妹", "role": "payer"}]}, f"{D}.proposal.funds", "还款来源是别人的钱，而没有写明这个人同意"),
    ("party.guarantor", {f"{D}.parties": [{"name": "周小妹", "role": "guarantor"}]}, f"{D}.parties[0].consents", "保证人没有书面同意这次变更"),
    ("plan.first_early", {f"{D}.proposal": {"method": "interest_free", "every": "quarter", "periods": "20", "first_due": "2026-12-25", "pay_day_reason": "按季结算货款"}}, f"{D}.proposal.first_due", "首期2026年12月25日须还4,321.06元，到那时每月余额只能积存1个月，连同可变现资产共4,210.00元"),
    ("plan.on_another", {"finances.income": [], f"{D}.proposal.funds": "妹妹代为偿还", f"{D}.parties": [{"name": "周小妹", "role": "payer", "consents": "true"}]}, f"{D}.proposal", "每月最多须还1,440.72元，每月收支相抵后余-5,850.00元，没有可用于偿还的余额；方案靠代付人还款（来源：妹妹代为偿还）"),
    ("agreement.unaffordable", {f"{D}.agreement.terms.plan": {"periods": "24"}}, f"{D}.agreement.terms.plan", "按协商结果，每月最多须还3,600.90元，超过每月可用于偿还的2,350.00元"),
    ("agreement.unaffordable", {f"{D}.agreement.terms.plan": {"down_payment": {"amount": "9000.00", "date": "2026-12-20"}}}, f"{D}.agreement.terms.plan", "按协商结果，2026年12月20日须一次支付9,000.00元，可变现资产与到那时的积累合计只有2,919.65元"),
    ("plan.source_twice", {f"{D}.proposal": {**LUMP, "funds": "父母资助"}, "debts[1]": {**OTHER_DEBT, "proposal": {**LUMP, "funds": "父母 资助"}, "balance": {"principal": "8000.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00", "as_of": "2026-11-20"}}}, f"{D}.proposal.funds", "还款来源与债务loan写的相同，同一笔钱只能用一次"),
    ("missing.text", {"hardship[0].statement": "因【待填：单位名称】停业失去工作"}, "hardship[0].statement", "还没有填写：单位名称"),
    ("missing.budget", {"finances": GONE}, "finances", "缺少收支情况"),
    ("missing.plan", {f"{D}.proposal.first_due": GONE}, f"{D}.proposal.first_due", "缺少首期还款日"),
    ("contact.future", {f"{D}.contacts[0].at": "2026-11-22 09:00"}, f"{D}.contacts[0].at", "沟通时间2026年11月22日晚于落款日期2026年11月21日"),
    ("contact.social", {f"{D}.contacts[0].channel": "social"}, f"{D}.contacts[0].channel", "社交媒体上不宜谈个人债务"),
    ("contact.no_agent", {f"{D}.contacts[1].agent": GONE}, f"{D}.contacts[1].agent", "对方同意了，但没有记下经办人或业务编号"),
    ("contact.recording", {f"{D}.contacts[1].recording_consent": GONE}, f"{D}.contacts[1].recording_consent", "附有录音，但没有写明已告知并取得同意"),
    ("contact.no_agreement", {f"{D}.agreement": GONE}, f"{D}.contacts[1].outcome", "对方已同意，还没有填写协商结果"),
    ("contact.ask", {f"{D}.contacts[1]": {"at": "2026-11-14", "direction": "outgoing", "channel": "phone", "summary": "说明情况"}}, f"{D}.contacts[1].outcome", "2026年11月14日的沟通已过7天，没有明确答复"),
    ("contact.escalate", {f"{D}.contacts[1]": {"at": "2026-11-06", "direction": "outgoing", "channel": "phone", "summary": "说明情况"}}, f"{D}.contacts[1].outcome", "2026年11月6日的沟通已过15天，没有明确答复"),
    ("contact.refused", {f"{D}.contacts[1].outcome": "refused"}, f"{D}.contacts[1].outcome", "2026年11月18日的沟通被拒绝，此后没有新的答复"),
    ("contact.papers_asked", {f"{D}.contacts": [{"at": "2026-11-06", "direction": "incoming", "channel": "sms", "summary": "请提交失业证明"}], f"{D}.agreement": None}, f"{D}.contacts[0]", "2026年11月6日的沟通中对方要书面申请或者材料，还没有登记交过"),
    ("contact.promise_runs", {f"{D}.contacts[1]": {"at": "2026-11-06", "direction": "outgoing", "channel": "phone", "summary": "说明情况", "promise": "给答复", "promise_due": "2026-11-29"}, f"{D}.agreement": None}, f"{D}.contacts[1].promise_due", "对方2026年11月6日答应的期限（2026年11月29日）还没有到"),
    ("contact.promise_overdue", {f"{D}.contacts[1].promise_due": "2026-11-19"}, f"{D}.contacts[1].promise_due", "对方承诺的2026年11月19日已过2天"),
    ("contact.own_promise_overdue", {f"{D}.contacts[1].own_promise_due": "2026-11-19"}, f"{D}.contacts[1].own_promise_due", "本人承诺的2026年11月19日已过"),
    ("contact.pays_beside", {f"{D}.contacts[1]": {"at": "2026-11-06", "direction": "outgoing", "channel": "phone", "summary": "说明情况", "own_promise": "月底前先付1,000元", "own_promise_due": "2026-11-30", "outcome": "unclear"}, f"{D}.agreement": None}, f"{D}.contacts[1].own_promise", "沟通中答应2026年11月30日前付1,000.00元，而到那天为止方案只付0.00元，文书两样都会写"),
    ("agreement.unconfirmed", {}, f"{D}.agreement", "口头同意还没有书面确认"),
    ("agreement.in_writing", {f"{D}.contacts[1].channel": "sms"}, f"{D}.agreement", "对方已以短信同意，这也是书面形式，还没有专门的确认"),
    ("agreement.other_plan", {f"{D}.contacts[1].channel": "email", f"{D}.agreement.terms": {"plan": {"periods": "48"}}}, f"{D}.agreement.terms.plan", "2026年11月18日对方以电子邮件同意的方案和“还款方案”里提出的不一样，这份文书写的是所提出的"),
    ("agreement.no_talk", {f"{D}.agreement.reached": "2026-11-17"}, f"{D}.agreement.reached", "沟通记录里没有2026年11月17日这一次，协商结果无从核对"),
    ("agreement.not_accepted", {f"{D}.contacts[1].outcome": "unclear"}, f"{D}.agreement.reached", "2026年11月18日那次沟通的结果是“未明确”，文书只会写成本人提出的安排，不会写成已经谈妥"),
    ("agreement.refused", {f"{D}.contacts[1].outcome": "refused"}, f"{D}.agreement.reached", "2026年11月18日那次沟通的结果是“拒绝”，没有可以确认的协商结果"),
    ("agreement.future", {f"{D}.agreement.reached": "2026-11-22"}, f"{D}.agreement.reached", "达成日期晚于落款日期2026年11月21日"),
    ("agreement.nothing_said", {f"{D}.agreement.terms": {}}, f"{D}.agreement.terms", "协商结果里没有写任何一项内容"),
    ("agreement.left_to_pay", {f"{D}.proposal.remaining_charges": "last_instalment", f"{D}.agreement.terms": {"plan": True, "waive": {"penalty": "1000.00"}}}, f"{D}.agreement.terms.plan", "谈到的减免比提出的少260.00元，“分期安排”照提出的方案，这260.00元也按“随最后一期支付”写进了谈妥的方案"),
    ("agreement.promised", {f"{D}.contacts[1].promise": "收到首期款后停止催收"}, f"{D}.agreement.terms", "谈妥那次对方还答应“收到首期款后停止催收”，协商结果里没有写“停止催收”"),
    ("agreement.both", {f"{D}.agreement.unclear": ["plan"]}, f"{D}.agreement.unclear[0]", "“分期安排”既写在协商结果里，又列为未明确"),
    ("agreement.reply_past", {f"{D}.agreement.reply_by": "2026-11-21"}, f"{D}.agreement.reply_by", "希望答复日期2026年11月21日已经到期"),
    ("agreement.other_amount", {f"{D}.contacts[1].reply": "同意分期，每期１，４４０．４０元"}, f"{D}.contacts[1].reply", "对方说的是每期1,440.40元，按协商结果算出来每期是1,440.35元，文书写的是算出来的"),
    ("agreement.other_plan", {f"{D}.agreement.terms": {"plan": {"periods": "48"}}}, f"{D}.agreement.terms.plan", "2026年11月18日对方口头同意的方案和“还款方案”里提出的不一样，这份文书写的是所提出的"),
    ("agreement.contradicted", {f"{D}.contacts[2]": {"at": "2026-11-20", "direction": "incoming", "channel": "phone", "summary": "只能分36期", "outcome": "refused"}}, f"{D}.contacts[2].outcome", "2026年11月20日对方拒绝，与2026年11月18日谈妥的结果矛盾"),
    ("agreement.confirmed_early", {f"{D}.agreement.confirmed": {**CONFIRMED, "date": "2026-11-17"}}, f"{D}.agreement.confirmed.date", "书面确认日期2026年11月17日早于达成日期，或者晚于落款日期"),
    ("change.no_new_cause", {f"{D}.change": {"from_instalment": 7, "periods": "60"}}, f"{D}.change", "申请变更方案，但没有写达成方案之后的新情况"),
    ("change.enforced", {f"{D}.change": {"from_instalment": 7}, f"{D}.litigation": {"stage": "enforcement"}}, f"{D}.change", "已进入强制执行，向债权人申请变更方案不停止执行"),
    ("change.make_up_past", {f"{D}.change": {"from_instalment": 7, "periods": "60", "arrears": {"pay_by": "2026-11-20"}}}, f"{D}.change.arrears.pay_by", "补交日期2026年11月20日早于落款日期2026年11月21日"),
    ("change.unaffordable", {f"{D}.change": {"from_instalment": 7, "periods": "12"}}, f"{D}.change", "变更后每月最多须还6,481.67元，超过每月可用于偿还的2,350.00元"),
    ("payment.unrecorded", {f"{D}.agreement.confirmed": CONFIRMED, f"{D}.proposal.first_due": "2026-11-20", f"{D}.proposal.periods": "59"}, f"{D}.payments", "书面确认的方案有1期已过还款日，没有登记还款"),
    ("payment.short", {f"{D}.agreement.confirmed": CONFIRMED, f"{D}.proposal.first_due": "2026-11-20", f"{D}.proposal.periods": "59", f"{D}.payments": [PAID]}, f"{D}.payments", "书面确认的方案有一期没有还足，尚差1,364.76元"),
    ("payment.ahead", {f"{D}.agreement.confirmed": CONFIRMED, f"{D}.payments": [{"date": "2026-11-21", "amount": "5000.00"}]}, f"{D}.payments", "登记的还款里有5,000.00元先于还款日，文书按提前归还以后各期计算，下一期因此推后"),
    ("payment.early", {f"{D}.payments": [PAID]}, f"{D}.payments[0].date", "这笔还款不晚于欠款的截至日期2026年11月21日，会被重复计算"),
    ("payment.not_deducted", {f"{D}.balance.as_of": "2026-11-20", f"{D}.payments": [PAID]}, f"{D}.payments[0]", "欠款截至2026年11月20日，此后又还了100.00元，文书里的欠款没有扣除"),
    ("payment.late", {f"{D}.payments": [{**PAID, "date": "2026-12-25"}]}, f"{D}.payments[0].date", "还款日期晚于落款日期2026年11月21日"),
    ("deferral.late", {f"{D}.deferral": {"holiday": {"from": "2026-10", "to": "2027-01"}, "reason": "工资晚发"}}, f"{D}.deferral.holiday.from", "暂缓的起点2026年10月已过，延期申请应在到期之前提出"),
    ("deferral.late", {f"{D}.deferral": {"from": "2026-11-20", "to": "2027-01-20", "reason": "工资晚发"}}, f"{D}.deferral.from", "原还款日2026年11月20日已过，延期申请应在到期之前提出"),
    ("deferral.ended", {**GOES_ON, f"{D}.deferral": {"holiday": {"from": "2029-12", "to": "2030-01"}, "reason": "工资晚发"}}, f"{D}.deferral.holiday.from", "原合同的最后一期2029年3月20日到期，此后没有各期款项可以延期"),
    ("deferral.ended", {**GOES_ON, f"{D}.contract": {**GOES_ON[f"{D}.contract"], "accelerated": "2026-11-10"}, f"{D}.deferral": {"holiday": {"from": "2026-12", "to": "2027-01"}, "reason": "工资晚发"}}, f"{D}.deferral.holiday.from", "对方已宣布全部欠款2026年11月10日提前到期，此后没有各期款项可以延期"),
    ("deferral.late", {**GOES_ON, f"{D}.deferral": {"holiday": {"from": "2026-11", "to": "2027-01"}, "reason": "工资晚发"}}, f"{D}.deferral.holiday.from", "暂缓期间内第8期的还款日2026年11月20日已过，延期申请应在到期之前提出"),
    ("deferral.between", {**GOES_ON, **SKIPS}, f"{D}.deferral", "2026年12月20日到期的第9期2,989.29元不在延期申请之内，也没有列入截至2026年11月21日已到期未还的款项，各份文书都没有写到"),
    ("deferral.beside_plan", {f"{D}.deferral": {"from": "2026-12-20", "to": "2027-01-20", "reason": "工资晚发"}}, f"{D}.deferral", "既写了还款方案，又写了延期申请：《困难情况说明》写的是还款方案，不写延期；两份一起交，对方不知道按哪一份办"),
    ("deferral.paid", {**IN_PLAN, f"{D}.payments": [{**PAID, "amount": "1440.35"}], f"{D}.deferral": PUT_OFF}, f"{D}.deferral.instalment", "第1期登记的还款已经还足，没有可以延期的款项"),
    ("deferral.differs", {**IN_PLAN, f"{D}.deferral": {**PUT_OFF, "from": "2026-12-20"}}, f"{D}.deferral.from", "第1期按书面确认的方案是2026年12月25日到期，这里写的是2026年12月20日"),
    ("deferral.differs", {f"{D}.contract": {"amount": "96000", "annual_rate": "9%", "method": "equal_payment", "periods": "36", "first_due": "2025-06-15", "payment": "3052.77"}, f"{D}.deferral": {"instalment": "16", "from": "2026-12-15", "to": "2027-03-15", "reason": "等待复工"}}, f"{D}.deferral.from", "第16期按原合同是2026年9月15日到期，这里写的是2026年12月15日"),
    ("deferral.differs", {**IN_PLAN, f"{D}.deferral": {**PUT_OFF, "amount": "1440.41"}}, f"{D}.deferral.amount", "第1期按书面确认的方案是1,440.35元，这里写的是1,440.41元"),
    ("deferral.unaffordable", {**IN_PLAN, f"{D}.deferral": PUT_OFF}, f"{D}.deferral.to", "延至2027年1月25日的款项须还1,440.35元，连同当月各笔债务其他应还的1,440.35元，共2,880.70元，超过每月可用于偿还的2,350.00元"),
    ("english.untranslated", {"english": {"周启明": "Zhou Qiming"}, "measures": ["停用该卡"]}, "english", "有34处没有英文译文，英文文书会引用中文原文：通讯地址、“工作日18时至20时”、“与原工作单位解除劳动合同，此后两个月没有工资收入”、“停用该卡”、“临时工作报酬”、“2026年8月至10月三个月平均”、“在京租住”、“户籍地自住房”、“家用轿车一辆”、“2017年购置，用于上下班”、“2026年5月31日解除劳动合同”、“示例科技有限公司”等"),
    ("text.escape", {"hardship[0].statement": "门店停业\\n没有收入"}, "hardship[0].statement", "文字里有“\\n”，会原样印进文书"),
    ("text.subject", {"hardship[0].statement": "我们店里停业"}, "hardship[0].statement", "这段话接在“本人”后面，不用再以“我们”开头"),
    ("text.subject", {"measures[0]": "借款人已停用该卡"}, "measures[0]", "这段话接在“本人”后面，不用再以“借款人”开头"),
    ("text.date", {"hardship[0].statement": "自2026年5月起没有工作"}, "hardship[0].statement", "这段话前面会自动写上发生日期，不用再写“自2026年5月”"),
    ("text.date", {"hardship[0].statement": "6月10日冰雹打坏了西瓜"}, "hardship[0].statement", "这段话前面会自动写上发生日期，不用再写“6月10日”"),
    ("text.date", {"hardship[0].statement": "全家自2026年5月起收入减少，两个月没有工资"}, "hardship[0].statement", "这段话前面会自动写上发生日期，不用再写“2026年5月”"),
    ("text.date", {"hardship[0].statement": "去年失业"}, "hardship[0].statement", "这段话前面会自动写上发生日期，不用再写“去年”"),
    ("text.reads", {"measures[0]": "2026年5月卖掉了三轮车"}, "measures[0]", "放进信里会写成“本人2026年5月卖掉了三轮车。”，读不通"),
    ("text.reads", {"hardship[0].statement": "因为厂子搬走了，我就没活干了。"}, "hardship[0].statement", "放进信里会写成“本人因为厂子搬走了，我就没活干了。”，读不通"),
    ("text.reads", {"hardship[0].statement": "正在治疗"}, "hardship[0].statement", "放进信里会写成“本人正在治疗。”，读不通"),
    ("text.reads", {"measures[0]": "停用该卡，我还退了租"}, "measures[0]", "放进信里会写成“本人停用该卡，我还退了租。”，读不通"),
    ("text.reads", {"hardship[0].cause": "fraud", "hardship[0].statement": "境外网站盗刷，已报警"}, "hardship[0].statement", "放进信里会写成“本人境外网站盗刷，已报警。”，读不通"),
    ("text.reads", {"hardship[0].statement": "学校缩减班级，由全职改为半职"}, "hardship[0].statement", "放进信里会写成“本人学校缩减班级，由全职改为半职。”，读不通"),
    ("text.reads", {"hardship[0].statement": "羊价跌到每公斤24元"}, "hardship[0].statement", "放进信里会写成“本人羊价跌到每公斤24元。”，读不通"),
    ("text.reads", {"hardship[0].statement": "台风冲毁了养殖大棚"}, "hardship[0].statement", "放进信里会写成“本人台风冲毁了养殖大棚。”，读不通"),
    ("text.reads", {"hardship[0].statement": "上游水库泄洪淹没了鱼塘"}, "hardship[0].statement", "放进信里会写成“本人上游水库泄洪淹没了鱼塘。”，读不通"),
    ("text.reads", {"hardship[0].statement": "公司拖欠工资近半年"}, "hardship[0].statement", "放进信里会写成“本人公司拖欠工资近半年。”，读不通"),
    ("text.reads", {f"{D}.contacts[0].summary": "我说我老公也失业了，问能不能分60期"}, f"{D}.contacts[0].summary", "放进信里会写成“本人说我老公也失业了，问能不能分60期。”，读不通"),
    ("contact.own_words", {f"{D}.contacts[0].direction": "incoming", f"{D}.contacts[0].summary": "说明失业情况"}, f"{D}.contacts[0].summary", "这次是对方来联系，要点会写成对方所说，现在读起来像本人的话"),
    ("text.figure", {"hardship[0].statement": "失去了工作，每月只有8,200元"}, "hardship[0].statement", "“8,200元”在案件里已有，写进文字后两处可能不一致"),
    ("text.figure", {f"{D}.proposal.other": ["免收违约金1260.00元"]}, f"{D}.proposal.other[0]", "“1260.00元”在案件里已有，写进文字后两处可能不一致"),
    ("text.figure", {"measures[0]": "因此逾期93天"}, "measures[0]", "“逾期93天”在案件里已有，写进文字后两处可能不一致"),
    ("text.figure", {f"{D}.proposal.other": ["分60期", "年利率18.25%不变"]}, f"{D}.proposal.other[1]", "“18.25%”在案件里已有，写进文字后两处可能不一致"),
    ("text.law", {"hardship[0].statement": "遇到不可抗力"}, "hardship[0].statement", "“不可抗力”不能写：这是法律上的认定，多数个人困难不属于，写上会让对方质疑"),
    ("text.tone", {f"{D}.proposal.other": ["申请停息挂账"]}, f"{D}.proposal.other[0]", "“停息挂账”不宜写：“停息挂账”不是规范说法，容易被直接拒绝"),
    ("text.harm", {"hardship[0].statement": "收入减少后一直以卡养卡"}, "hardship[0].statement", "“以卡养卡”写进信里对本人不利：用一处借来的钱还另一处，对方会据此怀疑借款用途和还款能力，要求提前还清，涉及信用卡的还可能当作套现"),
    ("text.long", {"measures[0]": "停用了该卡，" * 12 + "取消了订阅"}, "measures[0]", "有一句话长达77字，不容易读"),
    ("text.identity", {"measures[0]": "办好了身份证110101199001011237"}, "measures[0]", "文字里有公民身份号码，会原样印进文书"),
    ("text.number", {"measures[0]": "改用号码13800138000"}, "measures[0]", "文字里有电话、账号或邮箱，会原样印进文书"),
    ("text.lender", {"debts[1]": OTHER_DEBT, "measures[0]": "停用了示例消费金融的额度"}, "measures[0]", "这段话写了债权人的名称，会印进给其他债权人的文书"),
    ("text.other_lender", {"debts[1]": OTHER_DEBT, f"{D}.proposal.other": ["与示例消费金融有限公司同等对待"]}, f"{D}.proposal.other[0]", "这段话写了另一债权人的名称，不能给这一债权人看"),
    ("evidence.issuer_lender", {"debts[1]": OTHER_DEBT, "evidence[0].issuer": "示例消费金融有限公司"}, "evidence[0].issuer", "出具单位也是一家债权人，其他债权人会看到这个名称（第1、2项）"),
    ("payment.before_agreement", {**IN_PLAN, f"{D}.balance.as_of": "2026-11-10", f"{D}.payments": [{**PAID, "date": "2026-11-15"}]}, f"{D}.agreement.reached", "欠款截至2026年11月10日，此后到2026年11月18日谈妥之前还了100.00元，谈妥的方案却从没有扣除这些还款的本金算起"),
    ("payment.before_agreement", {f"{D}.balance.as_of": "2026-11-10", f"{D}.payments": [{**PAID, "date": "2026-11-15"}]}, f"{D}.agreement.reached", "欠款截至2026年11月10日，此后到2026年11月18日谈妥之前还了100.00元，谈妥的方案却从没有扣除这些还款的本金算起"),
    ("agreement.written_otherwise", {f"{D}.agreement.confirmed": {**CONFIRMED, "pause_charges": False}}, f"{D}.agreement.confirmed", "2026年11月20日的书面确认有1项和谈的不一样，《还款协议书》《还款进展说明》按书面确认写"),
    ("agreement.changed_since", {**IN_PLAN, f"{D}.contacts[2]": CHANGED}, f"{D}.contacts[2].outcome", "2026年11月21日对方同意了变更，“协商结果”写的还是2026年11月18日谈妥的"),
    ("agreement.earlier_late", {f"{D}.agreement.earlier": [{"date": "2026-11-18"}]}, f"{D}.agreement.earlier[0].date", "此前的约定是2026年11月18日的，不早于这次的2026年11月18日"),
    ("agreement.earlier_counted", {f"{D}.balance.as_of": "2026-11-10", f"{D}.agreement.earlier": [{"date": "2026-05-02", "payments": [{**PAID, "date": "2026-11-12"}]}]}, f"{D}.agreement.earlier[0].payments[0].date", "按此前的约定于2026年11月12日还的款，2026年11月10日的欠款还没有扣除"),
    ("text.radical", {"measures[0]": "停用了银⾏卡"}, "measures[0]", "“⾏”（U+2F8F）是部首或者变形字，不是“行”，多从PDF复制而来"),
    ("text.quotes", {"borrower.name": "“周启明”"}, "borrower.name", "整段内容放在了引号“”里，引号会一并印出"),
    ("text.name_dot", {"borrower.name": "阿依古丽・买买提"}, "borrower.name", "姓名中的间隔号写成了“・”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "changes", "path", "message"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)]
)
def test_a_rule_finds_what_it_is_for_in_plain_words(rule, changes, path, message):
    found = [problem for problem in nd.check(spoiled(changes)) if problem.rule == rule]
    assert path in [problem.path for problem in found]
    messages = [problem.message for problem in found if problem.path == path]
    assert message in messages
    assert all(problem.hint for problem in found)


@pytest.mark.parametrize("words", ["被人冒用身份借款", "银行卡被盗刷", "误信诈骗短信", "轻信他人，存款骗走一半"])
def test_what_was_done_to_the_borrower_reads_well_where_it_is_told_so(words):
    assert silent("text.reads", {"hardship[0].cause": "fraud", "hardship[0].statement": words})


@pytest.mark.parametrize(
    "words",
    [
        "因台风冲毁了大棚，没有收成",
        "计件单价下降，收入减少",
        "养殖大棚被洪水冲毁",
        "疫情期间门店停业",
        "遭遇台风，鱼塘被淹",
    ],
)
def test_a_statement_that_follows_its_subject_is_no_finding(words):
    assert silent("text.reads", {"hardship[0].statement": words})


@pytest.mark.parametrize(
    ("claim", "disputed", "stops"),
    [
        ({"item": "principal", "answer": "dispute"}, [], True),
        ({"item": "principal", "answer": "dispute"}, ["principal"], False),
        ({"item": "principal", "answer": "partly", "admitted": "86421.37"}, [], False),
        ({"item": "principal", "answer": "partly", "admitted": "86421.36"}, [], True),
        ({"item": "principal", "answer": "admit"}, [], False),
        ({"item": "principal"}, [], False),
        ({"item": "interest", "answer": "partly", "admitted": "3912.08"}, [], True),
        ({"item": "interest", "answer": "partly", "admitted": "3912.08"}, ["penalty"], False),
        ({"item": "total", "answer": "partly", "admitted": "90333.45"}, ["penalty"], False),
        ({"item": "security", "answer": "dispute"}, [], False),
    ],
)
def test_a_letter_admits_no_more_than_was_answered_at_court(claim, disputed, stops):
    suit = {**SUED, "claims": [{"amount": "99000", **claim}]}
    case = spoiled({f"{D}.litigation": suit, f"{D}.balance.disputed": disputed})
    for kind in ("hardship_letter", "repayment_plan", "confirmation_request"):
        rules = {one.rule for one in readiness(case, kind, acknowledge=["litigation"])}
        assert ("court.claim_disputed" in rules) is stops
    assert "court.claim_disputed" not in {one.rule for one in readiness(case, "evidence_list")}


def test_a_total_admits_its_parts_and_not_who_bears_the_fees():
    def claims(answer: str, total: str, item: str = "interest") -> dict[str, object]:
        part = {"item": item, "amount": "5172.08", "answer": answer, "reason": "没有明细"}
        part |= {"admitted": "1.00"} if answer == "partly" else {}
        whole = {"item": "total", "amount": "91593.45", "answer": total}
        return {f"{D}.litigation": {**SUED, "claims": [part, whole]}}

    assert not silent("court.total_admits", claims("partly", "admit"))
    assert silent("court.total_admits", claims("admit", "admit"))
    assert silent("court.total_admits", claims("dispute", "dispute"))
    assert silent("court.total_admits", claims("dispute", "admit", "court_fees"))


def test_a_ground_of_limitation_that_is_written_is_not_asked_for():
    suit = {
        **SUED,
        "raise_limitation": True,
        "claims": [{"item": "principal", "amount": "86421.37", "answer": "dispute"}],
    }
    assert silent("court.no_basis", {f"{D}.litigation": {**suit, "basis": "民法典第一百八十八条"}})
    assert silent("court.no_basis", {f"{D}.litigation": {**suit, "raise_limitation": False}})


@pytest.mark.parametrize(
    "words",
    [
        "本人不是这笔贷款的保证人", "原告称本人为周小妹担保", "本人从未为周小妹担保", "周小妹是保证人",
        "本人为周小妹担保一说不属实", "本人为工资卡办了保证按时还款的自动扣款", "本人用车为这笔贷款抵押担保",
    ],
)  # fmt: skip
def test_a_denial_and_what_others_say_make_nobody_a_guarantor(words):
    assert silent("court.vouches", {f"{D}.litigation": {**SUED, "statement": words}})


def test_a_clause_on_the_forum_is_told_only_of_a_suit_before_another_court():
    clause = {f"{D}.contract.clauses": [{"ref": "第十八条", "text": "由示例区人民法院管辖"}]}
    assert silent("court.jurisdiction_clause", {f"{D}.litigation": {**SUED, "court": "示例区人民法院"}, **clause})
    assert silent("court.jurisdiction_clause", clause)
    assert not silent("court.jurisdiction_clause", {f"{D}.litigation": SUED, **clause})
    rate = {f"{D}.contract.clauses": [{"ref": "第三条", "text": "逾期的，按日万分之五计收利息"}]}
    assert silent("court.jurisdiction_clause", {f"{D}.litigation": SUED, **rate})


def test_a_complaint_that_was_served_is_the_notice_of_the_transfer():
    bought = {
        f"{D}.creditor.kind": "transferee",
        f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card"},
    }
    assert not silent("creditor.no_notice", bought)
    assert silent("creditor.no_notice", {**bought, f"{D}.litigation": SUED})
    assert not silent("creditor.no_notice", {**bought, f"{D}.litigation": {**SUED, "plaintiff": "示例银行"}})


def test_who_raises_limitation_is_not_asked_to_take_its_risk():
    for raised, asked in ((False, True), (True, False)):
        suit = {f"{D}.due": "2021-03-10", f"{D}.litigation": {**SUED, "raise_limitation": raised}}
        hints = [one.hint for one in nd.check(spoiled(suit)) if one.rule == "limitation"]
        assert hints
        assert ["limitation_risk_accepted" in hint for hint in hints] == [asked] * len(hints)


def test_an_answer_that_raises_limitation_is_held_against_no_admission():
    """No paper admits anything then: the balance of the file is nothing to bring into line."""
    claims = [{"item": "interest", "amount": "9100", "answer": "dispute"}]
    suit = {**SUED, "claims": claims}
    assert not silent("court.claim_disputed", {f"{D}.litigation": suit})
    assert silent("court.claim_disputed", {f"{D}.litigation": {**suit, "raise_limitation": True}})


def test_a_disputed_sum_says_nothing_beside_its_answered_parts():
    parts = [
        {"item": "principal", "amount": "86421.37", "answer": "admit"},
        {"item": "interest", "amount": "9100", "answer": "dispute"},
        {"item": "total", "amount": "95521.37", "answer": "dispute"},
    ]
    disputed = {f"{D}.balance.disputed": ["interest", "penalty", "fees"]}
    assert silent("court.claim_disputed", {f"{D}.litigation": {**SUED, "claims": parts}, **disputed})
    assert not silent("court.claim_disputed", {f"{D}.litigation": {**SUED, "claims": parts[2:]}, **disputed})


def test_interest_beside_the_plan_is_told_once_also_for_its_alternative():
    found = nd.check(spoiled({f"{D}.proposal.pause_charges": "false"}))
    assert [one.path for one in found if one.rule == "plan.interest_beside"] == [f"{D}.proposal.pause_charges"]


def test_principal_in_dispute_may_be_more_than_was_received():
    changes = {f"{D}.contract.received": "80000", f"{D}.balance.disputed": ["principal"]}
    assert "balance.over_received" not in {problem.rule for problem in nd.check(spoiled(changes))}


def silent(rule: str, changes: dict[str, object]) -> bool:
    return rule not in {problem.rule for problem in nd.check(spoiled(changes))}


SPOUSE = {"finances.income[0].earner": "spouse"}


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("contact.social", {f"{D}.contacts[0].channel": "social", f"{D}.contacts[0].direction": "incoming"}),
        ("agreement.unconfirmed", {f"{D}.contacts[1].channel": "sms"}),
        ("agreement.in_writing", {}),
        ("agreement.other_amount", {f"{D}.contacts[1].reply": "同意分60期，每期1440.35元"}),
        ("agreement.other_amount", {f"{D}.contacts[1].summary": "提出每期1000元"}),
        ("contact.refused", {f"{D}.contacts[2]": {"at": "2026-11-20", "direction": "incoming", "channel": "phone", "summary": "请按原合同还款", "outcome": "refused"}}),
        ("balance.recounted", {f"{D}.balance.interest": "4018.59", f"{D}.balance.charges": [{**TOLD[0], "amount": "4018.59"}, TOLD[1]]}),
        ("plan.others_income", {**SPOUSE, f"{D}.parties": [{"name": "李敏", "role": "spouse", "consents": "true"}]}),
        ("plan.others_income", {**SPOUSE, f"{D}.parties": [{"name": "李敏", "role": "co_borrower"}]}),
        ("plan.others_funds", {f"{D}.proposal.funds": "定期存款2027年6月到期"}),
        ("plan.others_funds", {f"{D}.proposal.funds": "父母资助", f"{D}.parties": [{"name": "周父", "role": "payer", "consents": "true"}]}),
        ("party.guarantor", {f"{D}.parties": [{"name": "周小妹", "role": "guarantor", "consents": "true"}]}),
        ("plan.interest_beside", {f"{D}.proposal.pause_charges": "false", f"{D}.contract.annual_rate": "0"}),
        ("plan.interest_beside", {f"{D}.proposal.pause_charges": "false", f"{D}.proposal.method": "equal_payment", f"{D}.proposal.annual_rate": "6%"}),
        ("plan.interest_beside", {f"{D}.creditor": FRIEND, f"{D}.contract": GONE, f"{D}.proposal.pause_charges": "false"}),
        ("plan.first_early", {f"{D}.proposal": {"method": "interest_free", "every": "quarter", "periods": "20", "first_due": "2027-01-25"}}),
        ("plan.first_early", {f"{D}.proposal": {"method": "interest_free", "every": "quarter", "periods": "20", "first_due": "2026-12-25", "funds": "收获后的货款"}}),
        ("plan.bullet_day", {f"{D}.proposal": {"method": "bullet", "annual_rate": "6%", "first_due": "2026-12-20", "funds": "定期存款到期"}}),
        ("text.date", {"hardship[0].statement": "全家收入减少，到2026年5月为止还能维持"}),
        ("text.date", {"hardship[0].statement": "自己的店至2026年8月关闭，没有收入"}),
        ("contact.may_admit", {f"{D}.due": "2020-08-20", f"{D}.agreement": None, f"{D}.contacts": [{"at": "2026-11-18", "direction": "incoming", "channel": "phone", "summary": "催还", "own_reply": "要求对方出示债权转让通知", "outcome": "unclear"}]}),
        ("creditor.short_name", {f"{D}.creditor.name": "示例省农村信用社联合社"}),
        ("creditor.not_lent", {f"{D}.creditor": {"name": "示例贸易有限公司", "kind": "company"}, f"{D}.product": "货款转借款"}),
        ("creditor.not_lent", {f"{D}.product": "装修款分期"}),
        ("borrower.masked", {"borrower.email": "xx1988@example.com"}),
        ("borrower.masked", {"borrower.email": "xx@example.com"}),
        ("contact.escalate", {f"{D}.contacts": [{"at": "2026-11-01", "direction": "incoming", "channel": "sms", "summary": "要求还款"}], f"{D}.agreement": None}),
        ("creditor.short_name", {f"{D}.creditor": {"name": "示例典当行", "kind": "pawnshop"}}),
        ("creditor.wrong_kind", {f"{D}.creditor": {"name": "示例市公积金管理中心", "kind": "provident_fund"}}),
        ("creditor.wrong_kind", {f"{D}.creditor.name": "示例农村商业银行股份有限公司"}),
        ("hardship.unusual_evidence", {"hardship[0].cause": "illness", "evidence[0].name": "透析治疗记录"}),
        ("hardship.unusual_evidence", {"hardship[0].cause": "illness", "evidence[0].name": "门诊复诊预约单"}),
        ("hardship.unusual_evidence", {"hardship[0].cause": "accident", "evidence[0].name": "康复费收据"}),
        ("hardship.unusual_evidence", {"hardship[0].cause": "business_failure", "evidence[0].name": "客户取消订单的邮件"}),
    ],
)  # fmt: skip
def test_what_is_in_order_is_not_found_fault_with(rule, changes):
    assert silent(rule, changes)


def test_an_inherited_step_that_no_longer_fits_is_told_at_the_alternative_and_stops_the_plan_alone():
    steps = [{"periods": "12", "payment": "800.00"}, {"periods": "48"}]
    stepped = {
        f"{D}.proposal.method": "stepped",
        f"{D}.proposal.steps": steps,
        f"{D}.proposal.alternative": {"periods": "36"},
    }
    case = spoiled({**stepped, f"{D}.proposal.annual_rate": GONE})
    (stop,) = readiness(case, "repayment_plan")
    assert (stop.path, stop.message) == (f"{D}.proposal.alternative.steps", "阶梯还款须填写阶梯（期数与每期金额）")
    assert "期数改了，原来的阶梯就不再适用" in stop.hint
    assert readiness(case, "hardship_letter") == ()


def test_what_the_first_instalment_bears_besides_is_said_not_to_be_counted():
    late = {"method": "equal_payment", "annual_rate": "6%", "periods": "36", "first_due": "2027-03-25"}
    (stop,) = [one for one in nd.check(spoiled({f"{D}.proposal": late})) if one.rule == "plan.unaffordable"]
    assert stop.message == "每月最多须还2,629.11元（首期另付的利息1,329.47元不计在内），超过每月可用于偿还的2,350.00元"


def test_that_the_income_of_others_carries_all_plans_is_said_once():
    second = {**OTHER_DEBT, "proposal": {"method": "interest_free", "periods": "60", "first_due": "2026-12-25"}}
    found = nd.check(spoiled({**SPOUSE, "debts[1]": second}))
    assert [one.path for one in found if one.rule == "plan.others_income"] == [f"{D}.proposal"]


def test_a_promise_that_was_kept_is_no_lapsed_one():
    late = {f"{D}.contacts[1].own_promise_due": "2026-11-19", f"{D}.contacts[1].own_promise_kept": "true"}
    assert "contact.own_promise_overdue" not in {problem.rule for problem in nd.check(spoiled(late))}


def test_another_document_identifies_the_borrower_as_well():
    passport = {"borrower.id_number": GONE, "borrower.id_document": {"kind": "passport", "number": "E12345678"}}
    assert "borrower.id_number" not in {problem.rule for problem in nd.check(spoiled(passport))}


def test_a_clean_case_gives_no_error_and_no_warning_and_says_what_comes_next():
    assert [(problem.severity, problem.rule) for problem in nd.check(spoiled({}))] == [
        ("notice", "plan.stress"),
        ("notice", "agreement.unconfirmed"),
    ]


def test_an_agreement_in_writing_asks_for_nothing_more():
    assert nd.check(spoiled({f"{D}.agreement.confirmed": CONFIRMED, f"{D}.proposal.periods": "59"})) == []


@pytest.mark.parametrize(
    ("lender", "compared"),
    [("bank_card", True), ("bank_loan", True), ("consumer_finance", True), ("microloan", True),
     ("private", False), ("platform", False)],
)  # fmt: skip
def test_charges_are_compared_with_24_percent_for_licensed_lenders_only(lender, compared):
    case = spoiled({**OVER_24, f"{D}.creditor.kind": lender})
    assert ("balance.over_24" in {problem.rule for problem in nd.check(case)}) is compared


@pytest.mark.parametrize(("origin", "compared"), [("bank_card", True), ("private", False)])
def test_a_buyer_of_the_debt_is_compared_as_the_lender_it_bought_from(origin, compared):
    seller = {"name": "示例银行", "kind": origin, "notice": "2026-09-10"}
    creditor = {f"{D}.creditor.kind": "transferee", f"{D}.creditor.transferred_from": seller}
    case = spoiled({**OVER_24, **creditor})
    assert ("balance.over_24" in {problem.rule for problem in nd.check(case)}) is compared


def test_every_rule_in_the_table_has_words_a_case_above_and_stands_there_once():
    ids = [rule.id for rule in RULES]
    assert set(ids) == set(all_words()), "words in checks/data/rules.json, an entry in RULES"
    assert len([id_ for id_ in ids if not id_.startswith("text.")]) == len(
        {id_ for id_ in ids if not id_.startswith("text.")}
    )
    figures = {id_ for rule in FIGURE_RULES for id_ in rule.ids}
    assert figures == set(figure_words())
    assert {case[0] for case in CASES} == {*ids, *figures}, "a case in CASES for each of these rules"


def test_no_finding_echoes_an_identity_or_telephone_number():
    text = "身份证110101199001011237，电话13800138000，求求"
    changes = {"hardship[0].statement": text, "evidence[1].name": text, "evidence[1].pages": GONE}
    for problem in some(nd.check(spoiled(changes))):
        assert "199001011237" not in str(problem)
        assert "13800138000" not in str(problem)


def test_a_character_the_fonts_lack_is_named_with_its_place():
    case = spoiled({"borrower.name": "周𬭎明"})
    found = [one for one in check(case, undrawable=lambda text: [c for c in text if c == "𬭎"]) if one.rule == WORDS.id]
    assert [(one.severity, one.path, one.message) for one in found] == [
        ("error", "borrower.name", "“𬭎”（U+2CB4E）字体里没有，文书里显示不出来")
    ]


OVER = {
    f"{D}.contacts[1].outcome": "pending",
    f"{D}.contacts[1].at": "2026-10-20",
    f"{D}.contacts[1].promise_due": GONE,
    f"{D}.proposal.first_due": "2026-11-01",
    f"{D}.proposal.valid_until": "2026-11-01",
    f"{D}.agreement": GONE,
}
ASKED = {"contact.escalate", "plan.past", "plan.expired"}


@pytest.mark.parametrize(
    "stands",
    [
        {f"{D}.settled": "2026-11-20"},
        {
            f"{D}.agreement": {
                "reached": "2026-10-20", "terms": {"plan": "true"}, "confirmed": {"date": "2026-11-01", "channel": "sms"}
            }
        },
    ],
    ids=["settled", "confirmed"],
)  # fmt: skip
def test_nobody_is_asked_for_what_a_debt_has_left_behind(stands):
    assert {problem.rule for problem in check(spoiled(OVER))} >= ASKED
    assert not {problem.rule for problem in check(spoiled({**OVER, **stands}))} & ASKED


def test_a_day_of_birth_that_the_number_does_not_hold_is_told_and_one_that_it_holds_is_not():
    found = [problem.message for problem in nd.check(spoiled({"borrower.born": "1990-01-02"}))]
    assert "出生日期写的是1990年1月2日，证件号码里是1990年1月1日" in found
    same = {"borrower.born": "1990-01-01", "borrower.sex": "male"}
    assert "borrower.differs" not in {problem.rule for problem in nd.check(spoiled(same))}


def test_a_deferral_without_a_plan_beside_it_or_under_a_confirmed_one_is_plain():
    put_off = {f"{D}.deferral": {"from": "2026-12-20", "to": "2027-01-20", "reason": "工资晚发"}}
    assert silent("deferral.beside_plan", {**IN_PLAN, f"{D}.deferral": PUT_OFF})
    assert silent("deferral.beside_plan", {**put_off, f"{D}.proposal": None, f"{D}.agreement": None})


def test_a_deferral_from_the_next_instalment_on_or_a_payment_since_the_balance_skips_none():
    skips = {**GOES_ON, **SKIPS}
    assert silent("deferral.between", {**skips, f"{D}.deferral.holiday.from": "2026-12"})
    paid = [{"date": "2026-11-24", "amount": "2989.29"}]
    assert silent("deferral.between", {**skips, f"{D}.payments": paid})
    assert silent("deferral.between", {**skips, f"{D}.balance.past_due": "5978.58"})


def test_what_is_past_due_by_its_day_is_not_counted_again():
    assert silent("balance.past_due_ahead", {**GOES_ON, f"{D}.balance.past_due": "2989.29"})
    assert silent("balance.past_due_ahead", {**GOES_ON, f"{D}.balance.past_due": "5978.57"})
    called = {**GOES_ON[f"{D}.contract"], "accelerated": "2026-11-10"}
    assert silent("balance.past_due_ahead", {**GOES_ON, f"{D}.contract": called, f"{D}.balance.past_due": "5978.58"})


def test_a_plan_on_what_arrived_gets_no_warning():
    assert silent("plan.over_received", {f"{D}.contract.amount": "90000", f"{D}.contract.received": "90000"})
    assert silent("plan.over_received", {f"{D}.contract.amount": "90000"})
    assert silent("balance.maybe_not_received", {f"{D}.contract.amount": "90000", f"{D}.contract.received": "88000"})
    assert silent("plan.over_received", {f"{D}.contract.received": "80000"})  # balance.over_received tells it


@pytest.mark.parametrize(
    ("admitted", "rules"),
    [("91493.45", []), ("91493.44", ["court.claim_disputed"]), ("91593.45", ["court.claim_paid"])],
)
def test_an_answer_that_takes_off_what_was_paid_since_the_bill_contradicts_no_letter(admitted, rules):
    claim = {"item": "total", "amount": "92000", "answer": "partly", "admitted": admitted}
    paid = {f"{D}.balance.as_of": "2026-11-20", f"{D}.payments": [PAID], f"{D}.litigation": {**SUED, "claims": [claim]}}
    found = {problem.rule for problem in nd.check(spoiled(paid), acknowledge=["litigation"])}
    assert sorted(found & {"court.claim_disputed", "court.claim_paid", "court.claim_over_bill"}) == rules
