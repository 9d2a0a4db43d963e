"""Two entries of one person become one: every list, story and figure tells of one person."""

from __future__ import annotations

from dataclasses import replace

import pytest

import sample_minutes
from sample_cases import LUC, SampleCases
from sample_proposals import refused
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import RefusalKind
from storage.records.acts import ActKind
from storage.records.history import RecordKind
from storage.records.kinds import Consent, ConsentScope, FulfilmentState, HelperKind, HelpForm
from storage.records.pledges import Fulfilment, PledgeDraft
from storage.records.tracking import TrackingFilter
from storage.safekeeping.checking import check_books
from storage.tables import HardshipCaseRow, PersonRow


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting, sealed."""
    cases = sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    return cases


def person_of(case_id: int) -> int:
    return int(HardshipCaseRow.get_by_id(case_id).person_id)


def again(books: Books, clock: FixedClock, name: str = "Tran Van Luc") -> tuple[int, int, int]:
    """The next meeting, in which anh Lực is proposed under another spelling, and helped."""
    clock.advance(30 * 24 * 3600)
    meeting = books.meetings.begin().id
    group = books.register.groups()[0].id
    books.attendance.count_group(meeting, group, 9)
    case = books.proposals.propose_case(
        meeting, group, replace(LUC, name=name, birth_year=None, address="ngõ 9")
    )
    pledge = books.pledges.pledge(
        meeting,
        case,
        PledgeDraft(
            form=HelpForm.MONEY,
            quantity=20_000,
            helper_kind=HelperKind.MEMBERS,
            members=(books.register.members()[0].id,),
        ),
    )
    return meeting, case, pledge


def helped_after(books: Books, meeting: int, pledge: int) -> None:
    """The meeting is over, and what was promised in it is given."""
    books.minutes.give_reason(meeting, no_case="đã giúp", no_community="tháng này bận gặt")
    books.minutes.approve(meeting, unanimous=True)
    books.minutes.seal(meeting)
    books.follow_up.record_between(
        pledge, Fulfilment(0, FulfilmentState.DONE, books.clock.today(), given=20_000)
    )


def test_every_list_and_story_tells_of_one_person(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    meeting, case, pledge = again(books, clock)
    old, new = person_of(cases.luc), person_of(case)
    helped_after(books, meeting, pledge)
    assert books.people.merge(old, new) == old
    assert [each.id for each in books.people.search("luc")] == [old]
    for asked in (old, new):
        story = books.people.story(asked)
        assert story.person.id == old
        assert len(story.entries) == 2
    assert story.person.birth_year == 1985
    assert [each.name for each in story.merged] == ["Tran Van Luc"]
    assert len(books.case_people.find("luc", None)) == 1
    everyone = [each.person.name for each in books.consents.stories()]
    assert everyone.count("Trần Văn Lực") == 1
    assert "Tran Van Luc" not in everyone
    entries = books.tracking.entries(TrackingFilter(person="tran van luc"))
    assert {each.case.person.id for each in entries if each.case} == {old}
    assert {each.case.helped_times for each in entries if each.case} == {0}
    assert check_books() == []


def test_help_to_either_entry_counts_as_help_to_the_one_person(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    """Step 5 tells of twelve months: the spelling and the missing year hid it before."""
    meeting, case, pledge = again(books, clock)
    helped_after(books, meeting, pledge)

    following = books.meetings.begin().id

    def helped(case_id: int) -> int:
        found = books.case_people.get(case_id, following)
        assert found is not None
        return found.helped_times

    assert helped(cases.luc) == 0
    books.people.merge(person_of(cases.luc), person_of(case))
    assert helped(cases.luc) == helped(case) == 1


def test_what_was_sealed_stays_as_it_was(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    before = books.minutes.content(meeting_id)
    _meeting, case, _pledge = again(books, clock)
    books.people.merge(person_of(case), person_of(cases.luc))
    assert books.minutes.content(meeting_id) == before
    assert check_books() == []


def test_inside_a_meeting_it_is_one_act_that_is_undone(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    meeting, case, _pledge = again(books, clock)
    old, new = person_of(cases.luc), person_of(case)
    books.people.merge(new, old)
    assert person_of(cases.luc) == new
    assert books.undo.undo(meeting).kind is ActKind.PERSONS_MERGED
    assert (person_of(cases.luc), person_of(case)) == (old, new)
    assert check_books() == []


def test_between_meetings_there_is_a_way_back(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    """Each entry has its cases, answers and details again, and what was changed since stays."""
    meeting, case, _pledge = again(books, clock)
    books.meetings.abandon(meeting, "thử")
    old, new = person_of(cases.luc), person_of(case)
    books.people.merge(new, old)
    assert PersonRow.get_by_id(new).birth_year == 1985
    books.people.separate(old)
    assert (person_of(cases.luc), person_of(case)) == (old, new)
    assert PersonRow.get_by_id(new).birth_year is None
    assert books.people.story(old).merged == ()
    assert books.consents.person(old).consents.club is Consent.AGREED
    told = [each.act.kind for each in books.history.of(RecordKind.PERSON, new)]
    assert told[:2] == [ActKind.PERSONS_SEPARATED, ActKind.PERSONS_MERGED]
    assert check_books() == []


def test_a_member_is_the_one_who_stays(books: Books, cases: SampleCases, clock: FixedClock) -> None:
    member = books.register.members()[0]
    assert books.people.merge(person_of(cases.luc), member.person.id) == member.person.id
    case = books.case_people.get(cases.luc, None)
    assert case is not None
    assert case.member_id == member.id
    assert case.person.name == member.name
    assert check_books() == []


def test_two_members_are_two_persons(books: Books, cases: SampleCases) -> None:
    one, other = books.register.members()[:2]
    apart = refused(lambda: books.people.merge(one.person.id, other.person.id))
    assert apart is RefusalKind.MEMBERS_APART
    same = refused(lambda: books.people.merge(one.person.id, one.person.id))
    assert same is RefusalKind.SAME_PERSON


def test_the_last_answer_of_either_entry_counts_also_for_sealed_minutes(
    books: Books, meeting_id: int, cases: SampleCases, clock: FixedClock
) -> None:
    _meeting, case, _pledge = again(books, clock)
    books.people.merge(person_of(case), person_of(cases.luc))
    refusing = replace(
        books.consents.person(person_of(case)).consents,
        **{str(scope): Consent.REFUSED for scope in ConsentScope},
    )
    books.consents.record(person_of(case), refusing)
    assert "Trần Văn Lực" not in str(books.minutes.content(meeting_id, public=True))


def test_the_removal_of_one_takes_the_other_entry_with_it(
    books: Books, cases: SampleCases, clock: FixedClock
) -> None:
    meeting, case, _pledge = again(books, clock)
    books.meetings.abandon(meeting, "thử")
    books.people.merge(person_of(case), person_of(cases.luc))
    books.people.remove(person_of(case))
    rows = "\n".join(books_dump())
    for words in ("Trần Văn Lực", "Tran Van Luc", "tran van luc"):
        assert words not in rows
    assert check_books() == []


def books_dump() -> list[str]:
    from storage.tables import connection

    return list(connection.connection().iterdump())
