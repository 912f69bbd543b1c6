"""``rules``: the provisions that a paper may cite, with source and standing."""

from __future__ import annotations

import argparse
import sys

from negotiation_docs.documents.citations import rules


def run(options: argparse.Namespace) -> int:
    """One provision a paragraph: its id, what a letter writes, since when, its words, where they were read."""
    del options
    for rule in rules():
        end = f"至{rule.end.isoformat()}" if rule.end else "起"
        sys.stdout.write(f"{rule.id}　{rule.text}（{rule.start.isoformat()}{end}施行，{rule.status}）\n")
        sys.stdout.write(f"  {rule.words or rule.gist}\n  来源：{rule.source}\n")
    return 0
