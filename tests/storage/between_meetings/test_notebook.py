"""Sổ ghi nhận ở địa bàn: noted when it is seen, taken over by the meeting, told of after (S3)."""

from __future__ import annotations

import pytest

from sample_cases import MUI
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.community import MatterDraft
from storage.records.kinds import MatterKind, Outcome
from storage.records.notebook import AreaNote
from storage.safekeeping.checking import check_books

LAMP = MatterDraft(MatterKind.LOCALITY, "đèn đường ngõ 3 hỏng")


def refused(kind: RefusalKind) -> pytest.RaisesExc[Refusal]:
    return pytest.RaisesExc(Refusal, check=lambda error: error.kind is kind)


@pytest.fixture
def group(books: Books) -> int:
    """The second group."""
    return books.register.groups()[1].id


def notes(books: Books) -> list[AreaNote]:
    return [each for row in books.notebook.overview().groups for each in row.notes]


def test_what_is_noted_waits_with_its_group_and_stands_in_step_4(books: Books, group: int) -> None:
    case_id = books.notebook.note_case(group, MUI)
    matter_id = books.notebook.note_matter(group, LAMP)
    assert books.notebook.overview().waiting == 2
    assert {each.group_id for each in notes(books)} == {group}
    meeting = books.meetings.begin().id
    assert len(books.proposals.overview(meeting).noted_for(group)) == 2
    books.proposals.propose_existing(meeting, group, case_id)
    books.proposals.propose_existing_matter(meeting, group, matter_id)
    assert books.proposals.overview(meeting).noted_for(group) == ()
    assert check_books() == []


def test_what_became_of_it_is_seen_here(books: Books, group: int, meeting_id: int) -> None:
    case_id = books.notebook.note_case(group, MUI)
    (note,) = notes(books)
    assert note.waiting
    books.proposals.propose_existing(meeting_id, group, case_id)
    (note,) = notes(books)
    assert (note.proposed_on, note.outcome) == (books.meetings.get(meeting_id).day, None)
    books.selection.set_way(meeting_id, case_id, Outcome.KEPT, "")
    (note,) = notes(books)
    assert note.outcome is Outcome.KEPT


def test_a_note_is_corrected_or_taken_out_until_a_meeting_has_it(
    books: Books, group: int, meeting_id: int
) -> None:
    case_id = books.notebook.note_case(group, CaseDraft("Lê Lâm", "ốm", home_care=True))
    matter_id = books.notebook.note_matter(group, LAMP)
    books.notebook.change_case(case_id, MUI)
    books.notebook.change_matter(matter_id, MatterDraft(MatterKind.LOCALITY, "cống vỡ"))
    noted = {each.case.addressed if each.case else "" for each in notes(books)}
    assert noted == {"bà Nguyễn Thị Mùi", ""}
    books.proposals.propose_existing(meeting_id, group, case_id)
    with refused(RefusalKind.NOTE_TAKEN_OVER):
        books.notebook.change_case(case_id, MUI)
    with refused(RefusalKind.NOTE_TAKEN_OVER):
        books.notebook.remove_case(case_id)
    books.notebook.remove_matter(matter_id)
    assert len(notes(books)) == 1


def test_a_note_is_as_complete_as_a_proposal(books: Books, group: int) -> None:
    with refused(RefusalKind.SENTENCE_MISSING):
        books.notebook.note_case(group, CaseDraft("Lê Lâm", ""))
    with refused(RefusalKind.WHAT_MISSING):
        books.notebook.note_matter(group, MatterDraft(MatterKind.ACTIVITY, " "))


def test_between_meetings_it_is_history_and_in_a_meeting_it_is_undone(
    books: Books, group: int
) -> None:
    books.notebook.note_matter(group, LAMP)
    assert books.undo.history_between()[0].values["what"] == LAMP.what
    meeting = books.meetings.begin().id
    books.notebook.note_case(group, MUI)
    books.undo.undo(meeting)
    assert len(notes(books)) == 1
