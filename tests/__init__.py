"""The tests. What several of them need stands in `tests.make` (things to try) and `tests.read` (ways to look)."""
