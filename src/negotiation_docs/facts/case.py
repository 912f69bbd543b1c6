"""The case: one borrower, all debts, and the papers that prove what is said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Self

from pydantic import Field, PrivateAttr, ValidationError, ValidationInfo, model_validator
from pydantic.functional_validators import ModelWrapValidatorHandler
from pydantic_core import InitErrorDetails, PydanticCustomError

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts.base import RULES_LATER, Facts
from negotiation_docs.facts.borrower import Borrower, Choices, Hardship, Update
from negotiation_docs.facts.debt import Debt
from negotiation_docs.facts.evidence import EvidenceItem
from negotiation_docs.facts.finances import Finances
from negotiation_docs.facts.references import references, repeated
from negotiation_docs.facts.values.days import Day, today
from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import fault, refusal, without_input
from negotiation_docs.facts.values.marks import CLAUSE, INTERNAL, TRANSLATION
from negotiation_docs.facts.values.masking import echo, mask_name
from negotiation_docs.facts.values.place import spell
from negotiation_docs.facts.values.prose import Line, Prose, one_line
from negotiation_docs.notebook import table

if TYPE_CHECKING:
    from negotiation_docs.facts.reading.spelling import Spelling

MOST_DEBTS: Final = 100
"""Debts of one borrower: the months of each plan are held against those of all others."""
_MOST_NAMED: Final = 20


def _translations(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise refusal("english", "应逐条写“原文: 译文”", "如 周启明: Zhou Qiming")
    read: dict[str, str] = {}
    errors: list[InitErrorDetails] = []
    for original, text in value.items():
        if text is None or (isinstance(text, str) and not text.strip()):
            continue
        try:
            read[one_line(original, longest=20_000)] = one_line(text, longest=20_000)
        except PydanticCustomError as error:
            place = (original,) if isinstance(original, str) else ()
            errors.append(InitErrorDetails(type=error, loc=place, input=None))
    if errors:
        raise ValidationError.from_exception_data("english", errors, hide_input=True)
    return read


def _some(ids: Iterable[str]) -> str:
    """The ids there are, but no more of them than a person would look through."""
    some = [echo(each) for each in islice(ids, _MOST_NAMED + 1)]
    return "、".join(some[:_MOST_NAMED]) + ("等" if len(some) > _MOST_NAMED else "")


Translations = Annotated[
    Mapping[str, str],
    Door(_translations, {"type": "object", "additionalProperties": {"type": "string"}}),
    TRANSLATION,
]
"""Words of the file → their English."""


class Case(Facts):
    """A whole case file. ``dated`` is always set: nothing after ``load`` looks at the clock.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> case.dated.isoformat(), [debt.id for debt in case.debts]
    ('2026-11-21', ['bank1'])
    >>> case.replace(dated="2026-12-01").dated.isoformat()
    '2026-12-01'
    """

    dated: Day = Field(default_factory=today, title="落款日期")
    borrower: Borrower = Field(title="借款人")
    choices: Choices = Field(default_factory=Choices.model_construct, title="本人选择")
    hardship: tuple[Hardship, ...] = Field((), title="困难情况")
    measures: Annotated[tuple[Line, ...], CLAUSE] = Field((), title="已采取的措施")
    updates: tuple[Update, ...] = Field((), title="近期变化")
    finances: Finances | None = Field(None, title="收支情况")
    evidence: tuple[EvidenceItem, ...] = Field((), title="证据材料")
    debts: tuple[Debt, ...] = Field(title="债务", max_length=MOST_DEBTS)
    holidays: tuple[Day, ...] = Field((), title="放假日")
    workdays: tuple[Day, ...] = Field((), title="调休上班日")
    english: Translations = Field({}, title="英文译文")
    notes: Annotated[Prose | None, INTERNAL] = Field(None, title="内部备注")

    _changed: ClassVar[Callable[["Case", Mapping[str, object]], "Case"]]
    """How a case is read anew; set by :mod:`facts.reading.load`, which knows this class."""
    _folder: Path | None = PrivateAttr(default=None)
    _spelling: "Spelling | None" = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_input_out(cls, data: object, read: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Errors name the place and the rule; what was typed there is nobody's business who logs them."""
        try:
            return read(data)
        except ValidationError as error:
            if info.context is RULES_LATER:  # ``load`` tells them in words of its own
                raise
            refused = without_input(error)
        raise refused

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # noqa: ANN401
        """As pydantic's, and its errors carry no input either."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            refused = without_input(error)
        raise refused

    @property
    def folder(self) -> Path | None:
        """Where the case file lies; scans and attachments are found from there. None for a case built from a dict."""
        return self._folder

    @told
    def written(self, loc: Place) -> tuple[str, int | None, int | None]:
        """A place of the model as the case file spells it, ``债务[0].欠款``, its line and its column, if known."""
        return self._spelling.of(loc) if self._spelling else (spell(loc), None, None)

    @property
    def is_dated(self) -> bool:
        """Whether the file states the day of the letters, so that it is the same whenever the file is read."""
        return self._spelling is None or self._spelling.states("dated")

    @property
    def oversight_only(self) -> bool:
        """Whether nothing but oversight or poor planning is given as a cause: there is no hardship to plead."""
        return bool(self.hardship) and not any(cause.cause.is_hardship for cause in self.hardship)

    @property
    def evidence_by_id(self) -> dict[str, EvidenceItem]:
        """Every piece of evidence under the short name by which facts refer to it."""
        return {item.id: item for item in self.evidence}

    @told
    def debt(self, name: str | None = None) -> Debt:
        """The debt of this id; without an id, the only debt. Raises FactsError naming the ids there are."""
        if name is None and len(self.debts) == 1:
            return self.debts[0]
        for debt in self.debts:
            if debt.id == name:
                return debt
        ids = _some(debt.id for debt in self.debts)
        message = f"有{len(self.debts)}笔债务，没有写明是哪一笔" if name is None else f"没有编号为“{echo(name)}”的债务"
        raise FactsError([Problem("error", ("debts",), message, f"请写明债务编号：{ids}", "debt_id")])

    @told
    def as_of(self, day: date | None) -> Self:
        """The same case dated ``day`` (of a moment its day); without a day, itself."""
        if day is None:
            return self
        return self.model_copy(update={"dated": day.date() if isinstance(day, datetime) else day})

    def replace(self, **changes: object) -> "Case":
        """This case with other facts in some places, checked as a whole: ``case.replace(dated="2026-12-01")``.

        Each fact is given as ``load`` reads it, under its key or Chinese label; None takes it away. Raises FactsError
        with every problem at once.
        """
        return Case._changed(self, changes)

    def faults(self) -> Iterator[Problem]:
        """There is a debt; ids are unique; every piece of evidence that is referred to exists."""
        if not self.debts:
            yield fault(("debts",), "debts", "至少要有一笔债务", "请写明债务编号和债权人", absent=True)
        yield from repeated("evidence", [item.id for item in self.evidence], "证据材料")
        yield from repeated("debts", [debt.id for debt in self.debts], "债务")
        known = self.evidence_by_id
        for loc, name in references(self):
            if name not in known:
                there = _some(known) or "还没有列出任何材料"
                hint = f"请改正编号，或者在证据材料里补上这一项；现有编号：{there}"
                yield fault(loc, "evidence_id", f"证据材料里没有编号“{echo(name)}”", hint, (("evidence",),))

    def __hash__(self) -> int:
        """Of everything but the translations, which are a dict."""
        return hash(tuple(getattr(self, name) for name in type(self).model_fields if name != "english"))

    def _repr_html_(self) -> str:
        rows = [
            (debt.id, debt.creditor.kind.label, "待核对" if principal is None else f"{principal:,}")
            for debt in self.debts
            for principal in (debt.balance.principal,)
        ]
        day = f"{self.dated.year}年{self.dated.month}月{self.dated.day}日"
        return table("llr", ("编号", "类型", "本金（元）"), rows, caption=f"{mask_name(self.borrower.name)}，{day}")
