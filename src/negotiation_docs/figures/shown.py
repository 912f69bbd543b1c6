"""How schedules show themselves in a notebook: a long one by its head and its tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negotiation_docs.figures.fen import total
from negotiation_docs.figures.wording import amount, percent
from negotiation_docs.notebook import GAP, table

if TYPE_CHECKING:
    from negotiation_docs.figures.rows import Row, Schedule

SHOWN_WHOLE = 14  # rows; longer schedules show their head and tail
HEAD = ("期次", "还款日", "应还金额", "本金", "利息及费用", "剩余本金")


def schedule_table(schedule: Schedule) -> str:
    """The schedule as an HTML table."""
    rows = [_cells(row) for row in schedule.rows]
    shown = rows if len(rows) <= SHOWN_WHOLE else [*rows[:8], GAP, *rows[-4:]]
    caption = f"{schedule.label}，{schedule.periods}期，年利率{percent(schedule.annual_rate)}（金额单位：元）"
    sums = (schedule.total, schedule.principal, total((schedule.interest, schedule.charges)))
    return table("rlrrrr", HEAD, [*shown, ("合计", "", *map(amount, sums), "")], caption=caption, total=True)


def _cells(row: Row) -> tuple[str, ...]:
    figures = (row.payment, row.principal, total((row.interest, row.charges)), row.balance)
    return (str(row.period or "首付"), row.due.isoformat(), *map(amount, figures))
