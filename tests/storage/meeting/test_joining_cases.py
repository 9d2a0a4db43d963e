"""One person proposed twice, and what becomes of the two cases."""

from __future__ import annotations

import pytest

from sample_proposals import HARVEST, HIEN, refused
from storage.books import Books
from storage.errors import RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.kinds import (
    Fact,
    HelpForm,
    Outcome,
)
from storage.tables import (
    DecisionRow,
    HardshipCaseRow,
    MeetingRow,
    PersonRow,
)


@pytest.fixture
def groups(books: Books) -> list[int]:
    """The five groups of the club, by number."""
    return [group.id for group in books.register.groups()]


def test_one_person_of_two_groups_becomes_one_case_that_names_both(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """Nothing that either group said is lost."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(
        meeting_id,
        groups[4],
        CaseDraft(
            "phạm thị hiền",
            "thiếu chăn",
            (Need(HelpForm.GOODS, "Chăn, màn, quần áo", 3, "thứ"), HARVEST),
            telephone="0912",
            facts=frozenset({Fact.ALONE}),
        ),
    )
    twins = books.proposals.same_person(meeting_id, "Pham thi Hien", exclude=second)
    assert [case.id for case in twins] == [first]
    assert books.proposals.join_cases(meeting_id, first, second) == first
    board = books.proposals.overview(meeting_id)
    case = board.groups[2].cases[0].case
    assert case == board.groups[4].cases[0].case
    assert case.groups == ("Tổ 3", "Tổ 5")
    assert case.needs == (Need(HelpForm.GOODS, "Chăn, màn, quần áo", 3, "thứ"), HARVEST)
    assert case.facts == {Fact.ILL, Fact.ALONE}
    assert case.person.telephone == "0912"
    assert HardshipCaseRow.select().count() == 1
    assert PersonRow.select().where(PersonRow.folded == "pham thi hien").count() == 1
    books.undo.undo(meeting_id)
    assert books.proposals.case_draft(first) == HIEN
    assert HardshipCaseRow.select().count() == 2


def test_a_case_with_a_history_is_the_one_that_stays(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """What was decided on a case is never moved to another."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(meeting_id, groups[4], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=second, outcome=str(Outcome.KEPT))
    assert books.proposals.join_cases(meeting_id, first, second) == second
    assert HardshipCaseRow.get_or_none(HardshipCaseRow.id == first) is None
    third = books.proposals.propose_case(meeting_id, groups[1], HIEN)
    DecisionRow.create(meeting=meeting_id, hardship_case=third, outcome=str(Outcome.KEPT))
    kind = refused(lambda: books.proposals.join_cases(meeting_id, second, third))
    assert kind is RefusalKind.CASES_APART
    kind = refused(lambda: books.proposals.join_cases(meeting_id, second, second))
    assert kind is RefusalKind.SAME_CASE


def test_what_a_sealed_meeting_proposed_is_never_moved(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The seal would not let it."""
    before = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    MeetingRow.update(state="sealed").where(MeetingRow.id == meeting_id).execute()
    november = books.meetings.begin().id
    now = books.proposals.propose_case(november, groups[4], HIEN)
    assert books.proposals.join_cases(november, now, before) == before
    assert books.proposals.overview(november).groups[4].cases[0].case.id == before
    assert books.proposals.overview(meeting_id).groups[2].cases[0].case.id == before


def test_a_group_that_proposes_one_person_twice_proposes_them_once(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """The board shows no row twice."""
    first = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    second = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.join_cases(meeting_id, first, second)
    assert len(books.proposals.overview(meeting_id).groups[2].cases) == 1


def test_a_second_group_joins_in_a_case_without_typing_it_again(
    books: Books, meeting_id: int, groups: list[int]
) -> None:
    """It may do so once."""
    case_id = books.proposals.propose_case(meeting_id, groups[2], HIEN)
    books.proposals.propose_existing(meeting_id, groups[4], case_id)
    assert books.proposals.overview(meeting_id).groups[2].cases[0].case.groups == (
        "Tổ 3",
        "Tổ 5",
    )
    kind = refused(lambda: books.proposals.propose_existing(meeting_id, groups[4], case_id))
    assert kind is RefusalKind.SAME_CASE


def test_nobody_is_found_by_an_empty_name(books: Books, meeting_id: int) -> None:
    """An empty field matches no one."""
    assert books.proposals.same_person(meeting_id, "  ") == ()
