"""Who or what changed a record, and when: it outlives the seal, and what was undone is not told."""

from __future__ import annotations

from dataclasses import replace

import sample_minutes
from storage.books import Books
from storage.records.acts import ActKind
from storage.records.history import HistoryEntry, RecordKind
from storage.records.member_drafts import MemberDraft
from storage.rules.register import draft_of_member
from storage.tables import ActSubjectRow, HardshipCaseRow, PledgeRow


def told(entries: tuple[HistoryEntry, ...]) -> list[ActKind]:
    """The kinds of what was done, in the order in which it was."""
    return [each.act.kind for each in reversed(entries)]


def test_a_case_a_promise_and_their_person_have_a_history_that_outlives_the_seal(
    books: Books, meeting_id: int
) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    of_case = books.history.of(RecordKind.CASE, cases.mui)
    assert told(of_case)[0] is ActKind.CASE_PROPOSED
    assert {ActKind.HANDS_COUNTED, ActKind.CASES_CHOSEN, ActKind.PLEDGE_MADE} <= set(told(of_case))
    assert {(each.meeting_day, each.step > 0) for each in of_case} == {(books.clock.today(), True)}
    assert of_case[0].secretary
    pledge = PledgeRow.get(PledgeRow.hardship_case == cases.mui).id
    assert told(books.history.of(RecordKind.PLEDGE, pledge)) == [ActKind.PLEDGE_MADE]
    person = HardshipCaseRow.get_by_id(cases.mui).person_id
    of_person = books.history.of(RecordKind.PERSON, person)
    assert all(each in of_person for each in of_case)


def test_what_was_corrected_is_named_and_what_stood_there_is_not_kept(books: Books) -> None:
    member = books.register.members()[0]
    draft = draft_of_member(member)
    books.members.change(member.id, replace(draft, address="xóm Đình", telephone="0912 345 678"))
    last = books.history.of(RecordKind.MEMBER, member.id)[0]
    assert last.act.kind is ActKind.MEMBER_CHANGED
    assert last.changed == ("address", "telephone")
    assert last.meeting_day is None
    kept = " ".join(row.changed for row in ActSubjectRow.select())
    assert "0912" not in kept
    assert "Đình" not in kept


def test_what_was_undone_is_not_told(books: Books, meeting_id: int) -> None:
    group = books.register.groups()[0].id
    number = books.members.add(MemberDraft("Đinh Thị Sáu", group))
    before = books.history.of(RecordKind.MEMBER, number)
    member = books.register.member(number)
    assert member is not None
    books.members.change(number, replace(draft_of_member(member), can_help="thợ điện"))
    books.undo.undo(meeting_id)
    assert books.history.of(RecordKind.MEMBER, number) == before
    assert told(before) == [ActKind.MEMBER_ADDED]
