"""The club's rules on how its opinion is counted: on help, a matter, the minutes."""

from __future__ import annotations

from storage.errors import RefusalKind


def count_fault(present: int, in_favour: int, against: int, other: int) -> RefusalKind | None:
    """What is wrong with a count of hands: each member present raises a hand once (S22)."""
    if min(in_favour, against, other) < 0:
        return RefusalKind.NUMBER_INVALID
    if present == 0:
        return RefusalKind.NOBODY_PRESENT
    raised = in_favour + against + other
    if raised == 0:
        return RefusalKind.NUMBER_INVALID
    return RefusalKind.MORE_HANDS_THAN_PRESENT if raised > present else None
