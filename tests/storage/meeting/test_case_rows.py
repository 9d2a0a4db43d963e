"""Cases and matters read with their history: what waits, what was kept, who was helped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sample_proposals import HIEN, LAMP, refused
from storage.books import Books
from storage.errors import RefusalKind
from storage.meeting.case_rows import case_of_row, cases_of_rows
from storage.meeting.matter_rows import matters_of_rows
from storage.records.kinds import (
    FulfilmentState,
    HelperKind,
    HelpForm,
    Outcome,
    Source,
)
from storage.tables import (
    AnswerRow,
    DecisionRow,
    FulfilmentRow,
    HardshipCaseRow,
    MatterRow,
    MeetingRow,
    PledgeRow,
    ProposalRow,
)


@pytest.fixture
def groups(books: Books) -> list[int]:
    """The five groups of the club, by number."""
    return [group.id for group in books.register.groups()]


def test_what_was_noted_in_the_area_waits_until_a_group_takes_it_over(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """What leaders noted in the month is there (S3)."""
    case_id = books.proposals.propose_case(meeting_id, groups[0], HIEN)
    matter_id = books.proposals.propose_matter(meeting_id, groups[0], LAMP)
    ProposalRow.delete().execute()
    noted = {"source": str(Source.AREA), "noted_by": groups[3], "noted_on": date(2026, 10, 9)}
    HardshipCaseRow.update(noted).execute()
    MatterRow.update(noted).execute()

    board = books.proposals.overview(meeting_id)
    assert [note.case.id for note in board.noted_cases] == [case_id]
    assert (board.noted_cases[0].group, board.noted_cases[0].on) == ("Tổ 4", date(2026, 10, 9))
    assert [note.matter.id for note in board.noted_matters] == [matter_id]
    assert board.noted_for(groups[3]) == (*board.noted_cases, *board.noted_matters)
    assert board.noted_for(groups[0]) == ()
    assert [case.id for case in books.proposals.same_person(meeting_id, HIEN.name)] == [case_id]

    books.proposals.propose_existing(meeting_id, groups[3], case_id)
    books.proposals.propose_existing_matter(meeting_id, groups[3], matter_id)
    board = books.proposals.overview(meeting_id)
    assert (board.noted_cases, board.noted_matters) == ((), ())
    assert board.groups[3].cases[0].case.groups == ("Tổ 4",)
    kind = refused(
        lambda: books.proposals.propose_existing_matter(meeting_id, groups[3], matter_id)
    )
    assert kind is RefusalKind.SAME_CASE


def test_a_case_that_an_earlier_meeting_kept_waits_until_it_is_settled(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """None is dropped in silence."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=case_id, outcome=str(Outcome.KEPT))
    MeetingRow.update(state="sealed").where(MeetingRow.id == meeting_id).execute()
    november = books.meetings.begin().id
    board = books.proposals.overview(november)
    assert [note.case.id for note in board.noted_cases] == [case_id]
    assert board.noted_cases[0].case.kept_before
    assert board.noted_for(groups[0]) == board.noted_cases

    books.proposals.propose_existing(november, groups[2], case_id)
    DecisionRow.create(meeting=november, hardship_case=case_id, outcome=str(Outcome.CHOSEN))
    assert case_of_row(HardshipCaseRow.get_by_id(case_id), november).kept_before
    MeetingRow.update(state="sealed").where(MeetingRow.id == november).execute()
    december = books.meetings.begin().id
    assert books.proposals.overview(december).noted_cases == ()
    assert not case_of_row(HardshipCaseRow.get_by_id(case_id), december).kept_before


def test_what_one_meeting_pledged_for_a_case_is_one_time_that_the_club_helped(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Counted over twelve months, for the person."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    other = books.proposals.propose_case(meeting_id, groups[1], HIEN)
    namesake = books.proposals.propose_case(meeting_id, groups[1], replace(HIEN, birth_year=1950))

    def help_given(days: list[date]) -> None:
        for day in days:
            pledge = PledgeRow.create(
                meeting=meeting_id,
                hardship_case=case_id,
                form=str(HelpForm.GOODS),
                helper_kind=str(HelperKind.EVERYONE),
            )
            FulfilmentRow.create(pledge=pledge, state=str(FulfilmentState.DONE), on=day)

    def times() -> list[int]:
        rows = [HardshipCaseRow.get_by_id(number) for number in (case_id, other, namesake)]
        return [case.helped_times for case in cases_of_rows(rows, meeting_id)]

    assert times() == [0, 0, 0]
    help_given([date(2025, 10, 24), date(2026, 10, 25)])
    assert times() == [0, 0, 0]
    help_given([date(2025, 10, 25), date(2026, 10, 24)])
    assert times() == [1, 1, 0]
    alone = case_of_row(HardshipCaseRow.get_by_id(case_id), today=date(2028, 2, 29))
    assert alone.helped_times == 0
    assert case_of_row(HardshipCaseRow.get_by_id(case_id)).helped_times == 0


def test_a_matter_is_read_with_its_names_answers_and_decision(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """As steps 2 and 7 and the minutes need it."""
    chair = books.register.members()[0]
    matter_id = books.proposals.propose_matter(
        meeting_id, groups[1], replace(LAMP, representative=chair.id)
    )
    DecisionRow.create(
        meeting=meeting_id, matter=matter_id, outcome=str(Outcome.AGREED), reason="tối quá"
    )
    AnswerRow.create(matter=matter_id, on=date(2026, 11, 2), by="Chủ tịch xã", text="sẽ sửa")
    (matter,) = matters_of_rows([MatterRow.get_by_id(matter_id)], meeting_id)
    assert matter.groups == ("Tổ 2",)
    assert matter.representative_name == chair.addressed
    assert (matter.outcome, matter.reason) == (Outcome.AGREED, "tối quá")
    assert [answer.text for answer in matter.answers] == ["sẽ sửa"]
