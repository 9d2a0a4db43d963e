"""Consent: recorded per person and scope, withdrawn at any time, one rule for all who ask."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sample_minutes
from minutes_text import everything
from old_books import make_old_books
from sample_cases import HIEN, LUC, MUI
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.case_draft import CaseDraft
from storage.records.consent import Consents
from storage.records.consent_story import ConsentAnswer, ConsentStory
from storage.records.kinds import Consent, ConsentScope
from storage.rules.consent import may_be_named, recorded, stricter
from storage.safekeeping.checking import check_books

ALL_GIVEN = Consents(Consent.AGREED, Consent.AGREED, Consent.AGREED)
OLD_BOOKS = """
    INSERT INTO person VALUES
        (1, 'Nguyễn Thị Mùi', 'nguyen thi mui', 'bà', 1948, '', '', '', '', 'agreed'),
        (2, 'Phạm Thị Hiền', 'pham thi hien', 'cụ', 1940, '', '', '', '', 'not_asked'),
        (3, 'Hoàng Gia Bảo', 'hoang gia bao', NULL, 2014, '', '', '', 'chị Lam (mẹ)', 'refused');
    INSERT INTO meeting (id, day, state, place, began, seats, no_case_reason, no_community_reason,
        abandoned_reason) VALUES (1, '2026-10-24', 'running', '', '2026-10-24T08:30:00+07:00',
        1, '', '', '');
    INSERT INTO hardship_case (id, person_id, relation, household, circumstances, when_text,
        facts, home_care, source) VALUES (1, 1, 'outside', 0, 'ốm', '', '', 0, 'meeting'),
        (2, 2, 'outside', 0, 'ốm', '', '', 0, 'meeting'),
        (3, 3, 'outside', 0, 'ốm', '', '', 0, 'area');
    INSERT INTO proposal (meeting_id, hardship_case_id) VALUES (1, 1), (1, 2);
