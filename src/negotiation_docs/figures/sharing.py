"""A sum shared out in proportion, exact to the 分: rounded down first, the odd 分 to the largest remainders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.figures.fen import to_fen, to_yuan


class Shared(Struct, frozen=True):
    """The ``parts`` of a sum in 元, and what they were ``uncapped``; ``odd`` 分 of those went by largest remainder."""

    parts: dict[str, Decimal]
    uncapped: dict[str, Decimal]
    odd: int

    @property
    def capped(self) -> bool:
        """Whether a cap has changed the proportion."""
        return self.parts != self.uncapped


def shared(total: Decimal, weights: Mapping[str, Decimal], caps: Mapping[str, Decimal]) -> Shared:
    """:func:`shares` of ``total`` with and without ``caps``."""
    uncapped = shares(total, weights)
    fen, whole = max(0, to_fen(total)), sum(map(to_fen, weights.values()))
    odd = fen - sum(fen * to_fen(weight) // whole for weight in weights.values()) if whole else 0
    return Shared(shares(total, weights, caps), uncapped, odd)


def shares(
    total: Decimal, weights: Mapping[str, Decimal], caps: Mapping[str, Decimal] | None = None
) -> dict[str, Decimal]:
    """``total`` 元 over the keys of ``weights`` in proportion; ties go to the earlier key.

    A share above its cap becomes the cap, and what it leaves is shared over the others by the same weights, so the
    shares sum to ``total``, or to all caps together where that is less. Weights of 0 get nothing.
    """
    open_keys = [key for key, weight in weights.items() if weight > 0]
    fixed: dict[str, int] = {}
    rest = max(0, to_fen(total))
    limit = {key: to_fen(caps[key]) for key in open_keys if key in caps} if caps else {}
    while open_keys:
        parts = _proportion(rest, [to_fen(weights[key]) for key in open_keys])
        over = [key for key, part in zip(open_keys, parts, strict=True) if part > limit.get(key, part)]
        if not over:
            fixed.update(zip(open_keys, parts, strict=True))
            break
        fixed.update((key, limit[key]) for key in over)
        rest -= sum(limit[key] for key in over)
        open_keys = [key for key in open_keys if key not in over]
    return {key: to_yuan(fixed.get(key, 0)) for key in weights}


def _proportion(total: int, weights: Sequence[int]) -> list[int]:
    """Largest remainder: the parts sum to ``total`` exactly."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]  # of one denominator
    order = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts
