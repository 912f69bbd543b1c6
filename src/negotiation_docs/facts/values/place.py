"""Where a value stands: as steps from the model downwards, and spelled as a path."""

from negotiation_docs.facts.values.masking import echo

Loc = tuple[int | str, ...]
"""Where a value stands: field names and list positions from the model downwards."""


def spell(place: Loc) -> str:
    """``debts[0].balance.principal``: list positions count from zero, keys stay as they were written (masked)."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{echo(step)}"
    return text.removeprefix(".")
