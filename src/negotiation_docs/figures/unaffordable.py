"""``UnaffordablePlan``: the error that carries what would be affordable instead."""

from __future__ import annotations

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.suggestions import Suggestion


class UnaffordablePlan(FactsError):  # noqa: N818 - says what happened
    """A plan that asks for more than is disposable in some month; its problems name what would be affordable.

    ``suggestion`` holds the same as data, or None where nothing would be.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> month = {"income": [{"name": "工资", "amount": 4000}], "essentials": [{"name": "房租", "amount": 3500}]}
    >>> try:
    ...     nd.render("repayment_plan", case.replace(finances=month))
    ... except nd.UnaffordablePlan as error:
    ...     print(error.problems[0].rule, error.suggestion.level.first)
    plan.unaffordable 496.67
    """

    suggestion: Suggestion | None = None
