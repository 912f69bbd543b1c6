"""The closed lists about money, plans, talks and agreements, each member with its Chinese label."""

from negotiation_docs.facts.values.choice import Choice


class DebtPart(Choice):
    """A part of what is owed."""

    PRINCIPAL = "principal", "本金"
    INTEREST = "interest", "利息"
    PENALTY = "penalty", "违约金", "罚息"
    FEES = "fees", "其他费用"


class ChargeKind(Choice):
    """A part of what is owed beyond the principal: "charges" always means these three together."""

    INTEREST = "interest", "利息"
    PENALTY = "penalty", "违约金", "罚息"
    FEES = "fees", "其他费用"


class Method(Choice):
    """How a plan repays."""

    EQUAL_PAYMENT = "equal_payment", "等额本息"
    EQUAL_PRINCIPAL = "equal_principal", "等额本金"
    INTEREST_FIRST = "interest_first", "先息后本"
    BULLET = "bullet", "一次性还本付息"
    INTEREST_FREE = "interest_free", "免息等额分期"
    STEPPED = "stepped", "阶梯还款"


class RemainingCharges(Choice):
    """What happens to interest, penalty and fees that are not waived."""

    TO_BE_AGREED = "to_be_agreed", "另行商定"
    SPREAD = "spread", "分摊到各期"
    LAST_INSTALMENT = "last_instalment", "随最后一期支付"


class Remainder(Choice):
    """Which instalment takes the odd 分."""

    LAST = "last", "末期"
    FIRST = "first", "首期"


class Interval(Choice):
    """How often a plan pays."""

    MONTH = "month", "每月"
    QUARTER = "quarter", "每季"
    HALF_YEAR = "half_year", "每半年"
    YEAR = "year", "每年"

    @property
    def months(self) -> int:
        """How many months lie between two instalments."""
        return {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[self.value]


class HolidayShift(Choice):
    """Where a due date goes that falls on a day off."""

    NONE = "none", "不调整"
    NEXT = "next", "顺延"
    PREVIOUS = "previous", "提前"
    MODIFIED_NEXT = "modified_next", "顺延但不跨月"


class Channel(Choice):
    """The way a message goes."""

    PHONE = "phone", "电话"
    SMS = "sms", "短信"
    WECHAT = "wechat", "微信"
    VISIT = "visit", "上门"
    EMAIL = "email", "电子邮件"
    ONLINE = "online", "在线客服"
    APP = "app", "APP站内信"
    IN_PERSON = "in_person", "面谈"
    LETTER = "letter", "信函"
    SOCIAL = "social", "社交媒体"

    @property
    def spoken(self) -> bool:
        """Said; whatever else is in written form, where it can be called up again (民法典469)."""
        return self in (Channel.PHONE, Channel.VISIT, Channel.IN_PERSON)


class Level(Choice):
    """Who deals with the matter, from the first desk upwards (members are in that order)."""

    SERVICE = "service", "客服"
    SUPERVISOR = "supervisor", "客服主管"
    CONSUMER_PROTECTION = "consumer_protection", "消费者权益保护部门"
    HEAD_OFFICE = "head_office", "上级机构"
    MEDIATION = "mediation", "调解组织"
    REGULATOR = "regulator", "监管部门"


class Direction(Choice):
    """Who turned to whom."""

    OUTGOING = "outgoing", "本人联系对方", "去电或发出", "去电", "呼出", "发出"
    INCOMING = "incoming", "对方联系本人", "来电或收到", "来电", "呼入", "收到"


class Outcome(Choice):
    """What came of a talk."""

    ACCEPTED = "accepted", "同意"
    REFUSED = "refused", "拒绝"
    UNCLEAR = "unclear", "未明确"
    PENDING = "pending", "待答复", "未答复"


class GapInterest(Choice):
    """Interest for the days of a deferral."""

    CONTRACT = "contract", "按合同计收", "按原合同"
    NONE = "none", "不计收", "不计"


class DisputeKind(Choice):
    """What is asked of the credit bureau."""

    ERROR = "error", "记载有误", "错误"
    STATEMENT = "statement", "个人声明", "本人声明"


class DisputeAddressee(Choice):
    """Who deals with a dispute of the credit report."""

    LENDER = "lender", "报送机构"
    CENTRE = "centre", "征信中心"


class Contacted(Choice):
    """Whom the other side reached."""

    SELF = "self", "本人"
    FAMILY = "family", "家属"
    EMPLOYER = "employer", "单位"
    OTHER = "other", "其他人"


class Currency(Choice):
    """The currency of what a card owes abroad; 人民币 is the other amounts' own."""

    USD = "USD", "美元"
    EUR = "EUR", "欧元"
    GBP = "GBP", "英镑"
    HKD = "HKD", "港元", "港币"
    JPY = "JPY", "日元"
    AUD = "AUD", "澳元", "澳大利亚元"
    CAD = "CAD", "加元", "加拿大元"
    CHF = "CHF", "瑞士法郎"
    SGD = "SGD", "新加坡元"
    NZD = "NZD", "新西兰元"
    KRW = "KRW", "韩元"
    THB = "THB", "泰铢"
    MOP = "MOP", "澳门元"
    TWD = "TWD", "新台币"


class SecurityKind(Choice):
    """By what right a thing secures a debt."""

    MORTGAGE = "mortgage", "抵押"
    PLEDGE = "pledge", "质押"
