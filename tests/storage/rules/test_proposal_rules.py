"""Rules on proposals: needs united, cases joined, groups listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import (
    Consent,
    Fact,
    HelpForm,
)
from storage.rules.proposals import joined, listed, united_needs


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Tổ 1"], "Tổ 1"),
        (["Tổ 1", "Tổ 3"], "Tổ 1, 3"),
        (["Tổ Đình", "Tổ Chùa Cả"], "Tổ Đình, Chùa Cả"),
        (["Tổ 1", "Xóm Trại"], "Tổ 1, Xóm Trại"),
        (["Đình", "Đình"], "Đình, Đình"),
    ],
)
def test_groups_are_listed_with_their_common_word_once(names: list[str], line: str) -> None:
    """The line of what is missing has one row."""
    assert listed(names) == line


NEEDS = st.builds(
    Need,
    st.sampled_from(HelpForm),
    st.sampled_from(["", "gạo", "Gạo", "chăn"]),
    st.none() | st.integers(1, 3),
)


DRAFTS = st.builds(
    CaseDraft,
    name=st.just("Phạm Thị Hiền"),
    circumstances=st.sampled_from(["bệnh nặng", "thiếu chăn", "bệnh nặng, thiếu chăn"]),
    needs=st.lists(NEEDS, max_size=4).map(tuple),
    birth_year=st.none() | st.integers(1930, 1990),
    facts=st.frozensets(st.sampled_from(Fact)),
    home_care=st.booleans(),
    consent=st.sampled_from(Consent),
)


@given(st.lists(NEEDS), st.lists(NEEDS))
def test_united_needs_hold_each_need_once_and_lose_none(one: list[Need], other: list[Need]) -> None:
    """Whatever the groups said."""
    united = united_needs(one, other)
    keys = [(need.form, need.what.casefold()) for need in united]
    assert len(keys) == len(set(keys))
    said = {need.form for need in one + other if need.what}
    assert set(keys) == {
        (need.form, need.what.casefold())
        for need in one + other
        if need.what or need.quantity is not None or need.form not in said
    }
    assert united_needs(united, ()) == united


@given(DRAFTS, DRAFTS)
def test_a_joined_case_loses_no_fact_and_never_names_whom_onerefused(
    kept: CaseDraft, other: CaseDraft
) -> None:
    """Silence and refusal are no consent."""
    both = joined(kept, other)
    assert both.facts >= kept.facts | other.facts
    assert both.home_care == (kept.home_care or other.home_care)
    assert both.birth_year == (kept.birth_year or other.birth_year)
    assert kept.circumstances in both.circumstances
    assert other.circumstances in both.circumstances
    if Consent.REFUSED in (kept.consent, other.consent):
        assert both.consent is Consent.REFUSED
    assert joined(both, other).circumstances == both.circumstances
