"""Traits: what a paper does, as its head states it; the checks ask for nothing else about a paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct


class Trait(Struct, frozen=True):
    """``meaning`` as the page of rules says it; ``prints`` are top fields that only papers with such a trait print.

    A fault in such a field does not stop the other papers.
    """

    meaning: str
    prints: tuple[str, ...] = ()


TRAITS: Final[Mapping[str, Trait]] = {
    "letter": Trait("交给债权人，须有能收到答复的联系方式"),
    "admits": Trait("承认欠款或者提出还款；诉讼时效有疑问、债务已结清时不生成"),
    "supports": Trait("为还款协商提交材料；诉讼时效有疑问时不生成"),
    "offers": Trait("写出还款方案的金额和日期；方案超出能力时不生成", ("proposal",)),
    "plan": Trait("本身就是还款方案，须写全方案的各项"),
    "pleads": Trait("陈述困难情况", ("hardship", "measures")),
    "explains": Trait("写明困难的原因，不以此请求分期", ("hardship",)),
    "balance": Trait("写出欠款金额，须有截至日期和数据来源", ("balance",)),
    "defers": Trait("请求延期；原还款日已过时不生成", ("deferral",)),
    "agreed": Trait("复述谈妥的安排", ("agreement",)),
    "changes": Trait("请求变更书面确认的方案", ("change",)),
    "unknown_lender": Trait("还不知道放款机构时，也可以写给助贷平台"),
    "logs": Trait("逐次列出沟通，写明留存的文件；其中能打印的随合订本编号提交"),
    "queries": Trait("查询办理进展，须有提交过文书或者取得业务编号、还没有办结的沟通"),
    "escalates": Trait("请求上一级处理，须有没有办成的沟通，还有没试过的一级；本机构以外的须写收件单位"),
    "reconsiders": Trait("请求重新审核被拒绝的方案，须最近一次沟通对方拒绝，此后有新的情况或者更好的方案"),
    "mediates": Trait("申请调解，须有没有办成的沟通，并写明调解组织"),
    "outside": Trait("写给债权人以外的收件单位"),
    "appoints": Trait("委托他人办理，须写明受托人、委托事项和期限"),
    "withdraws": Trait("撤回投诉，须有取得受理编号的投诉"),
    "declares": Trait("说明一条属实的不良记录；要求更正的不生成"),
    "complains": Trait("投诉征信异议的处理，须有被拒绝或者过了20日没有答复的异议，并写明人民银行分支机构"),
    "seeks_aid": Trait("申请法律援助，写出经济状况"),
    "binds": Trait("双方签订的协议，须对方已经同意，并且说清了分期安排"),
    "performs": Trait("说明书面确认的方案还了多少；分期安排没有写明、算不出来的不生成"),
    "shares": Trait("把余额分给几家，须有两笔以上没有结清的债务"),
    "disputes": Trait("对征信记录提出异议，须写明记载的错处；记录属实的、对方不报送征信的不生成"),
    "asks": Trait("只查询、核对或者说明，不承认也不提出还款；债务久远、有争议或者在法院的，写明不构成确认"),
    "answers": Trait("在法庭上答辩：只勾选案件文件写明的答辩；还没有答的请求、没有看过管辖的提示时不生成"),
    "objects": Trait("对支付令提出异议：每一项都要答，至少一项有异议并写明理由；没有能力偿还、请求分期不是理由"),
    "reports": Trait("向法院报告财产：五类财产和近一年的变动都要写明有或者没有"),
    "identifies": Trait("写出完整的证件号码，须有证件"),
}
"""Every trait by name."""

_PRINTED_BY: Final = {
    field: frozenset(name for name, trait in TRAITS.items() if field in trait.prints)
    for field in sorted({field for trait in TRAITS.values() for field in trait.prints})
}


def printed_by(field: str) -> frozenset[str]:
    """The traits without one of which a paper does not print the top field ``field``; empty if any paper may."""
    return _PRINTED_BY.get(field, frozenset())
