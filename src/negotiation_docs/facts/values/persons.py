"""The closed lists about persons and their household, each member with its Chinese label."""

from negotiation_docs.facts.values.choice import Choice


class Sex(Choice):
    """性别."""

    MALE = "male", "男"
    FEMALE = "female", "女"


class IdDocumentKind(Choice):
    """An identity document other than the identity card."""

    PASSPORT = "passport", "护照"
    PERMANENT_RESIDENCE = "permanent_residence", "外国人永久居留身份证", "永久居留身份证"
    HK_MACAU_PERMIT = "hk_macau_permit", "港澳居民来往内地通行证", "回乡证"
    TAIWAN_PERMIT = "taiwan_permit", "台湾居民来往大陆通行证", "台胞证"
    RESIDENCE_PERMIT = "residence_permit", "港澳台居民居住证"


class AgentKind(Choice):
    """In what capacity somebody acts for the borrower."""

    LAWYER = "lawyer", "律师"
    LEGAL_WORKER = "legal_worker", "基层法律服务工作者"
    RELATIVE = "relative", "近亲属"
    RECOMMENDED = "recommended", "社区或单位推荐"
    LEGAL_AID = "legal_aid", "法律援助"
    ADVISER = "adviser", "顾问"


class Powers(Choice):
    """How far the agent may go; special powers are named one by one (民事诉讼法62)."""

    GENERAL = "general", "一般", "一般授权"
    SPECIAL = "special", "特别", "特别授权"


class Earner(Choice):
    """Whose income it is."""

    SELF = "self", "本人"
    SPOUSE = "spouse", "配偶"
    FAMILY = "family", "家庭成员"


class Frequency(Choice):
    """How often an amount comes in or goes out."""

    MONTH = "month", "每月"
    WEEK = "week", "每周"
    QUARTER = "quarter", "每季"
    HALF_YEAR = "half_year", "每半年"
    YEAR = "year", "每年"


class AssetClass(Choice):
    """The classes of a property report (财产调查规定5)."""

    DEPOSIT = "deposit", "收入存款现金理财证券", "存款"
    REAL_ESTATE = "real_estate", "不动产"
    MOVABLE = "movable", "动产"
    RIGHTS = "rights", "债权股权"
    OTHER = "other", "其他"


class ChangeKind(Choice):
    """What changed the borrower's property within a year."""

    EXPENSE = "expense", "支出"
    TRANSFER = "transfer", "转让"
    LEASE = "lease", "出租"
    SECURITY = "security", "担保"
    WAIVER = "waiver", "放弃"