"""


def story(books: Books, name: str) -> ConsentStory:
    return next(each for each in books.consents.stories() if each.person.name == name)


def proposed(books: Books, meeting_id: int, draft: CaseDraft) -> ConsentStory:
    books.proposals.propose_case(meeting_id, 1, draft)
    return story(books, draft.name)


def test_the_usual_question_speaks_for_the_club_and_its_minutes(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    mui = proposed(books, meeting_id, MUI)
    assert mui.person.consents == Consents(club=Consent.AGREED, minutes=Consent.AGREED)
    assert mui.answers == (
        ConsentAnswer(ConsentScope.CLUB, Consent.AGREED, clock.today()),
        ConsentAnswer(ConsentScope.MINUTES, Consent.AGREED, clock.today()),
    )
    assert not may_be_named(mui.person, ConsentScope.LOCALITY)


def test_not_asked_is_not_given(books: Books, meeting_id: int) -> None:
    hien = proposed(books, meeting_id, HIEN)
    assert hien.answers == ()
    assert not any(may_be_named(hien.person, scope) for scope in ConsentScope)


def test_who_asked_and_who_answered_stand_with_the_answer(books: Books, meeting_id: int) -> None:
    leader = books.register.members()[0]
    asked = Consents(Consent.AGREED, Consent.REFUSED, Consent.AGREED)
    draft = replace(HIEN, consents=asked, asked_by=leader.id, guardian="chị Lam (con gái)")
    hien = proposed(books, meeting_id, draft)
    assert hien.person.consents == asked
    assert {(each.asked_by, each.guardian) for each in hien.answers} == {
        (leader.addressed, "chị Lam (con gái)")
    }


def test_what_was_given_and_is_refused_is_withdrawn_and_the_history_stays(
    books: Books, meeting_id: int, clock: FixedClock
) -> None:
    person = proposed(books, meeting_id, MUI).person.id
    clock.advance(24 * 3600)
    books.consents.record(person, Consents(club=Consent.REFUSED, minutes=Consent.AGREED))
    told = [(each.scope, each.answer) for each in story(books, MUI.name).answers]
    assert told == [
        (ConsentScope.CLUB, Consent.AGREED),
        (ConsentScope.MINUTES, Consent.AGREED),
        (ConsentScope.CLUB, Consent.WITHDRAWN),
    ]
    assert not may_be_named(books.consents.person(person), ConsentScope.CLUB)
    assert check_books() == []


def test_in_a_meeting_it_is_an_act_that_is_undone(books: Books, meeting_id: int) -> None:
    person = proposed(books, meeting_id, LUC).person.id
    books.consents.record(person, Consents())
    act = books.undo.undo(meeting_id)
    assert (act.kind, act.values) == (ActKind.CONSENT_RECORDED, {"person": "anh Trần Văn Lực"})
    assert may_be_named(books.consents.person(person), ConsentScope.CLUB)
    assert books.undo.redo(meeting_id).discreet == {"person": "anh L."}
    assert check_books() == []


def test_the_same_answers_leave_no_trace(books: Books, meeting_id: int) -> None:
    mui = proposed(books, meeting_id, MUI)
    before = books.undo.undoable(meeting_id)
    books.consents.record(mui.person.id, mui.person.consents)
    assert books.undo.undoable(meeting_id) == before
    assert story(books, MUI.name) == mui


def test_it_is_withdrawn_after_the_approval_and_after_the_seal(
    books: Books, meeting_id: int
) -> None:
    sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    sealed = books.minutes.digest(meeting_id)
    refused = Consents(Consent.REFUSED, Consent.REFUSED, Consent.REFUSED)
    books.consents.record(story(books, "Trần Văn Lực").person.id, refused)
    assert books.minutes.digest(meeting_id) == sealed
    books.minutes.seal(meeting_id)
    books.consents.record(story(books, "Nguyễn Thị Mùi").person.id, refused)
    public = everything(books.minutes.content(meeting_id, public=True))
    assert "Lực" not in public
    assert "Mùi" not in public
    assert "Nguyễn Thị Mùi" in everything(books.minutes.content(meeting_id))
    assert books.undo.history_between()[0].kind is ActKind.CONSENT_RECORDED
    assert check_books() == []


def test_the_wall_and_the_public_copy_each_ask_for_their_own_scope(
    books: Books, meeting_id: int
) -> None:
    sample_minutes.hold(books, meeting_id)
    mui = story(books, "Nguyễn Thị Mùi").person.id
    books.consents.record(mui, Consents(club=Consent.AGREED))
    assert "Nguyễn Thị Mùi" in everything(books.minutes.shown(meeting_id, hidden=True))
    assert "Nguyễn Thị Mùi" not in everything(books.minutes.content(meeting_id, public=True))
    books.consents.record(mui, Consents(minutes=Consent.AGREED))
    assert "Nguyễn Thị Mùi" not in everything(books.minutes.shown(meeting_id, hidden=True))
    assert "Nguyễn Thị Mùi" in everything(books.minutes.content(meeting_id, public=True))


def test_a_new_case_takes_nothing_away_from_what_a_member_answered(
    books: Books, meeting_id: int
) -> None:
    member = books.register.members()[3]
    draft = replace(MUI, name=member.name, member_id=member.id)
    books.proposals.propose_case(meeting_id, 1, draft)
    books.consents.record(member.person.id, ALL_GIVEN)
    books.proposals.propose_case(meeting_id, 2, replace(draft, consent=Consent.NOT_ASKED))
    assert books.consents.person(member.person.id).consents == ALL_GIVEN
    known = books.register.member(member.id)
    assert known is not None
    assert known.person.consents == ALL_GIVEN


def test_a_form_of_a_case_keeps_what_was_answered_apart(books: Books, meeting_id: int) -> None:
    apart = Consents(Consent.AGREED, Consent.NOT_ASKED, Consent.AGREED)
    case = books.proposals.propose_case(meeting_id, 1, replace(HIEN, consents=apart))
    draft = books.proposals.case_draft(case)
    assert draft.consents == apart
    books.proposals.change_case(meeting_id, case, replace(draft, birth_year=1941))
    assert story(books, HIEN.name).person.consents == apart


def test_nobody_is_asked_who_is_not_in_the_books(books: Books) -> None:
    with pytest.raises(Refusal) as refusal:
        books.consents.record(999, ALL_GIVEN)
    assert refusal.value.kind is RefusalKind.PERSON_MISSING


@given(st.sampled_from(Consent), st.sampled_from(Consent))
def test_of_two_answers_a_refusal_binds(one: Consent, other: Consent) -> None:
    joined = stricter(one, other)
    assert joined is stricter(other, one)
    if {one, other} & {Consent.REFUSED, Consent.WITHDRAWN}:
        assert joined in {Consent.REFUSED, Consent.WITHDRAWN}
    assert recorded(one, Consent.AGREED) is Consent.AGREED


def test_old_books_carry_their_answers_over(tmp_path: Path, clock: FixedClock) -> None:
    make_old_books(tmp_path, "0001_initial", OLD_BOOKS)
    books = Books(tmp_path, clock)
    found = {each.person.id: each for each in books.consents.stories()}
    assert found[1].person.consents == Consents(club=Consent.AGREED, minutes=Consent.AGREED)
    assert {each.on for each in found[1].answers} == {clock.today()}
    assert found[2].answers == ()
    assert found[3].person.consents == Consents(club=Consent.REFUSED, minutes=Consent.REFUSED)
    assert {(each.on, each.guardian) for each in found[3].answers} == {(None, "chị Lam (mẹ)")}
    assert check_books() == []
    books.close()
