"""How much one may promise: beyond it a number was mistyped, and sums would outgrow the books."""

from __future__ import annotations

MOST_GIVEN = 10**10
"""Of đồng, or of anything, by one; with many sums of it there is still room in eight bytes."""
MOST_PEOPLE = 100_000
"""Who help, or who came."""


def is_too_high(amount: int | None, people: int | None = None) -> bool:
    """Whether an amount that each gives, or how many do, is more than a club can mean."""
    return (amount or 0) > MOST_GIVEN or (people or 0) > MOST_PEOPLE
