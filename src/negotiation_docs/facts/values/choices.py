"""The closed lists about the borrower, the evidence and the creditor, each member with its Chinese label."""

from negotiation_docs.facts.values.choice import Choice


class Cause(Choice):
    """Why the borrower cannot pay as agreed."""

    UNEMPLOYMENT = "unemployment", "失业"
    REDUCED_INCOME = "reduced_income", "收入减少"
    ILLNESS = "illness", "疾病"
    FAMILY_EVENT = "family_event", "家庭变故"
    FAMILY_BURDEN = "family_burden", "家庭负担增加"
    ACCIDENT = "accident", "意外事故"
    DISASTER = "disaster", "灾害"
    BUSINESS_FAILURE = "business_failure", "经营困难"
    UNPAID_WAGES = "unpaid_wages", "被拖欠工资"
    FRAUD = "fraud", "被诈骗"
    PAID_FOR_OTHERS = "paid_for_others", "为他人代偿"
    POOR_PLANNING = "poor_planning", "计划不周"
    OVERSIGHT = "oversight", "个人疏忽"
    OTHER = "other", "其他"

    @property
    def is_hardship(self) -> bool:
        """False for what is no hardship but a fault of one's own: such a letter explains, it does not plead."""
        return self not in (Cause.POOR_PLANNING, Cause.OVERSIGHT)


class Reveal(Choice):
    """What is masked unless the borrower wants it printed in full."""

    ID_NUMBER = "id_number", "公民身份号码"
    OTHER_CREDITORS = "other_creditors", "其他债权人"


class Commitment(Choice):
    """What the borrower promises; only what is listed in the file is promised."""

    NO_NEW_CARDS = "no_new_cards", "结清前不申领信用卡"
    NO_NEW_BORROWING = "no_new_borrowing", "不新增借款"
    NOTIFY_CHANGES = "notify_changes", "信息变化及时告知"
    SUPPLY_DOCUMENTS = "supply_documents", "按要求补充材料"
    KEEP_PAYING = "keep_paying", "答复前按能力还款"
    REACHABLE = "reachable", "保持联系畅通"
    PAY_ON_TIME = "pay_on_time", "按期足额还款"
    REPORT_DIFFICULTY = "report_difficulty", "遇新困难提前告知"


class EvidenceGroup(Choice):
    """The group of a piece of evidence, in the order of the checklist."""

    IDENTITY = "identity", "身份证明", "身份"
    DEBT = "debt", "债务材料", "债务", "债务证明"
    HARDSHIP = "hardship", "困难情况", "困难事实", "困难证明", "困难"
    INCOME = "income", "收入与偿还能力", "收入", "收入证明"
    COMMUNICATION = "communication", "沟通记录", "沟通"


class EvidenceForm(Choice):
    """In which form the evidence is handed in."""

    ORIGINAL = "original", "原件"
    COPY = "copy", "复印件"
    SCREENSHOT = "screenshot", "截图"
    ELECTRONIC = "electronic", "电子件", "电子版"


class EvidenceStatus(Choice):
    """Whether the evidence is at hand; the wording of every letter depends on it."""

    ATTACHED = "attached", "已附", "随附"
    PENDING = "pending", "待补", "待补交"
    UNAVAILABLE = "unavailable", "无法提供"


class CreditorKind(Choice):
    """What the creditor is: it decides how it is addressed and which rules may be cited to it.

    >>> import negotiation_docs as nd
    >>> nd.CreditorKind("bank_card").label
    '银行信用卡'
    """

    BANK_CARD = "bank_card", "银行信用卡"
    BANK_LOAN = "bank_loan", "银行贷款"
    CONSUMER_FINANCE = "consumer_finance", "消费金融公司"
    MICROLOAN = "microloan", "小额贷款公司"
    AUTO_FINANCE = "auto_finance", "汽车金融公司"
    TRUST = "trust", "信托公司"
    LEASING = "leasing", "融资租赁公司"
    GUARANTOR = "guarantor", "融资担保公司（已代偿）"
    INSURER = "insurer", "保险公司（已理赔）"
    PROVIDENT_FUND = "provident_fund", "住房公积金管理中心"
    PAWNSHOP = "pawnshop", "典当行"
    FACTORING = "factoring", "商业保理公司"
    COMPANY = "company", "其他公司"
    PLATFORM = "platform", "助贷平台"
    TRANSFEREE = "transferee", "债权受让方"
    PRIVATE = "private", "民间出借人"


class Salutation(Choice):
    """How a private lender is addressed."""

    MR = "先生", "先生"
    MS = "女士", "女士"


class PartyRole(Choice):
    """In what capacity another person stands beside the borrower."""

    CO_BORROWER = "co_borrower", "共同借款人"
    GUARANTOR = "guarantor", "保证人", "担保人"
    PAYER = "payer", "代付人", "代为还款人"
    SPOUSE = "spouse", "配偶"
    DEBTOR = "debtor", "主债务人", "被保证人"


class DocumentWanted(Choice):
    """Papers the borrower asks the creditor for."""

    CONTRACT = "contract", "合同及收费标准"
    BREAKDOWN = "breakdown", "欠款明细"
    PAYMENTS = "payments", "还款冲抵明细"
    TRANSFER_NOTICE = "transfer_notice", "债权转让通知"
    FEES = "fees", "担保费及服务费"
    COST_DISCLOSURE = "cost_disclosure", "综合融资成本明示表"
