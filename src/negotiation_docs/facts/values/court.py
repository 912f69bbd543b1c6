"""The closed lists about proceedings: stages, papers, and the rows of the court's element forms (法〔2025〕82号)."""

from typing import Final

from negotiation_docs.facts.values.choice import Choice


class Stage(Choice):
    """How far a proceeding has come."""

    MEDIATION = "mediation", "诉前调解", "调解"
    SUED = "sued", "被起诉", "summons", "收到传票", "传票"
    ARBITRATION = "arbitration", "仲裁"
    PRESERVATION = "preservation", "保全"
    JUDGMENT = "judgment", "判决"
    PAYMENT_ORDER = "payment_order", "支付令"
    ENFORCEMENT = "enforcement", "强制执行", "执行"


class CourtPaper(Choice):
    """A paper that a court, an arbitrator or a mediator served."""

    COMPLAINT = "complaint", "起诉状副本"
    ANSWER_NOTICE = "answer_notice", "应诉通知书"
    EVIDENCE_NOTICE = "evidence_notice", "举证通知书"
    SUMMONS = "summons", "传票"
    MEDIATION = "mediation", "调解通知"
    RULING = "ruling", "裁定书"
    PRESERVATION_RULING = "preservation_ruling", "保全裁定书", "财产保全裁定书"
    JUDGMENT = "judgment", "判决书"
    PAYMENT_ORDER = "payment_order", "支付令"
    ENFORCEMENT_NOTICE = "enforcement_notice", "执行通知书"
    PROPERTY_ORDER = "property_order", "报告财产令"
    OTHER = "other", "其他文书"


class Action(Choice):
    """The cause of action, which decides the form of the answer."""

    CREDIT_CARD = "credit_card", "信用卡纠纷"
    FINANCIAL_LOAN = "financial_loan", "金融借款合同纠纷"
    PRIVATE_LENDING = "private_lending", "民间借贷纠纷"
    OTHER = "other", "其他", "保证合同纠纷", "追偿权纠纷", "保证保险合同纠纷", "融资租赁合同纠纷"


class ClaimItem(Choice):
    """What the plaintiff asks for."""

    PRINCIPAL = "principal", "本金"
    INTEREST = "interest", "利息等"
    EARLY_REPAYMENT = "early_repayment", "提前还款或解除合同"
    SECURITY = "security", "担保权利"
    ENFORCEMENT_COSTS = "enforcement_costs", "实现债权的费用"
    COURT_FEES = "court_fees", "诉讼费负担"
    OTHER = "other", "其他请求"
    TOTAL = "total", "标的总额"


class FactItem(Choice):
    """What the plaintiff states as facts."""

    CARD_OPENING = "card_opening", "信用卡办理情况"
    CARD_TERMS = "card_terms", "信用卡合约的主要约定"
    TERMS_EXPLAINED = "terms_explained", "对合约主要条款的提示注意和说明"
    REPAID = "repaid", "已还款金额"
    OVERDUE = "overdue", "逾期未还款金额"
    DEMANDS = "demands", "通知和催收"
    CONTRACT = "contract", "合同签订情况"
    CONTRACT_PARTIES = "contract_parties", "合同主体"
    LOAN_AMOUNT = "loan_amount", "借款金额"
    LOAN_TERM = "loan_term", "借款期限"
    LOAN_RATE = "loan_rate", "借款利率"
    PAID_OUT = "paid_out", "借款发放时间"
    REPAYMENT_METHOD = "repayment_method", "还款方式"
    SECURITY_CONTRACT = "security_contract", "物的担保合同"
    SECURITY_OBJECT = "security_object", "担保人、担保物"
    MAXIMUM_SECURITY = "maximum_security", "最高额担保"
    SECURITY_REGISTERED = "security_registered", "抵押、质押登记"
    GUARANTEE = "guarantee", "保证合同"
    GUARANTEE_KIND = "guarantee_kind", "保证方式"
    OTHER_SECURITY = "other_security", "其他担保方式"
    DEFENCES = "defences", "其他免责、减责事由"


class Answer(Choice):
    """What the borrower says to a claim or a stated fact; not stated is not answered."""

    ADMIT = "admit", "确认", "认可"
    DISPUTE = "dispute", "异议", "有异议"
    PARTLY = "partly", "部分异议", "部分认可"


class CourtRequest(Choice):
    """What the borrower asks the court for."""

    REDUCE_PENALTY = "reduce_penalty", "减少违约金"
    CAP_24 = "cap_24", "超过24%部分调减"
    CAP_LPR4 = "cap_lpr4", "超过四倍LPR部分不予支持"
    INSTALMENTS = "instalments", "分期"
    MEDIATION = "mediation", "调解"


REDUCTIONS: Final = (CourtRequest.REDUCE_PENALTY, CourtRequest.CAP_24, CourtRequest.CAP_LPR4)
"""Requests that the court allow less than is claimed."""


class MediationWish(Choice):
    """Whether the borrower wants to try mediation first."""

    YES = "yes", "是"
    NO = "no", "否"
    UNSURE = "unsure", "暂不确定"
