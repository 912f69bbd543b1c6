"""The paper that has every node of the tree."""

from __future__ import annotations

import pytest

from negotiation_docs.tree import Paper
from tests.make import nodes


@pytest.fixture
def paper() -> Paper:
    return nodes.paper()
