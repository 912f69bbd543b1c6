"""沟通记录: each talk or letter, what was said, and what either side promised."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.days import Day, Moment
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.identifiers import Hotline
from negotiation_docs.facts.values.marks import LABEL, NUMBER, QUOTED, SPOKEN, SPOKEN_CLAUSE, THIRD
from negotiation_docs.facts.values.plain import Attachment, Flag
from negotiation_docs.facts.values.prose import Line, Name
from negotiation_docs.facts.values.terms import Channel, Direction, Level, Outcome

KIND_LABELS = {
    "困难情况说明": "hardship_letter",
    "逾期情况说明": "hardship_letter",
    "还款计划": "repayment_plan",
    "证据材料清单": "evidence_list",
    "协商结果书面确认申请": "confirmation_request",
    "个人财务状况说明": "financial_statement",
    "息费减免申请": "fee_waiver_request",
    "延期还款申请": "deferral_request",
    "欠款明细及合同资料提供申请": "account_statement_request",
    "沟通记录表": "contact_log",
    "升级处理申请": "escalation_request",
    "办理进展查询函": "progress_query",
    "还款进展说明": "progress_report",
    "变更还款计划申请": "plan_change_request",
    "结清证明开具及信用记录更新申请": "settlement_certificate_request",
    "征信异议申请": "credit_dispute",
    "联系方式与个人信息保护说明": "contact_preferences",
}
"""Titles of the papers that are handed in → their names; a paper of the user's own template is named as it is."""


def _kind_name(value: object) -> object:
    return KIND_LABELS.get(value.strip(), value) if isinstance(value, str) else value


class Contact(Facts):
    """沟通记录, one entry. ``at`` is a :class:`datetime` when the time was stated, else a plain date."""

    at: Moment = Field(title="时间")
    direction: Direction = Field(title="方向")
    channel: Channel = Field(title="渠道")
    level: Level = Field(Level.SERVICE, title="受理层级")
    number: Hotline | None = Field(None, title="对方号码")
    agent: Annotated[Name | None, THIRD] = Field(None, title="经办人")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="业务编号")
    recording_consent: Flag | None = Field(None, title="录音同意")
    summary: Annotated[Line, SPOKEN_CLAUSE] = Field(title="要点")
    sent: Annotated[tuple[Annotated[Name, BeforeValidator(_kind_name)], ...], LABEL] = Field((), title="提交文书")
    reply: Annotated[Line | None, QUOTED] = Field(None, title="对方答复")
    outcome: Outcome = Field(title="结果")
    promise: Annotated[Line | None, QUOTED] = Field(None, title="对方承诺")
    promise_due: Day | None = Field(None, title="对方承诺期限")
    promise_kept: Flag = Field(False, title="对方承诺已兑现")
    own_promise: Annotated[Line | None, SPOKEN_CLAUSE] = Field(None, title="本人承诺")
    own_promise_due: Day | None = Field(None, title="本人承诺期限")
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    next_step: Annotated[Line | None, SPOKEN] = Field(None, title="下一步")

    @classmethod
    def _prepare(cls, values: dict[str, Any]) -> dict[str, Any]:
        if "outcome" not in values and "reply" not in values:
            values["outcome"] = Outcome.PENDING
        return values

    @property
    def day(self) -> date:
        """The day, without the time."""
        return self.at.date() if isinstance(self.at, datetime) else self.at

    @property
    def moment(self) -> datetime:
        """For sorting: the stated time, or the start of the day."""
        return self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time())

    def faults(self) -> Iterator[Problem]:
        """A day of a promise belongs to a promise."""
        for name, who in (("promise", "对方"), ("own_promise", "本人")):
            if getattr(self, f"{name}_due") is not None and getattr(self, name) is None:
                message = f"写了{who}承诺期限，但没有写{who}承诺"
                yield fault((name,), "promise", message, "请写明承诺的内容，或者删去期限", absent=True)
