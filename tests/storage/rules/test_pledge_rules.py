"""Totals, gaps and double bookings, whatever is pledged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.records.approval import Opinion
from storage.records.cases import Need, When
from storage.records.help_totals import Gap, HelpTotal
from storage.records.kinds import CountSubject, HelperKind, HelpForm
from storage.records.pledges import Pledge, PledgeDraft
from storage.rules import pledges as rules
from storage.rules.pledge_words import amount_words, gap_words, opinion_words, total_words

DAYS = [date(2026, 10, 25) + timedelta(days=number) for number in range(3)]


def time_of(day: date) -> When:
    """One day."""
    return When("", day, day)


drafts = st.builds(
    PledgeDraft,
    form=st.sampled_from(HelpForm),
    helper_kind=st.sampled_from(HelperKind),
    what=st.sampled_from(["chăn", "Chăn", "màn", "xe lăn", ""]),
    quantity=st.none() | st.integers(1, 50),
    unit=st.sampled_from(["", "cái", "bộ", "ngày công"]),
    members=st.lists(st.integers(1, 8), unique=True, max_size=4).map(tuple),
    organisation=st.just("Hội NCT"),
    group_id=st.integers(1, 3),
    number=st.none() | st.integers(1, 12),
    when=st.sampled_from(DAYS).map(time_of) | st.just(When("trong vụ gặt")),
)


@st.composite
def pledge_lists(draw: st.DrawFn) -> list[Pledge]:
    """Pledges that differ in their numbers."""
    return [
        Pledge(number, draft)
        for number, draft in enumerate(draw(st.lists(drafts, max_size=12)), start=1)
    ]


needs = st.builds(
    Need,
    form=st.sampled_from(HelpForm),
    what=st.sampled_from(["chăn", "màn", "chăn, màn, quần áo", ""]),
    quantity=st.none() | st.integers(1, 100),
    unit=st.just(""),
)


def pledged(draft: PledgeDraft, number: int = 1) -> Pledge:
    """A pledge."""
    return Pledge(number, draft)


def days(people: int, **more: object) -> PledgeDraft:
    """Days of labour by so many."""
    return PledgeDraft(
        HelpForm.LABOUR,
        HelperKind.NUMBER,
        quantity=1,
        number=people,
        **more,  # type: ignore[arg-type]
    )


# Totals.


@given(pledge_lists())
def test_nothing_is_lost_or_counted_twice(pledges: list[Pledge]) -> None:
    given: Counter[HelpForm] = Counter()
    for pledge in pledges:
        given[pledge.draft.form] += pledge.total or 0
    summed: Counter[HelpForm] = Counter()
    for total in rules.totals(pledges):
        summed[total.form] += total.amount
    assert +given == +summed


@given(pledge_lists())
def test_the_order_of_the_pledges_changes_no_sum(pledges: list[Pledge]) -> None:
    def folded(totals: tuple[HelpTotal, ...]) -> Counter[tuple[object, ...]]:
        return Counter(
            (total.form, total.what.casefold(), total.unit, total.amount, total.approached)
            for total in totals
        )

    shuffled = sorted(pledges, key=lambda pledge: (pledge.draft.what, -pledge.id))
    assert folded(rules.totals(pledges)) == folded(rules.totals(shuffled))


@given(pledge_lists())
def test_totals_come_in_the_order_of_the_forms(pledges: list[Pledge]) -> None:
    places = [rules.ORDER.index(total.form) for total in rules.totals(pledges)]
    assert places == sorted(places)
    assert set(rules.ORDER) == set(HelpForm)


@given(pledge_lists())
def test_what_is_approached_stands_apart(pledges: list[Pledge]) -> None:
    approached = [
        pledge for pledge in pledges if pledge.draft.helper_kind is HelperKind.ORGANISATION
    ]
    assert rules.totals(approached) == tuple(
        total for total in rules.totals(pledges) if total.approached
    )


# Gaps.


@given(st.lists(needs, max_size=5), pledge_lists(), drafts)
def test_one_pledge_more_never_widens_a_gap(
    asked: list[Need], pledges: list[Pledge], more: PledgeDraft
) -> None:
    def missing(found: tuple[Gap, ...]) -> dict[tuple[HelpForm, str, str], int]:
        return {(gap.form, gap.what, gap.unit): gap.missing or 0 for gap in found}

    before = missing(rules.gaps(asked, pledges))
    after = missing(rules.gaps(asked, [*pledges, Pledge(99, more)]))
    assert after.keys() <= before.keys()
    assert all(after[key] <= before[key] for key in after)


@given(st.lists(needs, max_size=5), pledge_lists())
def test_a_gap_is_above_nought(asked: list[Need], pledges: list[Pledge]) -> None:
    assert all(gap.missing is None or gap.missing > 0 for gap in rules.gaps(asked, pledges))


def test_three_days_of_ten_are_missing() -> None:
    need = Need(HelpForm.LABOUR, "gặt lúa", 10, "ngày công")
    found = rules.gaps([need], [pledged(days(4)), pledged(days(3), 2)])
    assert [gap_words(gap) for gap in found] == ["3 ngày công"]


def test_things_named_together_are_missed_one_by_one() -> None:
    need = Need(HelpForm.GOODS, "chăn, màn, quần áo")
    given_blanket = PledgeDraft(HelpForm.GOODS, HelperKind.EVERYONE, what="chăn bông", quantity=1)
    found = rules.gaps([need], [pledged(given_blanket)])
    assert [gap_words(gap) for gap in found] == ["màn", "quần áo"]


def test_a_need_without_a_number_is_answered_by_any_pledge_of_its_form() -> None:
    need = Need(HelpForm.MONEY, "viện phí")
    assert [gap_words(gap) for gap in rules.gaps([need], [])] == ["tiền (viện phí)"]
    sum_given = PledgeDraft(HelpForm.MONEY, HelperKind.EVERYONE, quantity=10_000)
    assert rules.gaps([need], [pledged(sum_given)]) == ()


def test_days_of_labour_answer_a_need_measured_in_fields() -> None:
    need = Need(HelpForm.LABOUR, "gặt lúa", 3, "sào")
    assert [gap_words(gap) for gap in rules.gaps([need], [])] == ["3 sào"]
    assert rules.gaps([need], [pledged(days(1))]) == ()


# Who is there on a day.


@given(pledge_lists(), st.sampled_from(DAYS))
def test_only_helpers_of_that_day_are_booked(pledges: list[Pledge], day: date) -> None:
    on_the_day = [pledge for pledge in pledges if pledge.draft.when.first == day]
    groups = {member: 1 + member % 3 for member in range(1, 9)}
    assert rules.booked(pledges, day, groups) == rules.booked(on_the_day, day, groups)


def test_a_group_that_comes_as_a_whole_is_booked() -> None:
    draft = PledgeDraft(HelpForm.LABOUR, HelperKind.GROUP, group_id=2, when=time_of(DAYS[0]))
    groups = {1: 2, 2: 2, 3: 1}
    assert rules.booked([pledged(draft)], DAYS[0], groups) == {1, 2}
    assert rules.booked([pledged(replace(draft, number=1))], DAYS[0], groups) == frozenset()


@given(pledge_lists())
def test_who_is_double_booked_here_is_double_booked_there(pledges: list[Pledge]) -> None:
    for pledge in pledges:
        for member in rules.double_booked(pledge, pledges):
            day = pledge.draft.when.first
            others = [other for other in pledges if other.id != pledge.id]
            assert any(
                member in other.draft.members and other.draft.when.first == day for other in others
            )


# What a pledge keeps.


@given(drafts)
def test_cleaning_twice_changes_nothing_more(draft: PledgeDraft) -> None:
    once = rules.cleaned(draft)
    assert rules.cleaned(once) == once


@given(drafts, st.integers(0, 60))
def test_only_whole_bodies_are_counted(draft: PledgeDraft, size: int) -> None:
    counted = rules.counted(draft, size)
    assert replace(counted, number=draft.number) == draft
    if draft.helper_kind not in {HelperKind.GROUP, HelperKind.EVERYONE}:
        assert counted == draft


# Words.


@pytest.mark.parametrize(
    ("form", "what", "unit", "amount", "words"),
    [
        (HelpForm.LABOUR, "gặt lúa", "ngày công", 3, "3 ngày công"),
        (HelpForm.LABOUR, "", "buổi", 2, "2 buổi"),
        (HelpForm.MONEY, "", "", 1_250_000, "1.250.000 đ"),
        (HelpForm.GOODS, "chăn", "cái", 1, "01 chăn"),
        (HelpForm.GOODS, "gạo", "kg", 12, "12 kg gạo"),
        (HelpForm.GOODS, "bộ quần áo", "bộ", 2, "02 bộ quần áo"),
        (HelpForm.SKILL, "", "", 1, "01 lượt hướng dẫn"),
        (HelpForm.LEGAL, "", "lượt", 1, "01 lượt hỗ trợ thủ tục pháp lý"),
        (HelpForm.INSURANCE, "", "thẻ", 2, "02 thẻ BHYT"),
        (HelpForm.INSURANCE, "", "đ", 200_000, "200.000 đ mua thẻ BHYT"),
        (HelpForm.COMPANY, "", "", 4, "04 lượt giúp giao lưu, hòa nhập cộng đồng"),
    ],
)
def test_amounts_read_as_the_club_says_them(
    form: HelpForm, what: str, unit: str, amount: int, words: str
) -> None:
    assert amount_words(form, what, unit, amount) == words


def test_what_is_won_over_is_said_to_be() -> None:
    total = HelpTotal(HelpForm.GOODS, "xe lăn", "cái", 1, approached=True)
    assert total_words(total) == "01 xe lăn (vận động)"


def test_an_opinion_names_only_the_hands_that_were_raised() -> None:
    taken = Opinion(CountSubject.HELP, present=52, in_favour=48)
    assert opinion_words(taken) == "48 tán thành"
    assert opinion_words(replace(taken, against=3, other=1)) == (
        "48 tán thành, 3 không tán thành, 1 ý kiến khác"
    )
    assert opinion_words(replace(taken, unanimous=True)) == "nhất trí"
