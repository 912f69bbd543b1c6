"""``explain``: what a borrower should know about one paper."""

from __future__ import annotations

import argparse

import negotiation_docs as nd
from negotiation_docs.cli.source import find_kind
from negotiation_docs.cli.terminal import out
from negotiation_docs.notice import NOT_ADVICE


def run(options: argparse.Namespace) -> int:
    """The page of the guide as text; an unknown paper is answered with the nearest one."""
    guide = nd.explain(find_kind(options.kind, options.templates), templates=options.templates)
    out(f"{guide.text}\n\n{NOT_ADVICE}\n")
    return 0
