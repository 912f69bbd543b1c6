"""诉讼: which court has what, until when something must be done, and what the borrower answers to each point."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.court import (
    Action,
    Answer,
    ClaimItem,
    CourtPaper,
    CourtRequest,
    FactItem,
    MediationWish,
    Stage,
)
from negotiation_docs.facts.values.days import Day, Moment
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.marks import NUMBER, SPOKEN, THIRD
from negotiation_docs.facts.values.money import Money
from negotiation_docs.facts.values.plain import Evidence, Flag
from negotiation_docs.facts.values.prose import Line, Name, Prose


class ServedPaper(Facts):
    """其他文书: another paper at hand, with a term of its own."""

    kind: CourtPaper = Field(title="种类")
    received: Day | None = Field(None, title="收到日期")
    deadline: Day | None = Field(None, title="期限")


class _Answered:
    """What is asked at court and answered, or not yet."""

    if TYPE_CHECKING:
        answer: Answer | None

    @property
    def objected(self) -> bool:
        """Whether the whole of it or a part is objected to."""
        return self.answer in (Answer.DISPUTE, Answer.PARTLY)


class FactAnswer(_Answered, Facts):
    """事实答辩: one stated fact, and what the borrower says to it; without ``answer`` it is not answered."""

    item: FactItem = Field(title="项目")
    answer: Answer | None = Field(None, title="答辩")
    reason: Annotated[Line | None, SPOKEN] = Field(None, title="理由")
    evidence: Evidence = Field((), title="证据")


class Claim(_Answered, Facts):
    """诉讼请求: one claim in 元, and what the borrower says to it; without ``answer`` it is not answered."""

    item: ClaimItem = Field(title="项目")
    amount: Money | None = Field(None, title="金额")
    answer: Answer | None = Field(None, title="答辩")
    admitted: Money | None = Field(None, title="认可金额")
    reason: Annotated[Line | None, SPOKEN] = Field(None, title="理由")
    evidence: Evidence = Field((), title="证据")

    def faults(self) -> Iterator[Problem]:
        """Who admits a part says how much of it."""
        reads = (("answer",), ("amount",))
        if self.answer is Answer.PARTLY and self.admitted is None:
            hint = "请写认可的金额；全部认可的答辩写“确认”，全部不认可的写“异议”"
            yield fault(("admitted",), "admitted", "部分异议缺少认可金额", hint, reads, absent=True)
        if self.admitted is not None and self.answer is not Answer.PARTLY:
            message = "只有部分异议才写认可金额"
            yield fault(("admitted",), "admitted", message, "答辩改为“部分异议”，或者删去认可金额", reads)
        if self.admitted is not None and self.amount is not None and self.admitted > self.amount:
            yield fault(("admitted",), "admitted", "认可金额多于请求的金额", "请核对这两个金额", reads)


class Litigation(Facts):
    """诉讼. Nothing is admitted by default: a box is ticked only where the file answers."""

    stage: Stage = Field(title="阶段")
    received: Day | None = Field(None, title="收到日期")
    deadline: Day | None = Field(None, title="期限")
    papers: tuple[ServedPaper, ...] = Field((), title="其他文书")
    hearing: Moment | None = Field(None, title="开庭时间")
    court: Annotated[Name | None, THIRD] = Field(None, title="法院")
    case_number: Annotated[Name | None, NUMBER] = Field(None, title="案号")
    cause: Action | None = Field(None, title="案由")
    plaintiff: Annotated[Name | None, THIRD] = Field(None, title="原告")
    claims: tuple[Claim, ...] = Field((), title="诉讼请求")
    facts: tuple[FactAnswer, ...] = Field((), title="事实答辩")
    statement: Annotated[Prose | None, SPOKEN] = Field(None, title="自由陈述")
    basis: Annotated[Prose | None, SPOKEN] = Field(None, title="答辩依据")
    requests: tuple[CourtRequest, ...] = Field((), title="请求")
    raise_limitation: Flag | None = Field(None, title="主张时效")
    mediation_wish: MediationWish | None = Field(None, title="调解意愿")
    mediation_known: Flag | None = Field(None, title="了解调解")
    mediation_benefits: Flag | None = Field(None, title="了解先行调解的好处")
    represented: Flag | None = Field(None, title="有委托诉讼代理人")
    electronic_service: Flag | None = Field(None, title="同意电子送达")

    @property
    def complained(self) -> bool:
        """Whether a complaint has been served."""
        return self.stage in (Stage.SUED, Stage.JUDGMENT, Stage.ENFORCEMENT)

    @property
    def has_agent(self) -> bool:
        """Whether an agent is to be appointed before the court itself (民诉法62), and not towards the lender."""
        before = self.stage in (Stage.SUED, Stage.JUDGMENT, Stage.ENFORCEMENT, Stage.PAYMENT_ORDER)
        return bool(self.represented and self.court and before)
