"""``explain``: what a borrower should know about one paper, or before the first one."""

from __future__ import annotations

import argparse

import negotiation_docs as nd
from negotiation_docs.cli.source import find_kind
from negotiation_docs.cli.terminal import out
from negotiation_docs.notice import NOT_ADVICE


def run(options: argparse.Namespace) -> int:
    """The page of the guide as text; an unknown paper is answered with the nearest one, none with where to begin."""
    own = options.templates
    guide = nd.explain(find_kind(options.kind, own) if options.kind else None, templates=own)
    out(f"{guide.text}\n\n")
    if options.kind is None:
        listed = "".join(f"\n  · {kind.title()}（{kind.name}）" for kind in nd.kinds(own))
        out(f"全部文书，看其中一份：negotiation-docs explain 文书{listed}\n\n")
    out(f"{NOT_ADVICE}\n")
    return 0
