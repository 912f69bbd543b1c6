"""证据材料: each paper that proves something, and whether it is at hand."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choices import EvidenceForm, EvidenceGroup, EvidenceStatus
from negotiation_docs.facts.values.days import Day
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.marks import SPOKEN, THIRD
from negotiation_docs.facts.values.plain import Count, Id, Ordinal, Scan
from negotiation_docs.facts.values.prose import Line, Name


class EvidenceItem(Facts):
    """One paper of the checklist.

    >>> import negotiation_docs as nd
    >>> nd.load("examples/zhou.yaml").evidence_by_id["idcard"].name
    '居民身份证'
    """

    id: Id = Field(title="编号")
    name: Annotated[Name, SPOKEN] = Field(title="材料名称")
    group: EvidenceGroup = Field(title="类别")
    proves: Annotated[Line | None, SPOKEN] = Field(None, title="证明事项")
    issuer: Annotated[Name | None, THIRD] = Field(None, title="出具单位")
    issued: Day | None = Field(None, title="出具日期")
    form: EvidenceForm = Field(EvidenceForm.COPY, title="形式")
    copies: Ordinal = Field(1, title="份数")
    pages: Count | None = Field(None, title="页数")
    status: EvidenceStatus = Field(title="状态")
    due: Day | None = Field(None, title="补交日期")
    reason: Annotated[Line | None, SPOKEN] = Field(None, title="无法提供的原因")
    file: Scan | None = Field(None, title="文件")

    def faults(self) -> Iterator[Problem]:
        """A promise needs its day, a gap its reason."""
        if self.status is EvidenceStatus.PENDING and self.due is None:
            hint = "请写明哪天能补交；确实补不了的，状态改为“无法提供”并写明原因"
            yield fault(("due",), "evidence_due", "待补的材料缺少补交日期", hint, (("status",),), absent=True)
        if self.status is EvidenceStatus.UNAVAILABLE and self.reason is None:
            hint = "请写明为什么提供不了，如“原单位已注销”"
            yield fault(("reason",), "evidence_reason", "无法提供的材料缺少原因", hint, (("status",),), absent=True)
