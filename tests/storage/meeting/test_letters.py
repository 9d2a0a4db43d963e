"""Giấy đề nghị and phiếu chuyển: what follows from a meeting for others (S6, S11, S29)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import sample_minutes
from sample_cases import SampleCases
from screens.papers import paper_makers as makers
from storage.books import Books
from storage.errors import Refusal, RefusalKind
from storage.records.approval import MinutesSource, Referred
from storage.records.cases import When
from storage.records.consent import Consents
from storage.records.kinds import Consent, LocalityWay, Outcome
from storage.records.letters import Letter
from storage.records.papers import PaperWish
from storage.rules.letters import letters, place_name
from storage.rules.referral_forms import referral_forms


@pytest.fixture
def cases(books: Books, meeting_id: int) -> SampleCases:
    """The sample meeting, still running."""
    return sample_minutes.hold(books, meeting_id)


def source_of(books: Books, meeting_id: int) -> MinutesSource:
    """The records of the meeting."""
    return books.minutes.source(meeting_id)


def said(letter: Letter) -> str:
    """The body of a letter."""
    return "\n".join(paragraph.text for paragraph in letter.body)


def test_each_matter_that_was_agreed_has_its_letter(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    (letter,) = letters(source_of(books, meeting_id), official=False).letters
    assert (letter.document_type, letter.number) == ("GIẤY ĐỀ NGHỊ", "")
    assert (letter.subject, letter.addressee) == ("Đèn đường ngõ 3 hỏng", "UBND xã")
    assert letter.place_and_day == "An Bình, ngày 24 tháng 10 năm 2026"
    assert "55/55 thành viên dự" in said(letter)
    assert "tán thành 48" in said(letter)
    assert letter.signature.name == books.register.members()[0].name
    assert letter.draft
    books.minutes.approve(meeting_id, unanimous=True)
    (letter,) = letters(source_of(books, meeting_id), official=True).letters
    assert (letter.document_type, letter.number) == ("", "Số: ……/CLB")
    assert not letter.draft


def test_whom_the_club_invites_is_asked_to_come(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    source = source_of(books, meeting_id)
    changed = {
        number: replace(matter, draft=replace(matter.draft, way=LocalityWay.INVITE, place="ngõ 3"))
        for number, matter in source.matters.items()
    }
    (letter,) = letters(replace(source, matters=changed), official=False).letters
    assert "kính mời đại diện UBND xã đến dự buổi sinh hoạt CLB" in said(letter)
    assert "Địa điểm: ngõ 3." in said(letter)


def test_someone_passed_to_the_locality_is_named_only_if_that_was_agreed(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    usual = source_of(books, meeting_id)
    person = usual.cases[cases.mui].person.id
    to_all = Consents(Consent.AGREED, Consent.AGREED, Consent.AGREED)
    books.consents.record(person, to_all)
    source = source_of(books, meeting_id)
    passed = tuple(
        replace(made, outcome=Outcome.LOCALITY) for made in source.decisions if made.case_id
    )
    wanted = replace(source, decisions=passed)
    texts = [said(letter) for letter in letters(wanted, official=False).letters]
    assert any("bà Nguyễn Thị Mùi, xóm Đình." in text for text in texts)
    # Who agreed to be named before the club was not asked about the locality.
    assert not any("Lực" in text for text in texts)
    assert not any("Hiền" in text or "Bệnh nặng" in text for text in texts)
    hidden = next(text for text in texts if "cụ H." in text)
    assert "Nhu cầu: hiện vật." in hidden
    assert "CLB xin báo riêng" in hidden
    # The room reads along: nobody is named, whatever was agreed.
    on_the_wall = [said(each) for each in letters(wanted, official=False, public=True).letters]
    assert not any("Mùi" in text or "xóm Đình" in text for text in on_the_wall)


def test_the_place_is_the_communes_own_name(books: Books) -> None:
    club = books.club.known()
    names = ("xã An Bình", "Phường 5", "thị trấn Diêm Điền", "An Bình", "")
    found = [place_name(replace(club, commune=name)) for name in names]
    assert found == ["An Bình", "5", "Diêm Điền", "An Bình", "……………"]


def test_a_referral_says_what_is_known_of_who_agreed(
    books: Books, meeting_id: int, cases: SampleCases
) -> None:
    source = source_of(books, meeting_id)
    mui = replace(source.cases[cases.mui], when=When("ngay", date(2026, 10, 24)))
    wanted = replace(
        source,
        cases={**source.cases, cases.mui: mui},
        referrals=(Referred(cases.mui, "đi lại khó"), Referred(cases.hien)),
    )
    first, second = referral_forms(wanted).forms
    lines = {line.label: line.text for part in first.parts for line in part.lines}
    assert lines["Họ và tên"] == "bà Nguyễn Thị Mùi, 78 tuổi"
    assert lines["Hoàn cảnh, khó khăn"] == "Sống một mình, ngã gãy chân đúng vụ gặt"
    assert lines["CLB đã thống nhất giúp"] == "10 ngày công gặt lúa"
    assert lines["CLB dặn thêm"] == "đi lại khó"
    assert lines["Nhu cầu xác định được"] == ""
    surveyed = Referred(cases.mui, survey_by="bà An", survey_on=date(2026, 10, 30), solution="nẹp")
    (again,) = referral_forms(replace(wanted, referrals=(surveyed,))).forms
    found = {line.label: line.text for line in again.parts[2].lines}
    assert found["Người khảo sát, ngày"] == "bà An, ngày 30 tháng 10 năm 2026"
    assert found["Giải pháp tiếp theo"] == "nẹp"
    everything = str(second)
    assert "Hiền" not in everything
    assert "Bệnh nặng" not in everything
    on_the_wall = str(referral_forms(wanted, public=True).forms[0])
    assert "Mùi" not in on_the_wall
    assert "gãy chân" not in on_the_wall


def test_a_meeting_with_nothing_to_say_is_refused(books: Books, meeting_id: int) -> None:
    wish = PaperWish(2026, meeting_id)
    for read, kind in (
        (makers.read_letters, RefusalKind.LETTER_MISSING),
        (makers.read_referrals, RefusalKind.REFERRAL_MISSING),
        (makers.read_addenda, RefusalKind.ADDENDUM_MISSING),
    ):
        with pytest.raises(Refusal) as refused:
            read(books, wish)
        assert refused.value.kind is kind
