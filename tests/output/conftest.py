"""Makes the sample paper importable as a fixture."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def paper():
    import papers_of_all_nodes

    return papers_of_all_nodes.paper()
