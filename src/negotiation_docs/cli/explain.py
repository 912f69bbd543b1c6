"""``explain``: what a borrower should know about one paper, or before the first one."""

from __future__ import annotations

import argparse
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.source import find_kind
from negotiation_docs.cli.terminal import out
from negotiation_docs.guide.prose import start
from negotiation_docs.notice import NOT_ADVICE


def run(options: argparse.Namespace) -> int:
    """The page of the guide as text; an unknown paper is answered with the nearest one, none with where to begin."""
    if options.kind is None:
        out(f"{_beginning(options.templates)}{NOT_ADVICE}\n")
        return 0
    guide = nd.explain(find_kind(options.kind, options.templates), templates=options.templates)
    out(f"{guide.text}\n\n{NOT_ADVICE}\n")
    return 0


def _beginning(templates: Path | None) -> str:
    """What to know before the first paper, and which papers there are."""
    listed = tuple(f"{kind.title()}（{kind.name}）" for kind in nd.kinds(templates))
    parts = {**start(), "全部文书，看其中一份：negotiation-docs explain 文书": listed}
    return "".join(title + "".join(f"\n  · {line}" for line in lines) + "\n\n" for title, lines in parts.items())
