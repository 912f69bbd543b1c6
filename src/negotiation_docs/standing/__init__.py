"""Standing: where each debt is on the day of the letters, computed once from facts and figures."""

from negotiation_docs.standing.state import LABELS, Standing, State, standing

__all__ = ["LABELS", "Standing", "State", "standing"]
