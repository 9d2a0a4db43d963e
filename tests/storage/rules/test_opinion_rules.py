"""How the club's opinion may be counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.rules.opinions import count_fault


@given(st.integers(0, 130), st.integers(-2, 130), st.integers(-2, 130), st.integers(-2, 130))
def test_a_count_stands_only_within_the_members_present(
    present: int, in_favour: int, against: int, other: int
) -> None:
    stands = count_fault(present, in_favour, against, other) is None
    hands = (in_favour, against, other)
    assert stands == (min(hands) >= 0 and 0 < sum(hands) <= present)
