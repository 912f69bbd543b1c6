"""``kinds``: the papers that can be rendered."""

from __future__ import annotations

import argparse
import sys

import negotiation_docs as nd
from negotiation_docs.checks.labels import need_label


def run(options: argparse.Namespace) -> int:
    """One line a kind: its name, its title, whether it is for the borrower's own use, what it needs."""
    for kind in nd.kinds(options.templates):
        inner = "（自用）" if kind.audience == "internal" else ""
        needs = f"　需要：{'、'.join(map(_label, kind.needs))}" if kind.needs else ""
        sys.stdout.write(f"{kind.name}　{kind.title()}{inner}{needs}\n")
    return 0


def _label(need: str) -> str:
    """A fact path with its Chinese label: 收支情况（finances）."""
    return f"{need_label(need)}（{need}）"
