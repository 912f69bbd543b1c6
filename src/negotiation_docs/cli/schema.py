"""``schema``: the case file as JSON Schema, for an editor."""

from __future__ import annotations

import argparse

from negotiation_docs.cli.terminal import put_paper
from negotiation_docs.facts.schema import written


def run(options: argparse.Namespace) -> int:
    """The schema with English or Chinese keys on standard output."""
    put_paper(written(options.keys))
    return 0
