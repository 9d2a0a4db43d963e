"""A person's data is removed on request: names go everywhere, counts and seals stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import sample_minutes
from minutes_text import everything
from sample_cases import SampleCases
from storage.books import Books
from storage.errors import Refusal
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need, When
from storage.records.kinds import Address, Consent, HelperKind, HelpForm, Outcome, Step
from storage.records.pledges import PledgeDraft
from storage.records.tracking import TrackingFilter
from storage.safekeeping.checking import check_books
from storage.tables import HardshipCaseRow, PersonRow, connection
from storage.vietnamese import fold
from storage.whole_names import WholeName


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting, sealed; the secretary's note names anh Lực."""
    cases = sample_minutes.hold(books, meeting_id)
    books.secretary.write_note(meeting_id, Step.SELECTION, "Gia đình Trần Văn Lực cảm ơn CLB.")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    return cases


def person_of(case_id: int) -> int:
    return int(HardshipCaseRow.get_by_id(case_id).person_id)


def test_the_name_is_nowhere_in_the_books_and_the_check_is_clean(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.people.remove(person_of(cases.luc))
    rows = "\n".join(connection.connection().iterdump())
    for words in ("Trần Văn Lực", "tran van luc", "đang nằm viện", "ngõ 3, thôn"):
        assert words not in rows
    assert check_books() == []


def test_the_sealed_minutes_say_someone_and_keep_their_digest(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    before = books.minutes.digest(meeting_id)
    books.people.remove(person_of(cases.luc))
    said = everything(books.minutes.content(meeting_id))
    assert "ột người (đã xóa tên)" in said
    assert "Lực" not in said
    assert "Nguyễn Thị Mùi" in said
    assert books.minutes.digest(meeting_id) == before


def test_what_was_given_is_still_counted(books: Books, cases: SampleCases) -> None:
    before = [len(entry.pledges) for entry in books.tracking.entries(TrackingFilter())]
    books.people.remove(person_of(cases.luc))
    entries = books.tracking.entries(TrackingFilter())
    assert [len(entry.pledges) for entry in entries] == before
    assert books.people.search("luc") == ()


def test_a_member_leaves_and_has_no_name_any_more(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    member = books.register.members()[0]
    books.people.remove(member.person.id)
    assert member.id not in {each.id for each in books.register.members()}
    assert member.name not in everything(books.minutes.content(meeting_id))
    assert check_books() == []


def test_what_is_sealed_is_sealed_again_afterwards(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.people.remove(person_of(cases.luc))
    with pytest.raises(Exception, match="sealed"):
        connection.execute_sql(
            "UPDATE pledge SET what = 'khác' WHERE meeting_id = ?", (meeting_id,)
        )


def test_while_a_meeting_is_held_nobody_is_removed(
    books: Books, cases: SampleCases, tmp_path: Path
) -> None:
    books.meetings.begin()
    with pytest.raises(Refusal, match="meeting_running"):
        books.people.remove(person_of(cases.luc))


def test_a_longer_name_is_another_persons(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    """Nguyễn Thị Nga is of the same club as Nguyễn Thị Ngân, who is not asked about."""
    sealed = books.minutes.content(meeting_id)
    nga = next(each for each in books.register.members() if each.name == "Nguyễn Thị Nga")
    books.register.add_member("Nguyễn Thị Ngân", nga.group_id)
    books.register.add_member("Trần Nguyễn Thị Nga", nga.group_id)
    books.drafts.keep("slip", {"note": "Mời Nguyễn Thị Ngân."})
    books.drafts.keep("other", {"note": "Mời Nguyễn Thị Nga."})
    books.people.remove(nga.person.id)
    names = {each.name for each in books.register.members()}
    assert {"Nguyễn Thị Ngân", "Trần Nguyễn Thị Nga"} <= names
    assert books.drafts.get("slip") == {"note": "Mời Nguyễn Thị Ngân."}
    assert books.drafts.get("other") is None
    assert "Nguyễn Thị Mùi" in everything(books.minutes.content(meeting_id))
    assert "Nguyễn Thị Mùi" in everything(sealed)
    assert check_books() == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Lê Văn An và Lê Văn Anh", "một người (đã xóa tên) và Lê Văn Anh"),
        ("con bà Lê Văn An.", "con bà một người (đã xóa tên)."),
        ("Hoàng Lê Văn An, Lê Văn An Bình", "Hoàng Lê Văn An, Lê Văn An Bình"),
        ("Lê Văn Ánh", "Lê Văn Ánh"),
    ],
)
def test_a_name_is_found_where_it_stands_whole(text: str, left: str) -> None:
    whole = WholeName("Lê Văn An", ["Lê Văn Anh", "Hoàng Lê Văn An", "Lê Văn An Bình"])
    assert whole.removed_from(text) == left
    assert whole.said_in(text) == (text != left)


PRIVATE = CaseDraft(
    name="Hoàng Thị Yến",
    circumstances="Mới mổ tim, con đi xa chưa về kịp",
    needs=(Need(HelpForm.LABOUR, "nấu cháo cho cô Yến", 3, "ngày công"),),
    address_form=Address.BA,
    birth_year=1951,
    address="số 71, ngõ Cây Đa, xóm Chùa",
    telephone="0987 654 321",
    private_details="bệnh tim, đang uống thuốc chống đông",
    guardian="Hoàng Văn Quý",
    when=When("sau khi ra viện tuần tới"),
    consent=Consent.AGREED,
)
SAID = (
    PRIVATE.name,
    fold(PRIVATE.name),
    PRIVATE.circumstances,
    PRIVATE.address,
    PRIVATE.telephone,
    PRIVATE.private_details,
    PRIVATE.guardian,
    PRIVATE.when.text,
    "nấu cháo cho cô Yến",
    "cháo loãng ngày hai lần",
    "Cháu gái báo rằng",
)


def test_nothing_of_the_person_is_left_in_any_table_nor_in_a_byte_of_the_file(
    books: Books, meeting_id: int
) -> None:
    """Also where it was told again: in notes, in the secretary's wording, in what was undone."""
    first = books.register.members()[0]
    case = sample_minutes.hold(books, meeting_id).mui
    yen = books.proposals.propose_case(meeting_id, first.group_id, PRIVATE)
    books.selection.set_way(meeting_id, yen, Outcome.OWN_GROUP, "Cháu gái báo rằng cần người")
    books.pledges.pledge(
        meeting_id,
        yen,
        PledgeDraft(
            HelpForm.LABOUR,
            HelperKind.MEMBERS,
            "cháo loãng ngày hai lần",
            1,
            "ngày công",
            (first.id,),
        ),
    )
    retold = f"Bà {PRIVATE.name} ở {PRIVATE.address}, gọi {PRIVATE.telephone}."
    books.secretary.write_note(meeting_id, Step.ASSIGNMENT, retold)
    words = books.secretary.part_text(meeting_id, Step.SELECTION)
    books.secretary.reword(meeting_id, Step.SELECTION, f"{words}\n{retold} {PRIVATE.circumstances}")
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    second = books.meetings.begin().id
    books.proposals.propose_case(second, first.group_id, PRIVATE)
    books.meetings.abandon(second, f"ghi nhầm {PRIVATE.name}")
    books.drafts.keep("notebook/case", {"note": retold})
    digest = books.minutes.digest(meeting_id)

    persons = books.people.search("hoang thi yen")
    kept = books.people.merge(persons[0].id, persons[1].id)
    books.people.remove(kept)

    rows = "\n".join(connection.connection().iterdump())
    assert [words for words in SAID if words in rows] == []
    assert books.minutes.digest(meeting_id) == digest
    assert "Nguyễn Thị Mùi" in everything(books.minutes.content(meeting_id))
    assert check_books() == []
    assert books.case_people.get(case, None) is not None
    folder = books.path.parent
    books.close()
    for path in (path for path in folder.iterdir() if path.name.startswith("chungtay.db")):
        data = path.read_bytes()
        assert [words for words in SAID if words.encode() in data] == []


def test_what_is_kept_of_others_in_the_same_words_stays(books: Books, meeting_id: int) -> None:
    """One storm took both roofs, and both live in one house."""
    cases = sample_minutes.hold(books, meeting_id)
    group = books.register.groups()[0].id
    twin = replace(PRIVATE, name="Hoàng Văn Quý", telephone="", private_details="", guardian="")
    one = books.proposals.propose_case(meeting_id, group, PRIVATE)
    two = books.proposals.propose_case(meeting_id, group, twin)
    for case in (one, two):
        books.selection.set_way(meeting_id, case, Outcome.OWN_GROUP)
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    books.people.remove(person_of(one))
    left = books.proposals.case_draft(two)
    assert (left.circumstances, left.address) == (PRIVATE.circumstances, PRIVATE.address)
    assert PRIVATE.circumstances in everything(books.minutes.content(meeting_id))
    assert books.proposals.case_draft(cases.mui).circumstances
    assert check_books() == []


def test_whose_data_was_removed_is_not_found(books: Books) -> None:
    person = PersonRow.create(name="Trần Văn Lực", folded="tran van luc")
    HardshipCaseRow.create(person=person, circumstances="ốm")
    assert len(books.case_people.find("luc", None)) == 1
    books.people.remove(person.id)
    assert [books.case_people.find(words, None) for words in ("luc", "mot", "mnđxt")] == [
        (),
        (),
        (),
    ]
