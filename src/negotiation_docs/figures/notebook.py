"""How schedules show themselves in a notebook: small escaped tables."""

from __future__ import annotations

from html import escape

from negotiation_docs.figures.money import total
from negotiation_docs.figures.rows import Row, Schedule
from negotiation_docs.figures.wording import amount, percent

SHOWN_WHOLE = 14  # rows; longer schedules show their head and tail


def schedule_table(schedule: Schedule) -> str:
    """The schedule as an HTML table."""
    rows = list(schedule.rows)
    shown = rows if len(rows) <= SHOWN_WHOLE else [*rows[:8], None, *rows[-4:]]
    caption = f"{schedule.label}，{schedule.periods}期，年利率{percent(schedule.annual_rate)}"
    head = "".join(f"<th>{name}</th>" for name in ("期次", "还款日", "应还金额", "本金", "利息及费用", "剩余本金"))
    body = "".join(_html_row(row) for row in shown)
    sums = (schedule.total, schedule.principal, total((schedule.interest, schedule.charges)))
    foot = "".join(f'<td style="text-align:right">{amount(value)}</td>' for value in sums)
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
        f"<tfoot><tr><th>合计</th><td></td>{foot}<td></td></tr></tfoot></table>"
    )


def _html_row(row: Row | None) -> str:
    if row is None:
        return '<tr><td colspan="6" style="text-align:center">…</td></tr>'
    figures = (row.payment, row.principal, total((row.interest, row.charges)), row.balance)
    cells = "".join(f'<td style="text-align:right">{amount(value)}</td>' for value in figures)
    return f"<tr><td>{row.period or '首付'}</td><td>{row.due.isoformat()}</td>{cells}</tr>"
