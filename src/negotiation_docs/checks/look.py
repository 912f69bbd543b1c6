"""One look at a case: what each rule finds is looked for once, however many papers ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from negotiation_docs.checks.promises import FigureRule
from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, Told
from negotiation_docs.checks.unfilled import holds_mark, is_left_open
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.texts import Text, texts_by_debt
from negotiation_docs.lazy import lazy


class Look:
    """``case`` as seen for ``debts``, for as long as one question about it takes."""

    def __init__(self, case: Case, debts: Collection[Debt]) -> None:
        self.case = case
        self.debts = debts
        self._found: dict[Rule, tuple[Found, ...]] = {}
        self._figured: dict[FigureRule, tuple[Problem, ...]] = {}

    def found(self, rule: Rule) -> tuple[Found, ...]:
        """What ``rule`` finds, with places from the case downwards."""
        if rule not in self._found:
            self._found[rule] = tuple(self._places(rule))
        return self._found[rule]

    def figured(self, rule: FigureRule) -> tuple[Problem, ...]:
        """What the figures of ``rule`` find."""
        if rule not in self._figured:
            self._figured[rule] = tuple(problem for debt in self.debts for problem in rule.find(self.case, debt))
        return self._figured[rule]

    def _places(self, rule: Rule) -> Iterator[Found]:
        if isinstance(rule, CaseRule):
            yield from rule.find(self.case)
        elif isinstance(rule, DebtRule):
            for place, debt in self._chosen:
                yield from ((("debts", place, *here), values) for here, values in rule.find(self.case, debt))
        else:
            yield from rule.find(self._told)

    @lazy
    def _chosen(self) -> list[tuple[int, Debt]]:
        """The debts looked at with their places; by id, as comparing whole debts takes its time."""
        ids = {debt.id for debt in self.debts}
        return [(place, debt) for place, debt in enumerate(self.case.debts) if debt.id in ids]

    @lazy
    def _told(self) -> list[Told]:
        """The texts of the case, which all creditors looked at read, and those of each of these debts."""
        owned = texts_by_debt(self.case)
        return [self._read(place, owned.get(place, ())) for place in (None, *(place for place, _ in self._chosen))]

    def _read(self, place: int | None, said: Sequence[Text]) -> Told:
        """The texts ``said`` of the debt at ``place``, or of the case."""
        debt = None if place is None else self.case.debts[place]
        readers = tuple(self.debts) if debt is None else (debt,)
        words = [text for text in said if not is_left_open(text.words)]
        return Told(self.case, words, readers, debt, [text for text in said if holds_mark(text.words)])
