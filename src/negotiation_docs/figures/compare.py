"""Plan, alternative and original contract side by side: a longer term may cost more (权衡利弊)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Method
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.fen import to_fen, to_yuan, total
from negotiation_docs.figures.original_contract import payments_left
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.proposals import ALTERNATIVE, compute, proposed
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.wording import amount
from negotiation_docs.notebook import Axes, table


class Option(Struct, frozen=True):
    """One way to repay, in 元; ``interest`` includes all charges that it pays.

    ``name`` is plan, alternative, original or reference; ``label`` says so in Chinese.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> option = nd.compare(case).options[0]
    >>> option.label, option.periods, option.first
    ('首选方案', 60, Decimal('1440.35'))
    """

    name: str
    label: str
    periods: int
    first: Decimal
    total: Decimal
    interest: Decimal
    last_due: date

    @property
    def reference(self) -> bool:
        """A yardstick that nobody has offered."""
        return self.name == "reference"


class Comparison(Struct, frozen=True):
    """Options in the order plan, alternative, original contract; iterable.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [(option.name, option.total) for option in nd.compare(case)]
    [('plan', Decimal('86421.37')), ('alternative', Decimal('86421.37')), ('reference', Decimal('132533.34'))]
    """

    options: tuple[Option, ...]

    def __iter__(self) -> Iterator[Option]:
        return iter(self.options)

    def __len__(self) -> int:
        return len(self.options)

    @told
    def dearer(self, option: Option) -> Decimal:
        """How many 元 ``option`` costs more in all than the plan; negative where it costs less."""
        return to_yuan(to_fen(option.total) - to_fen(self.options[0].total))

    @told
    def plot(self, ax: Axes | None = None) -> Any:  # noqa: ANN401 - matplotlib's own
        """What each option takes in all, on matplotlib's ``ax`` or axes of its own; needs the extra ``plot``."""
        from negotiation_docs.figures.plots import plot_comparison  # noqa: PLC0415  # only a notebook needs it

        return plot_comparison(self, ax)

    def _repr_html_(self) -> str:
        names = ("方案", "期数", "首期金额", "还款总额", "其中利息及费用", "比首选方案多付", "结清日")
        rows = [
            (option.label, str(option.periods), *map(amount, self._figures(option)), option.last_due.isoformat())
            for option in self.options
        ]
        return table("lrrrrrl", names, rows, caption="金额单位：元")

    def _figures(self, option: Option) -> tuple[Decimal, ...]:
        return option.first, option.total, option.interest, self.dearer(option)


@told
@in_our_context
def compare(case: Case, debt: str | None = None) -> Comparison:
    """The proposed plan beside its alternative and what the original contract would still take, as far as known.

    Only what each option itself pays is in its figures: charges still to be agreed are in none of them.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [option.label for option in nd.compare(case)]
    ['首选方案', '备选方案', '按原合同利率等额本息（参照）']
    """
    found = case.debt(debt)
    proposal = proposed(case, found)
    options = [option("plan", "首选方案", compute(case, found, proposal))]
    if proposal.alternative is not None:
        options.append(
            option(
                "alternative", "备选方案", compute(case, found, proposed(case, found, alternative=True), ALTERNATIVE)
            )
        )
    original = _original(found) or _at_contract_rate(found, options[0])
    return Comparison((*options, original) if original else tuple(options))


def option(name: str, label: str, schedule: Schedule) -> Option:
    """One column of a comparison from a schedule."""
    cost = to_yuan(to_fen(schedule.interest) + to_fen(schedule.charges))
    return Option(name, label, schedule.periods, schedule.first, schedule.total, cost, schedule.last_due)


def _original(debt: Debt) -> Option | None:
    """What the contract still takes from the first unpaid due date on; None where that is not even the principal."""
    left, principal = payments_left(debt), debt.balance.principal
    whole = total(paid for _, paid in left)
    if not left or principal is None or whole < principal:
        return None
    cost = to_yuan(to_fen(whole) - to_fen(principal))
    return Option("original", "原合同", len(left), left[0][1], whole, cost, left[-1][0])


def _at_contract_rate(debt: Debt, proposed_: Option) -> Option | None:
    """A yardstick where the contract has no instalments: the same principal and term at the contract's rate."""
    rate, principal, proposal = debt.contract.annual_rate, debt.balance.principal, debt.proposal
    if not rate or principal is None or proposal is None or proposal.first_due is None:
        return None
    since = debt.balance.as_of
    terms = PlanTerms(principal, Method.EQUAL_PAYMENT.value, proposed_.periods, proposal.first_due, rate, start=since)
    try:
        return option("reference", "按原合同利率等额本息（参照）", plan(terms))
    except FactsError:
        return None
