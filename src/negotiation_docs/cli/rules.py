"""``rules``: the provisions that a paper may cite, with source, standing and how far they were verified."""

from __future__ import annotations

import argparse

import negotiation_docs as nd
from negotiation_docs.cli import data
from negotiation_docs.cli.terminal import out

MARKS = {"V": "全文核对", "V2": "转载文本，个别字可能有出入"}


def run(options: argparse.Namespace) -> int:
    """One provision a paragraph: its id, what a letter writes, since when, its words, its limits, where it was read."""
    if options.json:
        data.put(nd.rules())
        return 0
    for rule in nd.rules():
        end = f"至{rule.end.isoformat()}" if rule.end else "起"
        out(f"{rule.id}　{rule.text}（{rule.start.isoformat()}{end}施行，{rule.status}）\n")
        out(f"  {rule.words or f'要旨：{rule.gist}'}\n")
        if rule.contract_from:
            out(f"  只适用于{rule.contract_from.isoformat()}及以后签订的合同\n")
        if rule.note:
            out(f"  注意：{rule.note}\n")
        out(f"  发布：{rule.issuer}\n  来源：{rule.source}\n  核对：{rule.mark}（{MARKS[rule.mark]}）\n")
    return 0
