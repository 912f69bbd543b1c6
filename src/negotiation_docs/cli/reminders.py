"""``reminders``: every day ahead of a case as a calendar file."""

from __future__ import annotations

import argparse

import negotiation_docs as nd
from negotiation_docs.cli.source import read_case
from negotiation_docs.cli.terminal import out


def run(options: argparse.Namespace) -> int:
    """Write the calendar, and tell how many days it holds."""
    case = read_case(options.case)
    found = nd.reminders(case, options.debt, on=options.on, discreet=options.discreet, acknowledge=options.acknowledge)
    path = found.save(options.output, overwrite=options.force)
    out(f"{path}：{len(found)}个提醒{f'，最近的是{nd.chinese_date(found.items[0].day)}' if found.items else ''}。\n")
    return 0
