"""Plots of a plan, of a month and of a comparison, for notebooks: greys and hatching, so that they print as they show.

Matplotlib draws (the extra ``plot``); the Chinese labels are set in the packaged 黑体, whatever fonts a machine has.
Nothing of the host's settings is changed. What is drawn is rounded to the screen; the exact sums stand beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import pylopdf_fonts_zh_cn

from negotiation_docs.figures.fen import subtract
from negotiation_docs.figures.wording import amount

if TYPE_CHECKING:
    from negotiation_docs.figures.compare import Comparison
    from negotiation_docs.figures.household_month import Budget
    from negotiation_docs.figures.rows import Schedule

_DARK, _MIDDLE, _LIGHT = "#3a3a3a", "#8c8c8c", "#d9d9d9"
_PARTS: Final = (
    ("本金", "principal", {"color": _DARK}),
    ("利息", "interest", {"color": _MIDDLE}),
    ("原有息费", "charges", {"color": _LIGHT, "hatch": "///", "edgecolor": _MIDDLE, "linewidth": 0}),
)
_ROOM = 1.32
"""How much wider than the longest bar a plot is, for the sum at its end."""


def plot_schedule(schedule: Schedule, ax: Any) -> Any:  # noqa: ANN401 - matplotlib's, and no dependency
    """A bar for each payment, in the order of the days: principal, interest, charges."""
    ax, font = _begun(ax, (8, 3.2))
    places = range(len(schedule))
    under = [0.0] * len(schedule)
    for label, part, style in _PARTS:
        heights = [float(getattr(row, part)) for row in schedule]
        if any(heights):
            ax.bar(places, heights, bottom=under, width=0.8, label=label, **style)
            under = [low + high for low, high in zip(under, heights, strict=True)]
    _months(ax, schedule)
    ax.set_ylim(0, 1.15 * max(under))
    ax.set_ylabel("每次应还（元）", font=font)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.set_title(f"{schedule.label}，{schedule.periods}期，合计{amount(schedule.total)}元", font=font, loc="left")
    _legend(ax, font)
    return _ended(ax, font)


def plot_budget(budget: Budget, ax: Any) -> Any:  # noqa: ANN401
    """A month as steps: income, what is taken from it line by line, and what is left (or lacking)."""
    ax, font = _begun(ax, (8, 2.6))
    taken = (
        ("固定支出", budget.fixed),
        ("可调支出", budget.flexible),
        ("其他债务", budget.other_debts),
        ("备用金", budget.reserve),
    )
    lines = [("收入", Decimal(0), budget.income, _DARK)]
    left = budget.income
    for label, sum_ in taken:
        if sum_:
            lines.append((f"减：{label}", left, subtract(left, sum_), _LIGHT))
            left = subtract(left, sum_)
    lines.append(("每月缺口" if left < 0 else "可用于偿还", Decimal(0), left, _MIDDLE))
    for place, (_, begin, end, color) in enumerate(lines):
        ax.barh(place, float(end - begin), left=float(begin), height=0.62, color=color)
        _sum(ax, max(begin, end), place, amount(max(subtract(end, begin), subtract(begin, end))), font)
    _named(ax, [label for label, *_ in lines], font)
    ax.set_xlim(min(0.0, 1.1 * float(left)), _ROOM * float(max(budget.income, Decimal(1))))
    ax.axvline(0, color=_DARK, linewidth=0.8)
    ax.set_title("每月收支（元）", font=font, loc="left")
    return _ended(ax, font)


def plot_comparison(comparison: Comparison, ax: Any) -> Any:  # noqa: ANN401
    """What each option takes in all: principal, and interest with charges; the first payment and the end beside it."""
    ax, font = _begun(ax, (8, 0.9 + 0.62 * len(comparison)))
    widest = max(option.total for option in comparison)
    for place, option in enumerate(comparison):
        principal = subtract(option.total, option.interest)
        names = ("本金", "利息及费用") if place == 0 else ("", "")
        ax.barh(place, float(principal), height=0.5, color=_DARK, label=names[0])
        ax.barh(place, float(option.interest), left=float(principal), height=0.5, color=_LIGHT, label=names[1])
        words = f"{amount(option.total)}\n首期{amount(option.first)}，{option.last_due.isoformat()}结清"
        _sum(ax, option.total, place, words, font)
    _named(ax, [option.label for option in comparison], font)
    ax.set_xlim(0, 1.55 * float(widest))
    ax.set_title("还款总额（元）", font=font, loc="left")
    _legend(ax, font)
    return _ended(ax, font)


def _begun(ax: Any, size: tuple[float, float]) -> tuple[Any, Any]:  # noqa: ANN401
    """The axes to draw on, new ones if none are given, and the packaged face."""
    try:
        font = import_module("matplotlib.font_manager").FontProperties(fname=pylopdf_fonts_zh_cn.sans_path())
        if ax is None:
            _, ax = import_module("matplotlib.pyplot").subplots(figsize=size, layout="constrained")
    except ModuleNotFoundError as missing:
        missing.add_note('画图需要另装一个包：pip install "negotiation-docs[plot]"')
        raise
    return ax, font


def _months(ax: Any, schedule: Schedule) -> None:  # noqa: ANN401
    """The months of some payments under their bars: never more than seven, so that none touch."""
    step = -(-len(schedule) // 7)
    shown = range(0, len(schedule), step)
    ax.set_xticks(list(shown), [f"{schedule.rows[place].due:%Y-%m}" for place in shown])


def _named(ax: Any, labels: Sequence[str], font: Any) -> None:  # noqa: ANN401
    """Names at the left of horizontal bars, the first one on top; the sums say what an axis would."""
    ax.set_yticks(range(len(labels)), [label.replace("（", "\n（") for label in labels], font=font)
    ax.invert_yaxis()
    ax.xaxis.set_visible(False)


def _sum(ax: Any, end: Decimal, place: int, words: str, font: Any) -> None:  # noqa: ANN401
    ax.annotate(words, (float(end), place), xytext=(5, 0), textcoords="offset points", va="center", font=font)


def _legend(ax: Any, font: Any) -> None:  # noqa: ANN401
    if len(ax.get_legend_handles_labels()[0]) > 1:  # one kind of bar needs no key
        ax.legend(prop=font, frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=3, borderaxespad=0)


def _ended(ax: Any, font: Any) -> Any:  # noqa: ANN401
    """Nothing is drawn that says nothing: no frame, no marks."""
    for side in ("top", "right", *(("bottom",) if not ax.xaxis.get_visible() else ())):
        ax.spines[side].set_visible(False)
    ax.tick_params(length=0)
    for label in (*ax.get_xticklabels(), *ax.get_yticklabels()):
        label.set_font(font)
    return ax
