"""The register as the secretary keeps it: added, moved, left, come back, with its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import sample_minutes
from old_books import make_old_books
from recorded_rows import recorded_rows
from storage.books import Books
from storage.clock import FixedClock
from storage.errors import Refusal, RefusalKind
from storage.records.acts import ActKind
from storage.records.findings import FindingKind
from storage.records.history import RecordKind
from storage.records.kinds import Address, FulfilmentState, Position, Sex, SpanRole
from storage.records.member_drafts import MemberDraft
from storage.records.people import Member
from storage.records.spans import Span
from storage.rules.register import found, namesakes, told_apart
from storage.safekeeping.checking import check_books
from storage.tables import MemberRow

TODAY = date(2026, 10, 24)
SIXTY_LETTERS = "Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Thị Bích Ngọc Diễm Quỳnh A"


def member(books: Books, name: str) -> Member:
    """The only member of this name."""
    (one,) = [each for each in books.members.register_now().members if each.name == name]
    return one


def refusal(deed: Callable[[], object]) -> Refusal:
    """What a deed is refused with."""
    with pytest.raises(Refusal) as refused:
        deed()
    return refused.value


def test_a_member_is_added_with_all_that_the_form_asks(books: Books) -> None:
    number = books.members.add(
        MemberDraft(
            name="  Đinh  Thị Sáu ",
            group_id=2,
            address_form=Address.BA,
            sex=Sex.FEMALE,
            birth_year=1957,
            household="Đinh Văn Năm",
            address="xóm Giữa",
            telephone="0912 345 678",
            home_care=True,
            can_help="nấu ăn",
        )
    )
    story = books.members.story(number)
    person = story.member.person
    assert (person.name, person.sex, person.birth_year) == ("Đinh Thị Sáu", Sex.FEMALE, 1957)
    assert (person.telephone, person.household) == ("0912 345 678", "Đinh Văn Năm")
    assert story.spans == (Span(SpanRole.MEMBER, "Tổ 2", TODAY),)
    told = books.history.of(RecordKind.MEMBER, number)
    assert [each.act.kind for each in told] == [ActKind.MEMBER_ADDED]
    assert check_books() == []


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (MemberDraft("  ", 1), RefusalKind.NAME_MISSING),
        (MemberDraft("Đinh Thị Sáu", 99), RefusalKind.GROUP_MISSING),
        (MemberDraft("Đinh Thị Sáu", 1, birth_year=1800), RefusalKind.YEAR_INVALID),
        (MemberDraft("Đinh Thị Sáu", 1, joined=date(2026, 10, 25)), RefusalKind.DAY_AHEAD),
        (MemberDraft("nguyễn thị AN", 1), RefusalKind.MEMBER_KNOWN),
    ],
)
def test_what_cannot_be_is_refused(books: Books, draft: MemberDraft, kind: RefusalKind) -> None:
    before = recorded_rows()
    assert refusal(lambda: books.members.add(draft)).kind is kind
    assert recorded_rows() == before


def test_namesakes_are_told_apart_by_group_and_year(books: Books) -> None:
    books.members.add(MemberDraft("Nguyễn Thị An", 2))
    books.members.add(MemberDraft("Nguyễn Thị An", 1, birth_year=1950))
    members = books.members.register_now().members
    assert namesakes(members) == {each.id for each in members if each.name == "Nguyễn Thị An"}
    told = [told_apart(each, f"Tổ {each.group_id}") for each in members]
    assert "Nguyễn Thị An, Tổ 1, sinh 1950" in told
    assert len(set(told)) == len(told)


def test_moving_keeps_the_group_before_and_the_day(books: Books, clock: FixedClock) -> None:
    an = member(books, "Phạm Thị An")
    clock.advance(10 * 24 * 3600)
    books.members.move(an.id, 2, date(2026, 11, 1))
    story = books.members.story(an.id)
    assert story.group.name == "Tổ 2"
    assert story.spans == (
        Span(SpanRole.MEMBER, "Tổ 4", TODAY, date(2026, 11, 1)),
        Span(SpanRole.LEADER, "Tổ 4", None, date(2026, 11, 1)),
        Span(SpanRole.MEMBER, "Tổ 2", date(2026, 11, 1)),
    )
    assert books.register.groups()[3].leader_id is None
    assert check_books() == []


def test_leaving_ends_everything_and_coming_back_begins_anew(
    books: Books, clock: FixedClock
) -> None:
    an, binh = member(books, "Phạm Thị An"), member(books, "Phạm Thị Bình")
    books.members.set_offices(an.id, [Position.BOARD], TODAY, leads=True)
    clock.advance(40 * 24 * 3600)
    books.members.leave(an.id, date(2026, 11, 20), next_leader=binh.id)
    gone = books.members.story(an.id)
    assert gone.member.left == date(2026, 11, 20)
    assert all(span.until == date(2026, 11, 20) for span in gone.spans)
    assert books.register.groups()[3].leader_id == binh.id
    assert an.id not in {each.id for each in books.register.members()}
    assert refusal(lambda: books.members.move(an.id, 2, TODAY)).kind is RefusalKind.MEMBER_GONE
    books.members.come_back(an.id, 3, date(2026, 12, 1))
    back = books.members.story(an.id)
    assert (back.group.name, back.member.left, back.member.positions) == (
        "Tổ 3",
        None,
        frozenset(),
    )
    assert back.spans[-1] == Span(SpanRole.MEMBER, "Tổ 3", date(2026, 12, 1))
    assert check_books() == []


def test_who_comes_back_is_not_doubled(books: Books) -> None:
    hoa = member(books, "Phạm Thị Hoa")
    books.members.leave(hoa.id, TODAY)
    books.members.add(MemberDraft("Phạm Thị Hoa", 1))
    same = refusal(lambda: books.members.come_back(hoa.id, 1, TODAY))
    assert same.kind is RefusalKind.MEMBER_KNOWN
    books.members.come_back(hoa.id, 4, TODAY)
    assert books.members.story(hoa.id).group.name == "Tổ 4"


def test_days_that_cannot_be_are_refused(books: Books) -> None:
    an = member(books, "Nguyễn Thị An")
    ahead = refusal(lambda: books.members.leave(an.id, date(2026, 10, 25)))
    early = refusal(lambda: books.members.leave(an.id, date(2026, 10, 1)))
    assert ahead.kind is RefusalKind.DAY_AHEAD
    assert (early.kind, early.values) == (RefusalKind.DAY_TOO_EARLY, {"day": "24/10/2026"})
    assert books.members.story(an.id).member.left is None


def test_an_office_of_one_is_taken_over(books: Books, clock: FixedClock) -> None:
    chair = books.register.holder(Position.CHAIR)
    assert chair is not None
    new = member(books, "Phạm Thị Hoa")
    clock.advance(24 * 3600)
    books.members.set_offices(new.id, [Position.CHAIR], date(2026, 10, 25), leads=False)
    holder = books.register.holder(Position.CHAIR)
    assert holder is not None
    assert holder.id == new.id
    before = books.members.story(chair.id)
    assert before.member.positions == frozenset()
    assert Span(SpanRole.CHAIR, "", None, date(2026, 10, 25)) in before.spans
    assert check_books() == []


def test_only_one_of_the_group_leads_it(books: Books) -> None:
    other = member(books, "Trần Văn Hoa")
    refused = refusal(lambda: books.groups.set_leader(1, other.id, TODAY))
    assert refused.kind is RefusalKind.NOT_OF_GROUP
    books.groups.set_leader(2, other.id, TODAY)
    assert books.register.groups()[1].leader == "ông Trần Văn Hoa"
    assert check_books() == []


def test_a_group_has_a_name_of_its_own_an_area_and_a_leader(books: Books) -> None:
    number = books.groups.add("Tổ 6", "xóm Bãi")
    assert refusal(lambda: books.groups.add("tổ 6")).kind is RefusalKind.GROUP_KNOWN
    change = books.groups.change
    same = refusal(lambda: change(number, "Tổ 1", "", leader_id=None, on=TODAY))
    assert same.kind is RefusalKind.GROUP_KNOWN
    sau = books.members.add(MemberDraft("Đinh Thị Sáu", number))
    change(number, "Tổ Bãi", "xóm Bãi", leader_id=sau, on=TODAY)
    group = books.register.groups()[5]
    assert (group.name, group.leader) == ("Tổ Bãi", "Đinh Thị Sáu")


def test_in_a_meeting_each_act_is_undone(books: Books, meeting_id: int) -> None:
    before = recorded_rows()
    first = books.undo.undoable(meeting_id)
    an, hoa = member(books, "Nguyễn Thị An"), member(books, "Phạm Thị Hoa")
    added = books.members.add(MemberDraft("Đinh Thị Sáu", 1))
    books.groups.set_leader(1, added, TODAY)
    books.members.change(an.id, MemberDraft("Nguyễn Thị Ân", 1, telephone="0912"))
    books.members.move(an.id, 2, TODAY)
    books.members.set_offices(hoa.id, [Position.CHAIR], TODAY, leads=True)
    books.members.leave(hoa.id, TODAY)
    books.members.come_back(hoa.id, 5, TODAY)
    books.groups.add("Tổ 6")
    after = recorded_rows()
    undone = []
    while books.undo.undoable(meeting_id) != first:
        undone.append(books.undo.undo(meeting_id).kind)
    assert undone == [
        ActKind.GROUP_ADDED,
        ActKind.MEMBER_RETURNED,
        ActKind.MEMBER_LEFT,
        ActKind.OFFICES_SET,
        ActKind.MEMBER_MOVED,
        ActKind.MEMBER_CHANGED,
        ActKind.LEADER_SET,
        ActKind.MEMBER_ADDED,
    ]
    assert recorded_rows() == before
    while books.undo.redoable(meeting_id):
        books.undo.redo(meeting_id)
    assert recorded_rows() == after


def test_the_attendance_follows_who_leaves_and_moves(books: Books) -> None:
    meeting = books.meetings.begin().id
    an, binh = member(books, "Nguyễn Thị An"), member(books, "Nguyễn Thị Bình")
    books.attendance.tick(meeting, an.id, present=True)
    books.attendance.tick(meeting, binh.id, present=True)
    books.attendance.count_group(meeting, 2, 11)
    books.members.move(an.id, 2, TODAY)
    books.members.leave(member(books, "Trần Văn Hoa").id, TODAY)
    books.members.leave(member(books, "Trần Văn Lan").id, TODAY)
    assert books.head(meeting).present == 1 + 10
    assert books.head(meeting).total == 53
    assert check_books() == []


def test_who_helped_and_who_was_helped_in_twelve_months(books: Books, meeting_id: int) -> None:
    cases = sample_minutes.hold(books, meeting_id)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    following = books.meetings.begin().id
    for promise in books.follow_up.overview(following).promises:
        books.follow_up.record(following, promise.pledge.id, FulfilmentState.DONE)
    assert cases is not None
    register = books.members.register_now(with_help=True)
    helpers = {each.name for each in register.members if register.helping.get(each.id)}
    assert len(helpers) >= 10
    one = next(each for each in register.members if register.helping.get(each.id))
    assert books.members.story(one.id).helping == register.helping[one.id]


def test_a_household_is_known_by_its_head(books: Books) -> None:
    for name in ("Đinh Thị Sáu", "Đinh Văn Bảy"):
        books.members.add(MemberDraft(name, 1, household="Đinh Văn Năm"))
    books.members.add(MemberDraft("Đinh Thị Tám", 2, household="Đinh Văn Năm"))
    assert books.members.story(member(books, "Đinh Thị Sáu").id).fellows == ("Đinh Văn Bảy",)


@pytest.mark.parametrize("words", ["dinh thi sau", "Sáu Đinh", "dts", "0912345", "0912 345"])
def test_a_member_is_found_without_diacritics_and_by_telephone(books: Books, words: str) -> None:
    books.members.add(MemberDraft("Đinh Thị Sáu", 1, telephone="0912.345.678"))
    books.members.add(MemberDraft(SIXTY_LETTERS, 1))
    hits = found(words, books.members.register_now().members)
    assert [each.name for each in hits] == ["Đinh Thị Sáu"]


def test_a_register_that_contradicts_its_history_is_found(books: Books) -> None:
    for change in ({"positions": "board"}, {"left": TODAY}, {"group": 2}):
        one = member(books, "Lê Thị Hoa")
        MemberRow.update(change).where(MemberRow.id == one.id).execute()
        assert [each.kind for each in check_books()] == [FindingKind.MEMBER_WRONG]
        MemberRow.update(positions="", left=None, group=3).where(MemberRow.id == one.id).execute()
    assert check_books() == []


def test_the_register_of_an_older_schema_gets_its_history(
    tmp_path: Path, clock: FixedClock
) -> None:
    make_old_books(
        tmp_path,
        "0003_more_settings",
        """
        INSERT INTO club_group VALUES (1, 'Tổ 1', 'xóm Đình', NULL);
        INSERT INTO person (id, name, folded, address, telephone, private_details, guardian,
            consent) VALUES (1, 'Lê Thị Hoa', 'le thi hoa', '', '', '', '', 'not_asked'),
            (2, 'Vũ Văn An', 'vu van an', '', '', '', '', 'not_asked');
        INSERT INTO member VALUES (1, 1, 1, 'chair vice_chair', 0, '', '2020-01-05', NULL),
            (2, 2, 1, '', 0, '', NULL, '2024-03-01');
        UPDATE club_group SET leader_id = 1;
        """,
    )
    books = Books(tmp_path, clock)
    hoa, an = books.members.story(1), books.members.story(2)
    assert set(hoa.spans) == {
        Span(SpanRole.MEMBER, "Tổ 1", date(2020, 1, 5)),
        Span(SpanRole.LEADER, "Tổ 1"),
        Span(SpanRole.CHAIR),
        Span(SpanRole.VICE_CHAIR),
    }
    assert an.spans == (Span(SpanRole.MEMBER, "Tổ 1", None, date(2024, 3, 1)),)
    assert check_books() == []
    books.close()
