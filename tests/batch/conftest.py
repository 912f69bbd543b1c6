"""The small batches of these tests."""

from tests.make.batches import many, out, thread

__all__ = ["many", "out", "thread"]
