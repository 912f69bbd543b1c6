"""沟通记录: each talk or letter, what was said, and what either side promised."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import Field

from negotiation_docs.arguments import told
from negotiation_docs.errors import Problem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.plan import PartialPlan
from negotiation_docs.facts.seal import Seal
from negotiation_docs.facts.values.days import Day, Moment
from negotiation_docs.facts.values.fault import fault
from negotiation_docs.facts.values.identifiers import Hotline
from negotiation_docs.facts.values.marks import CREDITOR, KIND, NUMBER, QUOTED, SPOKEN, SPOKEN_CLAUSE, THIRD
from negotiation_docs.facts.values.plain import Attachment, Flag
from negotiation_docs.facts.values.prose import Line, Name
from negotiation_docs.facts.values.terms import Channel, Contacted, Direction, Level, Outcome


class Contact(Facts):
    """沟通记录, one entry. ``at`` is a :class:`datetime` when the time was stated, else a plain date.

    ``sent`` are papers as the file names them, by title or by name; the catalogue knows which kinds they are.
    ``offered`` is the plan that was proposed in this talk: what differs from the one proposed now.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> contact = case.debt().contacts[0]
    >>> contact.channel.label, contact.day.isoformat()
    ('电话', '2026-10-12')
    """

    at: Moment = Field(title="时间")
    direction: Direction = Field(title="方向")
    contacted: Contacted = Field(Contacted.SELF, title="接听人")
    organisation: Annotated[Name | None, CREDITOR] = Field(None, title="对方单位")
    channel: Channel = Field(title="渠道")
    level: Level = Field(Level.SERVICE, title="受理层级")
    number: Hotline | None = Field(None, title="对方号码")
    agent: Annotated[Name | None, THIRD] = Field(None, title="经办人")
    ref: Annotated[Name | None, NUMBER] = Field(None, title="业务编号")
    recording_consent: Flag | None = Field(None, title="录音同意")
    summary: Annotated[Line, SPOKEN_CLAUSE] = Field(title="要点")
    own_reply: Annotated[Line | None, SPOKEN_CLAUSE] = Field(None, title="本人答复")
    sent: Annotated[tuple[Name, ...], KIND] = Field((), title="提交文书")
    offered: PartialPlan | None = Field(None, title="当时的方案")
    reply: Annotated[Line | None, QUOTED] = Field(None, title="对方答复")
    outcome: Outcome = Field(title="结果", json_schema_extra={"filled": True})
    promise: Annotated[Line | None, QUOTED] = Field(None, title="对方承诺")
    promise_due: Day | None = Field(None, title="对方承诺期限")
    promise_kept: Flag = Field(False, title="对方承诺已兑现")
    own_promise: Annotated[Line | None, SPOKEN_CLAUSE] = Field(None, title="本人承诺")
    own_promise_due: Day | None = Field(None, title="本人承诺期限")
    own_promise_kept: Flag = Field(False, title="本人承诺已兑现")
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    seals: tuple[Seal, ...] = Field((), title="附件哈希值")
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

    @told
    def lapsed(self, today: date) -> bool:
        """Whether the borrower's own promise of this talk was due before ``today`` and not kept."""
        due = self.own_promise_due
        return due is not None and due < today and not self.own_promise_kept

    @property
    def moment(self) -> datetime:
        """For sorting: the stated time, or the start of the day."""
        return self.at if isinstance(self.at, datetime) else datetime.combine(self.at, time())

    def faults(self) -> Iterator[Problem]:
        """A day of a promise belongs to a promise, a checksum to a file of the talk."""
        for name, who in (("promise", "对方"), ("own_promise", "本人")):
            if getattr(self, f"{name}_due") is not None and getattr(self, name) is None:
                message = f"写了{who}承诺期限，但没有写{who}承诺"
                yield fault((name,), "promise", message, "请写明承诺的内容，或者删去期限", absent=True)
        for place, seal in enumerate(self.seals):
            named = [one.file for one in self.seals[:place]]
            if seal.file not in self.attachments or seal.file in named:
                message = "这个文件的哈希值写了两次" if seal.file in named else "附件里没有写这个文件"
                hint = "每个附件写一个哈希值；文件名和附件里写的一样"
                yield fault(("seals", place, "file"), "seal_file", message, hint)
