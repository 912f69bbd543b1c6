"""How a place is spelled: as a path in the keys it was written with."""

from negotiation_docs.errors import Place
from negotiation_docs.facts.values.masking import echo


def spell(place: Place) -> str:
    """``debts[0].balance.principal``: list positions count from zero, keys stay as they were written (masked)."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{echo(step)}"
    return text.removeprefix(".")
