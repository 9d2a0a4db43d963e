"""Whatever was typed is printed as it was typed, to its last letter, and never as a command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import sample_minutes
from bad_texts import BAD, HUGE, Bad, case_of, pledge_of, printed, squeezed
from prepared import PreparedBooks, Stage, clock_at
from printouts.typesetting.text import printable
from storage.books import Books
from storage.records.community import MatterDraft
from storage.records.kinds import ClubRole, Step
from storage.records.minutes import MinutesState


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_what_was_stored_is_printed_as_it_is(
    bad: Bad, prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    books = Books(folder, clock_at(Stage.APPROVAL))
    try:
        hold(books, bad.typed)
        running = books.meetings.current()
        assert running is not None
        text = printed(books.minutes.content(running.id))
        for place in (
            f"-{bad.kept};",
            f"Địađiểm:{bad.kept}",
            f"PhóChủtịchUBNDxã;{bad.kept},{bad.kept}",
            f"02{bad.kept}{bad.kept}",
            f"Thưkýghithêm:{bad.kept}",
            f"Lờicủathưký:{bad.kept}",
        ):
            assert squeezed(printable(place)) in text
        books.minutes.approve(running.id, unanimous=True)
        books.minutes.seal(running.id)
        assert printed(books.minutes.content(running.id)).count(squeezed(printable(bad.kept))) > 10
        assert books.minutes.content(running.id).state is MinutesState.SEALED
    finally:
        books.close()


def test_ten_thousand_letters_are_printed_to_the_last(
    prepared: PreparedBooks, tmp_path: Path
) -> None:
    folder = prepared.copy(Stage.ATTENDANCE, tmp_path / "books")
    books = Books(folder, clock_at(Stage.APPROVAL))
    try:
        running = books.meetings.current()
        assert running is not None
        word = "ă" * 10_000
        books.meetings.add_guest(running.id, word, HUGE.typed)
        text = printed(books.minutes.content(running.id))
        assert text.count("ă") >= 10_000
        assert text.count("mườinghìnchữ") >= 650
    finally:
        books.close()


def hold(books: Books, text: str) -> None:
    """A meeting in which everything that can be said is this text."""
    running = books.meetings.current()
    assert running is not None
    meeting = running.id
    groups = [group.id for group in books.register.groups()]
    books.club.save(
        replace(books.club.known(), name=f"CLB {text}", parent_body=text, recipients=text)
    )
    member = books.register.add_member(text, groups[0], address=text, meeting_id=meeting)
    books.meetings.set_place(meeting, text)
    books.meetings.add_guest(meeting, text, text)
    case = books.proposals.propose_case(meeting, groups[0], case_of(text))
    activity = books.proposals.propose_matter(meeting, groups[0], _activity(text))
    concern = replace(sample_minutes.LAMP, what=text, addressee=text, representative=member)
    locality = books.proposals.propose_matter(meeting, groups[1], concern)
    books.selection.choose_unanimously(meeting, (case,))
    books.selection.give_reason(meeting, case, text)
    books.pledges.pledge(meeting, case, pledge_of(text, member))
    books.pledges.agree(meeting, case, unanimous=True)
    books.community.agree(meeting, activity, unanimous=True)
    books.community.drop(meeting, locality, text)
    books.secretary.write_note(meeting, Step.PROPOSALS, text)
    books.secretary.reword(meeting, Step.COMMUNITY, f"Lời của thư ký: {text}")


def _activity(text: str) -> MatterDraft:
    return replace(sample_minutes.SWEEP, what=text, role=ClubRole.JOINS, partner=text, place=text)
