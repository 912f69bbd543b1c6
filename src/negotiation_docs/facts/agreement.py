"""协商结果: what was said and understood, what was left open, and what was confirmed in writing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from negotiation_docs.facts.aftermath import Payment
from negotiation_docs.facts.base import Facts, keys
from negotiation_docs.facts.plan import PartialPlan
from negotiation_docs.facts.plan_parts import Waiver
from negotiation_docs.facts.values.days import Day, Moment
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.marks import NUMBER, QUOTED, TERM
from negotiation_docs.facts.values.plain import Evidence, Flag, parse_flag
from negotiation_docs.facts.values.prose import Line, Name
from negotiation_docs.facts.values.terms import Channel

AgreedPlan = Literal[True, "alternative"] | PartialPlan
"""True = the instalments of the proposal, ``"alternative"`` = those of its alternative, else what differs."""


def _agreed_plan(value: object, info: ValidationInfo) -> AgreedPlan | None:
    if isinstance(value, (Mapping, PartialPlan)):
        return PartialPlan.model_validate(value, context=info.context)
    if isinstance(value, str) and value.strip() in ("alternative", "备选方案"):
        return "alternative"
    try:
        return True if parse_flag(value) else None
    except ValueError:
        hint = "按原方案写 true，按备选方案写 alternative，有不同的写明不同之处，如 {periods: 48}"
        raise refusal("agreed_plan", "分期安排的写法不对", hint) from None


_PLAN_SCHEMA = {"anyOf": [{"type": "boolean"}, {"enum": ["alternative", "备选方案"]}, {"type": "object"}]}


class Terms(Facts):
    """本人理解的协商结果; None is what was not said. ``False`` was said, too."""

    plan: Annotated[
        AgreedPlan | None,
        Door(_agreed_plan, _PLAN_SCHEMA, informed=True),
    ] = Field(None, title="分期安排")
    payment_account: Annotated[Line | None, QUOTED] = Field(None, title="还款账户")
    pause_charges: Flag | None = Field(None, title="暂停计收息费")
    waive: Waiver | None = Field(None, title="减免")
    pause_collection: Flag | None = Field(None, title="停止催收")
    credit_reporting: Annotated[Line | None, QUOTED] = Field(None, title="征信报送")
    early_settlement: Annotated[Line | None, QUOTED] = Field(None, title="提前结清")
    breach: Annotated[Line | None, QUOTED] = Field(None, title="违约后果")
    other: Annotated[tuple[Line, ...] | None, QUOTED] = Field(None, title="其他约定")

    def with_changes(self, later: "Terms") -> "Terms":
        """These terms with what ``later`` states in place of them."""
        stated = {name: getattr(later, name) for name in later.model_fields_set & Terms.model_fields.keys()}
        own = {name: getattr(self, name) for name in self.model_fields_set & Terms.model_fields.keys()}
        return Terms.model_construct(_fields_set=None, **{**own, **stated})


class Confirmation(Terms):
    """书面确认: the creditor's written word; terms in it replace what was understood before."""

    date: Day = Field(title="日期")
    channel: Channel = Field(title="渠道")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="编号")
    evidence: Evidence = Field((), title="证据")


STANDARD_TERMS = tuple(name for name in Terms.model_fields if name != "other")
"""Names of the terms that every agreement should settle, in the order of the letter."""


def _term_name(value: object) -> object:
    return keys(Terms).get(value.strip(), value) if isinstance(value, str) else value


class Earlier(Facts):
    """此前的约定: an agreement that this one takes the place of, and what was paid under it before the balance of now.

    ``date`` and ``channel`` are those of its written confirmation; without a channel it was only agreed on that day.
    """

    date: Day = Field(title="日期")
    channel: Channel | None = Field(None, title="渠道")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="编号")
    evidence: Evidence = Field((), title="证据")
    payments: tuple[Payment, ...] = Field((), title="已还款")


class Agreement(Facts):
    """协商结果 of one talk. ``reached`` is a :class:`datetime` when the time was stated."""

    reached: Moment = Field(title="达成日期")
    terms: Terms = Field(default_factory=Terms.model_construct, title="本人理解的协商结果")
    unclear: Annotated[tuple[Annotated[Line, BeforeValidator(_term_name)], ...] | None, TERM] = Field(
        None, title="未明确事项"
    )
    reply_by: Day | None = Field(None, title="希望答复日期")
    confirmed: Confirmation | None = Field(None, title="书面确认")
    earlier: tuple[Earlier, ...] = Field((), title="此前的约定")

    @property
    def day(self) -> date:
        """The day on which it was reached, without the time."""
        return self.reached.date() if isinstance(self.reached, datetime) else self.reached

    @property
    def in_force(self) -> Terms:
        """What holds now: the terms as understood, corrected by the written confirmation."""
        return self.terms.with_changes(self.confirmed) if self.confirmed else self.terms

    @property
    def open_terms(self) -> tuple[str, ...]:
        """What is to be cleared up: as listed, else every standard term that was not stated."""
        if self.unclear is not None:
            return self.unclear
        return tuple(name for name in STANDARD_TERMS if getattr(self.terms, name) is None)
