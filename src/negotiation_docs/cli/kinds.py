"""``kinds``: the papers that can be rendered."""

from __future__ import annotations

import argparse
import sys

import negotiation_docs as nd


def run(options: argparse.Namespace) -> int:
    """One line a kind: its name, its title, whether it is for the borrower's own use, what it needs."""
    del options
    for kind in nd.kinds():
        inner = "（自用）" if kind.audience == "internal" else ""
        needs = f"　需要：{'、'.join(kind.needs)}" if kind.needs else ""
        sys.stdout.write(f"{kind.name}　{kind.title()}{inner}{needs}\n")
    return 0
