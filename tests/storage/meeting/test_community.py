"""Step 7: what the club does for the community, and what it says to the locality."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.meeting.pledge_rows import pledges_of_rows
from storage.records.acts import ActKind
from storage.records.cases import When
from storage.records.community import Matter, MatterDraft
from storage.records.community_step import CommunityOverview, MatterOnTable
from storage.records.kinds import (
    ClubRole,
    HelperKind,
    LocalityWay,
    MatterKind,
    MeetingState,
    Outcome,
)
from storage.records.lacks import Lack, LackKind
from storage.records.pledges import Pledge
from storage.rules.community import beside, lacking, similar
from storage.tables import MeetingRow, PledgeRow

SUNDAY = When("chủ nhật tới", date(2026, 11, 1), date(2026, 11, 1))
SWEEPING = MatterDraft(
    kind=MatterKind.ACTIVITY,
    what="tổng vệ sinh đường làng",
    when=SUNDAY,
    place="đường làng",
)
LAMP = MatterDraft(
    kind=MatterKind.LOCALITY,
    what="đèn đường ngõ 3 hỏng",
    addressee="UBND xã An Bình",
    way=LocalityWay.MEETINGS,
)


def _refused(write: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        write()
    return refusal.value


def _on_table(books: Books, meeting_id: int, matter_id: int) -> MatterOnTable:
    found = books.community.overview(meeting_id).find(matter_id)
    assert found is not None
    return found


def _promises(meeting_id: int) -> list[Pledge]:
    return pledges_of_rows(PledgeRow.select().where(PledgeRow.meeting == meeting_id))


def test_a_matter_of_the_general_discussion_stands_beside_those_of_the_groups(
    books: Books, meeting_id: int
) -> None:
    group = books.register.groups()[1]
    lamp = books.proposals.propose_matter(meeting_id, group.id, LAMP)
    sweeping = books.community.add(meeting_id, replace(SWEEPING, what=" tổng  vệ sinh đường làng"))
    overview = books.community.overview(meeting_id)
    assert [each.matter.id for each in overview.activities] == [sweeping]
    assert [each.matter.id for each in overview.for_locality] == [lamp]
    assert overview.activities[0].matter.draft == SWEEPING
    assert overview.activities[0].matter.groups == ()
    assert overview.for_locality[0].matter.groups == ("Tổ 2",)
    assert overview.present == 55
    assert books.undo.history(meeting_id)[0].kind is ActKind.MATTER_ADDED


def test_what_comes_up_in_the_discussion_is_no_groups_proposal(
    books: Books, meeting_id: int
) -> None:
    books.community.add(meeting_id, SWEEPING)
    assert all(not row.has_matter for row in books.proposals.overview(meeting_id).groups)


def test_a_matter_must_say_what_is_to_be_done(books: Books, meeting_id: int) -> None:
    empty = replace(SWEEPING, what=" \n ")
    assert _refused(lambda: books.community.add(meeting_id, empty)).kind is RefusalKind.WHAT_MISSING
    matter = books.community.add(meeting_id, SWEEPING)
    refusal = _refused(lambda: books.community.change(meeting_id, matter, empty))
    assert refusal.kind is RefusalKind.WHAT_MISSING


def test_an_agreed_activity_is_a_promise_of_everyone(books: Books, meeting_id: int) -> None:
    leader = books.register.groups()[0].leader_id
    matter = books.community.add(meeting_id, replace(SWEEPING, in_charge=leader))
    assert books.community.agree(meeting_id, matter, unanimous=True)
    found = _on_table(books, meeting_id, matter)
    assert found.agreed
    assert found.opinion is not None
    assert (found.opinion.unanimous, found.opinion.present) == (True, 55)
    (promise,) = _promises(meeting_id)
    assert promise.matter_id == matter
    assert promise.draft.helper_kind is HelperKind.EVERYONE
    assert promise.draft.what == "tổng vệ sinh đường làng"
    assert promise.draft.when == SUNDAY
    assert promise.draft.in_charge == leader


def test_a_matter_for_the_locality_is_no_promise_of_work(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, LAMP)
    books.community.agree(meeting_id, matter, unanimous=False, in_favour=48, against=2, other=2)
    found = _on_table(books, meeting_id, matter)
    assert found.opinion is not None
    assert (found.opinion.in_favour, found.opinion.against, found.opinion.other) == (48, 2, 2)
    assert found.matter.outcome is Outcome.AGREED
    assert _promises(meeting_id) == []
    act = books.undo.history(meeting_id)[0]
    assert (act.kind, act.values["count"]) == (ActKind.MATTER_COUNTED, 48)


def test_more_hands_than_members_present_are_refused(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, LAMP)
    refusal = _refused(
        lambda: books.community.agree(
            meeting_id, matter, unanimous=False, in_favour=50, against=5, other=1
        )
    )
    assert refusal.kind is RefusalKind.MORE_HANDS_THAN_PRESENT
    assert refusal.values == {"present": 55}
    assert _on_table(books, meeting_id, matter).undecided


def test_hands_are_counted_among_members_present(books: Books) -> None:
    meeting_id = books.meetings.begin().id
    matter = books.community.add(meeting_id, LAMP)
    refusal = _refused(
        lambda: books.community.agree(meeting_id, matter, unanimous=False, in_favour=1)
    )
    assert refusal.kind is RefusalKind.NOBODY_PRESENT


def test_half_of_those_present_do_not_carry_a_matter(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, LAMP)
    assert not books.community.agree(meeting_id, matter, unanimous=False, in_favour=27)
    assert books.community.agree(meeting_id, matter, unanimous=False, in_favour=28)


def test_what_most_hands_are_against_is_not_done(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, SWEEPING)
    books.community.agree(meeting_id, matter, unanimous=True)
    taken_on = books.community.agree(
        meeting_id, matter, unanimous=False, in_favour=10, against=40, other=5
    )
    assert not taken_on
    assert _on_table(books, meeting_id, matter).matter.outcome is Outcome.NOT_DONE
    assert _promises(meeting_id) == []


def test_what_is_changed_after_it_was_agreed_stays_agreed(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, SWEEPING)
    books.community.agree(meeting_id, matter, unanimous=True)
    books.community.change(
        meeting_id, matter, replace(SWEEPING, role=ClubRole.JOINS, partner="thôn", place="ngõ 3")
    )
    assert _on_table(books, meeting_id, matter).agreed
    (promise,) = _promises(meeting_id)
    assert promise.draft.place == "ngõ 3"
    books.community.change(meeting_id, matter, LAMP)
    assert _promises(meeting_id) == []


def test_what_the_club_does_not_take_on_keeps_its_reason(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, SWEEPING)
    assert (
        _refused(lambda: books.community.drop(meeting_id, matter, " ")).kind
        is RefusalKind.REASON_MISSING
    )
    books.community.agree(meeting_id, matter, unanimous=True)
    books.community.drop(meeting_id, matter, "thôn đã thuê người làm")
    found = _on_table(books, meeting_id, matter)
    assert found.matter.outcome is Outcome.NOT_DONE
    assert found.matter.reason == "thôn đã thuê người làm"
    assert found.opinion is None
    assert _promises(meeting_id) == []


def test_an_opinion_can_be_taken_again(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, SWEEPING)
    books.community.agree(meeting_id, matter, unanimous=True)
    books.community.reopen(meeting_id, matter)
    assert _on_table(books, meeting_id, matter).undecided
    assert _promises(meeting_id) == []


def test_the_invited_leader_may_answer_at_once(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, LAMP)
    books.community.answer(meeting_id, matter, " ông  Hà, UBND xã ", "Xã sẽ thay đèn.")
    found = _on_table(books, meeting_id, matter)
    assert found.answered_here
    (answer,) = found.matter.answers
    assert (answer.by, answer.text, answer.on) == (
        "ông Hà, UBND xã",
        "Xã sẽ thay đèn.",
        date(2026, 10, 24),
    )
    empty = _refused(lambda: books.community.answer(meeting_id, matter, "ông Hà", "  "))
    assert empty.kind is RefusalKind.TEXT_MISSING


def test_whom_the_club_invites_is_awaited_at_the_next_meeting(
    books: Books, meeting_id: int
) -> None:
    invitation = replace(LAMP, way=LocalityWay.INVITE)
    settled = books.community.add(meeting_id, invitation)
    books.community.agree(meeting_id, settled, unanimous=True)
    books.community.add(meeting_id, replace(invitation, addressee="Trạm y tế xã"))
    other = books.community.add(meeting_id, replace(LAMP, addressee="Hội Nông dân xã"))
    books.community.agree(meeting_id, other, unanimous=True)
    assert books.community.invited(meeting_id) == ()
    MeetingRow.update(state=str(MeetingState.SEALED)).where(MeetingRow.id == meeting_id).execute()
    assert books.community.invited(books.meetings.begin().id) == ("UBND xã An Bình",)


def test_every_act_can_be_taken_back_and_done_again(books: Books, meeting_id: int) -> None:
    matter = books.community.add(meeting_id, SWEEPING)
    books.community.agree(meeting_id, matter, unanimous=True)
    books.community.drop(meeting_id, matter, "mưa to")
    books.undo.undo(meeting_id)
    assert _on_table(books, meeting_id, matter).agreed
    assert len(_promises(meeting_id)) == 1
    books.undo.undo(meeting_id)
    books.undo.undo(meeting_id)
    assert books.community.overview(meeting_id).on_table == ()
    books.undo.redo(meeting_id)
    books.undo.redo(meeting_id)
    books.undo.redo(meeting_id)
    assert _on_table(books, meeting_id, matter).matter.reason == "mưa to"


def test_the_step_is_begun_by_what_is_settled_or_added_here(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0]
    matter = books.proposals.propose_matter(meeting_id, group.id, LAMP)
    assert not books.community.begun(meeting_id)
    books.community.agree(meeting_id, matter, unanimous=True)
    assert books.community.begun(meeting_id)


def test_what_is_missing_is_said_and_the_chair_speaks_for_the_lamp(
    books: Books, meeting_id: int
) -> None:
    assert books.community.lacking(meeting_id) == (Lack(LackKind.NOTHING_FOR_COMMUNITY),)
    lamp = books.community.add(meeting_id, LAMP)
    assert books.community.lacking(meeting_id) == (Lack(LackKind.MATTERS_NOT_AGREED, {"count": 1}),)
    books.community.agree(meeting_id, lamp, unanimous=True)
    assert books.community.lacking(meeting_id) == (
        Lack(LackKind.SPEAKER_MISSING, {"what": "đèn đường ngõ 3 hỏng"}),
    )
    speaker = books.register.members()[0].id
    books.community.change(meeting_id, lamp, replace(LAMP, representative=speaker))
    assert books.community.lacking(meeting_id) == ()


def test_a_reason_why_nothing_is_done_is_enough(books: Books, meeting_id: int) -> None:
    MeetingRow.update(no_community_reason="lụt").where(MeetingRow.id == meeting_id).execute()
    assert books.community.lacking(meeting_id) == ()


def test_similar_proposals_stand_beside_each_other(books: Books, meeting_id: int) -> None:
    whats = [
        "dọn vệ sinh đường làng",
        "quét vôi lại cổng làng",
        "khơi thông cống rãnh trước Tết",
        "vệ sinh đường thôn",
        "thông cống",
    ]
    for group, what in zip(books.register.groups(), whats, strict=True):
        books.proposals.propose_matter(meeting_id, group.id, replace(SWEEPING, what=what))
    shown = [each.matter.what for each in books.community.overview(meeting_id).activities]
    assert shown == [whats[0], whats[3], whats[1], whats[2], whats[4]]


_MATTERS = st.lists(
    st.builds(
        Matter,
        id=st.integers(1, 10**6),
        draft=st.builds(
            MatterDraft,
            kind=st.sampled_from(list(MatterKind)),
            what=st.lists(
                st.sampled_from(
                    ["dọn", "vệ", "sinh", "đường", "làng", "quét", "cống", "rãnh", "đèn", "hỏng"]
                ),
                min_size=1,
                max_size=5,
            ).map(" ".join),
        ),
        outcome=st.sampled_from([None, Outcome.AGREED, Outcome.NOT_DONE]),
    ),
    max_size=12,
    unique_by=lambda matter: matter.id,
)


@given(_MATTERS)
def test_no_matter_is_lost_or_doubled_in_the_new_order(matters: list[Matter]) -> None:
    ordered = beside(matters)
    assert sorted(each.id for each in ordered) == sorted(each.id for each in matters)
    if ordered:
        assert ordered[0] == matters[0]


@given(_MATTERS)
def test_being_similar_goes_both_ways(matters: list[Matter]) -> None:
    for one in matters:
        for other in matters:
            assert similar(one, other) == similar(other, one)


@given(_MATTERS)
def test_the_line_of_what_is_missing_is_empty_once_all_is_settled(matters: list[Matter]) -> None:
    overview = CommunityOverview(on_table=tuple(MatterOnTable(each) for each in matters))
    kinds = {lack.kind for lack in lacking(overview)}
    undecided = any(each.outcome is None for each in matters)
    agreed = any(each.outcome is Outcome.AGREED for each in matters)
    assert (LackKind.MATTERS_NOT_AGREED in kinds) == undecided
    assert (LackKind.NOTHING_FOR_COMMUNITY in kinds) == (not undecided and not agreed)
