"""``python -m negotiation_docs`` is the command line."""

from __future__ import annotations

import sys

from negotiation_docs.cli import console

sys.exit(console())
