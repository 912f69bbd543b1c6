"""Figures: what follows from the facts, by pure functions, exact to the 分 (schedule, budget, rates, amounts in words).

Plain values go in and come out of every module; only the faces that take a ``Case`` know the facts' models:
``schedule.schedule``, ``budget.budget``, ``allocation.allocation``, ``affordability.affordability``,
``limitation.limitation`` and ``compare.compare``.
"""
