"""Step 5 in the books: the choice by agreement and by hands, and the ways of the others."""

from __future__ import annotations

import pytest

from sample_cases import BINH, HIEN, LUC, MUI, SON, SampleCases
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.community import MatterDraft
from storage.records.kinds import HelperKind, HelpForm, MatterKind, Outcome
from storage.records.lacks import Lack, LackKind
from storage.records.pledges import PledgeDraft
from storage.tables import (
    CaseEventRow,
    HandCountRow,
    HardshipCaseRow,
    MatterRow,
    ReferralRow,
    SelectionRoundRow,
)

HANDS = (41, 38, 33, 33, 11)
"""Of 52 people who raise a hand three times each: 156 in all."""


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting: 52 present, five cases, one of them of two groups."""
    groups = [group.id for group in books.register.groups()]
    for group, present in zip(groups, (11, 10, 11, 10, 10), strict=True):
        books.attendance.count_group(meeting_id, group, present)
    mui, luc, hien, son, binh = (
        books.proposals.propose_case(meeting_id, group, draft)
        for group, draft in zip(groups, (MUI, LUC, HIEN, SON, BINH), strict=True)
    )
    books.proposals.propose_existing(meeting_id, groups[4], hien)
    return SampleCases(hien=hien, mui=mui, luc=luc, son=son, binh=binh)


ACTS = 13
"""Two rounds begun, seven counts, one choice, two ways and a reason."""


def everyone(cases: SampleCases) -> tuple[int, ...]:
    return (cases.hien, cases.mui, cases.luc, cases.son, cases.binh)


def count_first(books: Books, meeting_id: int, cases: SampleCases) -> None:
    """The first count of the sample meeting, to its tie."""
    books.selection.begin_count(meeting_id, 3)
    for case, hands in zip(everyone(cases), HANDS, strict=True):
        books.selection.count_hands(meeting_id, case, hands)


def count_both(books: Books, meeting_id: int, cases: SampleCases) -> None:
    """Both counts of the sample meeting."""
    count_first(books, meeting_id, cases)
    books.selection.begin_second_count(meeting_id)
    books.selection.count_hands(meeting_id, cases.luc, 29)
    books.selection.count_hands(meeting_id, cases.son, 21)


def outcomes(books: Books, meeting_id: int) -> dict[int, Outcome | None]:
    return {each.case.id: each.outcome for each in books.selection.overview(meeting_id).cases}


def story(case_id: int) -> list[str]:
    rows = CaseEventRow.select().where(CaseEventRow.hardship_case == case_id)
    return [row.kind for row in rows.order_by(CaseEventRow.id)]


def refused(kind: RefusalKind, **values: str | int) -> pytest.RaisesExc[Refusal]:
    return pytest.raises(Refusal, check=lambda error: error.kind is kind and error.values == values)


# The table.


def test_all_cases_stand_side_by_side(books: Books, meeting_id: int, cases: SampleCases) -> None:
    overview = books.selection.overview(meeting_id)
    assert overview.present == 52
    assert [each.case.person.name for each in overview.cases] == [
        "Nguyễn Thị Mùi",
        "Trần Văn Lực",
        "Phạm Thị Hiền",
        "Lê Văn Sơn",
        "Vũ Thị Bình",
    ]
    hien = overview.find(cases.hien)
    assert hien is not None
    assert hien.case.groups == ("Tổ 3", "Tổ 5")
    assert hien.case.helped_times == 0
    assert hien.outcome is None
    assert not overview.counting
    assert not books.selection.begun(meeting_id)


def test_a_case_that_an_earlier_meeting_kept_is_offered_again(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.mui])
    for case, way in ((cases.son, Outcome.KEPT), (cases.luc, Outcome.OWN_GROUP)):
        books.selection.set_way(meeting_id, case, way)
    books.minutes.give_reason(meeting_id, no_community="để tháng sau")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    clock.advance(28 * 24 * 3600)
    following = books.meetings.begin().id
    offered = books.selection.overview(following).cases
    assert [(each.case.id, each.case.kept_before) for each in offered] == [(cases.son, True)]
    books.selection.choose_unanimously(following, [cases.son])
    assert outcomes(books, following) == {cases.son: Outcome.CHOSEN}
    books.selection.remove_decision(following, cases.son)
    assert outcomes(books, following) == {cases.son: None}


# By agreement.


def test_the_whole_club_agrees(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien, cases.mui], " neo  người ")
    overview = books.selection.overview(meeting_id)
    assert overview.agreed
    assert {each.case.id for each in overview.chosen} == {cases.hien, cases.mui}
    assert {each.reason for each in overview.chosen} == {"neo người"}
    assert story(cases.mui) == ["chosen"]
    assert books.selection.lacking(meeting_id) == (Lack(LackKind.CASES_WITHOUT_WAY, {"count": 3}),)
    act = books.undo.undoable(meeting_id)
    assert act is not None
    assert act.values == {"names": "cụ Phạm Thị Hiền, bà Nguyễn Thị Mùi", "count": 2}
    assert act.discreet == {"names": "cụ H., bà Nguyễn Thị Mùi"}


def test_the_club_can_agree_on_one_more(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    books.selection.choose_unanimously(meeting_id, [cases.hien, cases.mui])
    assert len(books.selection.overview(meeting_id).chosen) == 2
    assert story(cases.hien) == ["chosen"]
    assert HandCountRow.select().where(HandCountRow.subject == "selection").count() == 1


def test_nobody_can_agree_on_nothing(books: Books, meeting_id: int, cases: SampleCases) -> None:
    with refused(RefusalKind.NOTHING_CHOSEN):
        books.selection.choose_unanimously(meeting_id, [])


def test_a_choice_is_taken_back_with_its_agreement(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien, cases.mui])
    books.selection.remove_decision(meeting_id, cases.hien)
    assert books.selection.overview(meeting_id).agreed
    books.selection.remove_decision(meeting_id, cases.mui)
    assert not books.selection.overview(meeting_id).agreed
    assert not books.selection.begun(meeting_id)
    assert story(cases.mui) == []


# By hands.


def test_the_sample_meeting_counts_twice(books: Books, meeting_id: int, cases: SampleCases) -> None:
    count_first(books, meeting_id, cases)
    tied = books.selection.overview(meeting_id)
    assert tied.counting
    assert tied.standing.chosen == (cases.hien, cases.mui)
    assert tied.standing.tied == (cases.luc, cases.son)
    books.selection.begin_second_count(meeting_id)
    second = books.selection.overview(meeting_id).round
    assert second is not None
    assert (second.number, second.seats, second.cases) == (2, 1, (cases.luc, cases.son))
    books.selection.count_hands(meeting_id, cases.luc, 29)
    books.selection.count_hands(meeting_id, cases.son, 21)
    books.selection.settle(meeting_id)
    overview = books.selection.overview(meeting_id)
    assert {each.case.id for each in overview.chosen} == {cases.hien, cases.mui, cases.luc}
    assert not overview.counting
    assert [dict(each.hands) for each in overview.rounds] == [
        dict(zip(everyone(cases), HANDS, strict=True)),
        {cases.luc: 29, cases.son: 21},
    ]
    assert books.selection.lacking(meeting_id) == (Lack(LackKind.CASES_WITHOUT_WAY, {"count": 2}),)


def test_each_round_is_in_the_books_after_the_ways_are_set(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_both(books, meeting_id, cases)
    books.selection.settle(meeting_id)
    books.selection.set_way(meeting_id, cases.son, Outcome.KEPT)
    books.selection.set_way(meeting_id, cases.binh, Outcome.OWN_GROUP)
    assert SelectionRoundRow.select().count() == 2
    assert HandCountRow.select().where(HandCountRow.subject == "case").count() == 7
    assert books.selection.lacking(meeting_id) == ()


def test_more_hands_than_people_are_refused(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    with refused(RefusalKind.MORE_HANDS_THAN_PRESENT, present=52, limit=156, times=3):
        books.selection.count_hands(meeting_id, cases.hien, 53)
    assert books.selection.overview(meeting_id).rounds[0].hands == {}


def test_more_hands_than_people_times_places_are_refused(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 1)
    books.selection.count_hands(meeting_id, cases.hien, 40)
    with refused(RefusalKind.MORE_HANDS_THAN_TIMES, present=52, limit=52, times=1):
        books.selection.count_hands(meeting_id, cases.mui, 13)
    books.selection.count_hands(meeting_id, cases.mui, 12)


def test_the_last_case_of_the_sample_gets_no_more_than_are_left(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    for case, hands in zip(everyone(cases)[:4], HANDS, strict=False):
        books.selection.count_hands(meeting_id, case, hands)
    with refused(RefusalKind.MORE_HANDS_THAN_TIMES, present=52, limit=156, times=3):
        books.selection.count_hands(meeting_id, cases.binh, 17)
    books.selection.count_hands(meeting_id, cases.binh, 11)


def test_a_recount_takes_the_place_of_the_count(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_first(books, meeting_id, cases)
    books.selection.count_hands(meeting_id, cases.son, 32)
    overview = books.selection.overview(meeting_id)
    assert overview.standing.complete
    assert overview.rounds[0].hands[cases.son] == 32
    act = books.undo.undo(meeting_id)
    assert act.values == {"person": "ông Lê Văn Sơn", "count": 32}
    assert books.selection.overview(meeting_id).standing.tied == (cases.luc, cases.son)


def test_hands_are_counted_only_where_the_count_is(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    with refused(RefusalKind.COUNT_MISSING):
        books.selection.count_hands(meeting_id, cases.hien, 1)
    count_first(books, meeting_id, cases)
    books.selection.begin_second_count(meeting_id)
    with refused(RefusalKind.COUNT_MISSING):
        books.selection.count_hands(meeting_id, cases.hien, 1)


def test_nothing_is_settled_before_all_is_counted(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    with refused(RefusalKind.COUNT_MISSING):
        books.selection.settle(meeting_id)
    with refused(RefusalKind.NOTHING_TIED):
        books.selection.begin_second_count(meeting_id)
    books.selection.begin_count(meeting_id, 3)
    with refused(RefusalKind.COUNT_UNFINISHED, count=5):
        books.selection.settle(meeting_id)
    count_first(books, meeting_id, cases)
    with refused(RefusalKind.CASES_TIED):
        books.selection.settle(meeting_id)


def test_where_nobody_raises_a_hand_nobody_is_chosen(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    for case in everyone(cases):
        books.selection.count_hands(meeting_id, case, 0)
    with refused(RefusalKind.NO_HANDS_RAISED):
        books.selection.settle(meeting_id)


def test_fewer_than_were_to_be_chosen_is_said(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    for case in everyone(cases):
        books.selection.count_hands(meeting_id, case, 20 if case == cases.hien else 0)
    books.selection.settle(meeting_id)
    assert books.selection.lacking(meeting_id) == (
        Lack(LackKind.FEWER_CHOSEN, {"count": 2}),
        Lack(LackKind.CASES_WITHOUT_WAY, {"count": 4}),
    )


def test_a_count_needs_people_and_no_more_places_than_cases(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    with refused(RefusalKind.SEATS_INVALID, cases=5):
        books.selection.begin_count(meeting_id, 6)
    with refused(RefusalKind.SEATS_INVALID, cases=5):
        books.selection.begin_count(meeting_id, 0)
    for group in books.register.groups():
        books.attendance.count_group(meeting_id, group.id, 0)
    with refused(RefusalKind.NOBODY_PRESENT):
        books.selection.begin_count(meeting_id, 1)


def test_how_many_are_chosen_can_still_change_in_the_first_round(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.set_seats(meeting_id, 3)
    books.selection.begin_count(meeting_id)
    count = books.selection.overview(meeting_id).round
    assert count is not None
    assert count.seats == 3
    for case, hands in zip(everyone(cases), HANDS, strict=True):
        books.selection.count_hands(meeting_id, case, hands)
    with refused(RefusalKind.MORE_HANDS_THAN_TIMES, present=52, limit=104, times=2):
        books.selection.set_seats(meeting_id, 2)
    books.selection.set_seats(meeting_id, 4)
    books.selection.settle(meeting_id)
    assert len(books.selection.overview(meeting_id).chosen) == 4


def test_how_many_are_chosen_is_fixed_in_a_second_round(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_first(books, meeting_id, cases)
    books.selection.begin_second_count(meeting_id)
    with refused(RefusalKind.COUNT_UNDER_WAY):
        books.selection.set_seats(meeting_id, 4)


# Both together.


def test_the_club_may_agree_on_both_who_tie(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_first(books, meeting_id, cases)
    books.selection.choose_unanimously(meeting_id, [cases.luc, cases.son])
    overview = books.selection.overview(meeting_id)
    assert {each.case.id for each in overview.chosen} == set(everyone(cases)) - {cases.binh}
    assert not overview.counting
    assert len(overview.rounds) == 1
    assert books.selection.lacking(meeting_id) == (Lack(LackKind.CASES_WITHOUT_WAY, {"count": 1}),)


def test_hands_may_be_counted_for_the_places_beside_those_agreed_on(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    books.selection.begin_count(meeting_id, 1)
    overview = books.selection.overview(meeting_id)
    assert overview.seats == 2
    assert overview.counting
    assert cases.hien not in overview.rounds[0].cases
    for case, hands in ((cases.mui, 30), (cases.luc, 10), (cases.son, 5), (cases.binh, 5)):
        books.selection.count_hands(meeting_id, case, hands)
    books.selection.settle(meeting_id)
    chosen = books.selection.overview(meeting_id).chosen
    assert {each.case.id for each in chosen} == {cases.hien, cases.mui}
    assert LackKind.FEWER_CHOSEN not in {lack.kind for lack in books.selection.lacking(meeting_id)}


def test_a_count_from_the_beginning_takes_back_what_the_earlier_one_chose(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.binh])
    books.selection.begin_count(meeting_id, 1)
    for case, hands in ((cases.hien, 9), (cases.mui, 8), (cases.luc, 7), (cases.son, 6)):
        books.selection.count_hands(meeting_id, case, hands)
    books.selection.settle(meeting_id)
    books.selection.begin_count(meeting_id, 2)
    made = outcomes(books, meeting_id)
    assert made[cases.hien] is None
    assert made[cases.binh] is Outcome.CHOSEN
    assert books.selection.overview(meeting_id).rounds[0].hands == {}
    books.undo.undo(meeting_id)
    assert outcomes(books, meeting_id)[cases.hien] is Outcome.CHOSEN


def test_an_agreement_drops_a_count_that_was_only_begun(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    assert books.selection.overview(meeting_id).rounds == ()
    books.selection.clear_counts(meeting_id)
    assert outcomes(books, meeting_id)[cases.hien] is Outcome.CHOSEN


def test_counts_are_taken_back_with_what_they_chose(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_both(books, meeting_id, cases)
    books.selection.settle(meeting_id)
    books.selection.clear_counts(meeting_id)
    overview = books.selection.overview(meeting_id)
    assert overview.rounds == ()
    assert overview.chosen == ()
    assert not books.selection.begun(meeting_id)


def test_every_act_can_be_undone_one_after_the_other(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    before = books.selection.overview(meeting_id)
    count_both(books, meeting_id, cases)
    books.selection.settle(meeting_id)
    books.selection.set_way(meeting_id, cases.son, Outcome.LOCALITY, matter="xin xe lăn")
    books.selection.set_way(meeting_id, cases.binh, Outcome.HOME_CARE)
    books.selection.give_reason(meeting_id, cases.hien, "bệnh nặng")
    after = books.selection.overview(meeting_id)
    for _each in range(ACTS):
        books.undo.undo(meeting_id)
    assert books.selection.overview(meeting_id) == before
    for _each in range(ACTS):
        books.undo.redo(meeting_id)
    assert books.selection.overview(meeting_id) == after


# A case that leaves in the middle.


def test_a_case_that_is_settled_otherwise_leaves_the_count(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    count_first(books, meeting_id, cases)
    books.selection.set_way(meeting_id, cases.son, Outcome.ENDED, "đã có xe lăn")
    overview = books.selection.overview(meeting_id)
    assert overview.standing.complete
    books.selection.settle(meeting_id)
    assert len(books.selection.overview(meeting_id).chosen) == 3


def test_a_proposal_that_is_taken_off_the_board_leaves_the_count(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 3)
    board = books.proposals.overview(meeting_id)
    proposal = next(
        each.proposal_id
        for group in board.groups
        for each in group.cases
        if each.case.id == cases.binh
    )
    books.proposals.remove_proposal(meeting_id, proposal)
    overview = books.selection.overview(meeting_id)
    assert overview.find(cases.binh) is None
    assert cases.binh not in overview.rounds[0].cases


# The ways.


def test_each_way_is_kept_with_its_story(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.selection.set_way(meeting_id, cases.son, Outcome.KEPT, "chờ Hội NCT trả lời")
    books.selection.set_way(meeting_id, cases.binh, Outcome.OWN_GROUP)
    books.selection.set_way(meeting_id, cases.luc, Outcome.ENDED, "gia đình lo được")
    assert outcomes(books, meeting_id) == {
        cases.mui: None,
        cases.luc: Outcome.ENDED,
        cases.hien: None,
        cases.son: Outcome.KEPT,
        cases.binh: Outcome.OWN_GROUP,
    }
    assert [story(case) for case in (cases.son, cases.binh, cases.luc)] == [
        ["kept"],
        ["own_group"],
        ["ended"],
    ]
    act = books.undo.undoable(meeting_id)
    assert act is not None
    assert act.values == {"person": "anh Trần Văn Lực", "way": "ended"}


def test_a_case_is_ended_with_a_reason_only(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    with refused(RefusalKind.REASON_MISSING):
        books.selection.set_way(meeting_id, cases.luc, Outcome.ENDED, "  ")
    books.selection.set_way(meeting_id, cases.luc, Outcome.ENDED, "gia đình lo được")
    with refused(RefusalKind.REASON_MISSING):
        books.selection.give_reason(meeting_id, cases.luc, "")


def test_another_way_takes_the_place_of_the_first(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.set_way(meeting_id, cases.son, Outcome.OWN_GROUP)
    books.selection.set_way(meeting_id, cases.son, Outcome.KEPT)
    assert outcomes(books, meeting_id)[cases.son] is Outcome.KEPT
    assert story(cases.son) == ["kept"]
    books.selection.choose_unanimously(meeting_id, [cases.son])
    assert story(cases.son) == ["chosen"]


def test_home_care_is_passed_on_at_once_and_taken_back(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.set_way(meeting_id, cases.hien, Outcome.HOME_CARE)
    assert [row.hardship_case_id for row in ReferralRow.select()] == [cases.hien]
    assert story(cases.hien) == ["home_care"]
    books.selection.set_way(meeting_id, cases.hien, Outcome.KEPT)
    assert ReferralRow.select().count() == 0
    assert story(cases.hien) == ["kept"]


def test_a_referral_of_step_6_stays_when_the_choice_is_taken_back(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    books.pledges.refer(meeting_id, cases.hien, "khảo sát trong tuần")
    books.selection.remove_decision(meeting_id, cases.hien)
    assert story(cases.hien) == ["home_care"]
    books.selection.set_way(meeting_id, cases.hien, Outcome.HOME_CARE)
    assert [row.note for row in ReferralRow.select()] == ["khảo sát trong tuần"]
    assert story(cases.hien) == ["home_care"]


def test_a_case_for_the_locality_comes_up_in_step_7(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    with refused(RefusalKind.WHAT_MISSING):
        books.selection.set_way(meeting_id, cases.son, Outcome.LOCALITY)
    books.selection.set_way(meeting_id, cases.son, Outcome.LOCALITY, matter="xin 01 xe lăn")
    assert [each.matter.what for each in books.community.overview(meeting_id).for_locality] == [
        "xin 01 xe lăn"
    ]
    books.selection.set_way(meeting_id, cases.son, Outcome.LOCALITY, matter="xét trợ cấp")
    assert books.selection.locality_words(meeting_id, cases.son) == "xét trợ cấp"
    assert MatterRow.select().count() == 1
    books.selection.set_way(meeting_id, cases.son, Outcome.KEPT)
    assert books.community.overview(meeting_id).for_locality == ()
    assert MatterRow.select().count() == 0
    assert [each.case.groups for each in books.selection.overview(meeting_id).cases][3] == ("Tổ 4",)


def test_what_step_7_agreed_for_a_case_stays(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.set_way(meeting_id, cases.son, Outcome.LOCALITY, matter="xin 01 xe lăn")
    matter = books.community.overview(meeting_id).for_locality[0].matter
    books.community.agree(meeting_id, matter.id, unanimous=True)
    books.selection.remove_decision(meeting_id, cases.son)
    assert [each.agreed for each in books.community.overview(meeting_id).for_locality] == [True]
    other = MatterDraft(MatterKind.LOCALITY, "đèn đường")
    books.community.add(meeting_id, other)
    assert books.selection.locality_words(meeting_id, cases.son) == ""


def test_a_reason_is_added_later(books: Books, meeting_id: int, cases: SampleCases) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    books.selection.give_reason(meeting_id, cases.hien, "bệnh nặng, không có người chăm")
    chosen = books.selection.overview(meeting_id).chosen
    assert [each.reason for each in chosen] == ["bệnh nặng, không có người chăm"]
    row = CaseEventRow.get(CaseEventRow.hardship_case == cases.hien)
    assert row.reason == "bệnh nặng, không có người chăm"
    with refused(RefusalKind.NOTHING_CHOSEN):
        books.selection.give_reason(meeting_id, cases.mui, "vì")


def test_what_was_pledged_survives_the_choice(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.luc])
    member = books.register.members()[0].id
    draft = PledgeDraft(HelpForm.MONEY, HelperKind.MEMBERS, quantity=10_000, members=(member,))
    books.pledges.pledge(meeting_id, cases.luc, draft)
    books.selection.remove_decision(meeting_id, cases.luc)
    assert HardshipCaseRow.get_or_none(HardshipCaseRow.id == cases.luc) is not None
    assert [each.case.id for each in books.pledges.overview(meeting_id).cases] == [cases.luc]


def test_a_choice_is_no_longer_changed_once_the_minutes_are_approved(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.choose_unanimously(meeting_id, [cases.hien])
    books.minutes.approve(meeting_id, unanimous=True)
    with refused(RefusalKind.MEETING_APPROVED):
        books.selection.set_way(meeting_id, cases.son, Outcome.KEPT)


def test_a_reason_for_no_choice_ends_the_asking(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    assert books.selection.lacking(meeting_id) == (Lack(LackKind.NO_CASE_CHOSEN),)
    for case in everyone(cases):
        books.selection.set_way(meeting_id, case, Outcome.OWN_GROUP)
    assert books.selection.lacking(meeting_id) == (Lack(LackKind.NO_CASE_CHOSEN),)
    books.minutes.give_reason(meeting_id, no_case="các tổ tự giúp được")
    assert books.selection.lacking(meeting_id) == ()


def test_a_case_that_is_withdrawn_leaves_the_count_and_its_number(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.selection.begin_count(meeting_id, 2)
    board = books.proposals.overview(meeting_id).groups
    (withdrawn,) = (each for row in board for each in row.cases if each.case.id == cases.binh)
    books.proposals.remove_proposal(meeting_id, withdrawn.proposal_id)
    again = books.proposals.propose_case(meeting_id, board[4].group.id, BINH)
    assert again == cases.binh  # SQLite gives the free number to the next case
    (counted,) = books.selection.overview(meeting_id).rounds
    assert again not in counted.cases
    for _act in range(2):
        books.undo.undo(meeting_id)
    (counted,) = books.selection.overview(meeting_id).rounds
    assert cases.binh in counted.cases
