"""What a letter that goes by itself attaches: the evidence for what it says, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ATTACHES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "identity": "身份证明",
        "account": "该账户的材料",
        "causes": "困难原因的材料",
        "new_causes": "达成协商结果之后的困难的材料",
        "finances": "收支和财产的材料",
        "property": "收入、财产和申报期间的财产变动的材料",
        "talks": "沟通记录",
        "agreement": "谈妥当日及以后的沟通记录",
        "since_refusal": "最近一次被拒绝以来的困难、变化和还款的材料",
        "payments": "还款凭证",
        "confirmation": "书面确认的材料",
        "updates": "近期变化的材料",
        "later_updates": "达成协商结果之后的近期变化的材料",
        "deferral": "延期理由的材料",
        "dispute": "征信异议的材料",
        "record_cause": "征信异议没有写实际情况时，第一项困难原因的材料",
    }
)
"""What a template may name under ``attaches``, with its meaning."""
