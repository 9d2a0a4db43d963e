"""Who may see what in the minutes, and the secretary's own words."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

import sample_minutes
from minutes_text import everything, lines, part, refusal
from sample_cases import SampleCases, goods
from storage.books import Books
from storage.errors import RefusalKind
from storage.records.case_draft import CaseDraft
from storage.records.cases import Need
from storage.records.consent import Consents
from storage.records.kinds import (
    Consent,
    HelpForm,
    Step,
)
from storage.records.minutes import (
    Paragraph,
)
from storage.rules.full_words import FirstUse
from storage.rules.minutes_parts.names import name_values
from storage.tables import (
    PersonRow,
)


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The whole sample meeting, up to the approval of its minutes."""
    return sample_minutes.hold(books, meeting_id)


def test_the_public_copy_has_no_health_and_no_name_without_consent(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.write_note(meeting_id, Step.SELECTION, "Cụ Phạm Thị Hiền cần người trông.")
    content = books.minutes.content(meeting_id, public=True)
    said = everything(content)
    assert content.public
    for private in ("Phạm Thị Hiền", "bệnh nặng", "Bệnh nặng", "xóm Chùa", "86", "nằm viện"):
        assert private not in said
    assert "Cụ H., Tổ 3" in said
    assert "Cụ H. cần người trông." in said
    assert "Bà Nguyễn Thị Mùi, 78 tuổi" in said
    assert "xóm Đình" not in said


@pytest.mark.parametrize(
    ("typed", "hidden"),
    [
        ("chăn cho cụ Hiền", "chăn cho cụ H."),
        ("chăn của bà Thị Hiền", "chăn của bà H."),
        ("chăn (Cụ Hiền)", "chăn (Cụ H.)"),
        ("chăn hiền, không của Hiền", "chăn hiền, không của Hiền"),
        ("chăn cho bà Mùi", "chăn cho bà Mùi"),
    ],
)
def test_part_of_a_name_after_a_form_of_address_is_hidden_in_what_is_given(
    books: Books, meeting_id: int, cases: SampleCases, typed: str, hidden: str
) -> None:
    """Bà Mùi agreed to be named, cụ Hiền did not; a word that is only like a name stays."""
    helper = books.register.members()[20].id
    books.pledges.pledge(meeting_id, cases.mui, goods(typed, 1, "cái", helper))
    points = books.minutes.overview(meeting_id).points
    total = next(point for point in points if point.text.startswith("Tổng cộng"))
    assert f"01 {typed};" in total.text
    assert f"01 {hidden};" in total.hidden


def test_a_text_pasted_for_a_name_is_not_sought_by_each_of_its_ends(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    """Ten thousand letters: with two thousand ends the minutes took two minutes to compose."""
    group = books.register.groups()[0].id
    pasted = CaseDraft("mười nghìn chữ " * 666, "ốm", needs=(Need(HelpForm.GOODS),))
    case = books.proposals.propose_case(meeting_id, group, pasted)
    told = next(
        each.case for each in books.selection.overview(meeting_id).cases if each.case.id == case
    )
    parts = [value.full for value in name_values(told).values() if value.full != told.person.name]
    assert len(parts[-1].split()) == len(parts) < 30


def test_part_of_a_name_stands_in_the_file_as_it_was_typed(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.write_note(meeting_id, Step.SELECTION, "Bà Hiền và cụ Hiền cần người trông.")
    said = everything(books.minutes.content(meeting_id))
    assert "Bà Hiền và cụ Hiền cần người trông." in said
    public = everything(books.minutes.content(meeting_id, public=True))
    assert "Bà H. và cụ H. cần người trông." in public


def test_every_copy_is_plain_composed_text(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    for public in (False, True):
        said = everything(books.minutes.content(meeting_id, public=public))
        assert unicodedata.is_normalized("NFC", said)
        assert not any(unicodedata.category(letter) == "Co" for letter in said)
        assert "None" not in said
        assert ".." not in said
        assert "  " not in said


def test_the_wall_has_the_circumstances_of_those_who_agreed(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    hidden = everything(books.minutes.shown(meeting_id, hidden=True))
    assert "Tai nạn giao thông, đang nằm viện" in hidden
    assert "Bệnh nặng, mùa lạnh thiếu chăn" not in hidden
    assert "xóm Đình" not in hidden
    assert books.minutes.shown(meeting_id, hidden=False) == books.minutes.content(meeting_id)


def test_a_consent_that_is_withdrawn_after_the_seal_hides_the_name(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.minutes.approve(meeting_id, unanimous=True)
    books.minutes.seal(meeting_id)
    people = [story.person for story in books.consents.stories()]
    luc = next(person for person in people if person.name == "Trần Văn Lực")
    books.consents.record(luc.id, Consents(club=Consent.AGREED, minutes=Consent.REFUSED))
    assert "Trần Văn Lực" not in everything(books.minutes.content(meeting_id, public=True))
    assert "Trần Văn Lực" in everything(books.minutes.content(meeting_id))


def test_the_secretarys_own_words_stand_in_place_of_the_composed_part(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.reword(meeting_id, Step.COMMUNITY, "1. Quét đường làng.\na) Mang chổi.")
    reworded = part(books.minutes.content(meeting_id), Step.COMMUNITY)
    assert reworded.blocks == (
        Paragraph("Quét đường làng.", "1."),
        Paragraph("Mang chổi.", "a)"),
    )
    assert reworded.reworded
    assert not reworded.changed_since


def test_the_secretarys_own_words_stay_when_a_record_changes_and_say_so(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
    books.community.add(meeting_id, sample_minutes.GATE)
    assert not part(books.minutes.content(meeting_id), Step.COMMUNITY).changed_since
    books.secretary.write_note(meeting_id, Step.COMMUNITY, "Mang chổi.")
    changed = part(books.minutes.content(meeting_id), Step.COMMUNITY)
    assert changed.blocks == (Paragraph("Quét đường làng."),)
    assert changed.changed_since
    assert books.minutes.overview(meeting_id).parts_changed == (
        "Việc cộng đồng và đề xuất với địa phương",
    )


def test_the_secretarys_own_words_follow_a_name_that_is_corrected(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    books.secretary.reword(
        meeting_id, Step.SELECTION, "CLB chọn cụ Phạm Thị Hiền và bà Nguyễn Thị Mùi."
    )
    PersonRow.update(name="Phạm Thị Hiên").where(PersonRow.name == "Phạm Thị Hiền").execute()
    assert lines(part(books.minutes.content(meeting_id), Step.SELECTION)) == [
        "CLB chọn cụ Phạm Thị Hiên và bà Nguyễn Thị Mùi."
    ]
    public = books.minutes.content(meeting_id, public=True)
    assert lines(part(public, Step.SELECTION)) == ["CLB chọn cụ H., Tổ 3 và bà Nguyễn Thị Mùi."]


def test_the_secretarys_own_words_begin_with_the_part_as_it_stands(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    text = books.secretary.part_text(meeting_id, Step.SELECTION)
    assert "- Trường hợp: Anh Trần Văn Lực, 41 tuổi; Tán thành: 29." in text
    books.secretary.reword(meeting_id, Step.SELECTION, text)
    assert books.secretary.part_text(meeting_id, Step.SELECTION) == text
    public = books.minutes.content(meeting_id, public=True)
    assert "Hiền" not in everything(public)
    assert "không có người chăm" not in everything(public)


def test_the_secretarys_own_words_can_be_taken_away_again(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    before = books.minutes.content(meeting_id)
    books.secretary.reword(meeting_id, Step.COMMUNITY, "Quét đường làng.")
    books.secretary.remove_wording(meeting_id, Step.COMMUNITY)
    assert books.minutes.content(meeting_id) == before


def test_the_secretarys_own_words_are_not_empty(books: Books, meeting_id: int) -> None:
    kind = refusal(lambda: books.secretary.reword(meeting_id, Step.COMMUNITY, " \n "))
    assert kind is RefusalKind.TEXT_MISSING


def test_an_abbreviation_is_written_out_where_it_is_first_used() -> None:
    first = FirstUse()
    assert first("Chủ nhiệm CLB, Thư ký CLB.") == "Chủ nhiệm câu lạc bộ (CLB), Thư ký CLB."
    assert first("CLB nhất trí. TV đăng ký.") == "CLB nhất trí. Thành viên (TV) đăng ký."
    assert first("xin Hội NCT") == "xin Hội Người cao tuổi (NCT)"
    assert first("tình nguyện viên (TNV), TNV") == "tình nguyện viên (TNV), TNV"
    assert first("thẻ BHYT") == "thẻ bảo hiểm y tế (BHYT)"


@pytest.mark.parametrize("text", ["TVBQ", "CLBS", "Hội nông dân"])
def test_words_that_only_begin_like_an_abbreviation_stay(text: str) -> None:
    assert FirstUse()(text) == text


def test_amounts_are_not_said_twice_and_nobody_is_no_two_noughts(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    draft = replace(sample_minutes.MUI, needs=(Need(HelpForm.LABOUR, "gặt lúa", 10),))
    books.proposals.change_case(meeting_id, cases.mui, draft)
    books.minutes.approve(meeting_id, unanimous=False, in_favour=50)
    text = everything(books.minutes.content(meeting_id))
    assert "Ngày công: 10 ngày công" not in text
    assert "10 ngày công gặt lúa" in text
    assert "tán thành 50; không tán thành 0; ý kiến khác 0." in text
