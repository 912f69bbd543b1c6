"""``explain``: what to know about one paper, about a problem that was found, or before the first paper."""

from __future__ import annotations

import argparse
from pathlib import Path

import negotiation_docs as nd
from negotiation_docs.cli.source import find_kind
from negotiation_docs.cli.terminal import out
from negotiation_docs.guide.problems import problems
from negotiation_docs.notice import NOT_ADVICE


def run(options: argparse.Namespace) -> int:
    """The page of the guide as text; an unknown paper is answered with the nearest one, none with where to begin."""
    own = options.templates
    guide = nd.explain(_name(options.kind, own) if options.kind else None, templates=own)
    out(f"{guide.text}\n\n")
    if options.kind is None:
        listed = "".join(f"\n  · {kind.title()}（{kind.name}）" for kind in nd.kinds(own))
        out(f"全部文书，看其中一份：negotiation-docs explain 文书{listed}\n\n")
    out(f"{NOT_ADVICE}\n")
    return 0


def _name(typed: str, own: Path | None) -> str:
    """A kind, or a problem by its id; what is neither is answered with the nearest of both."""
    return typed if typed in problems() else find_kind(typed, own, problems())
